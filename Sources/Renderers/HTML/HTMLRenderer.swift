// SPDX-License-Identifier: EUPL-1.2
package import Documents
import Terms

extension DocumentFormat {
    static let html = DocumentFormat(name: "html") { Array($0.html().utf8) }
}

extension Document {
    /// The document as one HTML file that needs nothing else: style and drawings are inside, there is no script, and
    /// its content policy forbids every request.
    package func html() -> String {
        HTMLRenderer(document: self).rendered
    }
}

/// Writes a document as a page: skip link, head, contents, main part, foot.
private struct HTMLRenderer {
    let document: Document
    let text: HTMLText

    init(document: Document) {
        self.document = document
        text = HTMLText(language: document.language, numbering: Numbering(of: document))
    }

    var rendered: String {
        let metadata = document.metadata
        return HTMLPage(
            language: document.language, title: "\(document.title) – \(metadata.publisher)",
            metadata: [
                .tag("meta", ["name": "description", "content": metadata.summary]),
                .tag("meta", ["name": "author", "content": metadata.publisher]),
                .tag("meta", ["name": "generator", "content": metadata.generator]),
            ], body: body
        ).rendered
    }

    private var body: Markup {
        let metadata = document.metadata
        var header: [Markup] = [.tag("h1", [:], document.title)]
        // Who publishes it stands above the title, unless the line under it begins with that name.
        if !document.subtitle.hasPrefix(metadata.publisher) {
            header.insert(.tag("p", [:], metadata.publisher), at: 0)
        }
        if !document.subtitle.isEmpty { header.append(.tag("p", ["class": "subtitle"], document.subtitle)) }
        let main =
            document.introduction.map(block) + document.sections.map { section($0, level: 2) }
        let made = "\(DocumentWords.madeWith[document.language]) \(metadata.generator)."
        return .tag(
            "body", [:],
            [
                .tag("a", ["class": "skip", "href": "#main"], DocumentWords.skip[document.language]),
                .tag("header", [:], header), contents, .tag("main", ["id": "main", "tabindex": "-1"], main),
                .tag("footer", [:], [.tag("p", [:], "\(metadata.publisher). \(made)")]),
            ])
    }

    /// The sections of the first two levels.
    private var contents: Markup {
        func entry(_ section: Section, deeper: Bool) -> Markup {
            let link = Markup.tag("a", ["href": "#" + section.id], section.heading)
            let below = deeper ? section.sections.map { entry($0, deeper: false) } : []
            return .tag("li", [:], [link] + (below.isEmpty ? [] : [.tag("ul", [:], below)]))
        }
        return .tag(
            "nav", ["aria-labelledby": "contents"],
            [
                .tag("h2", ["id": "contents"], DocumentWords.contents[document.language]),
                .tag("ul", [:], document.sections.map { entry($0, deeper: true) }),
            ])
    }

    private static let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

    private func section(_ section: Section, level: Int) -> Markup {
        .tag(
            "section", ["id": section.id],
            [.tag(Self.headings[min(level, 6) - 1], [:], section.heading)] + section.blocks.map(block)
                + section.sections.map { self.section($0, level: level + 1) })
    }

    private func block(_ block: Block) -> Markup {
        switch block {
        case .paragraph(let paragraph): .tag("p", [:], text.inline(paragraph))
        case .finding(let finding):
            .tag(
                "p", ["class": "finding"],
                (finding.change.map { [text.change($0), .text(" ")] } ?? []) + text.inline(finding.sentence))
        case .cards(let cards): .tag("ul", ["class": cards.count == 4 ? "cards four" : "cards"], cards.map(card))
        case .table(let table): HTMLTable(table: table, text: text).standing
        case .figure(let figure): HTMLFigure(figure: figure, text: text).markup
        case .note(let note): self.note(note)
        case .list(let items): .tag("ul", [:], items.map { .tag("li", [:], text.inline($0)) })
        case .steps(let items): .tag("ol", [:], items.map { .tag("li", [:], text.inline($0)) })
        case .definitions(let terms):
            .tag(
                "dl", [:],
                terms.flatMap { term in
                    [.tag("dt", [:], term.term)] + term.meaning.map { .tag("dd", [:], text.inline($0)) }
                })
        case .formula(let formula): .tag("pre", [:], formula)
        }
    }

    private func note(_ note: Note) -> Markup {
        let style =
            switch note.kind {
            case .remark: "note"
            case .caution: "note caution"
            case .restricted: "note restricted"
            }
        let opening = DocumentWords.opening(of: note.kind).map {
            [Markup.tag("strong", [:], $0[text.language]), .text(" ")]
        }
        return .tag("p", ["class": style], (opening ?? []) + text.inline(note.text))
    }

    private func card(_ card: Card) -> Markup {
        var lines: [Markup] = [
            .tag("p", ["class": "card-label"], card.label),
            .tag("p", ["class": "card-number"], text.cell(.value(card.number, card.form))),
        ]
        if let change = card.change { lines.append(.tag("p", ["class": "card-change"], [text.change(change)])) }
        lines.append(.tag("p", [:], text.inline(card.sentence)))
        if let certainty = card.certainty { lines.append(.tag("p", ["class": "small"], text.inline(certainty))) }
        return .tag("li", ["class": "card"], lines)
    }
}
