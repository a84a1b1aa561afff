// SPDX-License-Identifier: EUPL-1.2
package import Statistics
package import Terms

/// What a comparison of groups (district boards, providers, laws) is computed from, before disclosure control has said
/// which groups may be spoken of: what every person brings to each group and year.
package struct ComparisonMaterial: Sendable {
    /// What kind of number is compared; each has its own chance variation.
    package enum Kind: Sendable, Hashable {
        /// Persons who have something, of those in the group.
        case share
        /// One sum over persons divided by another.
        case ratio
        /// Persons per 10 000 inhabitants.
        case rate
    }

    /// The properties that a comparison can be evened out for. A property that is not known is a group of its own.
    struct Stratum: Hashable, Sendable {
        /// Bit 0 SoL, bit 1 LSS: a person may have both.
        var law = 0
        var age = 0
        var sex = 0
    }

    struct Member: Sendable {
        var person: Int32
        var numerator: Double
        var denominator: Double
        var stratum: Stratum
    }

    struct Group: Sendable {
        var category: Category
        var members: [Member] = []
        /// Inhabitants in tens of thousands; nil where they are not given.
        var exposure: Double?
        /// The same by age and sex.
        var exposureByStratum: [Stratum: Double] = [:]
        /// A number that comes with its error instead of its persons: a survey estimate.
        var summary: FunnelUnit?

        var count: Int {
            switch summary {
            case .share(_, let n), .estimate(_, _, let n, _): n
            case .rate(let x, _): x
            case nil: members.count
            }
        }
    }

    package let question: Question
    package let dimension: Dimension
    package let kind: Kind
    /// The groups of each year, in the categories' order; those not known are left out.
    private(set) var years: [Int: [Group]]

    init(question: Question, dimension: Dimension, kind: Kind, years: [Int: [Group]]) {
        self.question = question
        self.dimension = dimension
        self.kind = kind
        self.years = years
    }

    /// Numbers that come with their errors instead of their persons, such as survey estimates: limits, verdicts,
    /// heterogeneity, shrinkage and ranks can be had from them, case mix and bootstrap cannot.
    package init(
        _ question: Question, comparing dimension: Dimension, kind: Kind,
        summaries: [Int: [(category: Category, unit: FunnelUnit)]]
    ) {
        self.init(
            question: question, dimension: dimension, kind: kind,
            years: summaries.mapValues { groups in
                groups.map { Group(category: $0.category, summary: $0.unit) }
            })
    }
}

extension ComparisonMaterial.Group {
    /// The group as a unit of a funnel; nil without inhabitants or persons. `rest` are the other groups compared.
    func unit(_ kind: ComparisonMaterial.Kind, rest: [ComparisonMaterial.Group]) -> FunnelUnit? {
        if let summary { return summary }
        switch kind {
        case .share:
            let hits = members.count { $0.numerator > 0 }
            return members.isEmpty ? nil : .share(x: hits, n: members.count)
        case .rate: return exposure.flatMap { $0 > 0 ? .rate(x: members.count, exposure: $0) : nil }
        case .ratio:
            guard let own = RatioOfSums.estimate(members.map(\.contribution)) else { return nil }
            let others = RatioOfSums.estimate(rest.flatMap { $0.members.map(\.contribution) })
            return .estimate(
                value: own.value, standardError: own.standardError ?? 0, n: members.count,
                rest: (others?.value ?? own.value, others?.standardError ?? 0))
        }
    }

    /// What is divided: persons who have it, hours, persons.
    var numerator: Double { CompensatedSum.sum(of: members.map(\.numerator)) }

    /// What it is divided by: persons, hours, inhabitants.
    func denominator(_ kind: ComparisonMaterial.Kind) -> Double {
        kind == .rate ? exposure ?? 0 : CompensatedSum.sum(of: members.map(\.denominator))
    }
}

extension ComparisonMaterial.Member {
    var contribution: RatioContribution { RatioContribution(numerator: numerator, denominator: denominator) }
}
