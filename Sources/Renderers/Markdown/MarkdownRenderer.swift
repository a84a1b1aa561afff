// SPDX-License-Identifier: EUPL-1.2
package import Documents
import Terms

extension DocumentFormat {
    static let markdown = DocumentFormat(name: "md") { Array($0.markdown().utf8) }
}

extension Document {
    /// The document in Markdown (CommonMark with pipe tables), as GitHub shows it and pandoc reads it. Figures stand as
    /// their tables.
    package func markdown() -> String {
        MarkdownRenderer(document: self).rendered
    }
}

extension TablePage {
    /// The table alone in Markdown.
    package func markdown() -> String {
        let text = MarkdownText(language: language, numbering: Numbering(of: self), linked: [])
        let mark: [Markdown] = mark.map { ["**\($0)**"] } ?? []
        let blocks = mark + [MarkdownTable(table: table, text: text).lines.joined(separator: "\n")] + mark
        return blocks.joined(separator: "\n\n").source + "\n"
    }
}

/// Writes a document as Markdown: blocks apart by a blank line, one line a paragraph.
private struct MarkdownRenderer {
    let document: Document
    let text: MarkdownText

    init(document: Document) {
        self.document = document
        text = MarkdownText(
            language: document.language, numbering: Numbering(of: document), linked: document.linked)
    }

    var rendered: String {
        let metadata = document.metadata
        var parts: [[Markdown]] = [
            [
                "---", "lang: \(document.language.rawValue)", .frontMatter("pagetitle", document.title),
                .frontMatter("publisher", metadata.publisher), .frontMatter("description", metadata.summary), "---",
            ],
            ["# \(document.title)"],
        ]
        if !document.subtitle.isEmpty {
            parts.append([Markdown(document.subtitle).guardingStart])
        }
        parts += document.introduction.map(lines)
        for section in document.sections { parts += self.parts(of: section, level: 2) }
        parts.append(["---"])
        parts.append([
            "\(metadata.publisher). \(DocumentWords.madeWith[document.language]) \(metadata.generator)."
        ])
        let blocks = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
        return blocks.joined(separator: "\n\n").source + "\n"
    }

    private func parts(of section: Section, level: Int) -> [[Markdown]] {
        let heading = Markdown.repeating("#", min(level, 6)) + " \(section.heading)"
        let anchor = text.anchor(section.id)
        return (anchor.isEmpty ? [] : [[anchor]]) + [[heading]] + section.blocks.map(lines)
            + section.sections.flatMap { parts(of: $0, level: level + 1) }
    }

    private func lines(_ block: Block) -> [Markdown] {
        switch block {
        case .paragraph(let paragraph): return [text.line(paragraph)]
        case .finding(let finding):
            let change: Markdown = finding.change.map { "\(word($0)): " } ?? ""
            return [change.isEmpty ? text.line(finding.sentence) : change + text.inline(finding.sentence)]
        case .cards(let cards): return cards.map(line)
        case .table(let table): return MarkdownTable(table: table, text: text).lines
        case .figure(let figure): return MarkdownTable(table: figure.table, text: text).lines
        case .note(let note):
            let opening: Markdown = DocumentWords.opening(of: note.kind).map { "**\($0[text.language])** " } ?? ""
            return ["> " + (opening.isEmpty ? text.line(note.text) : opening + text.inline(note.text))]
        case .list(let items): return items.map { "- " + text.line($0) }
        case .steps(let items): return items.enumerated().map { "\($0 + 1). " + text.line($1) }
        case .definitions(let terms):
            return Array(
                terms.map { term in
                    ["**\(term.term)**\\"]
                        + term.meaning.enumerated().map { place, meaning in
                            text.line(meaning) + (place + 1 < term.meaning.count ? "\\" : "")
                        }
                }.joined(separator: [""]))
        case .formula(let formula): return Markdown.codeBlock(formula)
        }
    }

    private func line(_ card: Card) -> Markdown {
        let number = text.cell(.value(card.number, card.form))
        let parts: [Markdown] =
            ["- **\(card.label): \(number)**"]
            + (card.change.map { ["\(word($0))."] } ?? [])
            + [text.inline(card.sentence)] + (card.certainty.map { ["*\(text.inline($0))*"] } ?? [])
        return parts.joined(separator: " ")
    }

    private func word(_ change: ChangeWord) -> Markdown {
        "\(change.sign) \(change.phrase[text.language])"
    }
}
