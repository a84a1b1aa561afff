// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// The scale on which a funnel's z-scores and overdispersed limits are made, so that the error depends on size alone.
package enum FunnelScale: Sendable {
    /// Shares: arcsin √p with the error 1 ÷ 2√n.
    case arcsine
    /// Ratios of observed to expected: √r with the error 1 ÷ 2√E.
    case squareRoot
    /// Ratios: ln r with the error 1 ÷ √E.
    case logarithm

    package func forward(_ value: Double) -> Double {
        switch self {
        case .arcsine: asin(value.squareRoot())
        case .squareRoot: value.squareRoot()
        case .logarithm: log(value)
        }
    }

    /// Outside the scale's range the nearest possible value: a limit is never reflected.
    package func backward(_ value: Double) -> Double {
        switch self {
        case .arcsine:
            if value <= 0 { return 0 }
            if value >= Double.pi / 2 { return 1 }
            return sin(value) * sin(value)
        case .squareRoot: return value <= 0 ? 0 : value * value
        case .logarithm: return exp(value)
        }
    }

    /// The error at a size: n persons or E expected events.
    package func error(size: Double) -> Double {
        self == .logarithm ? 1 / size.squareRoot() : 1 / (2 * size.squareRoot())
    }

    /// backward(forward(target) ± z·√(s² + τ²)).
    package func limits(target: Double, size: Double, tauSquared: Double, level: Double) -> ConfidenceInterval {
        let error = error(size: size)
        let half = Normal.twoSided(level: level) * (error * error + tauSquared).squareRoot()
        let centre = forward(target)
        return ConfidenceInterval(lower: backward(centre - half), upper: backward(centre + half))
    }
}
