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

extension AlreadyReleased {
    func message(in language: Language) -> String {
        Phrase(
            sv: """
                \(folder) är utgåva \(edition) för \(period), och talen är andra nu. Inget skrevs.
                Har någon fått den: --correction "orsak". Har ingen fått den: --replace. Bara för att se: -o utkast.
                """,
            en: """
                \(folder) is edition \(edition) of \(period), and the numbers are others now. Nothing was written.
                If it has been given to anyone: --correction "reason". If to nobody: --replace. Only to look: -o draft.
                """)[language]
    }
}

extension NothingToCorrect {
    func message(in language: Language) -> String {
        Phrase(
            sv: """
                --correction: det finns ingen utgiven rapport för \(period) att rätta.
                Utelämna --correction.
                """,
            en: """
                --correction: no report of \(period) has been released that could be corrected.
                Leave out --correction.
                """)[language]
    }
}

extension EditionOfOneBoard {
    func message(in language: Language) -> String {
        let option = isReplacing ? "--replace" : "--correction"
        return Phrase(
            sv: """
                \(option) gäller hela rapporten, och --district bara en nämnds.
                Kör först utan --district, och sedan med --district och utan \(option).
                """,
            en: """
                \(option) is of the whole report, and --district of one board's.
                Run without --district first, and then with --district and without \(option).
                """)[language]
    }
}

extension MissingEdition {
    func message(in language: Language) -> String {
        Phrase(
            sv: """
                \(folder): här ligger inte utgåva \(edition) för \(period) som den gavs ut, och den behövs för att veta vad den visade.
                Lägg tillbaka mappen. Har ingen fått den senaste utgåvan: kör med --replace.
                """,
            en: """
                \(folder): edition \(edition) of \(period) does not lie here as it was released, and it tells what was shown.
                Put the folder back. If nobody has been given the last edition: run with --replace.
                """)[language]
    }
}

extension UnreadableReleaseLog {
    func message(in language: Language) -> String {
        Phrase(
            sv: """
                \(path): filen är inte som Ledsaga skrev den.
                Lägg tillbaka den. Är den borta: ta bort filen, så numreras rapporterna på nytt.
                """,
            en: """
                \(path): the file is not as Ledsaga wrote it.
                Put it back. If it is lost: remove the file, and the reports are numbered anew.
                """)[language]
    }
}

extension BadReason {
    func message(in language: Language) -> String {
        switch self {
        case .empty:
            Phrase(
                sv: "--correction: skriv varför rapporten rättas. Orsaken står på första sidan.",
                en: "--correction: write why the report is corrected. The reason stands on page one.")[language]
        case .tooLong(let most):
            Phrase(
                sv: "--correction: orsaken är för lång. Skriv högst \(most) tecken.",
                en: "--correction: the reason is too long. Write \(most) characters at most.")[language]
        case .notOneLine:
            Phrase(
                sv: "--correction: skriv orsaken på en rad, utan andra tecken än text.",
                en: "--correction: write the reason on one line, with no signs but text.")[language]
        case .number:
            Phrase(
                sv: """
                    --correction: skriv orsaken utan andra siffror än årtal. Ett antal kan avslöja hur få det gällde.
                    Hur mycket talen har ändrats står i rapporten ändå.
                    """,
                en: """
                    --correction: write the reason without digits other than years. A count may tell how few it was about.
                    How much the numbers have changed stands in the report anyway.
                    """)[language]
        case .personKey:
            Phrase(
                sv: "--correction: orsaken innehåller ett personnummer. Den står på första sidan, så skriv den utan.",
                en: "--correction: the reason holds an identity number. It stands on page one, so write it without.")[
                    language]
        }
    }
}
