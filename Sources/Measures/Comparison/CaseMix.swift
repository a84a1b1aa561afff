// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// What of the differences between groups comes from who they have: law, age group and sex (casemix).
package struct CaseMix: Sendable {
    package enum Factor: String, Sendable, CaseIterable {
        case law, age, sex
    }

    /// How much of Cochran's Q goes away when the groups are standardised for this alone: at most 1, below 0 when they
    /// then differ more.
    package struct Explained: Sendable {
        package let factor: Factor
        package let share: Double
    }

    /// Q and its p-value before, and after standardisation for all of them.
    package let crude: (q: Double, pValue: Double)
    package let standardised: (q: Double, pValue: Double)
    package let explained: [Explained]
    /// What the groups were standardised for: the properties that members differ in.
    package let factors: [Factor]
    /// The factor that takes most of Q away, when it takes a fifth or more and the groups differ (p below 0.05).
    package let mattered: Factor?
}

/// A group standardised for law × age × sex.
package struct CaseMixGroup: Sendable {
    /// Persons or hours; of a survey the persons or scores that the answers stand for.
    package let observed: Double
    /// What it would have had, had each of its strata had the value the stratum has in all groups together.
    package let expected: Double
    /// Observed ÷ expected; limits exact or Byar's for persons, ± t·se over persons for hours and answers.
    package let ratio: Double
    package let limits: ConfidenceInterval?
    /// Indirectly standardised value: the common value × ratio.
    package let indirect: Double
    /// Directly standardised value: the strata in the proportions of all groups together. A stratum the group lacks has
    /// the value of all.
    package let direct: Double
    /// The indirectly standardised value against chance, and whether text may name the group after standardisation.
    package var side: Funnel.Side?
    package var isNamed = false
}

/// Standardises the groups of a year for the properties that `key` keeps of a stratum.
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
            (ExactSum.sum(of: $0.numerators), ExactSum.sum(of: $0.denominators))
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
            for (stratum, exposure) in group.exposureByStratum.sorted(by: { $0.key < $1.key }) {
                terms[key(stratum), default: ([], [])].denominators.append(exposure)
            }
        }
        return terms.mapValues {
            (ExactSum.sum(of: $0.numerators), ExactSum.sum(of: $0.denominators))
        }
    }

    private func common(_ stratum: Stratum) -> Double {
        guard let sums = reference[stratum], sums.denominator > 0 else { return 0 }
        return sums.numerator / sums.denominator
    }

    /// A group held against what is expected of its strata.
    struct Result {
        let observed: Double
        let expected: Double
        /// Of the observed when only chance differs; nil with too few for an error.
        let variance: Double?
        /// Of a variance that is itself estimated; nil when the expected values tell it.
        let degreesOfFreedom: Int?
        /// The directly standardised value.
        let direct: Double

        /// The variance with what its own error adds, df ÷ (df − 2).
        var allowedVariance: Double? {
            guard let df = degreesOfFreedom else { return variance }
            return df > 2 ? variance.map { $0 * Double(df) / Double(df - 2) } : nil
        }
    }

    /// nil when nothing is expected.
    func result(_ group: ComparisonMaterial.Group) -> Result? {
        let own = Self.strata(group, year.kind, key)
        // In order: the last digit of a sum hangs on it.
        let parts = own.sorted { $0.key < $1.key }.map { (sums: $0.value, common: common($0.key)) }
        let whole = reference.sorted { $0.key < $1.key }
        let observed = ExactSum.sum(of: parts.map(\.sums.numerator))
        let expected = ExactSum.sum(of: parts.map { $0.sums.denominator * $0.common })
        guard expected > 0 else { return nil }
        let chance = ExactSum.sum(of: parts.map { $0.sums.denominator * $0.common * (1 - $0.common) })
        let (variance, df) = variance(of: group, ratio: observed / expected, expected: expected, chance: chance)
        let weights = ExactSum.sum(of: whole.map(\.value.denominator))
        let direct = ExactSum.sum(
            of: whole.map { stratum, sums in
                guard let own = own[stratum], own.denominator > 0 else {
                    return sums.denominator * common(stratum)
                }
                return sums.denominator * own.numerator / own.denominator
            })
        return Result(
            observed: observed, expected: expected, variance: variance, degreesOfFreedom: df, direct: direct / weights)
    }

    /// Of the observed: `chance` for persons who have something or not, `expected` for persons of a population.
    private func variance(
        of group: ComparisonMaterial.Group, ratio: Double, expected: Double, chance: Double
    ) -> (variance: Double?, degreesOfFreedom: Int?) {
        // Observed ÷ expected is itself a ratio over persons: U − (O ÷ E)·r·B, the group's own linearised error.
        func score(_ member: ComparisonMaterial.Member) -> Double {
            member.numerator - ratio * common(key(member.stratum)) * member.denominator
        }
        if let respondents = group.respondents {
            if respondents.isShare {
                let chances = zip(respondents.rows, group.members).map { (row: $0, p: common(key($1.stratum))) }
                return (respondents.design.varianceOfHolding(chances), nil)
            }
            var scores = [Double](repeating: 0, count: respondents.design.count)
            for (row, member) in zip(respondents.rows, group.members) { scores[row] += score(member) }
            let variance = try? respondents.design.variance(Linearised(value: 0, scores: scores))
            return (variance.map { max(0, $0) }, respondents.degreesOfFreedom)
        }
        switch year.kind {
        case .share: return (chance, nil)
        case .rate: return (expected, nil)
        case .ratio:
            let n = Double(group.members.count)
            guard n > 3 else { return (nil, nil) }
            return (
                Moments(group.members.map(score)).map { n / (n - 1) * $0.sumOfSquares }, group.members.count - 1
            )
        }
    }

    /// Cochran's Q of the groups' ratios times the common value, and its p-value; nil with fewer than two groups.
    var heterogeneity: (q: Double, pValue: Double)? {
        guard let target = year.target else { return nil }
        let found = year.groups.compactMap { group -> (estimate: Double, variance: Double)? in
            guard let result = result(group), let variance = result.allowedVariance, variance > 0 else { return nil }
            return (
                target * result.observed / result.expected,
                target * target * variance / (result.expected * result.expected)
            )
        }
        guard found.count > 1,
            let model = RandomEffects(
                estimates: found.map(\.estimate), variances: found.map(\.variance), method: .fixed)
        else { return nil }
        return (model.heterogeneity, model.pValue)
    }
}
