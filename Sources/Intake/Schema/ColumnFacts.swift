// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// What is settled for whole columns before a row is read: the order of day and month.
///
/// Gathered from the first rows. Where those leave it open, all rows are looked at: the file is then read twice. A column
/// whose first rows each tell their day by themselves needs no more; a row further down that does not is a fault.
struct ColumnFacts {
    private let columns: [(place: Int, header: String, name: String)]
    private var facts: [Int: DateColumnFacts] = [:]
    /// Of each column the cells that hold anything, and those of them that leave the order open.
    private var counts: [Int: (cells: Int, open: Int)] = [:]

    init(
        of table: borrowing OpenTable, _ found: FoundHeader, path: String, options: ReaderOptions
    ) throws(IntakeFileError) {
        let header = found.header
        columns = zip(header.columns, header.places).compactMap { column, place in
            guard let place, column.content == .date || column.content == .clock else { return nil }
            return (place, Header.shown(header.fields[place]), column.name)
        }
        var facts: [Int: DateColumnFacts] = [:]
        var counts: [Int: (cells: Int, open: Int)] = [:]
        for column in columns { facts[column.place] = DateColumnFacts() }
        let places = columns.map(\.place)
        table.forEachLeadRow(from: found.record + 1) { row, _ in Self.gather(row, places, &facts, &counts) }
        let open = places.filter { facts[$0]?.answer != .selfEvident }
        if !open.isEmpty {
            var whole = try OpenTable(path, name: table.file, options: options)
            if let cells = table.correctedCells { try whole.correct(cells) }
            var number = 0
            for place in open {
                facts[place] = DateColumnFacts()
                counts[place] = nil
            }
            while let batch = try whole.nextBatch() {
                var row = Row(of: batch)
                for record in 0..<batch.count {
                    row.record = record
                    if number > found.record { Self.gather(row, open, &facts, &counts) }
                    number += 1
                }
            }
        }
        self.facts = facts
        self.counts = counts
    }

    private static func gather(
        _ row: borrowing Row, _ places: [Int], _ facts: inout [Int: DateColumnFacts],
        _ counts: inout [Int: (cells: Int, open: Int)]
    ) {
        for place in places {
            let range = row.value(place)
            guard !range.isEmpty else { continue }
            let bytes = row.batch.bytes.span.extracting(range)
            facts[place]?.add(bytes)
            counts[place, default: (0, 0)].cells += 1
            if DateField.isSixDigits(bytes) || DateField.numericDate(bytes) != nil { counts[place]?.open += 1 }
        }
    }

    /// The order of each column that has one. A column that both orders fit has that of the file's other columns of
    /// dates, where they agree; where most cells tell their day by themselves, the few others are faults. Throws `dateOrderUnknown`, `dateOrdersDiffer`.
    /// `given` is the project file's, for all columns.
    func dateOrders(_ given: DateOrder?) throws(IntakeFileError) -> [Int: DateOrder] {
        if let given { return Dictionary(columns.map { ($0.place, given) }) { first, _ in first } }
        var orders: [Int: DateOrder] = [:]
        for column in columns {
            switch facts[column.place]?.answer {
            case .settled(let order)?: orders[column.place] = order
            case .contradictory?: throw .dateOrdersDiffer(column: column.name, header: column.header)
            case .selfEvident?, .undecided?, nil: break
            }
        }
        let settled = Set(orders.values)
        for column in columns {
            guard case .undecided(let shapes)? = facts[column.place]?.answer else { continue }
            guard settled.count == 1, let order = settled.first else {
                let (cells, open) = counts[column.place] ?? (0, 0)
                if open * 2 < cells { continue }
                throw .dateOrderUnknown(column: column.name, header: column.header, shape: shapes.first ?? "")
            }
            orders[column.place] = order
        }
        return orders
    }

    var notes: [FileNote] {
        columns.compactMap { column in
            guard case .settled(let order)? = facts[column.place]?.answer else { return nil }
            return .dateOrder(header: column.header, order)
        }
    }
}
