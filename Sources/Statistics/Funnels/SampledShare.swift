// SPDX-License-Identifier: EUPL-1.2

/// A share estimated from answers, as one unit among others (enkätandel i en jämförelse): what chance does to it hangs on
/// how the answers were drawn.
package struct SampledShare: Sendable, Hashable {
    package enum Sampling: Sendable, Hashable {
        /// x of the answers, drawn without replacement from so many persons: chance is hypergeometric.
        case finite(x: Int, population: Int)
        /// x of the answers, from a population whose size is not known: chance is binomial.
        case independent(x: Int)
        /// Several strata or unequal weights: as precise as so many independent answers, p(1 − p) ÷ v with v the unit's
        /// own linearised variance, and t on the design's degrees of freedom.
        case weighted(effective: Double, degreesOfFreedom: Int)
        /// Everybody answered: no chance in who did.
        case census
    }

    package let value: Double
    /// Answers counted.
    package let n: Int
    /// The persons they stand for, Σw: what the unit weighs among others.
    package let size: Double
    package let sampling: Sampling

    package init(value: Double, n: Int, size: Double, sampling: Sampling) {
        self.value = value
        self.n = n
        self.size = size
        self.sampling = sampling
    }

    /// Of a share estimated under a design. `structural` is v ÷ p(1 − p) of a share that all strata have alike: what is
    /// left to go by at p = 0 and p = 1.
    init(_ share: SurveyShare, size: Double, structural: Double) {
        let sampling: Sampling
        switch share.method {
        case .census: sampling = .census
        case .hypergeometric:
            sampling =
                share.population.map { .finite(x: share.holding, population: $0) } ?? .independent(x: share.holding)
        case .binomial: sampling = .independent(x: share.holding)
        case .wilson, .none:
            sampling = .weighted(
                effective: Self.effective(
                    share.estimate.value, variance: share.standardError * share.standardError, structural: structural),
                degreesOfFreedom: share.degreesOfFreedom)
        }
        self.init(value: share.estimate.value, n: share.count, size: size, sampling: sampling)
    }

    static func effective(_ p: Double, variance: Double, structural: Double) -> Double {
        let spread = p * (1 - p)
        return spread > 0 && variance > 0 ? spread / variance : structural > 0 ? 1 / structural : .infinity
    }

    /// How many independent answers it is as precise as, at a value p; infinite in a census. The finite population makes
    /// n answers worth n(N − 1) ÷ (N − n).
    package var effective: Double {
        switch sampling {
        case .finite(_, let population):
            population > n ? Double(n) * Double(population - 1) / Double(population - n) : .infinity
        case .independent: Double(n)
        case .weighted(let effective, _): effective
        case .census: .infinity
        }
    }

    /// Whether chance in who answered plays no part.
    package var isCensus: Bool { !effective.isFinite }

    /// Whether it can be held against others: chance has a part, and enough answers to tell how large.
    package var hasError: Bool { transformedVariance != nil }

    /// Multiplied with the variance for an error that is itself estimated, df ÷ (df − 2); nil when that cannot be told.
    private var allowance: Double? {
        guard case .weighted(_, let df) = sampling else { return 1 }
        return df > 2 ? Double(df) / Double(df - 2) : nil
    }

    /// 1 ÷ 4n_e on the arcsine scale; nil in a census, and with too few answers for an error.
    var transformedVariance: Double? {
        guard let allowance, effective.isFinite, effective > 0 else { return nil }
        return allowance / (4 * effective)
    }

    /// The same of the share itself, were the unit at the target.
    func variance(target: Double) -> Double? {
        transformedVariance.map { 4 * $0 * target * (1 - target) }
    }

    /// Where chance keeps the unit with at least the probability `level`, were its persons at the target (within one
    /// person): exact for answers that weigh alike, target ± t·√(target(1 − target) ÷ n_e) otherwise. nil as above.
    func limits(target: Double, level: Double) -> ConfidenceInterval? {
        guard transformedVariance != nil else { return nil }
        let tail = (1 - level) / 2
        switch sampling {
        case .finite(_, let population):
            let marked = target * Double(population)
            let few = Hypergeometric.quantile(tail, drawn: n, marked: Int(marked.rounded(.down)), of: population)
            let many = Hypergeometric.quantile(1 - tail, drawn: n, marked: Int(marked.rounded(.up)), of: population)
            return ConfidenceInterval(lower: Double(few) / Double(n), upper: Double(many) / Double(n))
        case .independent: return FunnelLimits.acceptedShares(target: target, n: n, level: level)
        case .weighted(let effective, let df):
            let half =
                StudentT.twoSided(level: level, degreesOfFreedom: Double(df))
                * (target * (1 - target) / effective).squareRoot()
            return ConfidenceInterval(lower: target - half, upper: target + half).clipped(to: 0...1)
        case .census: return nil
        }
    }

    /// The unit against all others together, two-sided: twice the smaller tail, at most 1.
    ///
    /// Answers that weigh alike are counted exactly at each value that the others make believable (their common share on
    /// the arcsine scale, with its error), and the tails averaged; weighted ones are compared on that scale with t.
    func pValue(against others: [SampledShare]) -> Double {
        let weights = ExactSum.sum(of: others.map(\.size))
        guard weights > 0 else { return 1 }
        let rest = ExactSum.sum(of: others.map { $0.size * $0.value }) / weights
        let spread = ExactSum.sum(
            of: others.map { other in
                let part = other.size / weights
                return part * part * (other.transformedVariance ?? 0)
            })
        let centre = FunnelScale.arcsine.forward(rest)
        switch sampling {
        case .finite(let x, let population):
            return averagedTails(centre, spread) { p in
                let marked = p * Double(population)
                let (few, many) = (Int(marked.rounded(.down)), Int(marked.rounded(.up)))
                return (
                    Hypergeometric.cdf(x, drawn: n, marked: few, of: population),
                    Hypergeometric.upperTail(x - 1, drawn: n, marked: many, of: population)
                )
            }
        case .independent(let x):
            return averagedTails(centre, spread) { p in
                (Binomial.cdf(x, of: n, p: p), Binomial.upperTail(x - 1, of: n, p: p))
            }
        case .weighted(_, let df):
            guard let own = transformedVariance, df > 2 else { return 1 }
            // The allowance is t's own: here the plain variance, and t for what it is uncertain.
            let plain = own * Double(df - 2) / Double(df)
            let score = (FunnelScale.arcsine.forward(value) - centre) / (plain + spread).squareRoot()
            return StudentT.twoSidedTail(score, degreesOfFreedom: Double(df))
        case .census: return 1
        }
    }

    private static let steps = 41

    private func averagedTails(
        _ centre: Double, _ spread: Double, _ tails: (Double) -> (below: Double, above: Double)
    ) -> Double {
        var (below, above) = (0.0, 0.0)
        for step in 0..<Self.steps {
            let z = Normal.quantile((Double(step) + 0.5) / Double(Self.steps))
            let found = tails(FunnelScale.arcsine.backward(centre + z * spread.squareRoot()))
            below += found.below
            above += found.above
        }
        return min(1, 2 * min(below, above) / Double(Self.steps))
    }
}
