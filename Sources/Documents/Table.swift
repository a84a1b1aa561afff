// SPDX-License-Identifier: EUPL-1.2
import Disclosure

/// A table as it is printed: what it says, of whom, from where, and its cells as values.
package struct Table: Sendable {
    package struct Column: Sendable, Hashable {
        package enum Alignment: Sendable, Hashable {
            /// Words: at the start of the line.
            case start
            /// Numbers: at its end, so that digits of a kind stand under each other.
            case end
        }

        package let heading: String
        /// Stands under the heading when the title's unit is not this column's: "procent".
        package let unit: String?
        package let alignment: Alignment

        package init(_ heading: String, unit: String? = nil, alignment: Alignment = .end) {
            self.heading = heading
            self.unit = unit
            self.alignment = alignment
        }
    }

    package struct Row: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            case plain
            /// Those of whom the name is not known or not told: never sorted among the others.
            case unnamed
            /// The sum of others, or all of them together: set apart, and never sorted among them.
            case total
        }

        package let kind: Kind
        /// One a column.
        package let cells: [Cell]

        package init(_ kind: Kind, _ cells: [Cell]) {
            self.kind = kind
            self.cells = cells
        }

        /// A plain row.
        package init(_ cells: [Cell]) {
            self.init(.plain, cells)
        }
    }

    /// Short and stable, lower-case ASCII; also the name of the published file.
    package let id: String
    /// Says the finding: "Andelen utförda timmar skiljer sig mellan stadsdelsnämnderna".
    package let title: String
    /// What the numbers are numbers of: "procent av beviljade timmar".
    package let unit: String
    /// Who they speak of: "personer med beslut om ledsagning".
    package let population: String
    /// "2019", "2018 och 2019".
    package let year: String
    /// How many they are, when one number says it.
    package let base: Cell?
    package let columns: [Column]
    package private(set) var rows: [Row]
    /// Number of columns, from the first, that name the row. Where there are two, an empty first cell goes on with the
    /// name above it, and an empty second cell belongs to the first.
    package let headerColumns: Int
    /// After "Källa: ", without a full stop: "Stockholms stads verksamhetssystem; egen bearbetning".
    package let source: String
    package let notes: [RichText]

    /// Each row has a cell for each column.
    package init(
        id: String, title: String, unit: String, population: String, year: String, base: Cell? = nil,
        columns: [Column], rows: [Row], headerColumns: Int = 1, source: String, notes: [RichText] = []
    ) {
        for row in rows {
            precondition(row.cells.count == columns.count, "table '\(id)': a row has a cell for each column")
        }
        precondition((1...columns.count).contains(headerColumns), "table '\(id)': something names each row")
        self.id = id
        self.title = title
        self.unit = unit
        self.population = population
        self.year = year
        self.base = base
        self.columns = columns
        self.rows = rows
        self.headerColumns = headerColumns
        self.source = source
        self.notes = notes
    }

    /// The same with the plain rows sorted by the values of a column, highest first. Rows whose value is not shown come
    /// after them in their own order, for a hidden row's place would tell its value; then the unnamed, totals last.
    package func sorted(byColumn column: Int) -> Table {
        precondition(headerColumns == 1, "table '\(id)': rows in groups are not sorted across them")
        let plain = rows.filter { $0.kind == .plain }
        let valued = plain.enumerated().compactMap { place, row in
            row.cells[column].shown.map { (value: $0.value, place: place, row: row) }
        }
        let ordered = valued.sorted { $0.value != $1.value ? $0.value > $1.value : $0.place < $1.place }.map(\.row)
        let unvalued = plain.filter { $0.cells[column].shown == nil }
        var sorted = self
        sorted.rows = ordered + unvalued + rows.filter { $0.kind == .unnamed } + rows.filter { $0.kind == .total }
        return sorted
    }

    /// The words in its cells and notes.
    var texts: [RichText] {
        rows.flatMap(\.cells).compactMap { if case .text(let text) = $0 { text } else { nil } } + notes
    }
}
