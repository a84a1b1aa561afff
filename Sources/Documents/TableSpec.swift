// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// A table as it is declared: its rows, and of each column the heading together with what stands in it of a row. One
/// builder, `Table.init`, makes tables from it, so that a number cannot come to stand under another's heading.
package struct TableSpec<Row> {
    package struct Column {
        let column: Table.Column
        let cell: (Row) -> Cell
        /// Whether it shows the intervals of estimates, which a note then explains.
        let isInterval: Bool

        package init(
            _ heading: String, unit: String? = nil, alignment: Table.Column.Alignment = .end,
            isInterval: Bool = false, _ cell: @escaping (Row) -> Cell
        ) {
            column = Table.Column(heading, unit: unit, alignment: alignment)
            self.isInterval = isInterval
            self.cell = cell
        }

        /// Words.
        package static func text(_ heading: String, _ text: @escaping (Row) -> RichText) -> Column {
            Column(heading, alignment: .start) { .text(text($0)) }
        }

        /// A name; an empty one is no cell of its own.
        package static func name(_ heading: String, _ name: @escaping (Row) -> String) -> Column {
            Column(heading, alignment: .start) {
                let name = name($0)
                return name.isEmpty ? .empty : .text(RichText(name))
            }
        }

        /// A part of a released number, in its unit's own form when none is given.
        package static func value(
            _ heading: String, unit: String? = nil, _ form: NumberForm? = nil, part: ReleasedPart = .value,
            _ cell: @escaping (Row) -> ReleasedCell
        ) -> Column {
            Column(heading, unit: unit) { .part(part, of: cell($0), form) }
        }

        /// The interval of an estimate.
        package static func interval(
            _ heading: String, _ form: NumberForm? = nil, _ cell: @escaping (Row) -> ReleasedCell
        ) -> Column {
            Column(heading, isInterval: true) { .interval(cell($0), form) }
        }

        /// The persons a number speaks of.
        package static func persons(_ heading: String, _ cell: @escaping (Row) -> ReleasedCell) -> Column {
            Column(heading) { .persons(cell($0)) }
        }

        /// A number that is not about persons: rows of a file.
        package static func count(_ heading: String, _ count: @escaping (Row) -> Int) -> Column {
            Column(heading) { .count(count($0)) }
        }
    }

    let rows: [Table.Row]
    let columns: [Table.Column]
    let headerColumns: Int
    /// Whether any column shows the intervals of estimates.
    package let hasInterval: Bool

    /// - Parameters:
    ///   - kind: what kind of row each is.
    ///   - total: a last row whose cells are not had from a row of the others' kind.
    ///   - headerColumns: number of columns, from the first, that name the row.
    package init(
        rows: [Row], columns: [Column], kind: (Row) -> Table.Row.Kind = { _ in .plain }, total: [Cell]? = nil,
        headerColumns: Int = 1
    ) {
        self.columns = columns.map(\.column)
        self.headerColumns = headerColumns
        hasInterval = columns.contains(where: \.isInterval)
        self.rows =
            rows.map { row in Table.Row(kind(row), columns.map { $0.cell(row) }) }
            + (total.map { [Table.Row(.total, $0)] } ?? [])
    }
}

extension Table {
    /// The table that a declaration gives; what it says of itself as in the other initialiser.
    package init<Row>(
        _ spec: TableSpec<Row>, id: String, title: String, unit: String, population: String, year: String,
        base: Cell? = nil, source: String, notes: [RichText] = []
    ) {
        self.init(
            id: id, title: title, unit: unit, population: population, year: year, base: base, columns: spec.columns,
            rows: spec.rows, headerColumns: spec.headerColumns, source: source, notes: notes)
    }
}

extension Table.Row.Kind {
    /// The kind of the row that a category names.
    package init(_ category: Terms.Category) {
        self =
            switch category.kind {
            case .value: .plain
            case .unknown: .unnamed
            case .total: .total
            }
    }
}
