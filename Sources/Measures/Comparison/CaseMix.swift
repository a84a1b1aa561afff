// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// What of the differences between groups comes from who they have: law, age group and sex (casemix).
package struct CaseMix: Sendable {
    package enum Factor: String, Sendable, CaseIterable {
        case law, age, sex
    }

    /// How much of Cochran's Q goes away when the groups are evened out for this alone: at most 1, below 0 when they
    /// then differ more.
    package struct Explained: Sendable {
        package let factor: Factor
        package let share: Double
    }

    /// Q and its p-value before, and after evening out for all of them.
    package let crude: (q: Double, pValue: Double)
    package let standardised: (q: Double, pValue: Double)
    package let explained: [Explained]
    /// The factor that takes most of Q away, when it takes a fifth or more and the groups differ (p below 0.05).
    package let mattered: Factor?
}

/// A group evened out for law × age × sex.
package struct CaseMixGroup: Sendable {
    /// Persons or hours.
    package let observed: Double
    /// What it would have had, had each of its strata had the value the stratum has in all groups together.
    package let expected: Double
    /// Observed ÷ expected; limits exact or Byar's for persons, ± t·se over persons for hours.
    package let ratio: Double
    package let limits: ConfidenceInterval?
    /// Indirectly standardised value: the common value × ratio.
    package let indirect: Double
    /// Directly standardised value: the strata in the proportions of all groups together. A stratum the group lacks has
    /// the value of all.
    package let direct: Double
    /// The indirectly standardised value against chance, and whether text may name the group after evening out.
    package var side: Funnel.Side?
    package var isNamed = false
}

/// Evens the groups of a year out for the properties that `key` keeps of a stratum.
struct Standardisation {
    typealias Stratum = ComparisonMaterial.Stratum

    private let year: ComparedYear
    private let key: (Stratum) -> Stratum
    /// For each stratum of all groups together: Σ numerators and Σ denominators.
    private let reference: [Stratum: (numerator: Double, denominator: Double)]

    init(_ year: ComparedYear, by key: @escaping (Stratum) -> Stratum) {
        self.year = year
        self.key = key
        var terms: [Stratum: (numerators: [Double], denominators: [Double])] = [:]
        for group in year.groups {
            for (stratum, sums) in Self.strata(group, year.kind, key) {
                terms[stratum, default: ([], [])].numerators.append(sums.numerator)
                terms[stratum, default: ([], [])].denominators.append(sums.denominator)
            }
        }
        reference = terms.mapValues {
            (CompensatedSum.sum(of: $0.numerators), CompensatedSum.sum(of: $0.denominators))
        }
    }

    var strata: Int { reference.count }

    private static func strata(
        _ group: ComparisonMaterial.Group, _ kind: ComparisonMaterial.Kind, _ key: (Stratum) -> Stratum
    ) -> [Stratum: (numerator: Double, denominator: Double)] {
        var terms: [Stratum: (numerators: [Double], denominators: [Double])] = [:]
        for member in group.members {
            terms[key(member.stratum), default: ([], [])].numerators.append(member.numerator)
            if kind != .rate { terms[key(member.stratum), default: ([], [])].denominators.append(member.denominator) }
        }
        if kind == .rate {
            for (stratum, exposure) in group.exposureByStratum {
                terms[key(stratum), default: ([], [])].denominators.append(exposure)
            }
        }
        return terms.mapValues {
            (CompensatedSum.sum(of: $0.numerators), CompensatedSum.sum(of: $0.denominators))
        }
    }

    private func common(_ stratum: Stratum) -> Double {
        guard let sums = reference[stratum], sums.denominator > 0 else { return 0 }
        return sums.numerator / sums.denominator
    }

    /// Observed, expected, the variance of observed when only chance differs, and the directly standardised value; nil
    /// when nothing is expected.
    func result(
        _ group: ComparisonMaterial.Group
    ) -> (observed: Double, expected: Double, variance: Double?, direct: Double)? {
        let own = Self.strata(group, year.kind, key)
        let observed = CompensatedSum.sum(of: own.values.map(\.numerator))
        let expected = CompensatedSum.sum(of: own.map { $1.denominator * common($0) })
        guard expected > 0 else { return nil }
        let variance: Double?
        switch year.kind {
        case .share:
            variance = CompensatedSum.sum(of: own.map { $1.denominator * common($0) * (1 - common($0)) })
        case .rate: variance = expected
        case .ratio:
            // Observed ÷ expected is itself a ratio over persons: U − (O ÷ E)·r·B, the group's own linearised error.
            let ratio = observed / expected
            let scores = group.members.map { $0.numerator - ratio * common(key($0.stratum)) * $0.denominator }
            let n = Double(scores.count)
            // The same allowance for an error from few persons as `FunnelUnit` makes comes later.
            variance = n > 3 ? Moments(scores).map { n / (n - 1) * $0.sumOfSquares } : nil
        }
        let weights = CompensatedSum.sum(of: reference.values.map(\.denominator))
        let direct = CompensatedSum.sum(
            of: reference.map { stratum, sums in
                guard let own = own[stratum], own.denominator > 0 else {
                    return sums.denominator * common(stratum)
                }
                return sums.denominator * own.numerator / own.denominator
            })
        return (observed, expected, variance, direct / weights)
    }

    /// Cochran's Q of the groups' ratios times the common value, and its p-value; nil with fewer than two groups.
    var heterogeneity: (q: Double, pValue: Double)? {
        guard let target = year.target else { return nil }
        let found = year.groups.compactMap { group -> (estimate: Double, variance: Double)? in
            guard let result = result(group), let variance = result.variance, variance > 0 else { return nil }
            let n = Double(group.members.count)
            let allowance = year.kind == .ratio ? (n - 1) / (n - 3) : 1
            return (
                target * result.observed / result.expected,
                target * target * variance * allowance / (result.expected * result.expected)
            )
        }
        guard found.count > 1,
            let model = RandomEffects(
                estimates: found.map(\.estimate), variances: found.map(\.variance), method: .fixed)
        else { return nil }
        return (model.heterogeneity, model.pValue)
    }
}
