// SPDX-License-Identifier: EUPL-1.2
import Terms

extension IntakeFileError {
    /// Why a survey cannot be taken in, and what to do.
    var surveyWords: Phrase {
        switch self {
        case .codebookMissing:
            Phrase(
                sv:
                    "enkäten har ingen kodbok. Ange codebook vid källan, eller gör ett utkast med ”ledsaga codebook FIL”.",
                en: "the survey has no codebook. Name it at the source, or draft one with “ledsaga codebook FILE”.")
        case .groupMissing:
            Phrase(
                sv: "det framgår inte vilka som svarat. Skriv group: users, providers eller case-officers.",
                en: "it is not said who answered. Write group: users, providers or case-officers.")
        case .groupDiffers(let source, let codebook):
            Phrase(
                sv: "ledsaga.yaml säger group: \(source), men kodboken är för \(codebook). Är det rätt kodbok?",
                en: "ledsaga.yaml says group: \(source), but the codebook is for \(codebook). Is it the right codebook?"
            )
        case .noQuestions:
            Phrase(
                sv: "ingen kolumn i filen är en fråga med svar som kan räknas. Är det rätt fil?",
                en: "no column of the file is a question whose answers can be counted. Is it the right file?")
        case .severalEvents(let header, let count):
            Phrase(
                sv:
                    "filen har rader från \(count) tillfällen (kolumnen \(header)), så samma person står flera gånger.\n"
                    + "Exportera ett tillfälle i taget, till var sin fil.",
                en: "the file has rows of \(count) occasions (column \(header)), so a person stands several times.\n"
                    + "Export one occasion at a time, each to a file of its own.")
        case .waveYearMissing:
            Phrase(
                sv: "enkäten saknar år. Skriv till exempel wave: 2019 vid källan i ledsaga.yaml.",
                en: "the survey has no year. Write for example wave: 2019 at its source in ledsaga.yaml.")
        case .twoCodebooks(let group, let wave):
            Phrase(
                sv: "gruppen \(group) har två kodböcker med olika frågor för mätningen \(wave). "
                    + "Använd en, eller ge mätningarna olika namn.",
                en: "the group \(group) has two codebooks with different questions for the wave \(wave). "
                    + "Use one, or name the waves differently.")
        case .unknownStratum(let name, let nearest):
            Phrase(
                sv: "kodbokens stratum ”\(name)” är ingen stadsdelsnämnd i projektet.\(Self.meant(nearest, .swedish))",
                en: "the codebook's stratum “\(name)” is no district of the project.\(Self.meant(nearest, .english))")
        case .itemWithoutColumn(let item, let others, let nearest):
            itemWithoutColumn(item, others, nearest)
        case .itemColumnTwice(let item, let headers):
            Phrase(
                sv: "flera kolumner kan vara kodbokens fråga ”\(item)”: \(headers.joined(separator: ", ")).\n"
                    + "Skriv i kodboken vilken som menas, med numret: header: \"\(headers.first ?? "")\".",
                en: "several columns may be the codebook's question “\(item)”: \(headers.joined(separator: ", ")).\n"
                    + "Say in the codebook which is meant, with its number: header: \"\(headers.first ?? "")\".")
        case .otherPlatform(let found, let expected):
            Phrase(
                sv: "filen ser ut att komma från \(found.title), men kodboken är för \(expected.title).\n"
                    + "Exportera från \(expected.title), eller ta bort platform ur kodboken.",
                en: "the file seems to come from \(found.title), but the codebook is for \(expected.title).\n"
                    + "Export from \(expected.title), or remove platform from the codebook.")
        case .otherSurvey(let found, let missing, let all):
            Phrase(
                sv: "\(missing) av kodbokens \(all) frågor har ingen kolumn i filen\(Self.origin(found, .swedish)).\n"
                    + "Är det rätt kodbok? Visa kolumnerna med ”ledsaga inspect”.",
                en: "\(missing) of the codebook's \(all) questions have no column in the file"
                    + "\(Self.origin(found, .english)).\nIs it the right codebook? “ledsaga inspect” shows the columns."
            )
        case .noAnswerFits(let item, let header, _):
            Phrase(
                sv: "kolumnen \(header): inget av svaren finns i kodboken för frågan ”\(item)”.\n"
                    + "Lägg till hur svaren skrivs i filen, med also: vid varje svar.",
                en: "column \(header): none of the answers is in the codebook for the question “\(item)”.\n"
                    + "Add how the file writes them, with also: at each answer.")
        default: preconditionFailure("an error of a file without words")
        }
    }

    private static func origin(_ platform: SurveyPlatform, _ language: Language) -> String {
        guard platform != .generic else { return "" }
        return Phrase(
            sv: ", som ser ut att komma från \(platform.title)", en: ", which seems to come from \(platform.title)")[
                language]
    }

    private func itemWithoutColumn(_ item: String, _ others: Int, _ nearest: String?) -> Phrase {
        let more =
            others == 0
            ? Phrase(sv: "", en: "")
            : Phrase(
                sv: " och \(others) \(others == 1 ? "fråga" : "frågor") till",
                en: " and \(others) \(others == 1 ? "question" : "questions") more")
        let verb = others == 0 ? "has" : "have"
        return Phrase(
            sv: "kodbokens fråga ”\(item)”\(more[.swedish]) har ingen kolumn i filen.\(Self.meant(nearest, .swedish))\n"
                + "Skriv rubriken som header: i kodboken, eller optional: true om frågan inte ställdes.",
            en: "the codebook's question “\(item)”\(more[.english]) \(verb) no column in the file."
                + "\(Self.meant(nearest, .english))\n"
                + "Give its header as header: in the codebook, or optional: true if it was not asked.")
    }
}
