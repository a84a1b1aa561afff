// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Treatments compared within blocks, one value of each treatment in each block, by ranks within the blocks.
package struct BlockTests: Sendable {
    private let blocks: [[Double]]
    private let ranks: [Ranks]
    private let treatments: Double

    /// `blocks[block][treatment]`; nil without two treatments and two blocks.
    package init?(_ blocks: [[Double]]) {
        guard let width = blocks.first?.count, width > 1, blocks.count > 1 else { return nil }
        precondition(blocks.allSatisfy { $0.count == width }, "each block has each treatment once")
        self.blocks = blocks
        self.ranks = blocks.map { Ranks($0) }
        self.treatments = Double(width)
    }

    private var count: Double { Double(blocks.count) }

    /// Friedman's (1937) chi-square on treatments − 1, corrected for ties.
    package var friedman: TestResult {
        let sums = columnSums(ranks.map(\.values))
        let k = treatments
        let centre = count * (k + 1) / 2
        let spread = ExactSum.sum(of: sums.map { ($0 - centre) * ($0 - centre) })
        let ties = ranks.reduce(0) { $0 + $1.tieSum { $0 * $0 * $0 - $0 } }
        return .chiSquare(12 * spread / (count * k * (k + 1) - ties / (k - 1)), degreesOfFreedom: k - 1)
    }

    /// Quade's (1979) F, which weighs the blocks by the ranks of their ranges. When the treatments stand in the same
    /// order in all blocks and the ranges are equal, F is infinite and p = (1/k!) to the power b − 1 (Conover 1999, 5.8).
    package var quade: TestResult {
        let ranges = Ranks(blocks.map { ($0.max() ?? 0) - ($0.min() ?? 0) })
        let k = treatments
        let scores = zip(ranges.values, ranks).map { weight, block in block.values.map { weight * ($0 - (k + 1) / 2) } }
        let total = ExactSum.sum(of: scores.joined().map { $0 * $0 })
        let between = ExactSum.sum(of: columnSums(scores).map { $0 * $0 }) / count
        guard total > between else {
            let orders = Double.exponential(Double.logFactorial(Int(k)) * (1 - count))
            return TestResult(
                degreesOfFreedom: k - 1, denominatorDegrees: (count - 1) * (k - 1), pValue: total > 0 ? orders : nil)
        }
        return .f((count - 1) * between / (total - between), k - 1, (count - 1) * (k - 1))
    }

    private func columnSums(_ rows: [[Double]]) -> [Double] {
        rows[0].indices.map { column in ExactSum.sum(of: rows.map { $0[column] }) }
    }
}
