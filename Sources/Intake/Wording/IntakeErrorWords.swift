// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

extension IntakeError: UserFacingError {
    package var exitCode: ExitCode {
        switch reason {
        case .unreadable: .inputMissing
        case .empty, .notText, .workbook, .severalSheets, .noSheet, .uncalculated, .damaged, .encrypted,
            .binaryWorkbook, .oversized, .notRecords,
            .recordTooLong, .missingHeader, .missingColumn, .missingSurveyColumn, .ambiguousColumn, .unitUnknown,
            .unitColumnUnknown, .unitSeems, .hoursContradictClock, .otherHoursInTitle, .headerInTwoRows,
            .nothingKept,
            .dateOrderUnknown, .dateOrdersDiffer, .otherPseudonyms,
            .noPersonInCommon:
            .inputFormat
        case .mappedColumnMissing, .yearMissing, .monthMissing, .nameTellsNothing, .unitWord: .configuration
        case .correction: .configuration
        case .codebook(let error): error.exitCode
        case .noQuestions, .severalEvents: .inputFormat
        case .draftAsks, .draftYearMissing, .draftsDiffer: .configuration
        case .itemWithoutColumn, .itemColumnTwice, .otherPlatform, .otherSurvey, .noAnswerFits: .inputFormat
        case .codebookMissing, .groupMissing, .groupDiffers, .waveYearMissing, .twoCodebooks, .unknownStratum:
            .configuration
        }
    }

    package func message(in language: Language) -> String {
        if case .codebook(let error) = reason { return error.message(in: language) }
        if case .correction(let fault, let line) = reason {
            return "\(Corrections.fileName):\(line): \(fault.words[language])"
        }
        if case .noAnswerFits(_, _, let line) = reason { return "\(file):\(line): \(reason.words(at: site)[language])" }
        return "\(file): \(reason.words(of: file, at: site)[language])"
    }
}

extension IntakeFileError {
    /// What is wrong with a file and what to do, where that takes the file's own name.
    func words(of file: String, at site: SourceSite?) -> Phrase {
        func command(_ codebook: String) -> String { "ledsaga codebook \"\(file)\" -o \"\(codebook)\"" }
        switch self {
        case .draftAsks(let question, let codebook):
            return Phrase(
                sv: "frågan ”\(question)” kan ha flera svar i samma fält, och det gissas inte.\n"
                    + "Skriv en kodbok med: \(command(codebook)) och svara vid separator i den.",
                en: "the question “\(question)” may have several answers in a cell, and that is not guessed.\n"
                    + "Write a codebook with: \(command(codebook)) and answer at separator in it.")
        case .draftYearMissing(let codebook):
            return Phrase(
                sv: "det framgår inte vilket år enkäten är från.\n"
                    + "Skriv en kodbok med: \(command(codebook)) och skriv året i den, till exempel wave: 2019.",
                en: "nothing tells which year the survey is of.\n"
                    + "Write a codebook with: \(command(codebook)) and write the year in it, such as wave: 2019.")
        case .draftsDiffer(let group, let wave, let codebook):
            return Phrase(
                sv: "en annan fil är också en enkät till gruppen \(group) från \(wave), med andra frågor.\n"
                    + "Skriv en kodbok med: \(command(codebook)) och ge den en egen group eller wave.",
                en: "another file is a survey of the group \(group) of \(wave) too, with other questions.\n"
                    + "Write a codebook with: \(command(codebook)) and give it a group or wave of its own.")
        default: return words(at: site)
        }
    }

    /// What is in the way and what to do; `site` is where in the project file a setting would stand.
    func words(at site: SourceSite?) -> Phrase { advice.map { problem.advising($0, at: site) } ?? problem }

    /// What is in the way, on one line; and what to do, where that is no setting of the file's source.
    var problem: Phrase {
        switch self {
        case .unreadable(let reason): reason.words
        case .correction(let fault, _): fault.words
        case .empty:
            Phrase(
                sv: "filen är tom. Exportera den på nytt, eller ta bort den ur projektet.",
                en: "the file is empty. Export it again, or take it out of the project.")
        case .notText:
            Phrase(
                sv: "filen är varken text eller en arbetsbok som kan läsas. Är det rätt fil?",
                en: "the file is neither text nor a workbook that can be read. Is it the right file?")
        case .recordTooLong(let line):
            Phrase(
                sv: "raden som börjar på rad \(line) är längre än en tabellrad kan vara. Är det rätt fil?",
                en: "the row that begins on line \(line) is longer than a row of a table can be. Is it the right file?")
        case .workbook:
            Phrase(
                sv: "filen är ett dokument eller en annan packad fil utan tabeller. Är det rätt fil?",
                en: "the file is a document or another packed file without tables. Is it the right file?")
        case .severalSheets:
            Phrase(
                sv: "filen har flera tabeller. Peka ut en med --sheet (”ledsaga inspect” visar dem).",
                en: "the file has several tables. Point one out with --sheet (“ledsaga inspect” shows them).")
        case .noSheet:
            Phrase(
                sv: "filen har inget synligt blad med celler, eller inte det blad som anges.",
                en: "the file has no visible sheet of cells, or not the one given.")
        case .damaged:
            Phrase(
                sv: "filen är trasig eller avkortad. Hämta den på nytt, eller öppna den i Excel och spara om den.",
                en: "the file is broken or cut short. Fetch it again, or open it in Excel and save it anew.")
        case .notRecords(let line):
            Phrase(
                sv: """
                    filen är JSON i en form som inte läses, eller avkortad (rad \(line)). Spara svaret från Kolada som det \
                    är, eller som CSV.
                    """,
                en: """
                    the file is JSON of a form that is not read, or cut short (line \(line)). Save Kolada's answer as it \
                    is, or as CSV.
                    """)
        case .encrypted:
            Phrase(
                sv: "filen är lösenordsskyddad: spara den utan lösenord.",
                en: "the file is locked with a password: save it without one.")
        case .binaryWorkbook:
            Phrase(
                sv: "filen är en arbetsbok av ett slag som inte läses (.xlsb, Excel 95). Spara den som .xlsx.",
                en: "the file is a workbook of a kind that is not read (.xlsb, Excel 95). Save it as .xlsx.")
        case .oversized:
            Phrase(
                sv: "filen packar upp till mer än en tabell kan vara. Dela upp den, eller spara den som CSV UTF-8.",
                en: "the file unpacks to more than a table can be. Split it, or save it as CSV UTF-8.")
        case .uncalculated(let cell):
            Phrase(
                sv: "cellen \(cell) är en formel som aldrig räknats ut. Öppna filen i Excel, spara den och kör igen.",
                en:
                    "the cell \(cell) is a formula that was never calculated. Open the file in Excel, save it and run again."
            )
        case .missingColumn(let canonical, let nearest, let line, let headers, let kind):
            Self.missing(canonical, nearest, line, headers, kind)
        case .missingSurveyColumn(let canonical, let nearest):
            Phrase(
                sv: "kolumnen ”\(canonical)” saknas i rubriken.\(Self.meant(nearest, .swedish))\n"
                    + "Ange vad den heter i filen under columns i kodboken: {\(canonical): \(nearest ?? "rubriken")}.",
                en: "the header has no column “\(canonical)”.\(Self.meant(nearest, .english))\n"
                    + "Say what the file calls it under columns in the codebook: {\(canonical): \(nearest ?? "its header")}."
            )
        case .unitUnknown(_, let header):
            Phrase(
                sv: "det framgår inte om timmarna i kolumnen ”\(header)” är per månad, vecka eller år.",
                en: "nothing says whether the hours of the column “\(header)” are per month, week or year."
            )
        case .unitColumnUnknown(let column, let unit):
            Phrase(
                sv: "kolumnen ”\(unit)” kan vara enheten för \(column), men inget av dess värden är en enhet av tid.",
                en: "the column “\(unit)” may be the unit of \(column), but none of its values is a unit of time."
            )
        case .unitSeems(_, let header, let measure):
            Phrase(
                sv: "kolumnen ”\(header)” kan inte vara timmar; talen ser ut att vara \(measure.words.swedish).",
                en: "the column “\(header)” cannot be hours; its numbers seem to be \(measure.words.english)."
            )
        case .hoursContradictClock(_, let header):
            Phrase(
                sv: "talen i kolumnen ”\(header)” stämmer inte med klockslagen på de flesta rader.",
                en: "the numbers of the column “\(header)” do not agree with the clock times on most rows."
            )
        case .otherHoursInTitle:
            Phrase(
                sv: "raderna ovanför rubriken säger att timmarna är beviljade eller planerade, inte utförda.\n"
                    + "Ta bort den raden om timmarna är utförda; annars är filen ingen fil med utförd tid.",
                en: "what stands above the header says that the hours are granted or planned, not performed.\n"
                    + "Remove it if the hours were performed; otherwise the file is no file of performed hours.")
        case .headerInTwoRows:
            Phrase(
                sv: "månaderna har flera kolumner var, och rubriken står på två rader.\n"
                    + "Ge varje kolumn en rubrik på en rad, till exempel ”Januari beviljat” och ”Januari utfört”.",
                en: "each month has several columns, and the header stands on two rows.\n"
                    + "Give each column its header on one row, such as “Januari beviljat” and “Januari utfört”.")
        case .nothingKept:
            Phrase(
                sv: "ingen rad i filen kunde läsas, så inget svar kan ges. Kör ledsaga check för att se varför.",
                en: "no row of the file could be read, so no answer can be given. Run ledsaga check to see why.")
        case .unitWord(let column, let word):
            Phrase(
                sv: "”\(word)” är ingen enhet för \(column).\n"
                    + "Välj timmar, minuter eller dygn, och för beviljad tid dag, vecka, månad, kvartal, år eller period.",
                en: "“\(word)” is no unit of \(column).\n"
                    + "Choose hours, minutes or days, and for granted time day, week, month, quarter, year or period.")
        case .dateOrderUnknown(_, let header, let shape):
            Phrase(
                sv: "det framgår inte om dag eller månad kommer först i kolumnen ”\(header)” (\(shape)).",
                en: "nothing says whether day or month comes first in the column “\(header)” (\(shape))."
            )
        case .dateOrdersDiffer(_, let header):
            Phrase(
                sv: "datumen i kolumnen ”\(header)” har dag och månad i olika ordning på olika rader.\n"
                    + "Exportera på nytt med datum som 2019-03-01.",
                en: "the dates of the column “\(header)” have day and month in different orders.\n"
                    + "Export again with dates such as 2019-03-01.")
        case .otherPseudonyms(let other):
            Phrase(
                sv:
                    "personerna är andra än i filerna med \(other.words.swedish): den ena är pseudonymiserad och inte den "
                    + "andra, eller så är de pseudonymiserade med olika nycklar.\n"
                    + "Använd originalen, eller pseudonymisera alla filer med samma ledsaga.key.",
                en:
                    "the persons are others than in the files of \(other.words.english): one is pseudonymised and not the "
                    + "other, or they are so with different keys.\n"
                    + "Use the originals, or pseudonymise all files with the same ledsaga.key.")
        case .noPersonInCommon(let other):
            Phrase(
                sv: "ingen person i filen finns i filerna med \(other.words.swedish).\n"
                    + "Kontrollera att båda uttagen har personnummer, eller samma slags id.",
                en: "no person of the file is in the files of \(other.words.english).\n"
                    + "Check that both exports have identity numbers, or the same kind of id.")
        case .ambiguousColumn(let canonical, let headers):
            Self.ambiguous(canonical, headers)
        case .missingHeader:
            Phrase(
                sv: "filen saknar rubrikrad. Exportera den med rubriker.",
                en: "the file has no header. Export it with its headers.")
        case .yearMissing:
            Phrase(
                sv: "tabellen säger inte vilket år den gäller.",
                en: "the table does not say which year it is of."
            )
        case .monthMissing:
            Phrase(
                sv:
                    "det framgår inte vilken månad raderna gäller: ingen kolumn, inte filens namn och ingen titel säger "
                    + "det.\nGe filen ett namn med månaden i, till exempel utforda-2019-03.csv.",
                en: "nothing says which month the rows are of: no column, nor the file's name, nor a title.\n"
                    + "Name the file with its month, such as utforda-2019-03.csv.")
        case .nameTellsNothing(let column, let place):
            Phrase(
                sv:
                    "ledsaga.yaml säger att ”\(column)” framgår av \(place == .title ? "titeln" : "filens namn"), men där "
                    + "står inget känt värde.\nSkriv det där, eller ta bort \(column) ur from.",
                en:
                    "ledsaga.yaml says that the \(place == .title ? "title" : "file's name") tells “\(column)”, but it has "
                    + "no known value.\nWrite it there, or remove \(column) from from.")
        case .mappedColumnMissing(let canonical, let header, let nearest):
            Phrase(
                sv: "ledsaga.yaml säger att ”\(canonical)” heter ”\(header)”, men den rubriken finns inte i filen."
                    + Self.meant(nearest, .swedish),
                en: "ledsaga.yaml says “\(canonical)” is called “\(header)”, but the file has no such header."
                    + Self.meant(nearest, .english))
        default: surveyWords
        }
    }

    /// Which of several columns is meant. Headers that are alike cannot be told apart by name.
    private static func ambiguous(_ canonical: String, _ headers: [String]) -> Phrase {
        Phrase(
            sv: "flera kolumner kan vara ”\(canonical)”: \(headers.joined(separator: ", ")).",
            en: "several columns may be “\(canonical)”: \(headers.joined(separator: ", ")).")
    }

    private static func missing(
        _ canonical: String, _ nearest: String?, _ line: Int, _ headers: [String], _ kind: SourceKind
    ) -> Phrase {
        let shown = headers.prefix(8).joined(separator: "; ") + (headers.count > 8 ? "; …" : "")
        let problem = Phrase(
            sv:
                "kolumnen ”\(canonical)” saknas, som behövs för \(kind.words.swedish). Rubriken verkar stå på rad \(line): "
                + "\(shown).\(meant(nearest, .swedish))",
            en:
                "there is no column “\(canonical)”, which \(kind.words.english) need. The header seems to be on line \(line): "
                + "\(shown).\(meant(nearest, .english))")
        guard nearest == nil else { return problem }
        return problem
            + Phrase(
                sv:
                    "\nExportera filen med en sådan kolumn. Finns den under ett annat namn pekas den ut med columns "
                    + "vid källan i ledsaga.yaml.",
                en:
                    "\nExport the file with such a column. If it is there by another name, columns at the source in "
                    + "ledsaga.yaml points it out.")
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
