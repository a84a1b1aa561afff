// SPDX-License-Identifier: EUPL-1.2

/// A number with what is known of its uncertainty.
package struct Estimate: Sendable, Hashable {
    package var value: Double
    /// nil when it cannot be estimated: fewer than two units.
    package var standardError: Double?
    /// Limits of the interval at the level asked for; nil without a standard error.
    package var lower: Double?
    package var upper: Double?
    /// Of the t quantile in the interval; nil for intervals that use none.
    package var degreesOfFreedom: Double?
    /// Number of units (persons) the estimate rests on.
    package var count: Int

    package init(
        value: Double, standardError: Double? = nil, lower: Double? = nil, upper: Double? = nil,
        degreesOfFreedom: Double? = nil, count: Int
    ) {
        self.value = value
        self.standardError = standardError
        self.lower = lower
        self.upper = upper
        self.degreesOfFreedom = degreesOfFreedom
        self.count = count
    }

    /// Value ± t(count − 1) · standard error; without an interval when there are fewer than two units.
    static func symmetric(_ value: Double, standardError: Double, count: Int, level: Double) -> Estimate {
        let degreesOfFreedom = Double(count - 1)
        let half = StudentT.twoSided(level: level, degreesOfFreedom: degreesOfFreedom) * standardError
        return Estimate(
            value: value, standardError: standardError, lower: value - half, upper: value + half,
            degreesOfFreedom: degreesOfFreedom, count: count)
    }
}
