// SPDX-License-Identifier: EUPL-1.2

/// What one unit (a person) brings to a ratio: its share of the numerator's and of the denominator's total.
package struct RatioContribution: Sendable, Hashable {
    package var numerator: Double
    package var denominator: Double

    package init(numerator: Double, denominator: Double) {
        self.numerator = numerator
        self.denominator = denominator
    }

    package static let none = RatioContribution(numerator: 0, denominator: 0)
}

/// The ratio of two totals over persons, R = ΣU ÷ ΣB, with the error one would expect if only chance differed
/// between persons: persons as clusters of one outcome of a stable process. A share is the case where each person
/// brings 0 or 1 to the numerator and 1 to the denominator.
package enum RatioOfSums {
    /// R with its linearised standard error: e_p = U_p − R·B_p, var(R) = N/(N−1) · Σ e_p² ÷ (ΣB)², interval
    /// R ± t(N−1)·se. Särndal, Swensson & Wretman (1992) 5.6; Cochran (1977) ch. 6.
    ///
    /// N is the number of contributions. nil when ΣB is 0; no error and no interval for N = 1. The order of the
    /// contributions does not change a bit of the result.
    package static func estimate(_ contributions: [RatioContribution], level: Double = 0.95) -> Estimate? {
        guard let ratio = value(contributions) else { return nil }
        let count = contributions.count
        guard count > 1 else { return Estimate(value: ratio.value, count: count) }
        let squares = contributions.map { contribution in
            let score = contribution.numerator - ratio.value * contribution.denominator
            return score * score
        }
        let variance = clustered(squares) / (ratio.base * ratio.base)
        return .symmetric(ratio.value, standardError: variance.squareRoot(), count: count, level: level)
    }

    /// The difference between two ratios over the same persons, `after` − `before`, whose error counts what the
    /// persons in both have in common: the scores z_p = e′_p ÷ ΣB′ − e_p ÷ ΣB are differences within persons, and
    /// var = N/(N−1) · Σ z_p². Persons in one of the two only bring `RatioContribution.none` to the other.
    ///
    /// The arrays are parallel, one place a person. nil when either base is 0; no error for N = 1.
    package static func change(
        before: [RatioContribution], after: [RatioContribution], level: Double = 0.95
    ) -> Estimate? {
        precondition(before.count == after.count, "the two years are paired person by person")
        guard let old = value(before), let new = value(after) else { return nil }
        let difference = new.value - old.value
        let count = before.count
        guard count > 1 else { return Estimate(value: difference, count: count) }
        let squares = zip(before, after).map { before, after in
            let newScore = (after.numerator - new.value * after.denominator) / new.base
            let oldScore = (before.numerator - old.value * before.denominator) / old.base
            return (newScore - oldScore) * (newScore - oldScore)
        }
        return .symmetric(difference, standardError: clustered(squares).squareRoot(), count: count, level: level)
    }

    /// Correlation of the two ratios' errors over the persons they share, −1–1; 0 when either has no error.
    package static func correlation(before: [RatioContribution], after: [RatioContribution]) -> Double {
        precondition(before.count == after.count, "the two years are paired person by person")
        guard let old = value(before), let new = value(after) else { return 0 }
        let scores = zip(before, after).map { before, after in
            (
                old: (before.numerator - old.value * before.denominator) / old.base,
                new: (after.numerator - new.value * after.denominator) / new.base
            )
        }
        let oldVariance = ExactSum.sum(of: scores.map { $0.old * $0.old })
        let newVariance = ExactSum.sum(of: scores.map { $0.new * $0.new })
        guard oldVariance > 0, newVariance > 0 else { return 0 }
        let covariance = ExactSum.sum(of: scores.map { $0.old * $0.new })
        return min(1, max(-1, covariance / (oldVariance * newVariance).squareRoot()))
    }

    private static func value(_ contributions: [RatioContribution]) -> (value: Double, base: Double)? {
        let base = ExactSum.sum(of: contributions.map(\.denominator))
        guard base != 0 else { return nil }
        return (ExactSum.sum(of: contributions.map(\.numerator)) / base, base)
    }

    /// N/(N−1) · Σ z², for scores that add to 0.
    private static func clustered(_ squares: [Double]) -> Double {
        let count = Double(squares.count)
        return count / (count - 1) * ExactSum.sum(of: squares)
    }
}
