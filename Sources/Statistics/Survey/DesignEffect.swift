// SPDX-License-Identifier: EUPL-1.2

/// What the weights and the design cost or gain in precision.
package enum DesignEffect {
    /// Which simple random sample of as many rows the design is compared with.
    package enum Comparison: String, Sendable {
        /// Drawn with replacement: s² ÷ n (R's `deff = "replace"`).
        case withReplacement = "replace"
        /// Drawn without: s² ÷ n · (1 − n ÷ Σw).
        case withoutReplacement = "true"
    }

    /// The design variance of a mean, divided by that of a simple random sample. Kish (1965) 8.2. The element variance
    /// is Σw(y − ȳ)² ÷ Σw · n ÷ (n − 1) over the rows with the value. nil for fewer than two or for equal values.
    package static func ofMean(
        _ values: [Double?], _ design: SurveyDesign, in domain: Domain? = nil, comparedWith comparison: Comparison
    ) throws(SurveyDesignError) -> Double? {
        guard let mean = design.mean(values, in: domain),
            let reference = simpleVariance(values, design, domain, mean.value, comparison)
        else { return nil }
        return try design.variance(mean) / reference
    }

    /// The same for a total.
    package static func ofTotal(
        _ values: [Double?], _ design: SurveyDesign, in domain: Domain? = nil, comparedWith comparison: Comparison
    ) throws(SurveyDesignError) -> Double? {
        guard let mean = design.mean(values, in: domain),
            let reference = simpleVariance(values, design, domain, mean.value, comparison)
        else { return nil }
        let size = ExactSum.sum(of: rows(values, domain).map { design.weights[$0] })
        return try design.variance(design.total(values, in: domain)) / (reference * size * size)
    }

    /// n·Σw² ÷ (Σw)²: how many times larger unequal weights alone make the variance. Kish (1992), J. Off. Stat. 8:183.
    /// 1 for equal weights; nil for none.
    package static func kish(_ weights: [Double]) -> Double? {
        let sum = ExactSum.sum(of: weights)
        guard sum > 0 else { return nil }
        return Double(weights.count) * ExactSum.sum(of: weights.map { $0 * $0 }) / (sum * sum)
    }

    private static func rows(_ values: [Double?], _ domain: Domain?) -> [Int] {
        values.indices.filter { values[$0] != nil && domain?.contains[$0] != false }
    }

    private static func simpleVariance(
        _ values: [Double?], _ design: SurveyDesign, _ domain: Domain?, _ mean: Double, _ comparison: Comparison
    ) -> Double? {
        let rows = rows(values, domain).filter { design.weights[$0] > 0 }
        let count = Double(rows.count)
        let size = ExactSum.sum(of: rows.map { design.weights[$0] })
        let squares = ExactSum.sum(
            of: rows.map { row in
                let distance = (values[row] ?? mean) - mean
                return design.weights[row] * distance * distance
            })
        guard count > 1, squares > 0 else { return nil }
        let element = squares / size * count / (count - 1)
        return switch comparison {
        case .withReplacement: element / count
        case .withoutReplacement: element * (size - count) / (size * count)
        }
    }
}
