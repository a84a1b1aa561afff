// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The help of `audit`.
enum AuditHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Angrip en publicerad rapport utifrån.", en: "Attack a published report from outside."),
        usage: Phrase(sv: "<mapp> [<val>]", en: "<dir> [<options>]"),
        examples: [
            CommandWords.Example("ledsaga audit reports/2019"),
            CommandWords.Example("ledsaga audit reports/2019 --published reports/2018"),
            CommandWords.Example("ledsaga audit reports/2019 --format json"),
        ],
        text: Phrase(
            sv: """
                Läser bara det som är publicerat, tabellerna och sidorna, och försöker ringa in varje dolt värde, \
                och tal som ingen tabell har men som följer av dem. \
                Talen på sidorna ska finnas i tabellerna. Slutkoden är 1 när något dolt går att ringa in eller ett \
                tal saknas i tabellerna.
                """,
            en: """
                Reads only what is published, the tables and the pages, and tries to narrow each hidden value, \
                and numbers that no table has but that follow. The \
                numbers on the pages must be in the tables. The exit code is 1 when something hidden can be \
                narrowed or a number is in no table.
                """))
    static let folder = OptionWords(
        ValueName.folder, sv: "Rapportens mapp.", en: "The report's folder.")
    static let published = OptionWords(
        ValueName.folder, sv: "En tidigare rapport, som alla också har läst. Kan anges flera gånger.",
        en: "An earlier report, which everybody has read too. Can be given several times.")
}
