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

        /// Whether the limits of a group follow from how many it is of, so that they tell it.
        package var limitsTellPersons: Bool {
            switch self {
            case .share, .rate: true
            case .ratio: false
            }
        }
    }

    /// The properties that a comparison can be standardised for. A property that is not known is a group of its own.
    struct Stratum: Hashable, Comparable, Sendable {
        /// Bit 0 SoL, bit 1 LSS: a person may have both.
        var law = 0
        var age = 0
        var sex = 0

        static func < (a: Stratum, b: Stratum) -> Bool { (a.law, a.age, a.sex) < (b.law, b.age, b.sex) }
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
        var summary: Summary?
        /// Who is behind a survey estimate; the members' numerators and denominators are then weighted.
        var respondents: Respondents?

        /// Whether the n it stands for may be told.
        var tellsPersons = true

        var count: Int { summary?.n ?? members.count }

        /// The n that its limits rest on: where its own may not be told, one and the same number, or limits of two levels
        /// would tell n by Student's t. Ratios stand without n only for more persons than that, so the limits are wider.
        var countOfLimits: Int { tellsPersons ? members.count : ComparisonMaterial.fewestOfLimits }

    }

    /// How many persons the limits of a group are those of that does not tell its own number: it has more.
    package static let fewestOfLimits = 10

    /// How the members of a group were drawn, when they are respondents of a survey.
    struct Respondents: Sendable {
        let design: SurveyDesign
        /// Who each row of the design is: the same number in two waves is the same person.
        let people: [Int32]
        /// The row of each member.
        let rows: [Int]
        /// Whether each member has the thing or not, so that chance alone tells the variance.
        let isShare: Bool
        let degreesOfFreedom: Int
    }

    /// A group's number that comes with its error instead of its persons, such as a survey estimate.
    package struct Summary: Sendable {
        package let category: Category
        /// What the others are together is filled in from those that are compared.
        package let unit: FunnelUnit
        /// The persons it stands for: what it weighs among the others.
        package let size: Double
        /// Answers counted.
        package let n: Int

        package init(_ category: Category, _ unit: FunnelUnit, size: Double, n: Int) {
            self.category = category
            self.unit = unit
            self.size = size
            self.n = n
        }
    }

    /// What may be told of a group in one year.
    package enum Telling: Sendable {
        case nothing
        /// Its value, not how many it is of.
        case value
        case valueAndPersons
    }

    package let question: Question
    package let dimension: Dimension
    package let kind: Kind
    /// The groups of each year, in the categories' order; those not known are left out.
    private(set) var years: [Int: [Group]]
    /// What must be known of the material itself. No remark holds a number of persons.
    let remarks: [Phrase]
    /// Whether it is known who the members are: then groups may be standardised, and it is said when they cannot be.
    let knowsTraits: Bool

    init(
        question: Question, dimension: Dimension, kind: Kind, years: [Int: [Group]], remarks: [Phrase] = [],
        knowsTraits: Bool = true
    ) {
        self.question = question
        self.remarks = remarks
        self.knowsTraits = knowsTraits
        self.dimension = dimension
        self.kind = kind
        self.years = years
    }

    /// Numbers that come with their errors instead of their persons, such as survey estimates: limits, verdicts,
    /// heterogeneity, shrinkage and ranks can be had from them, case mix and bootstrap cannot.
    package init(
        _ question: Question, comparing dimension: Dimension, kind: Kind,
        summaries: [Int: [Summary]], notes: [Phrase] = []
    ) {
        self.init(
            question: question, dimension: dimension, kind: kind,
            years: summaries.mapValues { groups in
                groups.map { Group(category: $0.category, summary: $0) }
            }, remarks: notes, knowsTraits: false)
    }

    /// The persons without an answer in the stratum that a group of a year was drawn in: the limits of a survey estimate
    /// rest on how many there were to answer, and tell it. nil for groups of several strata, and what is no survey.
    package func unanswered(_ year: Int, _ category: Category) -> Int? {
        years[year]?.first { $0.category == category }?.respondents.flatMap {
            $0.design.unansweredInStratum($0.rows)
        }
    }

    /// The same of numbers that tell themselves how many they speak of.
    package init(
        _ question: Question, comparing dimension: Dimension, kind: Kind,
        summaries: [Int: [(category: Category, unit: FunnelUnit)]]
    ) {
        self.init(
            question, comparing: dimension, kind: kind,
            summaries: summaries.mapValues { groups in
                groups.map { category, unit in
                    switch unit {
                    case .share(_, let n): Summary(category, unit, size: Double(n), n: n)
                    case .rate(let x, let exposure): Summary(category, unit, size: exposure, n: x)
                    case .estimate(_, _, let n, _): Summary(category, unit, size: Double(n), n: n)
                    case .sample(let share): Summary(category, unit, size: share.size, n: share.n)
                    }
                }
            })
    }
}

extension ComparisonMaterial.Group {
    /// The group as a unit of a funnel; nil without inhabitants or persons. `rest` are the other groups compared.
    func unit(_ kind: ComparisonMaterial.Kind, rest: [ComparisonMaterial.Group]) -> FunnelUnit? {
        if let summary {
            guard case .estimate(let value, let error, let n, _) = summary.unit else { return summary.unit }
            return .estimate(
                value: value, standardError: error, n: n, rest: Self.together(rest.compactMap(\.summary)))
        }
        switch kind {
        case .share:
            let hits = members.count { $0.numerator > 0 }
            return members.isEmpty ? nil : .share(x: hits, n: members.count)
        case .rate: return exposure.flatMap { $0 > 0 ? .rate(x: members.count, exposure: $0) : nil }
        case .ratio:
            guard let own = RatioOfSums.estimate(members.map(\.contribution)) else { return nil }
            let others = RatioOfSums.estimate(rest.flatMap { $0.members.map(\.contribution) })
            return .estimate(
                value: own.value, standardError: own.standardError ?? 0, n: countOfLimits,
                rest: (others?.value ?? own.value, others?.standardError ?? 0))
        }
    }

    /// The mean of numbers that come with their errors, each by the persons it stands for, and its error.
    private static func together(
        _ summaries: [ComparisonMaterial.Summary]
    ) -> (value: Double, standardError: Double) {
        let size = ExactSum.sum(of: summaries.map(\.size))
        guard size > 0 else { return (0, 0) }
        let variance = ExactSum.sum(
            of: summaries.map { summary in
                guard case .estimate(_, let error, _, _) = summary.unit else { return 0 }
                return summary.size * summary.size * error * error
            })
        return (
            ExactSum.sum(of: summaries.map { $0.size * $0.unit.value }) / size, variance.squareRoot() / size
        )
    }

    /// What is divided: persons who have it, hours, persons.
    var numerator: Double { ExactSum.sum(of: members.map(\.numerator)) }

    /// What it is divided by: persons, hours, inhabitants.
    func denominator(_ kind: ComparisonMaterial.Kind) -> Double {
        kind == .rate ? exposure ?? 0 : ExactSum.sum(of: members.map(\.denominator))
    }
}

extension ComparisonMaterial.Member {
    var contribution: RatioContribution { RatioContribution(numerator: numerator, denominator: denominator) }
}
