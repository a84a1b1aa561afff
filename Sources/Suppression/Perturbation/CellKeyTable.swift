// SPDX-License-Identifier: EUPL-1.2

/// The cell key method for counts (*cellnyckelmetoden*; Fraser and Wooton 2005, Giessing 2016): every record has a
/// random key, the keys of a cell decide how its count is changed, and the same cell is changed alike in every table.
/// Margins do not add.
package struct CellKeyTable: Sendable {
    /// One row of the table of perturbations: for counts of `count`, `change` where the cell key is below `limit`.
    package struct Step: Sendable {
        package let count: Int
        package let change: Int
        package let limit: Double

        package init(count: Int, change: Int, limit: Double) {
            self.count = count
            self.change = change
            self.limit = limit
        }
    }

    private let steps: [[Step]]

    /// Steps in any order; the row of the greatest count serves all counts from there on.
    package init(_ steps: [Step]) {
        let most = steps.reduce(0) { max($0, $1.count) }
        var rows: [[Step]] = Array(repeating: [], count: most + 1)
        for step in steps where step.count >= 0 { rows[step.count].append(step) }
        self.steps = rows.map { $0.sorted { ($0.limit, $0.change) < ($1.limit, $1.change) } }
    }

    /// The key of a cell: the fraction of the sum of its records' keys, from 0 up to 1.
    package static func key(_ sum: Double) -> Double { sum - sum.rounded(.down) }

    /// By how much a count with this cell key is changed. Zero stays zero.
    package func change(of count: Int, key: Double) -> Int {
        if count == 0 { return 0 }
        let row = steps[min(count, steps.count - 1)]
        return (row.first { key < $0.limit } ?? row.last)?.change ?? 0
    }
}
