// SPDX-License-Identifier: EUPL-1.2
import CaseData

extension ReleasedTable {
    /// A table of counts as it is published as open data. `cells` are the places of its rows in the release.
    init(_ table: ReleasedTable, cells: Range<Int>, _ counts: OpenCounts, _ settings: DisclosureSettings) {
        let numbers = cells.compactMap { counts.numbers[$0] }
        let perturbation = CountPerturbation(
            method: settings.method, base: settings.method == .rounding ? settings.roundingBase : nil,
            largestChange: numbers.map(\.reach).max() ?? 0, isAdditive: numbers.allSatisfy(\.isAdditive),
            isOnPages: false, leastBehind: nil)
        let rows = zip(table.rows, cells).map { row, cell -> Row in
            guard let number = counts.numbers[cell] else { return row }
            let content =
                counts.leftOut.contains(cell)
                ? ReleasedCell.hidden
                : .shown(
                    ReleasedValue(
                        value: Double(number.value), persons: nil, unit: row.unit, exactness: perturbation.exactness))
            return Row(key: row.key, cell: content, unit: row.unit)
        }
        self.init(
            question: table.question, dimensions: table.dimensions, rows: rows, definition: table.definition,
            notes: [perturbation.meaning] + table.notes, perturbation: perturbation)
    }
}
