// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// The rows of a kind whose tables are small and are judged together: totals, names, rates.
struct RowStore<Row> {
    struct Entry {
        let place: RowPlace
        let row: Row
        fileprivate(set) var isSetAside = false
    }

    /// In the order of files and rows.
    private(set) var entries: [Entry] = []

    mutating func append(_ row: Row, at place: RowPlace) { entries.append(Entry(place: place, row: row)) }

    /// The rows that are kept, with their numbers here.
    var kept: [(number: Int, row: Row)] {
        entries.enumerated().compactMap { number, entry in entry.isSetAside ? nil : (number, entry.row) }
    }

    /// Sets a row aside that was well until now.
    mutating func setAside(_ number: Int, _ fault: RowFault, _ ledger: inout Ledger) {
        guard !entries[number].isSetAside else { return }
        entries[number].isSetAside = true
        ledger.late.append(LateFault(place: entries[number].place, fault: fault))
    }

    func remark(
        _ number: Int, _ rule: RemarkRule, in column: ColumnDeclaration, at place: Int? = nil,
        found: ValueShape = .row, _ ledger: inout Ledger
    ) {
        ledger.lateRemarks.append(
            LateRemark(
                place: entries[number].place,
                remark: RowRemarks.Remark(rule: rule, place: place, column: column.name, found: found)))
    }
}
