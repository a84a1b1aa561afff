// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Exact distributions of rank statistics when all orders are equally probable and no values are equal. Counted here,
/// because nmath keeps its counts in global tables that only one thread may touch.
package struct RankDistribution: Sendable {
    /// The probability of each value from 0.
    private let probabilities: [Double]

    /// Pairs with x > y among m · n: Mann & Whitney (1947). m, n ≥ 1.
    package static func rankSum(_ m: Int, _ n: Int) -> RankDistribution {
        // counts[j][s]: in how many ways j of the ranks so far have the sum s above the least.
        let (smaller, all) = (min(m, n), m + n)
        let longest = m * n
        var counts = [[Double]](repeating: .init(repeating: 0, count: longest + 1), count: smaller + 1)
        counts[0][0] = 1
        for rank in 1...all {
            for chosen in stride(from: min(rank, smaller), through: 1, by: -1) {
                let lift = rank - chosen
                guard lift <= longest else { continue }
                for sum in stride(from: longest, through: lift, by: -1) {
                    counts[chosen][sum] += counts[chosen - 1][sum - lift]
                }
            }
        }
        return RankDistribution(counts: counts[smaller])
    }

    /// Sum of the ranks of the positive differences among n: Wilcoxon (1945). n ≥ 1.
    package static func signedRank(_ n: Int) -> RankDistribution {
        var counts = [Double](repeating: 0, count: n * (n + 1) / 2 + 1)
        counts[0] = 1
        for rank in 1...n {
            for sum in stride(from: counts.count - 1, through: rank, by: -1) { counts[sum] += counts[sum - rank] }
        }
        return RankDistribution(counts: counts)
    }

    /// Concordant pairs among n: Kendall (1938). n ≥ 1.
    package static func kendall(_ n: Int) -> RankDistribution {
        var counts = [1.0]
        for size in 1...n {
            var next = [Double](repeating: 0, count: size * (size - 1) / 2 + 1)
            for (sum, count) in counts.enumerated() {
                for more in 0..<size { next[sum + more] += count }
            }
            let total = next.reduce(0, +)
            counts = next.map { $0 / total }
        }
        return RankDistribution(counts: counts)
    }

    private init(counts: [Double]) {
        let total = ExactSum.sum(of: counts)
        probabilities = counts.map { $0 / total }
    }

    /// P(X ≤ x).
    package func cdf(_ x: Int) -> Double {
        x < 0 ? 0 : min(1, ExactSum.sum(of: Array(probabilities.prefix(x + 1))))
    }

    /// P(X ≥ x).
    package func upperTail(from x: Int) -> Double {
        x <= 0 ? 1 : min(1, ExactSum.sum(of: Array(probabilities.dropFirst(x))))
    }

    /// The smallest x with P(X ≤ x) ≥ q.
    package func quantile(_ q: Double) -> Int {
        var sum = ExactSum()
        for (value, probability) in probabilities.enumerated() {
            sum.add(probability)
            if sum.value >= q * (1 - 64 * Double.ulpOfOne) { return value }
        }
        return probabilities.count - 1
    }

    /// Twice the smaller tail, at most 1.
    package func twoSided(_ x: Int) -> Double {
        min(1, 2 * min(cdf(x), upperTail(from: x)))
    }
}
