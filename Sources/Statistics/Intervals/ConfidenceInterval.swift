// SPDX-License-Identifier: EUPL-1.2

/// The limits of a confidence interval (konfidensintervall).
package struct ConfidenceInterval: Sendable, Hashable {
    package let lower: Double
    package let upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The part of the interval that lies in `bounds`.
    func clipped(to bounds: ClosedRange<Double>) -> ConfidenceInterval {
        ConfidenceInterval(lower: max(lower, bounds.lowerBound), upper: min(upper, bounds.upperBound))
    }
}
