// SPDX-License-Identifier: EUPL-1.2

/// The difference of two estimates with limits of their own, whose errors may move together.
package enum SurveyDifference {
    /// One side: the estimate, its limits (nil where it has none), its standard error.
    package struct Side: Sendable {
        package var value: Double
        package var limits: ConfidenceInterval?
        package var standardError: Double

        package init(value: Double, limits: ConfidenceInterval?, standardError: Double) {
            self.value = value
            self.limits = limits
            self.standardError = standardError
        }

        package init(_ share: SurveyShare) {
            self.init(value: share.estimate.value, limits: share.limits, standardError: share.standardError)
        }
    }

    /// later − earlier, its error √(v′ + v − 2c), and the limits by the square-and-add rule
    /// d − √((p′−l′)² − 2r(p′−l′)(u−p) + (u−p)²), d + √((u′−p′)² − 2r(u′−p′)(p−l) + (p−l)²), r the errors'
    /// correlation: Zou & Donner (2008), Stat. Med. 27:1693. Never a point where either side is uncertain.
    package static func estimate(_ later: Side, _ earlier: Side, covariance: Double = 0, count: Int) -> Estimate {
        let square = later.standardError * later.standardError + earlier.standardError * earlier.standardError
        let product = later.standardError * earlier.standardError
        let r = product > 0 ? min(1, max(-1, covariance / product)) : 0
        var result = Estimate(
            value: later.value - earlier.value, standardError: max(0, square - 2 * covariance).squareRoot(),
            count: count)
        guard let new = later.limits, let old = earlier.limits else { return result }
        func reach(_ a: Double, _ b: Double) -> Double { max(0, a * a - 2 * r * a * b + b * b).squareRoot() }
        result.lower = result.value - reach(later.value - new.lower, old.upper - earlier.value)
        result.upper = result.value + reach(new.upper - later.value, earlier.value - old.lower)
        return result
    }

    /// P(|T| ≥ |d ÷ se|); nil without degrees of freedom or error.
    package static func p(_ difference: Estimate, degreesOfFreedom df: Int) -> Double? {
        guard df > 0, let error = difference.standardError, error > 0 else { return nil }
        return StudentT.twoSidedTail(difference.value / error, degreesOfFreedom: Double(df))
    }
}

extension SurveyDesign {
    /// The covariance of an estimate of this design with one of another, drawn from the same population at another
    /// time, through those who are in both. In each stratum (c − n₁n₂ ÷ N) ÷ (c − 1) · Σ(z₁ − z̄₁)(z₂ − z̄₂) over the c
    /// in both, z̄ the mean of each whole sample: Tam (1984), Am. Stat. 38:288, eq. 2, in scores. When everybody is in
    /// both it is the covariance of the stacked design with persons as clusters; without a population size c ÷ (c − 1);
    /// with fewer than two in both it is 0, as for samples drawn apart.
    ///
    /// - Parameter pairs: the row here and the row there of each person in both.
    package func overlapCovariance(
        _ estimate: Linearised, with other: Linearised, of second: SurveyDesign, pairs: [(here: Int, there: Int)]
    ) -> Double {
        let here = fits.reversed().reduce(estimate.scores) { $1.residuals(of: $0) }
        let there = second.fits.reversed().reduce(other.scores) { $1.residuals(of: $0) }
        let (means, otherMeans) = (stratumMeans(here), second.stratumMeans(there))
        var groups: [[Int]: [Double]] = [:]
        for pair in pairs {
            let (a, b) = (stages[0].stratum[pair.here], second.stages[0].stratum[pair.there])
            groups[[a, b], default: []].append((here[pair.here] - means[a]) * (there[pair.there] - otherMeans[b]))
        }
        var terms: [Double] = []
        for (strata, products) in groups where products.count > 1 {
            let c = Double(products.count)
            let size = [stages[0].population?[strata[0]], second.stages[0].population?[strata[1]]].compactMap { $0 }
                .max()
            let expected =
                size.map { Double(stages[0].drawn[strata[0]]) * Double(second.stages[0].drawn[strata[1]]) / $0 } ?? 0
            terms.append((c - expected) / (c - 1) * ExactSum.sum(of: products))
        }
        return ExactSum.sum(of: terms)
    }

    private func stratumMeans(_ scores: [Double]) -> [Double] {
        var members = stages[0].drawn.map { _ in [Double]() }
        for row in scores.indices { members[stages[0].stratum[row]].append(scores[row]) }
        return members.map { ExactSum.mean(of: $0) ?? 0 }
    }
}
