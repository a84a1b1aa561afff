// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// The trend of values over time.
package enum TrendTests {
    /// A monotone trend: Mann (1945) and Kendall (1975), z = (S ∓ 1) ÷ √var S, with the slope of Sen (1968), the
    /// median of the slopes between pairs of different times.
    package struct MannKendall: Sendable {
        /// S, its variance and τ-b.
        package let score: KendallScore
        package let statistic: Double
        package let pValue: Double
        /// nil when all times are equal.
        package let slope: Double?

        /// nil with fewer than three values or when they do not vary.
        package init?(_ times: [Double], _ values: [Double]) {
            guard let score = KendallScore(times, values), score.variance > 0, score.tau != nil else { return nil }
            let reduced = score.score - (score.score > 0 ? 1 : score.score < 0 ? -1 : 0)
            var slopes: [Double] = []
            for i in times.indices {
                for j in 0..<i where times[i] != times[j] {
                    slopes.append((values[i] - values[j]) / (times[i] - times[j]))
                }
            }
            self.score = score
            self.statistic = reduced / score.variance.squareRoot()
            self.pValue = Normal.twoSidedTail(statistic)
            self.slope = Quantile.median(slopes)
        }
    }

    /// The slope of the line by least squares, as the estimate, with t on n − 2. nil with fewer than three values or
    /// when the times do not vary.
    package static func linear(_ times: [Double], _ values: [Double], level: Double = 0.95) -> TestResult? {
        precondition(times.count == values.count, "the arrays are parallel")
        guard times.count > 2, let time = Moments(times), let value = Moments(values), time.sumOfSquares > 0
        else { return nil }
        let products = zip(times, values).map { ($0 - time.mean) * ($1 - value.mean) }
        let slope = ExactSum.sum(of: products) / time.sumOfSquares
        let residuals = zip(times, values).map { ($1 - value.mean) - slope * ($0 - time.mean) }
        let freedom = Double(times.count - 2)
        let variance = ExactSum.sum(of: residuals.map { $0 * $0 }) / freedom
        return .t(
            slope, error: (variance / time.sumOfSquares).squareRoot(), degreesOfFreedom: freedom, level: level)
    }
}
