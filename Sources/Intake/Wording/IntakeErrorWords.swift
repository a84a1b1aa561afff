// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension IntakeError: UserFacingError {
    package var exitCode: ExitCode {
        switch reason {
        case .unreadable: .inputMissing
        case .empty, .notText, .recordTooLong, .missingHeader, .missingColumn, .ambiguousColumn: .inputFormat
        case .mappedColumnMissing, .yearMissing: .configuration
        case .codebook(let error): error.exitCode
        case .itemWithoutColumn, .itemColumnTwice, .otherPlatform, .otherSurvey, .noAnswerFits: .inputFormat
        case .codebookMissing, .groupMissing, .groupDiffers, .waveYearMissing, .twoCodebooks, .unknownStratum:
            .configuration
        }
    }

    package func message(in language: Language) -> String {
        if case .codebook(let error) = reason { return error.message(in: language) }
        if case .noAnswerFits(_, _, let line) = reason { return "\(file):\(line): \(reason.words[language])" }
        return "\(file): \(reason.words[language])"
    }
}

extension IntakeFileError {
    fileprivate var words: Phrase {
        switch self {
        case .unreadable(let reason): reason.words
        case .empty:
            Phrase(
                sv: "filen är tom. Exportera den på nytt, eller ta bort den ur projektet.",
                en: "the file is empty. Export it again, or take it out of the project.")
        case .notText:
            Phrase(
                sv: "filen är ingen texttabell. Spara den som CSV (UTF-8).",
                en: "the file is no table of text. Save it as CSV (UTF-8).")
        case .recordTooLong(let line):
            Phrase(
                sv: "raden som börjar på rad \(line) är längre än en tabellrad kan vara. Är det rätt fil?",
                en: "the row that begins on line \(line) is longer than a row of a table can be. Is it the right file?")
        case .missingColumn(let canonical, let nearest):
            Phrase(
                sv: "kolumnen ”\(canonical)” saknas i rubriken.\(Self.meant(nearest, .swedish))\n"
                    + "Ange vad den heter i filen under columns i ledsaga.yaml: {\(canonical): \(nearest ?? "rubriken")}.",
                en: "the header has no column “\(canonical)”.\(Self.meant(nearest, .english))\n"
                    + "Say what the file calls it under columns in ledsaga.yaml: {\(canonical): \(nearest ?? "its header")}."
            )
        case .ambiguousColumn(let canonical, let headers):
            Phrase(
                sv: "flera kolumner kan vara ”\(canonical)”: \(headers.joined(separator: ", ")).\n"
                    + "Ge dem olika namn, eller peka ut en under columns i ledsaga.yaml.",
                en: "several columns may be “\(canonical)”: \(headers.joined(separator: ", ")).\n"
                    + "Give them different names, or point one out under columns in ledsaga.yaml.")
        case .missingHeader:
            Phrase(
                sv: "filen saknar rubrikrad. Exportera den med rubriker.",
                en: "the file has no header. Export it with its headers.")
        case .yearMissing:
            Phrase(
                sv:
                    "tabellen säger inte vilket år den gäller. Ange det vid källan i ledsaga.yaml, till exempel year: 2017.",
                en:
                    "the table does not say which year it is of. Say so at its source in ledsaga.yaml, such as year: 2017."
            )
        case .mappedColumnMissing(let canonical, let header, let nearest):
            Phrase(
                sv: "ledsaga.yaml säger att ”\(canonical)” heter ”\(header)”, men den rubriken finns inte i filen."
                    + Self.meant(nearest, .swedish),
                en: "ledsaga.yaml says “\(canonical)” is called “\(header)”, but the file has no such header."
                    + Self.meant(nearest, .english))
        default: surveyWords
        }
    }

    static func meant(_ nearest: String?, _ language: Language) -> String {
        nearest.flatMap { NearestWords.question([$0], in: language) }.map { " " + $0 } ?? ""
    }
}

extension UnreadableReason {
    /// What is in the way and what to do, to stand after `FILE: `.
    var words: Phrase {
        switch self {
        case .missing: FileTrouble.missing.words
        case .directory: FileTrouble.isFolder.words
        case .permission: FileTrouble.noPermission.words
        case .system(let number): FileTrouble.other(number).words
        }
    }
}
