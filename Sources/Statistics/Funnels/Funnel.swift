// SPDX-License-Identifier: EUPL-1.2

/// Units compared with each other (trattdiagram med omdöme): limits within which chance keeps a unit of its size, before
/// and after adjustment for how much the units differ in general, and which of them may be named.
///
/// **Before adjustment** a unit is held against exact limits about the common value (the funnel of Spiegelhalter 2005) and
/// against all others together, exactly: the hypergeometric distribution for shares, the binomial for rates, t(n − 1) for
/// estimates, `SampledShare` for answers to surveys; twice the smaller tail. **After adjustment** it is held against its
/// prediction from the others (`Prediction`). The p-values of both are adjusted for the number of units by Holm's (1979)
/// and by Benjamini and Hochberg's (1995) method.
///
/// **Naming.** A unit is named when chance alone does not explain it (outside the 99.8 % limit, or Holm's p ≤ 0.05) and
/// either the others do not differ among themselves (Cochran's Q of the others, p > 0.05) or it stands out after
/// adjustment too. Why two: no rule can both find a difference of 20 points in one of 14 units of 20–200 persons in four
/// cases of five and stay silent in nine of ten when all differ with a standard deviation of 5 points; the best possible
/// finds three of four (`docs/likvardighet.md`).
package struct Funnel: Sendable {
    /// Where a unit lies among the limits.
    package enum Position: String, Sendable, Hashable, CaseIterable {
        case inside
        /// Beyond the 95 % limit: one of twenty by chance alone.
        case outside95 = "outside 95"
        /// Beyond the 99.8 % limit: one of five hundred.
        case outside998 = "outside 99.8"
    }

    /// A unit against one kind of limits.
    package struct Side: Sendable, Hashable {
        package private(set) var limits95: ConfidenceInterval
        package private(set) var limits998: ConfidenceInterval
        package let position: Position
        /// Signed, the normal score of p.
        package let z: Double
        package let pValue: Double
        /// Adjusted for the number of units compared.
        package fileprivate(set) var holm: Double
        package fileprivate(set) var benjaminiHochberg: Double

        /// Outside the 99.8 % limit, or Holm's p at most 0.05.
        package var standsOut: Bool { position == .outside998 || holm <= Funnel.level }

        /// Of a number that cannot be below zero, whose limits are not either.
        package var notBelowZero: Side {
            var side = self
            side.limits95 = ConfidenceInterval(lower: max(0, limits95.lower), upper: limits95.upper)
            side.limits998 = ConfidenceInterval(lower: max(0, limits998.lower), upper: limits998.upper)
            return side
        }
    }

    package struct Result: Sendable {
        package let value: Double
        /// nil when the unit cannot be compared: too few persons for an error, or all alike.
        package fileprivate(set) var plain: Side?
        package fileprivate(set) var adjusted: Side?
        /// P-value of Cochran's Q among the other units.
        package fileprivate(set) var othersDiffer: Double?

        /// See `Funnel`.
        package var isNamed: Bool {
            guard let plain, plain.standsOut else { return false }
            if let othersDiffer, othersDiffer > Funnel.switchLevel { return true }
            return adjusted?.standsOut ?? false
        }
    }

    /// Familywise, for naming.
    package static let level = 0.05
    /// Above this p the others are taken not to differ.
    package static let switchLevel = 0.05
    /// With fewer units there is no funnel.
    package static let leastUnits = 5

    /// The common value the limits are drawn about.
    package let target: Double
    /// In the order of the units.
    package let results: [Result]

    /// nil with fewer than five units that can be compared.
    package init?(_ units: [FunnelUnit], target: Double) {
        let compared = units.indices.filter { units[$0].transformedVariance != nil }
        guard compared.count >= Self.leastUnits else { return nil }
        var results = units.map { Result(value: $0.value, plain: nil, adjusted: nil, othersDiffer: nil) }
        for place in compared {
            let unit = units[place]
            let others = compared.filter { $0 != place }.map { units[$0] }
            results[place].plain = Self.plain(unit, among: others, target: target)
            let scaled = others.compactMap { other in
                other.transformedVariance.map { (estimate: other.transformed, variance: $0) }
            }
            results[place].adjusted = Self.adjusted(unit, among: scaled)
            results[place].othersDiffer =
                RandomEffects(
                    estimates: scaled.map(\.estimate), variances: scaled.map(\.variance), method: .fixed)?.pValue
        }
        for side in [\Result.plain, \Result.adjusted] {
            let values = results.map { $0[keyPath: side]?.pValue }
            let holm = PAdjustment.holm.adjusted(values)
            let discovery = PAdjustment.benjaminiHochberg.adjusted(values)
            for place in results.indices {
                results[place][keyPath: side]?.holm = holm[place] ?? 1
                results[place][keyPath: side]?.benjaminiHochberg = discovery[place] ?? 1
            }
        }
        self.target = target
        self.results = results
    }

    private static func plain(_ unit: FunnelUnit, among others: [FunnelUnit], target: Double) -> Side? {
        guard let near = unit.limits(target: target, level: 0.95), let far = unit.limits(target: target, level: 0.998)
        else { return nil }
        return side(unit.value, near, far, pValue: pValue(unit, against: others), above: unit.value > target)
    }

    private static func adjusted(
        _ unit: FunnelUnit, among others: [(estimate: Double, variance: Double)]
    ) -> Side? {
        guard let variance = unit.transformedVariance,
            let prediction = Prediction(others: others, variance: variance)
        else { return nil }
        func limits(_ level: Double) -> ConfidenceInterval {
            let scaled = prediction.limits(level: level)
            return ConfidenceInterval(lower: unit.restored(scaled.lower), upper: unit.restored(scaled.upper))
        }
        return side(
            unit.value, limits(0.95), limits(0.998), pValue: prediction.pValue(unit.transformed),
            above: prediction.cdf(unit.transformed) > 0.5)
    }

    private static func side(
        _ value: Double, _ near: ConfidenceInterval, _ far: ConfidenceInterval, pValue: Double, above: Bool
    ) -> Side {
        let position: Position =
            value < far.lower || value > far.upper
            ? .outside998 : value < near.lower || value > near.upper ? .outside95 : .inside
        let size = pValue > 0 ? -Normal.quantile(pValue / 2) : Double.greatestFiniteMagnitude
        return Side(
            limits95: near, limits998: far, position: position, z: size == 0 ? 0 : above ? size : -size, pValue: pValue,
            holm: 1,
            benjaminiHochberg: 1)
    }

    /// The unit against all others together, two-sided: twice the smaller tail, at most 1.
    private static func pValue(_ unit: FunnelUnit, against others: [FunnelUnit]) -> Double {
        switch unit {
        case .share(let x, let n):
            let rest = others.reduce(into: (x: 0, n: 0)) { sum, other in
                if case .share(let x, let n) = other { sum = (sum.x + x, sum.n + n) }
            }
            let (marked, all) = (x + rest.x, n + rest.n)
            let below = Hypergeometric.cdf(x, drawn: n, marked: marked, of: all)
            let above = Hypergeometric.upperTail(x - 1, drawn: n, marked: marked, of: all)
            return min(1, 2 * min(below, above))
        case .rate(let x, let exposure):
            let rest = others.reduce(into: (x: 0, exposure: 0.0)) { sum, other in
                if case .rate(let x, let exposure) = other { sum = (sum.x + x, sum.exposure + exposure) }
            }
            let share = exposure / (exposure + rest.exposure)
            let total = x + rest.x
            let above = Binomial.upperTail(x - 1, of: total, p: share)
            return min(1, 2 * min(Binomial.cdf(x, of: total, p: share), above))
        case .estimate(let value, let error, let n, let rest):
            let spread = (error * error + rest.standardError * rest.standardError).squareRoot()
            return StudentT.twoSidedTail((value - rest.value) / spread, degreesOfFreedom: Double(n - 1))
        case .sample(let share):
            return share.pValue(
                against: others.compactMap { other in if case .sample(let share) = other { share } else { nil } })
        }
    }
}
