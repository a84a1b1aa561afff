// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Words, numbers and cells as Markdown.
struct MarkdownText {
    let language: Language
    let numbering: Numbering
    /// Ids that text of the document links to: only they get an anchor.
    let linked: Set<String>

    /// Running text. The first character of a line is escaped too where it would begin a list or a heading.
    func line(_ text: RichText) -> Markdown { inline(text).guardingStart }

    func inline(_ text: RichText) -> Markdown { text.runs.map(inline).joined() }

    private func inline(_ run: Inline) -> Markdown {
        let style = NumberStyle(language)
        switch run {
        case .text(let text): return Markdown(text)
        case .strong(let text): return "**\(text)**"
        case .code(let text): return .code(text)
        case .released(let value, let part, let form): return Markdown(CellText.inSentence(value, part, form, language))
        case .number(let number, let form): return Markdown(style.text(number, form))
        case .link(let text, let id): return "[\(text)](#\(id))"
        case .reference(let id): return "[\(numbering.reference(to: id))](#\(id))"
        }
    }

    /// The text of a cell: never more than one line.
    func cell(_ cell: Cell) -> Markdown {
        if case .text(let text) = cell { return inline(text) }
        return Markdown(CellText(cell, language).text)
    }

    /// An anchor for links, when anything links here.
    func anchor(_ id: String) -> Markdown {
        linked.contains(id) ? "<a id=\"\(id)\"></a>" : ""
    }
}
