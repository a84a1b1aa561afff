// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The help of `report`.
enum ReportHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Skriv årets uppföljning: kommunens, varje nämnds och tabellerna.",
            en: "Write the yearly follow-up: the city's, every board's, the tables."),
        usage: Phrase(sv: "[<val>]", en: "[<options>]"),
        examples: [
            CommandWords.Example("ledsaga report --year 2019"),
            CommandWords.Example("ledsaga report --year 2019 --language en --output english"),
            CommandWords.Example("ledsaga report --year 2019 --district Farsta"),
            CommandWords.Example("ledsaga report --year 2019 --correction \"Farstas beslut saknades\""),
        ],
        text: Phrase(
            sv: """
                Skriver reports/2019/ i sin helhet eller inte alls: avbryts körningen ligger den förra rapporten \
                kvar. Rader som inte kan läsas läggs åt sidan och redovisas på första sidan; med --strict avbryts \
                körningen i stället. Med --district skrivs bara den nämndens rapport, i reports/2019-farsta/. Den \
                är likadan, byte för byte, som i hela rapporten och skyddad tillsammans med den.

                Det som skrivs i reports/ räknas som utgivet och får ett nummer i reports/utgavor.json. Samma tal är \
                samma utgåva. Har talen ändrats sedan dess skrivs inget förrän du sagt vad det är: med --correction en \
                rättad utgåva, som vet vad den förra visade, säger på första sidan vad som ändrats och varför, och \
                lägger den förra i reports/2019-utgava-1/; med --replace en ny i stället för en som ingen har fått.
                """,
            en: """
                Writes reports/2019/ whole or not at all: a run that is stopped leaves the last report as it was. \
                Rows that cannot be read are set aside and told of on page one; --strict stops instead. With \
                --district only that board's report is written, to reports/2019-farsta/: the same bytes as in the \
                whole report, protected together with it.

                What is written in reports/ counts as released and has a number in reports/utgavor.json. The same \
                numbers are the same edition. Where they have changed since, nothing is written until you say what it \
                is: with --correction a corrected edition, which knows what the last one showed, says on page one what \
                changed and why, and keeps the last one in reports/2019-utgava-1/; with --replace a new one in place \
                of one that nobody has been given.
                """))
    static let correction = OptionWords(
        ValueName.reason,
        sv: "Rätta en rapport som lämnats ut: en ny utgåva, med den här orsaken på första sidan.",
        en: "Correct a report that has been given out: a new edition, with this reason on page one.")
    static let replace = OptionWords(
        sv: "Skriv en ny i stället för årets senaste utgåva, som ingen har fått.",
        en: "Write a new one in place of the year's last edition, which nobody has been given.")
    static let year = OptionWords(
        ValueName.year, sv: "Rapportens år, som 2019. (förval: exporternas sista hela år)",
        en: "The year of the report, as 2019. (default: the last whole year of the exports)")
    static let output = OptionWords(
        ValueName.folder, sv: "Mapp som årets mapp skrivs i. (förval: projektets reports/)",
        en: "Folder that the year's folder is written in. (default: the project's reports/)")
    static let district = OptionWords(
        ValueName.board, sv: "Bara den här nämndens rapport, i en egen mapp.",
        en: "Only this board's report, in a folder of its own.")
    static let format = OptionWords(
        ValueName.format, sv: "Rapportens format, med komma emellan.", en: "Formats of the report, comma between.")
    static let disclosure = OptionWords(
        ValueName.file,
        sv: "Skriv också vad som dolts och varför till den här JSON-filen. Den är intern.",
        en: "Also write what was hidden and why to this JSON file. It is internal.")
    static let published = OptionWords(
        ValueName.folder,
        sv:
            "En tidigare publicerad rapport: det den visar räknas som känt, och det den döljer ska förbli dolt. Kan anges flera gånger. De i projektets reports/ hittas utan valet; none: räkna inte med några.",
        en:
            "A report published before: what it shows counts as known, and what it hides is to stay hidden. Can be given several times. Those in the project's reports/ are found without it; none: count on none."
    )
}

/// The help of `measures`.
enum MeasuresHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Lista måtten, deras delar och vad de kan delas upp efter.",
            en: "List the measures, their aspects and possible breakdowns."),
        usage: Phrase(sv: "[<val>]", en: "[<options>]"),
        examples: [
            CommandWords.Example("ledsaga measures"), CommandWords.Example("ledsaga measures --format json"),
        ])
    static let project = OptionWords(
        ValueName.folder, sv: "Det projekt vars enkätfrågor listas, om det är ett.",
        en: "The project whose survey items are listed, if it is one.")
}

/// The help of `explain`.
enum ExplainHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Vad ett mått betyder: definition, formel, inställningar, källa.",
            en: "What a measure means: definition, formula, settings, source."),
        usage: Phrase(sv: "<namn> [<val>]", en: "<name> [<options>]"),
        examples: [
            CommandWords.Example("ledsaga explain utilisation"),
            CommandWords.Example("ledsaga explain flexible-use"),
            CommandWords.Example("ledsaga explain F1o"),
            CommandWords.Example("ledsaga explain item:time-enough"),
        ])
    static let name = OptionWords(
        ValueName.name,
        sv: "Ett mått, en variant (F1, D2 …), ett grundbegrepp (spell, period …) eller en enkätfråga (item:NAMN).",
        en: "A measure, a variant (F1, D2 …), a building block (spell, period …) or a survey item (item:NAME).")
    static let project = OptionWords(
        ValueName.folder, sv: "Det projekt vars inställningar gäller, om det är ett.",
        en: "The project whose settings are in force, if it is one.")
}
