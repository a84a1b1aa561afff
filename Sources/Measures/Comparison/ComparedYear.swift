// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Terms

/// The groups of one year that may be spoken of, as units with a common value.
struct ComparedYear {
    let kind: ComparisonMaterial.Kind
    let groups: [ComparisonMaterial.Group]
    /// Parallel to the groups.
    let units: [FunnelUnit]
    /// Σ numerators ÷ Σ denominators of the groups; of summaries the mean by the persons they stand for.
    let target: Double?

    init(_ groups: [ComparisonMaterial.Group], kind: ComparisonMaterial.Kind) {
        var kept: [ComparisonMaterial.Group] = []
        var units: [FunnelUnit] = []
        for (place, group) in groups.enumerated() {
            let rest = groups.indices.filter { $0 != place }.map { groups[$0] }
            guard let unit = group.unit(kind, rest: rest) else { continue }
            kept.append(group)
            units.append(unit)
        }
        self.kind = kind
        self.groups = kept
        self.units = units
        self.target = Self.target(kept, kind)
    }

    private static func target(
        _ groups: [ComparisonMaterial.Group], _ kind: ComparisonMaterial.Kind
    ) -> Double? {
        guard groups.contains(where: { $0.summary != nil }) else {
            let below = ExactSum.sum(of: groups.map { $0.denominator(kind) })
            return below > 0 ? ExactSum.sum(of: groups.map(\.numerator)) / below : nil
        }
        let summaries = groups.compactMap(\.summary)
        let total = ExactSum.sum(of: summaries.map(\.size))
        return total > 0 ? ExactSum.sum(of: summaries.map { $0.size * $0.unit.value }) / total : nil
    }

    /// The units that have an error, with their variance were they all at the common value.
    var scaled: [(place: Int, estimate: Double, variance: Double)] {
        guard let target else { return [] }
        return units.indices.compactMap { place in
            units[place].variance(target: target).flatMap {
                $0 > 0 ? (place: place, estimate: units[place].value, variance: $0) : nil
            }
        }
    }

    /// nil with fewer than two groups that have an error; with all shares 0 or 1 chance leaves no room, and nothing
    /// differs.
    var heterogeneity: Comparison.Heterogeneity? {
        let scaled = scaled
        guard scaled.count > 1 else {
            guard units.count > 1, Set(units.map(\.value)).count == 1 else { return nil }
            return Comparison.Heterogeneity(
                groups: units.count, q: 0, degreesOfFreedom: units.count - 1, pValue: 1, iSquared: 0, tau: 0,
                tauLimits: nil, phi: nil)
        }
        let (estimates, variances) = (scaled.map(\.estimate), scaled.map(\.variance))
        guard let found = RandomEffects(estimates: estimates, variances: variances) else { return nil }
        let scores = scaled.map { ($0.estimate - (target ?? 0)) / $0.variance.squareRoot() }
        let phi = Overdispersion(
            Overdispersion.winsorised(scores, share: 0.1), errors: scaled.map { $0.variance.squareRoot() }
        ).phi
        let limits = BetweenVarianceInterval.limits(estimates: estimates, variances: variances).map {
            ConfidenceInterval(lower: $0.lower.squareRoot(), upper: $0.upper.squareRoot())
        }
        return Comparison.Heterogeneity(
            groups: scaled.count, q: found.heterogeneity, degreesOfFreedom: found.degreesOfFreedom,
            pValue: found.pValue, iSquared: found.iSquared, tau: found.tauSquared.squareRoot(), tauLimits: limits,
            phi: phi)
    }
}
