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
        let mark = mark.map { ["**\(MarkdownText.escaped($0))**"] } ?? []
        let blocks = mark + [MarkdownTable(table: table, text: text).lines.joined(separator: "\n")] + mark
        return blocks.joined(separator: "\n\n") + "\n"
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
        var parts: [[String]] = [
            [
                "---", "lang: \(document.language.rawValue)", "pagetitle: \(yaml(document.title))",
                "publisher: \(yaml(metadata.publisher))", "description: \(yaml(metadata.summary))", "---",
            ],
            ["# \(MarkdownText.escaped(document.title))"],
        ]
        if !document.subtitle.isEmpty {
            parts.append([MarkdownText.guardingStart(MarkdownText.escaped(document.subtitle))])
        }
        parts += document.introduction.map(lines)
        for section in document.sections { parts += self.parts(of: section, level: 2) }
        parts.append(["---"])
        parts.append([
            MarkdownText.escaped(
                "\(metadata.publisher). \(DocumentWords.madeWith[document.language]) \(metadata.generator).")
        ])
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func parts(of section: Section, level: Int) -> [[String]] {
        let heading = String(repeating: "#", count: min(level, 6)) + " " + MarkdownText.escaped(section.heading)
        let anchor = text.anchor(section.id)
        return (anchor.isEmpty ? [] : [[anchor]]) + [[heading]] + section.blocks.map(lines)
            + section.sections.flatMap { parts(of: $0, level: level + 1) }
    }

    private func lines(_ block: Block) -> [String] {
        switch block {
        case .paragraph(let paragraph): return [text.line(paragraph)]
        case .finding(let finding):
            let change = finding.change.map { "\(word($0)): " } ?? ""
            return [change.isEmpty ? text.line(finding.sentence) : change + text.inline(finding.sentence)]
        case .cards(let cards): return cards.map(line)
        case .table(let table): return MarkdownTable(table: table, text: text).lines
        case .figure(let figure): return MarkdownTable(table: figure.table, text: text).lines
        case .note(let note):
            let opening = DocumentWords.opening(of: note.kind).map { "**\($0[text.language])** " } ?? ""
            return ["> " + (opening.isEmpty ? text.line(note.text) : opening + text.inline(note.text))]
        case .list(let items): return items.map { "- " + text.line($0) }
        case .steps(let items): return items.enumerated().map { "\($0 + 1). " + text.line($1) }
        case .definitions(let terms):
            return Array(
                terms.map { term in
                    ["**\(MarkdownText.escaped(term.term))**\\"]
                        + term.meaning.enumerated().map { place, meaning in
                            text.line(meaning) + (place + 1 < term.meaning.count ? "\\" : "")
                        }
                }.joined(separator: [""]))
        case .formula(let formula): return formula.split(separator: "\n").map { "    " + $0 }
        }
    }

    private func line(_ card: Card) -> String {
        let number = text.cell(.value(card.number, card.form))
        let parts: [String] =
            ["- **\(MarkdownText.escaped(card.label)): \(number)**"]
            + (card.change.map { ["\(word($0))."] } ?? [])
            + [text.inline(card.sentence)] + (card.certainty.map { ["*\(text.inline($0))*"] } ?? [])
        return parts.joined(separator: " ")
    }

    private func word(_ change: ChangeWord) -> String {
        "\(change.sign) \(change.phrase[text.language])"
    }

    private func yaml(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
    }
}
