// SPDX-License-Identifier: EUPL-1.2

/// Intervals for the mean of a Poisson count of x events.
package enum PoissonInterval: String, Sendable, CaseIterable {
    /// Quantiles of the gamma distribution (Garwood 1936), never below the level.
    case exact
    /// Byar's approximation of the exact one (Breslow & Day 1987, p. 69): x(1 − 1/9x − z/3√x)³ and the same at x + 1.
    case byar

    /// The limits for x ≥ 0 events; divide by the exposure for a rate. The lower limit is 0 at x = 0.
    package func limits(_ x: Int, level: Double = 0.95) -> ConfidenceInterval {
        precondition(x >= 0, "a count is not negative")
        let count = Double(x)
        switch self {
        case .exact:
            let tail = (1 - level) / 2
            return ConfidenceInterval(
                lower: x == 0 ? 0 : Gamma.quantile(tail, shape: count),
                upper: Gamma.quantile(1 - tail, shape: count + 1))
        case .byar:
            let z = Normal.twoSided(level: level)
            func limit(_ count: Double, _ z: Double) -> Double {
                let root = 1 - 1 / (9 * count) + z / (3 * count.squareRoot())
                return count * root * root * root
            }
            return ConfidenceInterval(lower: x == 0 ? 0 : max(0, limit(count, -z)), upper: limit(count + 1, z))
        }
    }

    /// The convention of England's public health indicators: exact below 10 events, Byar's from 10.
    package static func conventional(_ x: Int) -> PoissonInterval { x < 10 ? .exact : .byar }
}
