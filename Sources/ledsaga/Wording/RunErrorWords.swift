// SPDX-License-Identifier: EUPL-1.2
import Intake
import Terms

extension NoSecretKey {
    func message(in language: Language) -> String {
        let file = Paths.joined(folder, SecretKey.fileName)
        let why =
            switch use {
            case .pseudonyms:
                Phrase(
                    sv: "utan nyckel går pseudonymerna inte att känna igen nästa gång",
                    en: "without the key pseudonyms cannot be known again next time")
            case .cellKeys:
                Phrase(
                    sv: "med method: cell_key bestämmer nyckeln hur antalen ändras",
                    en: "with method: cell_key the key decides how counts are changed")
            }
        return Phrase(
            sv: """
                \(file) finns inte, och \(why.swedish).
                Skapa nyckeln med: ledsaga init
                """,
            en: """
                \(file) does not exist, and \(why.english).
                Make the key with: ledsaga init
                """)[language]
    }
}

extension NothingToMeasure {
    func message(in language: Language) -> String {
        Phrase(
            sv: "Exporterna har inga rader att mäta på. Se vad som lästes med: ledsaga check",
            en: "The exports have no rows to measure. See what was read with: ledsaga check")[language]
    }
}

extension YearWithoutData {
    func message(in language: Language) -> String {
        guard years.count > 1 else {
            let known = years.lowerBound
            return Phrase(
                sv: """
                    Exporterna har inga uppgifter om \(year), bara om \(known).
                    Välj \(known), eller lägg till exporterna för \(year) i data/.
                    """,
                en: """
                    The exports say nothing of \(year), only of \(known).
                    Choose \(known), or add the exports of \(year) to data/.
                    """)[language]
        }
        let known = "\(years.lowerBound)–\(years.upperBound)"
        return Phrase(
            sv: """
                Exporterna har inga uppgifter om \(year), bara om \(known).
                Välj ett av de åren, eller lägg till exporterna för \(year) i data/.
                """,
            en: """
                The exports say nothing of \(year), only of \(known).
                Choose one of those years, or add the exports of \(year) to data/.
                """)[language]
    }
}

extension StrictStop {
    func message(in language: Language) -> String {
        let rest =
            count == 1
            ? Phrase(
                sv: "Raden kunde inte läsas, och med --strict avbryts körningen då.",
                en: "The row could not be read, and --strict stops the run then.")
            : Phrase(
                sv: "\(count) rader kunde inte läsas, och med --strict avbryts körningen då. Se alla: ledsaga check",
                en: "\(count) rows could not be read, and --strict stops the run then. See them all: ledsaga check")
        return fault.line(in: language) + "\n" + rest[language]
    }
}

extension InternalInReports {
    func message(in language: Language) -> String {
        Phrase(
            sv: "\(file): interna svar får inte ligga i reports/, som är till för att publiceras. Välj en annan mapp.",
            en: "\(file): internal answers may not lie in reports/, which is for publishing. Choose another folder.")[
                language]
    }
}
