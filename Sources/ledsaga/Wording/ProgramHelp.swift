// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The help of the program and of the commands that start a project.
enum ProgramHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Årets uppföljning av ledsagning, ur kommunens egna exporter.",
            en: "The yearly follow-up of the companion service, from your own exports."),
        usage: Phrase(sv: "<kommando>", en: "<command>"),
        examples: [
            CommandWords.Example(
                "ledsaga init uppfoljning",
                Phrase(sv: "börja ett projekt i en ny mapp", en: "start a project in a new folder")),
            CommandWords.Example(
                "ledsaga check", Phrase(sv: "se vad som går att läsa", en: "see what can be read")),
            CommandWords.Example(
                "ledsaga report --year 2019", Phrase(sv: "skriv reports/2019/", en: "write reports/2019/")),
            CommandWords.Example(
                "ledsaga explain flexible-use", Phrase(sv: "vad ett tal betyder", en: "what a number means")),
            CommandWords.Example("ledsaga query utilisation --by district,year"),
        ],
        text: Phrase(
            sv: """
                Inga uppgifter lämnar datorn, och inget skrivs ut som röjandekontrollen inte har \
                släppt igenom.
                """,
            en: """
                Nothing leaves the computer, and nothing is printed that disclosure control has not let \
                through.
                """))
}

/// The help of `init`.
enum InitHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Börja ett projekt: ledsaga.yaml, mappar och den hemliga nyckeln.",
            en: "Start a project: ledsaga.yaml, folders and the secret key."),
        usage: Phrase(sv: "[<mapp>] [<val>]", en: "[<dir>] [<options>]"),
        examples: [
            CommandWords.Example("ledsaga init"), CommandWords.Example("ledsaga init uppfoljning"),
        ],
        text: Phrase(
            sv: """
                Skriver ledsaga.yaml, data/, reports/, enkater/ med tre färdiga enkäter och deras kodböcker, \
                .gitignore och ledsaga.key, den hemliga nyckel som gör personnummer till pseudonymer. Det som redan \
                finns lämnas orört. Ligger exporter i data/ eller i mappen skrivs i ledsaga.yaml vad de togs för.
                """,
            en: """
                Writes ledsaga.yaml, data/, reports/, surveys/ with three ready surveys and their codebooks, \
                .gitignore and ledsaga.key, the secret key that makes pseudonyms of identity numbers. What is there \
                already is left as it is. Where exports lie in data/ or in the folder, ledsaga.yaml says what they \
                were taken for.
                """))
    static let folder = OptionWords(
        ValueName.folder, sv: "Mappen. Den skapas om den inte finns.",
        en: "The folder. It is made if it is not there.")
}
