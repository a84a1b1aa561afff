// SPDX-License-Identifier: EUPL-1.2

/// One unit (a district board) of a funnel: what it has, and how precisely.
package enum FunnelUnit: Sendable {
    /// x of n persons. n ≥ 1.
    case share(x: Int, n: Int)
    /// x persons or events over an exposure (inhabitants) above 0.
    case rate(x: Int, exposure: Double)
    /// A ratio or a mean of n persons with its own standard error, and the same of all other units together.
    case estimate(value: Double, standardError: Double, n: Int, rest: (value: Double, standardError: Double))
    /// A share of answers to a survey. All units of a funnel are of this kind, or none.
    case sample(SampledShare)

    package var value: Double {
        switch self {
        case .share(let x, let n): Double(x) / Double(n)
        case .rate(let x, let exposure): Double(x) / exposure
        case .estimate(let value, _, _, _): value
        case .sample(let share): share.value
        }
    }

    /// The value on the scale where its error depends on size alone: arcsine of a share, root of a rate, an estimate as
    /// it is.
    var transformed: Double {
        switch self {
        case .share, .sample: FunnelScale.arcsine.forward(value)
        case .rate: FunnelScale.squareRoot.forward(value)
        case .estimate: value
        }
    }

    /// From that scale back.
    func restored(_ value: Double) -> Double {
        switch self {
        case .share, .sample: FunnelScale.arcsine.backward(value)
        case .rate: FunnelScale.squareRoot.backward(value)
        case .estimate: value
        }
    }

    /// The sampling variance on that scale. An estimate's own error is itself estimated from few persons: its square is
    /// multiplied by the variance of t, df ÷ (df − 2). nil where there is none: fewer than four persons, or all alike.
    var transformedVariance: Double? {
        switch self {
        case .share(_, let n): return 1 / (4 * Double(n))
        case .rate(_, let exposure): return 1 / (4 * exposure)
        case .estimate(_, let error, let n, _):
            guard n > 3, error > 0, error.isFinite else { return nil }
            return error * error * Double(n - 1) / Double(n - 3)
        case .sample(let share): return share.transformedVariance
        }
    }

    /// The sampling variance on the measure's own scale when all units share the value `target`; nil as above, and 0 where
    /// the target leaves no room for chance.
    package func variance(target: Double) -> Double? {
        switch self {
        case .share(_, let n): target * (1 - target) / Double(n)
        case .rate(_, let exposure): target / exposure
        case .estimate: transformedVariance
        case .sample(let share): share.variance(target: target)
        }
    }

    /// Limits about the target that hold the unit with at least the probability `level` when only chance differs: exact
    /// for shares and rates, target ± t(n − 1)·se for estimates, `SampledShare.limits` for answers. nil without an error.
    func limits(target: Double, level: Double) -> ConfidenceInterval? {
        switch self {
        case .share(_, let n): return FunnelLimits.acceptedShares(target: target, n: n, level: level)
        case .rate(_, let exposure):
            return FunnelLimits.acceptedRates(target: target, exposure: exposure, level: level)
        case .estimate(_, let error, let n, _):
            guard transformedVariance != nil else { return nil }
            return .about(target, StudentT.twoSided(level: level, degreesOfFreedom: Double(n - 1)) * error)
        case .sample(let share): return share.limits(target: target, level: level)
        }
    }
}
