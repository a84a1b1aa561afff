// SPDX-License-Identifier: EUPL-1.2

/// How a figure draws its table. Columns and rows are places in that table, counted from 0.
package enum Chart: Sendable, Hashable {
    /// A dot and its interval for each row, drawn in a last column, sorted by value; the first total row with a
    /// value gives the line of the whole city.
    case dotInterval(column: Int)
    /// Two dots for each row: the year before (ring) and this year (filled).
    case dumbbell(before: Int, after: Int)
    /// A line a column over the rows, which are months in order; the line has a gap before each row in `breaks`, and
    /// at every hidden month.
    case months(columns: [Int], breaks: [Int] = [])
}

/// A table and a way to draw it: every chart has its table, and its text alternative, by construction.
package struct Figure: Sendable {
    package let table: Table
    package let chart: Chart

    /// A dot-and-interval chart sorts its table by value, so that drawing and text agree.
    package init(_ chart: Chart, of table: Table) {
        self.chart = chart
        self.table =
            if case .dotInterval(let column) = chart { table.sorted(byColumn: column) } else { table }
    }
}
