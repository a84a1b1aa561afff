// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The help of `quarter`.
enum QuarterHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Kvartalets statistik över beslut som inte verkställts.",
            en: "The quarter's statistics on decisions not carried out."),
        usage: Phrase(sv: "--quarter <kvartal> [<val>]", en: "--quarter <quarter> [<options>]"),
        examples: [
            CommandWords.Example("ledsaga quarter --quarter 2025Q3"),
            CommandWords.Example(
                "ledsaga quarter --quarter 2025Q3 --internal --output internt",
                Phrase(
                    sv: "hela statistiken och listan att granska", en: "the whole statistics and the list to examine")),
        ],
        text: Phrase(
            sv: """
                Skriver reports/2025-Q3/: statistiken till kommunfullmäktige (SoL 34 kap. 3 §, LSS 28 h §; för beslut före \
                2025-07-01 äldre SoL 16 kap. 6 h §) som dokument och öppen tabell, skyddad tillsammans med det som redan är \
                utgivet. Den får ett nummer i reports/utgavor.json, som årets rapport.

                Med --internal skrivs i stället två CSV-filer i en mapp utanför reports/: hela statistiken, och en lista över \
                besluten att granska inför rapporter till IVO och revisorerna (SoL 34 kap. 1 §, LSS 28 f §). Timmar kan inte \
                skilja ett avbrott från personens eget val, och skäl och erbjudanden fylls i för hand. Inget skickas.
                """,
            en: """
                Writes reports/2025-Q3/: the statistics to the municipal council (SoL 34:3, LSS 28 h; for decisions before \
                2025-07-01 the older SoL 16:6 h) as a document and an open table, protected together with what has been \
                released. It has a number in reports/utgavor.json, like the year's report.

                With --internal two CSV files are written instead, in a folder outside reports/: the whole statistics, and a \
                list of the decisions to examine for reports to IVO and the auditors (SoL 34:1, LSS 28 f). Hours cannot tell \
                an interruption from the person's own choice, and reasons and offers are filled in by hand. Nothing is sent.
                """))
    static let quarter = OptionWords(
        Phrase(sv: "kvartal", en: "quarter"), sv: "Kvartalet, som 2025Q3.", en: "The quarter, as 2025Q3.")
    static let output = OptionWords(
        ValueName.folder,
        sv: "Mapp som kvartalets mapp skrivs i (förval: projektets reports/); med --internal mappen för listorna.",
        en:
            "Folder that the quarter's folder is written in (default: the project's reports/); with --internal that of the lists."
    )
    static let format = OptionWords(
        ValueName.format, sv: "Dokumentets format, med komma emellan.", en: "Formats of the document, comma between.")
    static let isInternal = OptionWords(
        sv: "Skriv hela statistiken och listan över beslut, som är interna.",
        en: "Write the whole statistics and the list of decisions, which are internal.")
}
