// SPDX-License-Identifier: EUPL-1.2
import Statistics

extension ComparedYear {
    /// The groups standardised for law × age × sex, in their order, and what that changed; nil when persons are not known or
    /// all belong to one stratum. Groups below `minimum` persons are not standardised on their own.
    func caseMix(minimum: Int) -> (summary: CaseMix, groups: [CaseMixGroup?])? {
        guard let target, target > 0, groups.count > 1,
            groups.allSatisfy({ $0.summary == nil || $0.respondents != nil })
        else { return nil }
        if kind == .rate, groups.contains(where: { $0.exposureByStratum.isEmpty }) { return nil }
        let whole = Standardisation(self) { $0 }
        guard whole.strata > 1, let after = whole.heterogeneity,
            let before = Standardisation(self, by: { _ in ComparisonMaterial.Stratum() }).heterogeneity
        else { return nil }
        let apart = CaseMix.Factor.allCases.compactMap { factor -> (factor: CaseMix.Factor, alone: Standardisation)? in
            let alone = Standardisation(self, by: { Self.only(factor, of: $0) })
            return alone.strata > 1 ? (factor, alone) : nil
        }
        let explained = apart.compactMap { factor, alone -> CaseMix.Explained? in
            guard before.q > 0, let left = alone.heterogeneity else { return nil }
            return CaseMix.Explained(factor: factor, share: 1 - left.q / before.q)
        }
        let most = explained.max { $0.share < $1.share }
        let mattered = most.flatMap { $0.share >= 0.2 && before.pValue < 0.05 ? $0.factor : nil }
        return (
            CaseMix(
                crude: before, standardised: after, explained: explained, factors: apart.map(\.factor),
                mattered: mattered),
            standardised(whole, target: target, minimum: minimum)
        )
    }

    private func standardised(_ whole: Standardisation, target: Double, minimum: Int) -> [CaseMixGroup?] {
        let results = groups.map { $0.count >= minimum ? whole.result($0) : nil }
        var standardised = zip(groups, results).map { group, result -> CaseMixGroup? in
            guard let result else { return nil }
            return CaseMixGroup(
                observed: result.observed, expected: result.expected, ratio: result.observed / result.expected,
                limits: limits(result, of: group),
                indirect: target * result.observed / result.expected, direct: result.direct)
        }
        let places = standardised.indices.filter { standardised[$0] != nil }
        let units = places.map { place -> FunnelUnit in
            let rest = places.filter { $0 != place }.compactMap { results[$0] }
            let expected = ExactSum.sum(of: rest.map(\.expected))
            let variance = ExactSum.sum(of: rest.map { $0.variance ?? 0 })
            let own = results[place]
            let error = (own?.variance ?? 0).squareRoot() / (own?.expected ?? 1)
            return .estimate(
                value: standardised[place]?.indirect ?? target, standardError: target * error,
                n: own?.degreesOfFreedom.map { $0 + 1 } ?? groups[place].countOfLimits,
                rest: (
                    target * ExactSum.sum(of: rest.map(\.observed)) / max(expected, .leastNormalMagnitude),
                    target * variance.squareRoot() / max(expected, .leastNormalMagnitude)
                ))
        }
        if let funnel = Funnel(units, target: target) {
            for (place, result) in zip(places, funnel.results) {
                standardised[place]?.side = result.plain
                standardised[place]?.isNamed = result.isNamed
            }
        }
        return standardised
    }

    private func limits(
        _ result: Standardisation.Result, of group: ComparisonMaterial.Group
    ) -> ConfidenceInterval? {
        if kind != .ratio, group.respondents == nil, let observed = Int(exactly: result.observed) {
            let counts = PoissonInterval.conventional(observed).limits(observed)
            return ConfidenceInterval(lower: counts.lower / result.expected, upper: counts.upper / result.expected)
        }
        let df = result.degreesOfFreedom ?? group.countOfLimits - 1
        guard let variance = result.variance, df > 0 else { return nil }
        let half =
            StudentT.twoSided(level: 0.95, degreesOfFreedom: Double(df)) * variance.squareRoot() / result.expected
        let ratio = result.observed / result.expected
        return ConfidenceInterval(lower: max(0, ratio - half), upper: ratio + half)
    }

    private static func only(
        _ factor: CaseMix.Factor, of stratum: ComparisonMaterial.Stratum
    ) -> ComparisonMaterial.Stratum {
        switch factor {
        case .law: ComparisonMaterial.Stratum(law: stratum.law)
        case .age: ComparisonMaterial.Stratum(age: stratum.age)
        case .sex: ComparisonMaterial.Stratum(sex: stratum.sex)
        }
    }
}
