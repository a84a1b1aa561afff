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

    /// The most that any count is changed by.
    package var largestChange: Int { steps.joined().reduce(0) { max($0, abs($1.change)) } }

    /// Steps in any order; the row of the greatest count serves all counts from there on.
    package init(_ steps: [Step]) {
        let most = steps.reduce(0) { max($0, $1.count) }
        var rows: [[Step]] = Array(repeating: [], count: most + 1)
        for step in steps where step.count >= 0 { rows[step.count].append(step) }
        self.steps = rows.map { $0.sorted { ($0.limit, $0.change) < ($1.limit, $1.change) } }
    }

    /// The table of perturbations for counts of persons in small groups: a count is changed by at most 3, on average
    /// by nothing, never below zero, and zero stays zero. From 3 on the chances are 1, 2, 3, 4, 3, 2, 1 sixteenths
    /// (variance 2.5).
    package static let standard: CellKeyTable = {
        let sixteenths: [(count: Int, chances: [(change: Int, size: Int)])] = [
            (1, [(-1, 7), (0, 4), (1, 3), (2, 2)]),
            (2, [(-2, 3), (-1, 4), (0, 3), (1, 3), (2, 2), (3, 1)]),
            (3, [(-3, 1), (-2, 2), (-1, 3), (0, 4), (1, 3), (2, 2), (3, 1)]),
        ]
        var steps: [Step] = []
        for (count, chances) in sixteenths {
            var below = 0
            for (change, size) in chances {
                below += size
                steps.append(Step(count: count, change: change, limit: Double(below) / 16))
            }
        }
        return CellKeyTable(steps)
    }()

    /// The key of a cell: the fraction of the sum of its records' keys, from 0 up to 1.
    package static func key(_ sum: Double) -> Double { sum - sum.rounded(.down) }

    /// The key of a cell whose records have keys of 64 bits, from their sum modulo 2⁶⁴: from 0 up to 1.
    package static func key(ofWhole sum: UInt64) -> Double { Double(sum >> 11) / 9_007_199_254_740_992 }

    /// By how much a count with this cell key is changed. Zero stays zero.
    package func change(of count: Int, key: Double) -> Int {
        if count == 0 { return 0 }
        let row = steps[min(count, steps.count - 1)]
        return (row.first { key < $0.limit } ?? row.last)?.change ?? 0
    }
}
