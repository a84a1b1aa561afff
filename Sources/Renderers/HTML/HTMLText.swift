// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Words, numbers and cells as HTML.
struct HTMLText: Sendable {
    let language: Language
    let numbering: Numbering

    func inline(_ text: RichText) -> [Markup] {
        text.runs.map(inline)
    }

    private func inline(_ run: Inline) -> Markup {
        switch run {
        case .text(let text): .text(text)
        case .strong(let text): .tag("strong", [:], text)
        case .code(let text): .tag("code", [:], text)
        case .released(let value, let part, let form):
            number(CellText.inSentence(value, part, form, language))
        case .number(let number, let form): self.number(NumberStyle(language).text(number, form))
        case .link(let text, let id): .tag("a", ["href": "#" + id], text)
        case .reference(let id): .tag("a", ["href": "#" + id], numbering.reference(to: id))
        }
    }

    /// A number never breaks across lines; an interval may, at its dash.
    private func number(_ text: String) -> Markup {
        .tag("span", ["class": "number"], text)
    }

    /// What stands in a cell. A sign is for the eye; a listener hears its meaning.
    func cell(_ cell: Cell) -> [Markup] {
        if case .text(let text) = cell { return inline(text) }
        return self.cell(CellText(cell, language))
    }

    func cell(_ text: CellText) -> [Markup] {
        guard let spoken = text.spoken(language) else { return [.text(text.text)] }
        return [.tag("span", ["aria-hidden": "true"], text.text), .tag("span", ["class": "unseen"], spoken)]
    }

    /// A change: its sign for the eye, its word for all.
    func change(_ change: ChangeWord) -> Markup {
        .tag(
            "span", ["class": "change"],
            [.tag("span", ["aria-hidden": "true"], change.sign), .text(" \(change.phrase[language])")])
    }
}
