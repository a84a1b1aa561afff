// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Concordant less discordant pairs (Kendall 1938), with the variance it has when nothing is related.
package struct KendallScore: Sendable {
    package let score: Double
    /// With ties: Kendall (1975), ch. 4–5.
    package let variance: Double
    /// τ-b; nil when one of the arrays does not vary.
    package let tau: Double?
    package let hasTies: Bool

    /// nil with fewer than three pairs. Takes time with the square of their number.
    package init?(_ x: [Double], _ y: [Double]) {
        precondition(x.count == y.count, "the arrays are parallel")
        guard x.count > 2 else { return nil }
        var sum = 0
        for i in x.indices {
            for j in 0..<i {
                let (first, second) = (x[i] - x[j], y[i] - y[j])
                sum += first.signum * second.signum
            }
        }
        let (a, b) = (Ranks(x), Ranks(y))
        let n = Double(x.count)
        let pairs = n * (n - 1) / 2
        let distinct = (
            pairs - a.tieSum { $0 * ($0 - 1) / 2 }, pairs - b.tieSum { $0 * ($0 - 1) / 2 }
        )
        func swaps(_ n: Double) -> Double { n * (n - 1) * (2 * n + 5) }
        let main = (swaps(n) - a.tieSum(swaps) - b.tieSum(swaps)) / 18
        let double = a.tieSum { $0 * ($0 - 1) } * b.tieSum { $0 * ($0 - 1) } / (2 * n * (n - 1))
        let triple =
            a.tieSum { $0 * ($0 - 1) * ($0 - 2) } * b.tieSum { $0 * ($0 - 1) * ($0 - 2) }
            / (9 * n * (n - 1) * (n - 2))
        score = Double(sum)
        variance = main + double + triple
        tau = distinct.0 > 0 && distinct.1 > 0 ? Double(sum) / (distinct.0 * distinct.1).squareRoot() : nil
        hasTies = a.hasTies || b.hasTies
    }
}

extension Double {
    fileprivate var signum: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
