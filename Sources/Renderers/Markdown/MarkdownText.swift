// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Text in Markdown: every character that Markdown or pandoc would take for markup is escaped.
struct MarkdownText {
    let language: Language
    let numbering: Numbering
    /// Ids that text of the document links to: only they get an anchor.
    let linked: Set<String>

    /// Running text. The first character of a line is escaped too where it would begin a list or a heading.
    func line(_ text: RichText) -> String {
        Self.guardingStart(inline(text))
    }

    func inline(_ text: RichText) -> String {
        text.runs.map(inline).joined()
    }

    private func inline(_ run: Inline) -> String {
        let style = NumberStyle(language)
        switch run {
        case .text(let text): return Self.escaped(text)
        case .strong(let text): return "**\(Self.escaped(text))**"
        case .code(let text): return Self.code(text)
        case .released(let value, let part, let form):
            return Self.escaped(CellText.inSentence(value, part, form, language))
        case .number(let number, let form): return Self.escaped(style.text(number, form))
        case .link(let text, let id): return "[\(Self.escaped(text))](#\(id))"
        case .reference(let id): return "[\(numbering.reference(to: id))](#\(id))"
        }
    }

    /// The text of a cell: never more than one line.
    func cell(_ cell: Cell) -> String {
        if case .text(let text) = cell { return inline(text) }
        return Self.escaped(CellText(cell, language).text)
    }

    /// An anchor for links, when anything links here.
    func anchor(_ id: String) -> String {
        linked.contains(id) ? "<a id=\"\(id)\"></a>" : ""
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for (place, character) in zip(text.indices, text) {
            switch character {
            // Inside a word an underscore is only itself.
            case "_" where isInsideWord(place, of: text): result.append(character)
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "^", "$", "@", "#", "&":
                result += "\\\(character)"
            case "\n", "\r\n", "\r", "\t": result.append(" ")
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result.append("\u{FFFD}")
            default: result.append(character)
            }
        }
        return result
    }

    private static func isInsideWord(_ place: String.Index, of text: String) -> Bool {
        guard place > text.startIndex, text.index(after: place) < text.endIndex else { return false }
        let neighbours = [text[text.index(before: place)], text[text.index(after: place)]]
        return neighbours.allSatisfy { $0.isLetter || $0.isNumber }
    }

    /// A code span; its fence is longer than any run of backticks inside.
    static func code(_ text: String) -> String {
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let pad = longest > 0 ? " " : ""
        return fence + pad + text.replacing("|", with: "\\|") + pad + fence
    }

    /// A line that begins "1." or "- " is text, not a list.
    static func guardingStart(_ line: String) -> String {
        guard let first = line.first else { return line }
        if first == "-" || first == "+" || first == ":" || first == "=" || first == "%" { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let after = line[digits.endIndex...].first
        guard !digits.isEmpty, after == "." || after == ")" else { return line }
        return digits + "\\" + line[digits.endIndex...]
    }
}
