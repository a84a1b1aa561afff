// SPDX-License-Identifier: EUPL-1.2

/// The limits of a confidence interval (konfidensintervall).
package struct ConfidenceInterval: Sendable, Hashable {
    package let lower: Double
    package let upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The interval with its limits drawn into `bounds`.
    func clipped(to bounds: ClosedRange<Double>) -> ConfidenceInterval {
        func drawn(_ limit: Double) -> Double { min(bounds.upperBound, max(bounds.lowerBound, limit)) }
        return ConfidenceInterval(lower: drawn(lower), upper: drawn(upper))
    }
}
