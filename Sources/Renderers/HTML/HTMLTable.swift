// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

/// A table as HTML. On a narrow page each row becomes a small block of its own in which every number carries its
/// column's heading, so nothing scrolls sideways.
struct HTMLTable {
    let table: Table
    let text: HTMLText
    /// A last column that is drawn, of a table-chart.
    var plot: (any RowDrawing)?
    /// How dark the cells of a heat table are.
    var shade: HeatShade?

    private var language: Language { text.language }

    /// A table that stands alone, with its caption, signs and source.
    var standing: Markup {
        let caption = Markup.tag("caption", [:], title)
        return .tag(
            "div", ["class": isShort ? "table short" : "table", "id": table.id], [grid(caption: caption)] + below)
    }

    /// Whether it is kept whole on a printed page.
    var isShort: Bool { table.rows.count <= 16 }

    /// The title and the facts of the table.
    var title: [Markup] {
        let facts = table.facts(in: language).joined(separator: " · ")
        return [
            .tag("span", ["class": "label"], text.numbering.label(of: table.id)), .text(" "),
            .tag("span", ["class": "title"], table.title), .text(" "),
            .tag("span", ["class": "facts"], facts),
        ]
    }

    /// Signs, notes and source.
    var below: [Markup] {
        var below: [Markup] = []
        let legend = table.legend(in: language)
        if !legend.isEmpty {
            let entries = legend.map { "\($0.sign.sign)\(NumberStyle.noBreakSpace)\($0.meaning)" }
            let words = DocumentWords.legend[language]
            below.append(.tag("p", ["class": "small"], "\(words): \(entries.joined(separator: "; "))."))
        }
        below += table.notes.map { .tag("p", ["class": "small"], text.inline($0)) }
        below.append(.tag("p", ["class": "small"], "\(DocumentWords.source[language]): \(table.source)."))
        return below
    }

    /// The table itself.
    func grid(caption: Markup) -> Markup {
        var head: [Markup] = [.tag("tr", [:], table.columns.map(heading) + (plot.map { [$0.heading] } ?? []))]
        if let plot {
            head.append(
                .tag(
                    "tr", ["class": "axis"],
                    [.tag("td", ["colspan": String(table.columns.count)]), .tag("td", [:], [plot.axis])]))
        }
        return .tag(
            "table", ["class": style],
            [caption, .tag("thead", [:], head)] + groups.map { .tag("tbody", [:], rows(of: $0)) })
    }

    /// Rows that share a name: where two columns name the rows, a blank first name goes on with the one above.
    private var groups: [Range<Int>] {
        guard table.headerColumns > 1 else { return [table.rows.indices] }
        let starts = table.rows.indices.filter { $0 == 0 || table.rows[$0].cells[0] != .empty }
        return zip(starts, starts.dropFirst() + [table.rows.count]).map { $0..<$1 }
    }

    /// On which pages the rows become blocks: on those too narrow for the grid.
    private var style: String? {
        let grid = leastWidth(padding: 10)
        if plot != nil { return grid + 290 <= 470 ? "stack plotted" : "stack-early plotted" }
        return grid <= 288 ? nil : leastWidth(padding: 19) <= 470 ? "stack" : "stack-early"
    }

    /// The least width the grid can have, in pixels: the longest piece of each column that does not break, at 8.6 px a
    /// character, which is high for common faces.
    private func leastWidth(padding: Double) -> Double {
        table.columns.enumerated().map { place, column in
            let headings = Self.pieces(column.heading) + Self.pieces(column.unit ?? "")
            let cells = table.rows.flatMap { row -> [Int] in
                if let words = row.cells[place].plainText { return Self.pieces(words) }
                return [CellText(row.cells[place], language).text.count]
            }
            return Double((headings + cells).max() ?? 0) * 8.6 + padding
        }.reduce(0, +)
    }

    /// Lengths of the pieces a text may be broken into.
    private static func pieces(_ text: String) -> [Int] {
        text.split { $0 == " " || $0 == "-" || $0 == "–" }.map { $0.count + 1 }
    }

    private func heading(_ column: Table.Column) -> Markup {
        let style = column.alignment == .end ? "end" : nil
        guard !column.heading.isEmpty else { return .tag("td", ["class": style]) }
        let unit = column.unit.map { [.text(" "), Markup.tag("span", ["class": "unit"], $0)] } ?? []
        return .tag("th", ["scope": "col", "class": style], [.text(column.heading)] + unit)
    }

    private func rows(of group: Range<Int>) -> [Markup] {
        group.map { place in
            let row = table.rows[place]
            let values = row.cells.enumerated().dropFirst(table.headerColumns).map { value($1, column: $0) }
            let drawing = plot.map { [Markup.tag("td", ["class": "plot"], [$0.drawing(ofRow: place)])] } ?? []
            return .tag(
                "tr", ["class": row.kind == .total ? "total" : nil],
                names(of: row, isFirst: place == group.lowerBound, groupOf: group.count) + values + drawing)
        }
    }

    /// The cells that name a row. The name of a group stands once, over all its rows; a name whose neighbour is blank
    /// takes its place too.
    private func names(of row: Table.Row, isFirst: Bool, groupOf count: Int) -> [Markup] {
        var names: [Markup] = []
        for column in 0..<table.headerColumns {
            let cell = row.cells[column]
            if cell == .empty {
                if column == 0, isFirst { names.append(.tag("td", ["class": "empty"])) }
                continue
            }
            let blanks = row.cells[(column + 1)..<table.headerColumns].prefix { $0 == .empty }.count
            let isGroup = column == 0 && table.headerColumns > 1 && count > 1
            names.append(
                .tag(
                    "th",
                    [
                        "scope": isGroup ? "rowgroup" : "row", "rowspan": isGroup ? String(count) : nil,
                        "colspan": blanks > 0 ? String(blanks + 1) : nil,
                        "class": table.columns[column].alignment == .end ? "end" : nil,
                    ], text.cell(cell)))
        }
        return names
    }

    private func value(_ cell: Cell, column place: Int) -> Markup {
        if cell == .empty { return .tag("td", ["class": "empty"]) }
        let column = table.columns[place]
        let tone = shade.flatMap { $0.columns.contains(place) ? $0.style(of: cell) : nil }
        let style = [column.alignment == .end ? "end" : nil, tone].compactMap { $0 }.joined(separator: " ")
        let label = column.unit.map { "\(column.heading) (\($0))" } ?? column.heading
        return .tag(
            "td", ["class": style.isEmpty ? nil : style, "data-label": label],
            [.tag("span", [:], text.cell(cell))])
    }
}
