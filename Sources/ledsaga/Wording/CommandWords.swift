// SPDX-License-Identifier: EUPL-1.2
import Terms

/// What the help of a command says above its options: what it does, examples, then more.
struct CommandWords {
    /// A command line to copy, and what it does when that needs saying.
    struct Example {
        let line: String
        let gloss: Phrase?

        init(_ line: String, _ gloss: Phrase? = nil) {
            self.line = line
            self.gloss = gloss
        }
    }

    /// One line, shown in the list of commands too.
    let abstract: Phrase
    /// The words after the command's name.
    let usage: Phrase
    let examples: [Example]
    let text: Phrase?

    init(abstract: Phrase, usage: Phrase, examples: [Example], text: Phrase? = nil) {
        self.abstract = abstract
        self.usage = usage
        self.examples = examples
        self.text = text
    }

    private static let heading = Phrase(sv: "EXEMPEL", en: "EXAMPLES")

    /// The examples and the text, in a language. The parser wraps it to the terminal.
    func discussion(in language: Language) -> String {
        let column = (examples.filter { $0.gloss != nil }.map(\.line.count).max() ?? 0) + 3
        var rows = [Self.heading[language]]
        for example in examples {
            let blanks = String(repeating: " ", count: max(2, column - example.line.count))
            rows.append("  " + example.line + (example.gloss.map { blanks + $0[language] } ?? ""))
        }
        if let text { rows += ["", text[language]] }
        return rows.joined(separator: "\n")
    }
}
