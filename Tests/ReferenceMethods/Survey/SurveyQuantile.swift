// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// A quantile under a design with Woodruff's interval: the interval for the share at or below the quantile, read off
/// the same distribution. Woodruff (1952), JASA 47:635; R `svyquantile` (≥ 4.1).
package struct SurveyQuantile: Sendable, Hashable {
    package let value: Double
    /// nil where the share's interval reaches outside 0–1, or without degrees of freedom.
    package let lower: Double?
    package let upper: Double?

    /// The interval's width ÷ 2t: a standard error for comparison only, since the interval need not be symmetric.
    package let standardError: Double?

    /// nil for an empty domain.
    /// - Parameters:
    ///   - interval: how the share's interval is made; `mean`, `xlogit`, `beta` and `asin` are those of R.
    ///   - degreesOfFreedom: of the t quantile; those of the domain unless given.
    package init?(
        _ values: [Double?], _ design: SurveyDesign, at p: Double, rule: WeightedQuantile,
        interval: SurveyProportionInterval = .mean, in domain: Domain? = nil, degreesOfFreedom: Int? = nil,
        level: Double = 0.95
    ) throws(SurveyDesignError) {
        let answered = domain.map(Domain.answered(values).intersection) ?? Domain.answered(values)
        let rows = values.indices.compactMap { row in
            answered.contains[row] ? values[row].map { (value: $0, weight: design.weights[row]) } : nil
        }
        guard let value = rule.value(rows, at: p),
            let share = design.share(values.map { $0.map { $0 <= value } }, in: answered)
        else { return nil }
        self.value = value
        let df = degreesOfFreedom ?? design.degreesOfFreedom(in: answered)
        let limits = interval.limits(
            share.value, variance: try design.variance(share), rows: answered.count, degreesOfFreedom: df,
            level: level)
        func read(_ share: Double?) -> Double? {
            guard let share, (0...1).contains(share) else { return nil }
            return rule.value(rows, at: share)
        }
        self.lower = read(limits?.lower)
        self.upper = read(limits?.upper)
        if let lower, let upper {
            self.standardError =
                (upper - lower) / (2 * StudentT.twoSided(level: level, degreesOfFreedom: Double(df)))
        } else {
            self.standardError = nil
        }
    }
}
