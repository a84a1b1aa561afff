// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A page of help as the argument parser lays it out, its frame in Swedish or English.
///
/// What the page says of commands and options is in the language in force already (`CommandWords`, `OptionWords`);
/// headings and a few fixed sentences are the parser's own, and it has them in English only.
struct HelpPage {
    private let page: String

    /// nil when the text is something else that was asked for: the version, a completion script.
    init?(_ text: String) {
        // The page begins with what the command does; the word before it tells nothing.
        let heading = "OVERVIEW: "
        guard text.hasPrefix(heading) else { return nil }
        var page = text.dropFirst(heading.count)
        while page.last == "\n" { page.removeLast() }
        self.page = String(page)
    }

    func text(in language: Language) -> String {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if let whole = Self.lines[String(line)] { return whole[language] }
            return Self.words.reduce(String(line)) { line, word in
                line.replacing(word.english, with: word[language])
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Lines that stand as they are, by the parser's words.
    private static let lines: [String: Phrase] = [
        "ARGUMENTS:": Phrase(sv: "ARGUMENT:", en: "ARGUMENTS:"),
        "OPTIONS:": Phrase(sv: "VAL:", en: "OPTIONS:"),
        "SUBCOMMANDS:": Phrase(sv: "KOMMANDON:", en: "COMMANDS:"),
        "  See 'ledsaga help <subcommand>' for detailed help.": Phrase(
            sv: "  Mer om ett kommando: ledsaga <kommando> --help",
            en: "  More about a command: ledsaga <command> --help"),
    ]

    /// Words inside lines. In lines that the parser has wrapped none is longer in Swedish, so that none grows past the
    /// terminal.
    private static let words = [
        Phrase(sv: "ANVÄNDNING: ", en: "USAGE: "),
        Phrase(sv: "(förval:", en: "(default:"),
        Phrase(sv: "; förval:", en: "; default:"),
        Phrase(sv: "(värden:", en: "(values:"),
        Phrase(sv: "Visa versionen.", en: "Show the version."),
        Phrase(sv: "Visa den här hjälpen.", en: "Show help information."),
        Phrase(sv: "Visa hjälp om ett kommando.", en: "Show subcommand help information."),
    ]
}
