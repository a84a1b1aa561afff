// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

/// A table in the pipe form that GitHub and pandoc both read, its columns padded so that the source can be read too.
struct MarkdownTable {
    let table: Table
    let text: MarkdownText

    /// Title, facts, grid, signs, notes and source.
    var lines: [String] {
        let language = text.language
        var lines = [
            text.anchor(table.id)
                + "**\(text.numbering.label(of: table.id)) \(MarkdownText.escaped(table.title))**\\",
            MarkdownText.guardingStart(table.facts(in: language).map(MarkdownText.escaped).joined(separator: " · ")),
            "",
        ]
        lines += grid
        let legend = table.legend(in: language).map { "\($0.sign.sign) \(MarkdownText.escaped($0.meaning))" }
        if !legend.isEmpty {
            lines += ["", "\(DocumentWords.legend[language]): \(legend.joined(separator: "; "))."]
        }
        for note in table.notes { lines += ["", text.line(note)] }
        lines += ["", "*\(DocumentWords.source[language]): \(MarkdownText.escaped(table.source)).*"]
        return lines
    }

    private var grid: [String] {
        let headings = table.columns.map { column in
            MarkdownText.escaped(column.unit.map { "\(column.heading) (\($0))" } ?? column.heading)
        }
        let cells = table.rows.map { row in
            row.cells.enumerated().map { place, cell in
                let text = text.cell(cell)
                let isHeader = place < table.headerColumns && row.kind == .total && !text.isEmpty
                return isHeader ? "**\(text)**" : text
            }
        }
        let widths = table.columns.indices.map { column in
            max(3, ([headings[column]] + cells.map { $0[column] }).map(\.count).max() ?? 0)
        }
        let rule = zip(table.columns, widths).map { column, width in
            switch column.alignment {
            case .start: String(repeating: "-", count: width)
            case .end: String(repeating: "-", count: width - 1) + ":"
            }
        }
        return ([headings, rule] + cells).map { row in
            "| "
                + row.indices.map { padded(row[$0], to: widths[$0], table.columns[$0].alignment) }
                .joined(separator: " | ") + " |"
        }
    }

    private func padded(_ text: String, to width: Int, _ alignment: Table.Column.Alignment) -> String {
        let blanks = String(repeating: " ", count: width - text.count)
        return alignment == .start ? text + blanks : blanks + text
    }
}
