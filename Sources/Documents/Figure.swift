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
    /// A bar of a hundred per cent for each row, of the shares in `columns`, in the order of the scale from its best end
    /// to its worst. At most five columns; what is not on the scale (*vet ej*) is no part of the bar.
    case stackedBars(columns: [Int])
    /// The cells of these columns shaded by their value, the number in each.
    case heat(columns: [Int])
    /// A dot for each row at its size and value, among the limits that chance keeps to; rows outside are named, and
    /// have a mark of another shape.
    case funnel(FunnelColumns)
}

/// What the columns of a funnel's table are.
package struct FunnelColumns: Sendable, Hashable {
    package let value: Int
    /// What makes a value sure: the number of persons. nil where that depends on more: then values stand by how close
    /// their limits are, without numbers on the axis. To the right the limits come closer.
    package let size: Int?
    /// Limits, each an interval, that 95 of 100 keep to when only chance differs.
    package let inner: Int
    /// Limits that 998 of 1 000 keep to.
    package let outer: Int
    /// Rows that are named in the drawing and have a mark of their own; nil for those outside the outer limits.
    package let named: [Int]?

    package init(value: Int, size: Int?, inner: Int, outer: Int, named: [Int]? = nil) {
        self.value = value
        self.size = size
        self.inner = inner
        self.outer = outer
        self.named = named
    }
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
