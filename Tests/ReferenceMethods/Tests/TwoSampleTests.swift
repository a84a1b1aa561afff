// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Two independent samples: is one larger than the other?
package enum TwoSampleTests {
    /// The difference of means without equal variances: Welch (1947), df of Satterthwaite (1946). Undefined with fewer
    /// than two values in a sample, or no spread in either.
    package static func welch(_ x: [Double], _ y: [Double], level: Double = 0.95) -> TestResult? {
        guard let first = Moments(x), let second = Moments(y), let v = first.variance, let w = second.variance
        else { return nil }
        let (vx, vy) = (v / Double(first.count), w / Double(second.count))
        let freedom =
            (vx + vy) * (vx + vy) / (vx * vx / Double(first.count - 1) + vy * vy / Double(second.count - 1))
        return .t(
            first.mean - second.mean, error: (vx + vy).squareRoot(), degreesOfFreedom: freedom, level: level)
    }

    /// The difference of means with the pooled variance: Student (1908). Assumes equal variances.
    package static func student(_ x: [Double], _ y: [Double], level: Double = 0.95) -> TestResult? {
        guard let first = Moments(x), let second = Moments(y), first.count + second.count > 2 else { return nil }
        let freedom = Double(first.count + second.count - 2)
        let variance = (first.sumOfSquares + second.sumOfSquares) / freedom
        let error = (variance * (1 / Double(first.count) + 1 / Double(second.count))).squareRoot()
        return .t(first.mean - second.mean, error: error, degreesOfFreedom: freedom, level: level)
    }

    /// The rank-sum test (Wilcoxon 1945; Mann & Whitney 1947): the statistic is the number of pairs with x > y, a tie
    /// counting half. The estimate is the median of the differences x − y (Hodges & Lehmann 1963).
    ///
    /// `exact` gives the exact p-value and limits where no values are equal; else the normal approximation with the
    /// correction for ties and continuity, without limits. nil when a sample is empty.
    package static func rankSum(
        _ x: [Double], _ y: [Double], exact: Bool, level: Double = 0.95
    ) -> TestResult? {
        guard !x.isEmpty, !y.isEmpty else { return nil }
        let ranks = Ranks(x + y)
        let (m, n) = (Double(x.count), Double(y.count))
        let statistic = ExactSum.sum(of: Array(ranks.values.prefix(x.count))) - m * (m + 1) / 2
        let differences = x.flatMap { first in y.map { first - $0 } }.sorted()
        var result = TestResult(statistic: statistic, estimate: Quantile.median(differences))
        if exact && !ranks.hasTies {
            let distribution = RankDistribution.rankSum(x.count, y.count)
            result.pValue = distribution.twoSided(Int(statistic))
            result.limits = orderedLimits(differences, distribution, level)
        } else {
            let ties = ranks.tieSum { $0 * $0 * $0 - $0 }
            let variance = m * n / 12 * (m + n + 1 - ties / ((m + n) * (m + n - 1)))
            result.pValue = normalPValue(statistic - m * n / 2, variance: variance)
        }
        return result
    }

    /// The mean of x − y over pairs, on the number of pairs less one: Student (1908).
    package static func pairedT(_ differences: [Double], level: Double = 0.95) -> TestResult? {
        guard let moments = Moments(differences), let variance = moments.variance else { return nil }
        return .t(
            moments.mean, error: (variance / Double(moments.count)).squareRoot(),
            degreesOfFreedom: Double(moments.count - 1), level: level)
    }

    /// The signed-rank test of differences about 0 (Wilcoxon 1945): the statistic is the sum of the ranks of the
    /// positive ones, differences of 0 left out. The estimate is the median of the means of pairs (Hodges & Lehmann 1963).
    ///
    /// `exact` as in `rankSum`, and only where no difference is 0. nil when all are 0.
    package static func signedRank(_ differences: [Double], exact: Bool, level: Double = 0.95) -> TestResult? {
        let moved = differences.filter { $0 != 0 }
        guard !moved.isEmpty else { return nil }
        let ranks = Ranks(moved.map { abs($0) })
        let n = Double(moved.count)
        let statistic = ExactSum.sum(of: zip(moved, ranks.values).filter { $0.0 > 0 }.map(\.1))
        let means = moved.indices.flatMap { i in moved[...i].map { (moved[i] + $0) / 2 } }.sorted()
        var result = TestResult(statistic: statistic, estimate: Quantile.median(means))
        if exact && !ranks.hasTies && moved.count == differences.count {
            let distribution = RankDistribution.signedRank(moved.count)
            result.pValue = distribution.twoSided(Int(statistic))
            result.limits = orderedLimits(means, distribution, level)
        } else {
            let ties = ranks.tieSum { $0 * $0 * $0 - $0 }
            let variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
            result.pValue = normalPValue(statistic - n * (n + 1) / 4, variance: variance)
        }
        return result
    }

    /// The order statistics that the exact distribution's quantiles point out (Hollander & Wolfe 1999, 3.2 and 4.3).
    private static func orderedLimits(
        _ sorted: [Double], _ distribution: RankDistribution, _ level: Double
    ) -> ConfidenceInterval {
        let place = min(max(1, distribution.quantile((1 - level) / 2)), sorted.count)
        return ConfidenceInterval(lower: sorted[place - 1], upper: sorted[sorted.count - place])
    }

    /// Two-sided, with ½ taken off the distance; nil without spread.
    private static func normalPValue(_ distance: Double, variance: Double) -> Double? {
        guard variance > 0 else { return nil }
        let reduced = distance - (distance > 0 ? 0.5 : distance < 0 ? -0.5 : 0)
        return min(
            1, 2 * min(Normal.cdf(reduced / variance.squareRoot()), Normal.upperTail(reduced / variance.squareRoot())))
    }
}
