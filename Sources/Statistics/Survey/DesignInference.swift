// SPDX-License-Identifier: EUPL-1.2

extension SurveyDesign {
    /// The estimate with its standard error and the interval value ± t(df)·se; no interval when df is 0, since a
    /// quantile of the normal distribution would promise what one unit a stratum cannot keep.
    ///
    /// - Parameters:
    ///   - domain: the rows it rests on, whose number is the count.
    ///   - degreesOfFreedom: those of the domain unless given.
    package func inference(
        _ estimate: Linearised, in domain: Domain? = nil, degreesOfFreedom: Int? = nil, level: Double = 0.95
    ) throws(SurveyDesignError) -> Estimate {
        let error = max(0, try variance(estimate)).squareRoot()
        let df = degreesOfFreedom ?? self.degreesOfFreedom(in: domain)
        var result = Estimate(
            value: estimate.value, standardError: error, degreesOfFreedom: Double(df), count: domain?.count ?? count)
        if df > 0 {
            let half = StudentT.twoSided(level: level, degreesOfFreedom: Double(df)) * error
            result.lower = estimate.value - half
            result.upper = estimate.value + half
        }
        return result
    }

    /// P(|T| ≥ |value ÷ se|) with t on the degrees of freedom; nil when there are none or no error.
    package func twoSidedTest(
        _ estimate: Linearised, degreesOfFreedom df: Int
    ) throws(SurveyDesignError) -> (statistic: Double, p: Double)? {
        let error = max(0, try variance(estimate)).squareRoot()
        guard df > 0, error > 0 else { return nil }
        let statistic = estimate.value / error
        return (statistic, StudentT.twoSidedTail(statistic, degreesOfFreedom: Double(df)))
    }

    /// The correlation of two estimates' errors, −1–1; nil when one has no error.
    package func correlation(_ a: Linearised, _ b: Linearised) throws(SurveyDesignError) -> Double? {
        let covariances = try covariance([a, b])
        let product = covariances[0][0] * covariances[1][1]
        guard product > 0 else { return nil }
        return min(1, max(-1, covariances[0][1] / product.squareRoot()))
    }
}
