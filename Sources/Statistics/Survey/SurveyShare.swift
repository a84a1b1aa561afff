// SPDX-License-Identifier: EUPL-1.2

/// A share estimated under a design, with the interval that suits the design.
package struct SurveyShare: Sendable {
    /// How the interval came about.
    package enum Method: String, Sendable {
        /// Everybody was asked and answered: no sampling error, a point.
        case census
        /// One stratum of known size, equal weights: the shortest exact hypergeometric interval.
        case hypergeometric
        /// One stratum of unknown size, equal weights: Wilson's score interval, as for independent answers.
        case binomial
        /// Several strata or unequal weights: Wilson's with effective n and t on the design's degrees of freedom.
        case wilson
        /// No degrees of freedom: no interval.
        case none
    }

    package let estimate: Linearised
    package let standardError: Double
    package let limits: ConfidenceInterval?
    package let method: Method
    package let degreesOfFreedom: Int
    /// Answers counted, unweighted: those for which it holds, and all.
    package let holding: Int
    package let count: Int
    /// Whether the answers weigh differently, so that the share is not holding ÷ count.
    package let isWeighted: Bool
    /// Of the hypergeometric interval: the persons the answers were drawn from.
    package let population: Int?
}

extension SurveyDesign {
    /// The share of the domain for which something holds.
    ///
    /// Within one stratum with equal weights the answers are a simple random sample without replacement, of the
    /// stratum less those known to be outside the domain: the interval is exact. Elsewhere it is Wilson's,
    /// n_e = p(1 − p) ÷ v; at p = 0 and p = 1, where v says nothing, n_e = (Σw)² ÷ Σ(1 − f)w², what a share's variance
    /// would be of. At df = 0 there is none.
    ///
    /// - Parameters:
    ///   - holds: nil where it is not known of a row in the domain (item nonresponse).
    ///   - domain: the rows known to belong to what the share is about; the others are known not to.
    /// - Returns: nil when it is known of nobody.
    package func surveyShare(
        _ holds: [Bool?], in domain: Domain, level: Double = 0.95
    ) throws(SurveyDesignError) -> SurveyShare? {
        let answered = Domain(holds.indices.map { domain.contains[$0] && holds[$0] != nil && weights[$0] > 0 })
        guard var estimate = share(holds, in: answered) else { return nil }
        let rows = holds.indices.filter { answered.contains[$0] }
        let x = rows.count { holds[$0] == true }
        let isWeighted = rows.contains { abs(weights[$0] - weights[rows[0]]) > 1e-9 * weights[rows[0]] }
        // Equal weights leave nothing to round.
        if !isWeighted { estimate = Linearised(value: Double(x) / Double(rows.count), scores: estimate.scores) }
        let error = max(0, try variance(estimate)).squareRoot()
        let df = degreesOfFreedom(in: answered)
        let unrounded = estimate
        func result(
            _ limits: ConfidenceInterval?, _ method: SurveyShare.Method, population: Int? = nil
        ) -> SurveyShare {
            SurveyShare(
                estimate: unrounded, standardError: method == .census ? 0 : error,
                limits: limits?.holding(unrounded.value), method: method, degreesOfFreedom: df, holding: x,
                count: rows.count, isWeighted: isWeighted, population: population)
        }
        let point = ConfidenceInterval(lower: estimate.value, upper: estimate.value)
        if let stratum = soleStratum(of: rows), !isWeighted {
            guard let population = stages[0].population else {
                return result(BinomialInterval.wilson.limits(x, of: rows.count, level: level), .binomial)
            }
            let outside = holds.indices.count { stages[0].stratum[$0] == stratum && !domain.contains[$0] }
            let size = max(rows.count, Int(population[stratum].rounded()) - outside)
            if size == rows.count { return result(point, .census) }
            return result(
                Self.exact(x, of: rows.count, population: size, level), .hypergeometric, population: size)
        }
        if structuralVariance(of: rows) == 0 { return result(point, .census) }
        guard df > 0 else { return result(nil, .none) }
        let limits = shareLimits(
            estimate.value, variance: error * error, rows: rows, degreesOfFreedom: df, level: level)
        return result(limits, .wilson)
    }

    /// Wilson's interval with n_e = p(1 − p) ÷ v and t on the degrees of freedom, for a share or for a ratio that is
    /// one. Where v says nothing (p = 0, p = 1) n_e is that of a share which all strata have alike. A point in a
    /// census; nil without degrees of freedom.
    package func shareLimits(
        _ p: Double, variance v: Double, rows: [Int], degreesOfFreedom df: Int, level: Double = 0.95
    ) -> ConfidenceInterval? {
        let structural = structuralVariance(of: rows)
        guard structural > 0 else { return ConfidenceInterval(lower: p, upper: p) }
        guard df > 0 else { return nil }
        let spread = p * (1 - p)
        let effective = spread > 0 && v > 0 ? spread / v : 1 / structural
        let t = StudentT.twoSided(level: level, degreesOfFreedom: Double(df))
        return WilsonInterval.limits(p, effective: effective, quantile: t)
    }

    /// A share of the domain as a unit among others; `holds` as it was estimated.
    package func sampled(_ share: SurveyShare, _ holds: [Bool?], in domain: Domain) -> SampledShare {
        let rows = holds.indices.filter { domain.contains[$0] && holds[$0] != nil && weights[$0] > 0 }
        return SampledShare(share, size: size(of: rows), structural: structuralVariance(of: rows))
    }

    /// The same for a ratio that is a share, with its linearised variance.
    package func sampled(
        ratio p: Double, variance: Double, rows: [Int], degreesOfFreedom df: Int
    ) -> SampledShare {
        let structural = structuralVariance(of: rows)
        let effective = SampledShare.effective(p, variance: variance, structural: structural)
        return SampledShare(
            value: p, n: rows.count, size: size(of: rows),
            sampling: structural > 0 ? .weighted(effective: effective, degreesOfFreedom: df) : .census)
    }

    /// The persons that rows stand for.
    package func size(of rows: [Int]) -> Double { ExactSum.sum(of: rows.map { weights[$0] }) }

    /// The one stratum that the rows and nothing but elements were drawn in; nil for several, or for clusters.
    private func soleStratum(of rows: [Int]) -> Int? {
        guard stages.count == 1, let first = rows.first else { return nil }
        let stratum = stages[0].stratum[first]
        guard rows.allSatisfy({ stages[0].stratum[$0] == stratum }) else { return nil }
        let members = stages[0].stratum.count { $0 == stratum }
        return members == stages[0].drawn[stratum] ? stratum : nil
    }

    /// v ÷ p(1 − p) of a share that all strata have alike: Σ(1 − f)w² ÷ (Σw)².
    func structuralVariance(of rows: [Int]) -> Double {
        let sum = ExactSum.sum(of: rows.map { weights[$0] })
        let squares = ExactSum.sum(
            of: rows.map { stages[0].remaining(in: stages[0].stratum[$0]) * weights[$0] * weights[$0] })
        return squares / (sum * sum)
    }

    private static func exact(_ x: Int, of n: Int, population: Int, _ level: Double) -> ConfidenceInterval? {
        ShortestHypergeometricIntervals(drawn: n, population: population, level: level)?.limits(x)
            ?? HypergeometricInterval(x, of: n, population: population, level: level)?.limits
    }
}

extension WilsonInterval {
    /// The score interval of a share p that is as precise as one of n_e independent answers, 0 < n_e.
    static func limits(_ p: Double, effective: Double, quantile t: Double) -> ConfidenceInterval {
        let square = t * t
        let half = t * (p * (1 - p) / effective + square / (4 * effective * effective)).squareRoot()
        let centre = p + square / (2 * effective)
        let scale = 1 + square / effective
        return ConfidenceInterval(
            lower: p <= 0 ? 0 : (centre - half) / scale, upper: p >= 1 ? 1 : (centre + half) / scale)
    }
}

extension ConfidenceInterval {
    /// The same with the estimate in it: limits in whole persons can lie a fraction of one beside a weighted share.
    fileprivate func holding(_ value: Double) -> ConfidenceInterval {
        ConfidenceInterval(lower: min(lower, value), upper: max(upper, value))
    }
}
