// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// What a test of a hypothesis (hypotesprövning) found. A part that is not defined for the test or the data is nil.
package struct TestResult: Sendable, Hashable {
    package var statistic: Double?
    package var degreesOfFreedom: Double?
    /// Of the denominator, for F.
    package var denominatorDegrees: Double?
    /// Two-sided unless the test says otherwise.
    package var pValue: Double?
    /// The quantity the test is of, in its own unit.
    package var estimate: Double?
    package var limits: ConfidenceInterval?

    package init(
        statistic: Double? = nil, degreesOfFreedom: Double? = nil, denominatorDegrees: Double? = nil,
        pValue: Double? = nil, estimate: Double? = nil, limits: ConfidenceInterval? = nil
    ) {
        self.statistic = statistic
        self.degreesOfFreedom = degreesOfFreedom
        self.denominatorDegrees = denominatorDegrees
        self.pValue = pValue
        self.estimate = estimate
        self.limits = limits
    }

    /// A statistic that is chi-square distributed; undefined when it is not a finite number.
    static func chiSquare(_ statistic: Double, degreesOfFreedom: Double) -> TestResult {
        guard statistic.isFinite, degreesOfFreedom > 0 else { return TestResult(degreesOfFreedom: degreesOfFreedom) }
        return TestResult(
            statistic: statistic, degreesOfFreedom: degreesOfFreedom,
            pValue: ChiSquared.upperTail(statistic, degreesOfFreedom: degreesOfFreedom))
    }

    /// A statistic that is F distributed; undefined when it is not a finite number.
    static func f(_ statistic: Double, _ numerator: Double, _ denominator: Double) -> TestResult {
        guard statistic.isFinite, denominator > 0 else {
            return TestResult(degreesOfFreedom: numerator, denominatorDegrees: denominator)
        }
        return TestResult(
            statistic: statistic, degreesOfFreedom: numerator, denominatorDegrees: denominator,
            pValue: FisherF.upperTail(statistic, numerator, denominator))
    }

    /// An estimate over its standard error, t distributed, with the interval; undefined when the error is 0.
    static func t(_ estimate: Double, error: Double, degreesOfFreedom: Double, level: Double) -> TestResult {
        guard error > 0, degreesOfFreedom > 0 else { return TestResult(estimate: estimate) }
        let statistic = estimate / error
        let half = StudentT.twoSided(level: level, degreesOfFreedom: degreesOfFreedom) * error
        return TestResult(
            statistic: statistic, degreesOfFreedom: degreesOfFreedom,
            pValue: StudentT.twoSidedTail(statistic, degreesOfFreedom: degreesOfFreedom), estimate: estimate,
            limits: ConfidenceInterval(lower: estimate - half, upper: estimate + half))
    }
}
