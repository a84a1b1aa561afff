// SPDX-License-Identifier: EUPL-1.2

/// A workbook of a shape before it is a file: its sheets in order.
struct Workbook {
    struct Sheet {
        let name: String
        var rows: [[ShapedCell]] = []
        var merged: [Merge] = []
        var hiddenColumns: Set<Int> = []
        /// Rows that are set in bold: titles, headers, sums.
        var boldRows: Set<Int> = []
        /// How many of the first rows stay when the others are scrolled.
        var frozenRows = 0

        init(_ name: String) { self.name = name }

        mutating func append<Row>(_ rows: [Row], of table: ShapedTable<Row>) {
            boldRows.insert(self.rows.count)
            self.rows.append(table.header.map { .text($0) })
            frozenRows = self.rows.count
            for row in rows { self.rows.append(table.cells(row)) }
        }
    }

    /// Cells that are one; the first has the text. Both ends of each range are in it.
    struct Merge {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    var sheets: [Sheet]
}
