// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// How a value goes with the one before it in a series.
package enum Autocorrelation {
    /// Σ (y_i − ȳ)(y_{i+1} − ȳ) ÷ Σ (y_i − ȳ)² (Box & Jenkins 1976, 2.1.5); nil when the series does not vary.
    package static func lagOne(_ values: [Double]) -> Double? {
        guard let moments = Moments(values), moments.sumOfSquares > 0 else { return nil }
        let products = zip(values, values.dropFirst()).map { ($0 - moments.mean) * ($1 - moments.mean) }
        return ExactSum.sum(of: products) / moments.sumOfSquares
    }
}
