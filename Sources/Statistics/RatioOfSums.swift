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

extension Linearised {
    /// The ratio of two weighted totals, R = Σwy ÷ Σwx, with the scores z = w(y − R·x) ÷ Σwx.
    /// Särndal, Swensson & Wretman (1992) 5.6. nil when Σwx is 0.
    ///
    /// - Parameter weights: one a contribution; nil for units that stand for themselves.
    package static func ratio(_ contributions: [RatioContribution], weights: [Double]? = nil) -> Linearised? {
        func weight(_ place: Int) -> Double { weights?[place] ?? 1 }
        let base = ExactSum.sum(of: contributions.indices.map { weight($0) * contributions[$0].denominator })
        guard base != 0 else { return nil }
        let ratio = ExactSum.sum(of: contributions.indices.map { weight($0) * contributions[$0].numerator }) / base
        return Linearised(
            value: ratio,
            scores: contributions.indices.map { place in
                weight(place) * (contributions[place].numerator - ratio * contributions[place].denominator) / base
            })
    }

    /// N/(N−1) · Σ(z − z̄)²: the variance of a total of N units drawn independently of each other. 0 for N = 1.
    var varianceOfUnits: Double { Self.covarianceOfUnits(scores, scores) }

    /// The covariance of two totals over the same N units, N/(N−1) · Σ(a − ā)(b − b̄).
    static func covarianceOfUnits(_ a: [Double], _ b: [Double]) -> Double {
        guard a.count > 1, let mean = ExactSum.mean(of: a), let other = ExactSum.mean(of: b) else { return 0 }
        let count = Double(a.count)
        return count / (count - 1) * ExactSum.sum(of: a.indices.map { (a[$0] - mean) * (b[$0] - other) })
    }

    /// The estimate with the error of units drawn independently of each other, value ± t(N−1)·se; no error for N = 1.
    fileprivate func overUnits(level: Double) -> Estimate {
        guard scores.count > 1 else { return Estimate(value: value, count: scores.count) }
        return .symmetric(value, standardError: varianceOfUnits.squareRoot(), count: scores.count, level: level)
    }
}

/// The ratio of two totals over persons, R = ΣU ÷ ΣB, with the error one would expect if only chance differed
/// between persons: persons as clusters of one outcome of a stable process. It is the ratio of a survey
/// (`SurveyDesign.ratio`) whose every unit has the weight 1. A share is the case where each person brings 0 or 1 to the
/// numerator and 1 to the denominator.
package enum RatioOfSums {
    /// R with its linearised standard error: z_p = (U_p − R·B_p) ÷ ΣB, var(R) = N/(N−1) · Σ z_p², interval
    /// R ± t(N−1)·se. Särndal, Swensson & Wretman (1992) 5.6; Cochran (1977) ch. 6.
    ///
    /// N is the number of contributions. nil when ΣB is 0; no error and no interval for N = 1. The order of the
    /// contributions does not change a bit of the result.
    package static func estimate(_ contributions: [RatioContribution], level: Double = 0.95) -> Estimate? {
        Linearised.ratio(contributions)?.overUnits(level: level)
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
        guard let old = Linearised.ratio(before), let new = Linearised.ratio(after) else { return nil }
        return (new - old).overUnits(level: level)
    }

    /// Correlation of the two ratios' errors over the persons they share, −1–1; 0 when either has no error.
    package static func correlation(before: [RatioContribution], after: [RatioContribution]) -> Double {
        precondition(before.count == after.count, "the two years are paired person by person")
        guard let old = Linearised.ratio(before), let new = Linearised.ratio(after) else { return 0 }
        let variances = old.varianceOfUnits * new.varianceOfUnits
        guard variances > 0 else { return 0 }
        return min(1, max(-1, Linearised.covarianceOfUnits(old.scores, new.scores) / variances.squareRoot()))
    }
}
