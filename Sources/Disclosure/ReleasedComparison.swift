// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Measures
import Statistics
package import Terms

/// A comparison of groups that may be published. Only `ReleasePolicy.compare` makes one.
///
/// It is computed after the figures have been judged, from the groups whose figure and base are shown and from no
/// others: no limit, no τ and no expected value rests on a hidden cell. What rests on finer groups than are published
/// (expected values by law, age and sex) is given for groups of at least the minimum base, and rounded, so that no
/// stratum can be had from it.
package struct ReleasedComparison: Sendable {
    package struct Limits: Sendable, Hashable {
        package let lower: Double
        package let upper: Double
    }

    /// Where a value lies among limits.
    package enum Position: String, Sendable, Hashable, CaseIterable {
        case inside
        case outside95 = "outside 95"
        case outside998 = "outside 99.8"
    }

    /// A group against one kind of limits.
    package struct Side: Sendable, Hashable {
        package let limits95: Limits
        package let limits998: Limits
        package let position: Position
        package let z: Double
        package let pValue: Double
        package let holm: Double
        package let benjaminiHochberg: Double
        /// Outside the 99.8 % limit, or Holm's p at most 0.05.
        package let standsOut: Bool
        /// The limits as cells of a table: 95 % lower and upper, then 99.8 %.
        package let limitCells: [ReleasedCell]
    }

    /// A group standardised for law, age group and sex.
    package struct CaseMixGroup: Sendable, Hashable {
        /// Observed ÷ expected, with its limits.
        package let ratio: Double
        package let limits: Limits?
        /// Standardised values, indirectly and directly.
        package let indirect: Double
        package let direct: Double
        package let position: Position?
        package let isNamed: Bool
        /// The standardised values as cells of a table.
        package let indirectCell: ReleasedCell
        package let directCell: ReleasedCell
    }

    package struct Group: Sendable {
        package let category: Category
        package let value: Double
        /// n; nil where the table leaves it out.
        package let persons: Int?
        /// Against chance alone; nil without a funnel.
        package let plain: Side?
        /// Against how much the others differ.
        package let adjusted: Side?
        /// Whether text may name it as different.
        package let isNamed: Bool
        package let shrunken: Double?
        package let shrunkenLimits: Limits?
        /// Between which places it lies, 1 the highest.
        package let ranks: ClosedRange<Int>?
        package let caseMix: CaseMixGroup?
        /// Why it is held against no limits.
        package let notCompared: Phrase?
    }

    package struct Heterogeneity: Sendable, Hashable {
        package let groups: Int
        package let q: Double
        package let degreesOfFreedom: Int
        package let pValue: Double
        package let iSquared: Double
        /// Standard deviation between groups, in the measure's own unit.
        package let tau: Double
        package let tauLimits: Limits?
        package let phi: Double?
    }

    package struct CaseMix: Sendable, Hashable {
        package enum Factor: String, Sendable, Hashable, CaseIterable {
            case law, age, sex
        }

        /// P-values of Cochran's Q before and after standardisation.
        package let crudeP: Double
        package let standardisedP: Double
        /// How much of Q each factor takes away on its own.
        package let explained: [Factor: Double]
        package let mattered: Factor?
        /// What the groups were standardised for.
        package let factors: [Factor]
    }

    package struct Year: Sendable {
        package let year: Int
        package let groups: Int
        package let gap: Double?
        package let highest: Category?
        package let lowest: Category?
        package let chanceGap: Double?
        package let tau: Double?
        package let tauLimits: Limits?
    }

    package struct Change: Sendable, Hashable {
        package let from: Int
        package let to: Int
        package let tau: Double
        package let tauLimits: Limits
        package let gap: Double
        package let gapLimits: Limits
        package let replicates: Int
    }

    package let question: Question
    /// What its values are called.
    package let words: ValueWords
    /// Whether groups are of respondents, whose numbers vary with who answered.
    package let isOfAnswers: Bool
    /// Whether the limits follow from the number of persons alone.
    package let hasLimitsByPersons: Bool
    /// How the limits follow from how many a group is of.
    package let limitsMethod: LimitsMethod
    package let dimension: Dimension
    package let unit: Unit
    package let year: Int
    package let target: Double?
    /// The common value as a cell of a table.
    package let targetCell: ReleasedCell
    package let groups: [Group]
    package let heterogeneity: Heterogeneity?
    package let caseMix: CaseMix?
    package let years: [Year]
    package let change: Change?
    package let seed: UInt64
    package let notes: [Phrase]

    /// The group of a row, in the year compared.
    package subscript(category: Category) -> Group? {
        groups.first { $0.category == category }
    }
}

extension ReleasePolicy {
    /// The comparison of the groups that the released table of the same question shows. An internal table gives an
    /// internal comparison.
    ///
    /// Of a survey the limits rest on how many there were to answer, and tell it. So a group is left out when fewer
    /// than the threshold did not answer, as the response rate of such a group is hidden; and where response rates by
    /// the same dimension are published beside, when the group's is hidden there, whatever for.
    package func compare(
        _ material: ComparisonMaterial, in table: ReleasedTable, beside responseRates: ReleasedTable? = nil
    ) -> ReleasedComparison {
        let yearPlace = table.dimensions.firstIndex(of: .year)
        let groupPlace = table.dimensions.firstIndex(of: material.dimension)
        var shown: [[String]: ComparisonMaterial.Telling] = [:]
        if let yearPlace, let groupPlace {
            for row in table.rows {
                guard case .shown(let value) = row.cell else { continue }
                // The error of a ratio of hours tells no n; the limits of a share rest on n, and tell it.
                guard value.persons != nil || (!material.kind.limitsTellPersons && value.numerator != nil) else {
                    continue
                }
                // Other dimensions are all in one: a row of a part of the group does not speak of the group.
                let isWhole = row.key.indices.allSatisfy {
                    $0 == yearPlace || $0 == groupPlace || row.key[$0].kind == .total
                }
                if isWhole {
                    shown[[row.key[yearPlace].code, row.key[groupPlace].code]] =
                        value.persons == nil ? .value : .valueAndPersons
                }
            }
        }
        func telling(_ year: Int, _ category: Category) -> ComparisonMaterial.Telling {
            let telling = shown[["\(year)", category.code]] ?? .nothing
            if table.isInternal { return telling }
            let isTold = isFew(material.unanswered(year, category)) || Self.isHidden(in: responseRates, year, category)
            return isTold ? .nothing : telling
        }
        let comparison = material.compare(minimumBase: settings.minimumBase, telling: telling)
        return ReleasedComparison(
            comparison, Catalogue.words(of: comparison.question), unit: table.rows.first?.unit ?? .share)
    }
}

extension ReleasePolicy {
    private static func isHidden(in rates: ReleasedTable?, _ year: Int, _ category: Category) -> Bool {
        guard let rates, let place = rates.dimensions.firstIndex(of: category.dimension),
            let yearPlace = rates.dimensions.firstIndex(of: .year)
        else { return false }
        return rates.rows.contains { row in
            row.cell == .hidden && row.key[place].code == category.code && row.key[yearPlace].code == "\(year)"
        }
    }
}

extension ReleasedComparison {
    init(_ found: Comparison, _ words: ValueWords, unit: Unit) {
        question = found.question
        self.words = words
        isOfAnswers = found.isOfAnswers
        hasLimitsByPersons = found.kind == .share && !found.isOfAnswers
        limitsMethod =
            switch found.kind {
            case _ where found.isOfAnswers: .answers
            case .share: .binomial
            case .rate: .poisson
            case .ratio: .student
            }
        dimension = found.dimension
        self.unit = unit
        year = found.year
        target = found.target
        targetCell =
            found.target.map { .number($0, unit) } ?? .notApplicable(Phrase(sv: "Ej definierat", en: "Not defined"))
        groups = found.groups.map { Group($0, unit) }
        heterogeneity = found.heterogeneity.map { whole in
            Heterogeneity(
                groups: whole.groups, q: whole.q, degreesOfFreedom: whole.degreesOfFreedom, pValue: whole.pValue,
                iSquared: whole.iSquared, tau: whole.tau, tauLimits: whole.tauLimits.map(Limits.init), phi: whole.phi)
        }
        caseMix = found.caseMix.map { mix in
            CaseMix(
                crudeP: mix.crude.pValue, standardisedP: mix.standardised.pValue,
                explained: Dictionary(
                    mix.explained.compactMap { part in
                        CaseMix.Factor(rawValue: part.factor.rawValue).map { ($0, Self.rounded(part.share, 2)) }
                    }, uniquingKeysWith: { first, _ in first }),
                mattered: mix.mattered.flatMap { CaseMix.Factor(rawValue: $0.rawValue) },
                factors: mix.factors.compactMap { CaseMix.Factor(rawValue: $0.rawValue) })
        }
        years = found.spread.years.map { year in
            Year(
                year: year.year, groups: year.groups, gap: year.gap, highest: year.highest, lowest: year.lowest,
                chanceGap: year.chanceGap, tau: year.tau, tauLimits: year.tauLimits.map(Limits.init))
        }
        change = found.spread.change.map { change in
            Change(
                from: change.from, to: change.to, tau: change.tau, tauLimits: Limits(change.tauLimits),
                gap: change.gap, gapLimits: Limits(change.gapLimits), replicates: change.replicates)
        }
        seed = found.seed
        notes = found.notes
    }

    /// To so many decimals.
    fileprivate static func rounded(_ value: Double, _ decimals: Int) -> Double {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return (value * scale).rounded() / scale
    }
}

extension ReleasedComparison.Limits {
    fileprivate init(_ limits: ConfidenceInterval) {
        self.init(lower: limits.lower, upper: limits.upper)
    }
}

extension ReleasedComparison.Side {
    fileprivate init(_ side: Funnel.Side, _ unit: Unit) {
        self.init(
            limits95: ReleasedComparison.Limits(side.limits95), limits998: ReleasedComparison.Limits(side.limits998),
            position: ReleasedComparison.Position(side.position), z: side.z, pValue: side.pValue, holm: side.holm,
            benjaminiHochberg: side.benjaminiHochberg, standsOut: side.standsOut,
            limitCells: [
                side.limits95.lower, side.limits95.upper, side.limits998.lower, side.limits998.upper,
            ].map { .number($0, unit) })
    }
}

extension ReleasedComparison.Position {
    fileprivate init(_ position: Funnel.Position) {
        self =
            switch position {
            case .inside: .inside
            case .outside95: .outside95
            case .outside998: .outside998
            }
    }
}

extension ReleasedComparison.Group {
    fileprivate init(_ group: Comparison.Group, _ unit: Unit) {
        self.init(
            category: group.category, value: group.value, persons: group.persons,
            plain: group.plain.map { ReleasedComparison.Side($0, unit) },
            adjusted: group.adjusted.map { ReleasedComparison.Side($0, unit) }, isNamed: group.isNamed,
            shrunken: group.shrunken?.value,
            shrunkenLimits: (group.shrunken?.limits).map(ReleasedComparison.Limits.init), ranks: group.ranks,
            caseMix: group.caseMix.map { ReleasedComparison.CaseMixGroup($0, unit) }, notCompared: group.notCompared)
    }
}

extension ReleasedComparison.CaseMixGroup {
    /// In two decimals of the ratio, three digits of a value: enough to read, too little to solve for a stratum.
    fileprivate init(_ group: Measures.CaseMixGroup, _ unit: Unit) {
        func rounded(_ limits: ConfidenceInterval) -> ReleasedComparison.Limits {
            ReleasedComparison.Limits(
                lower: ReleasedComparison.rounded(limits.lower, 2), upper: ReleasedComparison.rounded(limits.upper, 2))
        }
        let decimals = group.indirect < 1 ? 3 : 1
        let values = [group.indirect, group.direct].map { ReleasedComparison.rounded($0, decimals) }
        self.init(
            ratio: ReleasedComparison.rounded(group.ratio, 2), limits: group.limits.map(rounded),
            indirect: values[0], direct: values[1],
            position: (group.side?.position).map(ReleasedComparison.Position.init), isNamed: group.isNamed,
            indirectCell: .number(values[0], unit), directCell: .number(values[1], unit))
    }
}

extension ReleasedCell {
    /// A number of a comparison: it has no base of its own.
    fileprivate static func number(_ value: Double, _ unit: Unit) -> ReleasedCell {
        .shown(ReleasedValue(value: value, persons: nil, unit: unit))
    }
}
