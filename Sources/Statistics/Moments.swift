// SPDX-License-Identifier: EUPL-1.2

/// Mean and spread of values, summed with compensation and in two passes (Chan, Golub & LeVeque 1983), the same in
/// any order of the values.
package struct Moments: Sendable, Hashable {
    package let count: Int
    package let mean: Double
    /// Σ (y − ȳ)², with the correction for ȳ's rounding.
    package let sumOfSquares: Double

    /// nil for no values.
    package init?(_ values: [Double]) {
        guard let rough = ExactSum.mean(of: values) else { return nil }
        let deviations = values.map { $0 - rough }
        let rest = ExactSum.sum(of: deviations)
        self.count = values.count
        self.mean = rough + rest / Double(values.count)
        self.sumOfSquares = max(
            0, ExactSum.sum(of: deviations.map { $0 * $0 }) - rest * rest / Double(values.count))
    }

    /// Σ (y − ȳ)² ÷ (n − 1); nil for one value.
    package var variance: Double? { count > 1 ? sumOfSquares / Double(count - 1) : nil }
    package var standardDeviation: Double? { variance?.squareRoot() }
}
