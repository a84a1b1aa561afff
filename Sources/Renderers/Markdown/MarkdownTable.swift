// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

/// A table in the pipe form that GitHub and pandoc both read, its columns padded so that the source can be read too.
struct MarkdownTable {
    let table: Table
    let text: MarkdownText

    /// Title, facts, grid, signs, notes and source.
    var lines: [Markdown] {
        let language = text.language
        var lines: [Markdown] = [
            text.anchor(table.id) + "**\(text.numbering.label(of: table.id)) \(table.title)**\\",
            table.facts(in: language).map { Markdown($0) }.joined(separator: " · ").guardingStart,
            "",
        ]
        lines += grid
        let legend = table.legend(in: language).map { "\($0.sign.sign) \($0.meaning)" as Markdown }
        if !legend.isEmpty {
            lines += ["", "\(DocumentWords.legend[language]): \(legend.joined(separator: "; "))."]
        }
        for note in table.notes { lines += ["", text.line(note)] }
        lines += ["", "*\(DocumentWords.source[language]): \(table.source).*"]
        return lines
    }

    private var grid: [Markdown] {
        let headings = table.columns.map { column in
            Markdown(column.unit.map { "\(column.heading) (\($0))" } ?? column.heading)
        }
        let cells = table.rows.map { row in
            row.cells.enumerated().map { place, cell in
                let text = text.cell(cell)
                let isHeader = place < table.headerColumns && row.kind == .total && !text.isEmpty
                return isHeader ? "**\(text)**" : text
            }
        }
        let widths = table.columns.indices.map { column in
            max(3, ([headings[column]] + cells.map { $0[column] }).map(\.width).max() ?? 0)
        }
        let rule = zip(table.columns, widths).map { column, width -> Markdown in
            switch column.alignment {
            case .start: .repeating("-", width)
            case .end: .repeating("-", width - 1) + ":"
            }
        }
        return ([headings, rule] + cells).map { row in
            let cells = row.indices.map { padded(row[$0], to: widths[$0], table.columns[$0].alignment) }
            return "| \(cells.joined(separator: " | ")) |"
        }
    }

    private func padded(_ text: Markdown, to width: Int, _ alignment: Table.Column.Alignment) -> Markdown {
        let blanks = Markdown.repeating(" ", width - text.width)
        return alignment == .start ? text + blanks : blanks + text
    }
}
