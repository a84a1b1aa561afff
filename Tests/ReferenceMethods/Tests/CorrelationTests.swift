// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Correlation (samband) of two parallel arrays. Each is nil with fewer than three pairs or where one does not vary.
package enum CorrelationTests {
    /// Pearson's r; t on n − 2; the interval by Fisher's (1915) z, from four pairs.
    package static func pearson(_ x: [Double], _ y: [Double], level: Double = 0.95) -> TestResult? {
        guard let r = coefficient(x, y), x.count > 2 else { return nil }
        let n = Double(x.count)
        let t = r * ((n - 2) / (1 - r * r)).squareRoot()
        var result = TestResult(
            statistic: t, degreesOfFreedom: n - 2, pValue: StudentT.twoSidedTail(t, degreesOfFreedom: n - 2),
            estimate: r)
        if x.count > 3 {
            let centre = Double.logarithm((1 + r) / (1 - r)) / 2
            let half = Normal.twoSided(level: level) / (n - 3).squareRoot()
            func back(_ z: Double) -> Double {
                z.isInfinite ? (z > 0 ? 1 : -1) : 1 - 2 / (Double.exponential(2 * z) + 1)
            }
            result.limits = ConfidenceInterval(lower: back(centre - half), upper: back(centre + half))
        }
        return result
    }

    /// Spearman's (1904) rank correlation: Pearson's of the ranks, with p by t on n − 2. The statistic is
    /// S = (n³ − n)(1 − ρ) ÷ 6.
    package static func spearman(_ x: [Double], _ y: [Double]) -> TestResult? {
        guard let rho = coefficient(Ranks(x).values, Ranks(y).values), x.count > 2 else { return nil }
        let n = Double(x.count)
        let t = rho * ((n - 2) / (1 - rho * rho)).squareRoot()
        return TestResult(
            statistic: (n * n * n - n) * (1 - rho) / 6, degreesOfFreedom: n - 2,
            pValue: StudentT.twoSidedTail(t, degreesOfFreedom: n - 2), estimate: rho)
    }

    /// Kendall's τ-b with the normal approximation, its variance corrected for ties.
    package static func kendall(_ x: [Double], _ y: [Double]) -> TestResult? {
        guard let score = KendallScore(x, y), let tau = score.tau else { return nil }
        let z = score.score / score.variance.squareRoot()
        return TestResult(statistic: z, pValue: Normal.twoSidedTail(z), estimate: tau)
    }

    /// Kendall's τ with its exact distribution: the statistic is the number of concordant pairs. nil with ties.
    package static func kendallExact(_ x: [Double], _ y: [Double]) -> TestResult? {
        guard let score = KendallScore(x, y), let tau = score.tau, !score.hasTies else { return nil }
        let pairs = x.count * (x.count - 1) / 2
        let concordant = (pairs + Int(score.score)) / 2
        return TestResult(
            statistic: Double(concordant), pValue: RankDistribution.kendall(x.count).twoSided(concordant),
            estimate: tau)
    }

    /// Pearson's r by two passes; nil where either does not vary.
    package static func coefficient(_ x: [Double], _ y: [Double]) -> Double? {
        precondition(x.count == y.count, "the arrays are parallel")
        guard let first = Moments(x), let second = Moments(y), first.sumOfSquares > 0, second.sumOfSquares > 0
        else { return nil }
        let products = zip(x, y).map { ($0 - first.mean) * ($1 - second.mean) }
        let r = ExactSum.sum(of: products) / (first.sumOfSquares.squareRoot() * second.sumOfSquares.squareRoot())
        return min(1, max(-1, r))
    }
}
