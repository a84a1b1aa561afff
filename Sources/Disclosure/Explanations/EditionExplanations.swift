// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// What is known from reports that have been released.
extension DisclosureExplanation {
    static func editions(_ settings: DisclosureSettings) -> DisclosureExplanation {
        DisclosureExplanation(
            name: "editions",
            aliases: ["edition", "release-log", "correction", "utgava", "utgavor", "rattad-utgava", "utgavor.json"],
            summary: Phrase(
                sv: "Det som skrivs i reports/ är utgivet: det får ett nummer, och det som visats där är känt.",
                en: "What is written in reports/ is released: it has a number, and what it showed is known."),
            definition: [
                Phrase(
                    sv:
                        "reports/utgavor.json numrerar rapporterna i den ordning de gavs ut. En rapport räknar det som de tidigare visar som känt, och det som de döljer förblir dolt. Görs den om räknar den bara med dem som gavs ut före den, så att den blir densamma. Filen har inga uppgifter om personer och ingen tid, bara tabellernas kontrollsumma.",
                    en:
                        "reports/utgavor.json numbers reports in the order they were released. A report counts what earlier ones show as known, and what they hide stays hidden. Made again it counts only on those released before it, so that it is the same. The file holds nothing about persons and no time, only the checksum of the tables."
                ),
                Phrase(
                    sv:
                        "Har talen ändrats sedan rapporten gavs ut skrivs inget förrän du säger vad det är. ”--correction ORSAK” gör en rättad utgåva: den förra läggs i reports/2019-utgava-1/, och den nya vet vad den visade och dolde. Första sidan säger vilka huvudtal som ändrats, hur många andra tal som har det, och orsaken med dina ord. ”--replace” skriver en ny i stället för en utgåva som ingen har fått.",
                    en:
                        "Where the numbers have changed since a report was released, nothing is written until you say what it is. “--correction REASON” makes a corrected edition: the last one is kept in reports/2019-utgava-1/, and the new one knows what it showed and hid. Page one says which main numbers have changed, how many others have, and the reason in your words. “--replace” writes a new one in place of an edition that nobody has been given."
                ),
                Phrase(
                    sv:
                        "Ett tal som den förra utgåvan visade och som är detsamma nu är känt: inget annat döljs bakom det. Ett tal som är ett annat nu är ett nytt tal. Gäller rättelsen bara några få kan den som har båda utgåvorna se det, och ”ledsaga report” säger till. Rätta då hellre mer på en gång.",
                    en:
                        "A number that the last edition showed and that is the same now is known: nothing else is hidden behind it. A number that is another now is a new number. Where the correction is about a few only, who has both editions can see that, and “ledsaga report” says so. Rather correct more at once then."
                ),
            ],
            formula: [], settings: settings.printed([.threshold]),
            example: [
                Phrase(
                    sv: "ledsaga report --year 2019 --correction \"Farstas beslut saknades\"",
                    en: "ledsaga report --year 2019 --correction \"Farstas beslut saknades\"")
            ],
            source: Phrase(
                sv: "Ledsagas regel; docs/rojandekontroll.md, Utgåvor.",
                en: "Ledsaga's rule; docs/rojandekontroll.md, Utgåvor."),
            seeAlso: ["suppression", "protection"])
    }
}
