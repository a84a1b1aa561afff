// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

/// One measure: everything that is true of it, said once.
///
/// From it come what may be asked and what is refused, the numbers, their names and definitions, what they are compared
/// by, and what disclosure control must know of them. Each measure has a file of its own in this folder; `Catalogue`
/// lists them. What protection rests on has no default: a measure that leaves it out does not compile.
package struct Measure: Sendable {
    /// What the measure is made of.
    package enum Material: Sendable, Hashable {
        /// Rows about persons; each kind of export named is needed.
        case register(Set<RegisterExport>)
        /// The answers of surveys.
        case surveys
    }

    /// A kind of export of the case management system.
    package enum RegisterExport: Sendable, Hashable, CaseIterable { case decisions, visits, expenses }

    /// How the numbers of a table add to each other, beside what kinds of numbers they are.
    package enum Adding: Sendable, Hashable {
        /// Persons and hours of the register add over every dimension; persons not over months.
        case persons
        /// Answers add over the traits of those who gave them. Groups, waves and items stand apart.
        case answers
        /// The same, and the answers to one item share their base, whatever was answered.
        case answersOfOneBase
        /// Classes of respondents that share one base: those of whom the traits are known.
        case classesOfOneBase
    }

    package let name: MeasureName
    /// What it is called, in tables, figures and text: "Andel utförda timmar".
    package let label: Phrase
    package let material: Material
    package let adding: Adding
    /// The headline first.
    package let aspects: [Aspect]
    /// The headline from a table of totals (*sammanställd statistik*); nil where totals do not tell it.
    let ofTotals: (@Sendable (TotalsOnly.Total, _ level: Double) -> Measurement)?
    /// Which way a certain change of its share or mean goes against the persons; nil where it is neither good nor bad.
    let adverse: Adverse?
    package let explanation: Explanation
}

extension Measure {
    /// What an aspect's numbers are: the kind decides by which rules they are protected.
    package enum Value: Sendable, Hashable {
        case count(Unit)
        case sum(Unit)
        case share
        case ratio(Unit)
        case mean(Unit)
        case quantile(Unit)
        /// Difference of two numbers. `adds` says whether the differences of groups add to the difference of all, as those
        /// of sums and counts do and those of ratios do not.
        case difference(Unit, adds: Bool)
        /// Of several kinds, by the item: a share of each answer, a mean of numbers, a count of texts.
        case byItem

        package var unit: Unit {
            switch self {
            case .count(let unit), .sum(let unit), .ratio(let unit), .mean(let unit), .quantile(let unit),
                .difference(let unit, _):
                unit
            case .share, .byItem: .share
            }
        }

        var kind: Measurement.Kind {
            switch self {
            case .count: .count
            case .sum: .sum
            case .share, .byItem: .share
            case .ratio: .ratio
            case .mean: .mean
            case .quantile: .quantile
            case .difference: .difference
            }
        }

        /// Whether differences of it add up: see `difference`.
        package var differencesAdd: Bool {
            switch self {
            case .difference(_, let adds): adds
            case .count, .sum: true
            case .share, .ratio, .mean, .quantile, .byItem: false
            }
        }
    }

    /// What a number is to the reader: what protects others is hidden of the least needed first.
    package enum Role: Sendable {
        /// What the measure stands for, or what stands for it in reports.
        case main
        case other
        /// Told beside other numbers, of how they were counted.
        case auxiliary
    }

    /// One way of asking for a measure.
    package struct Aspect: Sendable {
        /// As written after the measure at the command line, and what is asked then.
        package struct Spelling: Sendable {
            package let name: String
            package let aspect: Question.Aspect

            init(_ name: String, _ aspect: Question.Aspect) {
                self.name = name
                self.aspect = aspect
            }
        }

        /// The name that questions have it by; empty for the headline.
        package let name: String
        package let spellings: [Spelling]

        // MARK: The number
        package let value: Value
        /// What each part of the number adds up, where other numbers add up the same.
        package let quantities: [Part: Quantity]
        /// Whether a count is of persons though it is no quantity that other numbers share: those of one day.
        package let countsPersonsApart: Bool
        /// Sums that hold between this number and others of the same persons and year.
        package let links: [Link]
        /// What a difference is a difference of; nil for other numbers, and where each row says it itself.
        package let yearsCompared: YearsCompared?
        /// What it is to the reader.
        package let role: Role
        /// Rows of what other numbers leave out: they are told only of so many that they may be shown, so that their absence
        /// does not tell whether there are few or none.
        package let isRest: Bool
        /// What is declared of its published numbers, by the settings in force.
        let declares: @Sendable (Question.Aspect, MeasureSettings) -> Declaration

        // MARK: The question
        package let breakdowns: Set<Dimension>
        /// What it may be filtered on.
        package let filters: Set<Dimension>
        /// A dimension that a question must be broken down by.
        package let needs: Dimension?
        /// What more a question must fulfil.
        let check: @Sendable (Question) throws(QuestionError) -> Void

        // MARK: The words
        package let remarks: Set<Remark>
        /// Keys of the settings the number depends on, in the order they are printed.
        let settingKeys: [String]
        /// What stands after the measure's name in the definition's id; empty for the measure's name alone.
        let id: @Sendable (Question.Aspect, MeasureSettings) -> String
        let definition: @Sendable (Question.Aspect, MeasureSettings) -> Phrase
        /// As the title of a table begins.
        let subject: @Sendable (Question.Aspect) -> Phrase
        /// Whether the number carries its sign, as changes do.
        let isSigned: Bool
        /// Digits after the decimal mark, where they are not those of the unit.
        let decimals: Int?
        /// Whether each number comes with a test of whether chance would make it.
        let isTested: Bool

        // MARK: The computation
        let count: Counting
        /// How groups are compared by it; nil where they are not.
        let comparison: ComparisonRule?

        /// What protection and links rest on must be said; the rest has the value that most aspects have.
        init(
            _ name: String, spelled spellings: [Spelling] = [], value: Value, quantities: [Part: Quantity],
            links: [Link], yearsCompared: YearsCompared?, role: Role? = nil,
            isRest: Bool = false,
            declares: @escaping @Sendable (Question.Aspect, MeasureSettings) -> Declaration,
            countsPersonsApart: Bool = false,
            by breakdowns: Set<Dimension>, filteredOn filters: Set<Dimension>? = nil, needs: Dimension? = nil,
            check: @escaping @Sendable (Question) throws(QuestionError) -> Void = { (_) throws(QuestionError) in },
            remarks: Set<Remark> = [], settingKeys: [String] = [],
            id: (@Sendable (Question.Aspect, MeasureSettings) -> String)? = nil,
            definition: @escaping @Sendable (Question.Aspect, MeasureSettings) -> Phrase,
            subject: @escaping @Sendable (Question.Aspect) -> Phrase, isSigned: Bool = false, decimals: Int? = nil,
            isTested: Bool = false, count: Counting, comparison: ComparisonRule? = nil
        ) {
            self.name = name
            self.spellings = spellings
            self.value = value
            self.quantities = quantities
            self.links = links
            self.yearsCompared = yearsCompared
            self.declares = declares
            self.countsPersonsApart = countsPersonsApart
            self.isRest = isRest
            self.role = role ?? (name.isEmpty ? .main : .other)
            self.breakdowns = breakdowns
            self.filters = filters ?? breakdowns
            self.needs = needs
            self.check = check
            self.remarks = remarks
            self.settingKeys = settingKeys
            self.id = id ?? { aspect, _ in aspect.slug ?? "" }
            self.definition = definition
            self.subject = subject
            self.isSigned = isSigned
            self.decimals = decimals
            self.isTested = isTested
            self.count = count
            self.comparison = comparison
        }
    }

    /// What a reader must know beside a number.
    package enum Remark: Sendable, Hashable {
        /// Which part of a year the files of performed time cover.
        case coverage
        /// That persons without an hour ceiling are left out, where there are any.
        case withoutUnlimited
        /// That a person counts in each group it belongs to.
        case countedInEach
        /// Which year the table of those entitled to paratransit is from.
        case entitledYear
        /// What the interval of a full count shows.
        case naturalVariation
    }

    /// How the rows of an aspect are made.
    enum Counting: Sendable {
        case persons(@Sendable (Inquiry) throws(QuestionError) -> [CountedRow])
        /// Several aspects side by side, where the question tells the dimension apart; else as one of them.
        case sideBySide(FactorTable, otherwise: @Sendable (Inquiry) throws(QuestionError) -> [CountedRow])
        case answers(SurveyRule, @Sendable (SurveyInquiry) throws(QuestionError) -> [CountedRow])
    }

    /// What an aspect of a survey speaks of.
    struct SurveyRule: Sendable {
        /// Which items of a survey a question without a filter is about.
        var items: @Sendable (SurveyItem) -> Bool = { _ in true }
        /// Whether each row is of one item.
        var isOfOneItem = false
        /// Whether what was answered is told apart.
        var tellsAnswers = false
        /// Whether the numbers are estimates, with weights and intervals; else they are counted.
        var isEstimated = true
        /// Whether those who do not know and those without an answer are left out, whose numbers then stand beside.
        var leavesOut = false
        /// Which items can be counted so.
        var suits: @Sendable (SurveyItem) -> Bool = { _ in true }
        /// Whether each number comes with a test of whether chance would make it.
        var isTested = false
    }
}

extension Measure {
    package var isOfRegister: Bool { material != .surveys }

    /// Whether a question about it names an item, `item:NAME`.
    package var isOfOneItem: Bool { aspects.first?.count.survey?.isOfOneItem == true }

    /// Whether the measure tells a dimension apart in some aspect.
    package func tells(_ dimension: Dimension) -> Bool { aspects.contains { $0.breakdowns.contains(dimension) } }

    /// The aspects that can be asked for by name, in the order they are listed.
    package var spellings: [Aspect.Spelling] { aspects.flatMap(\.spellings) }
}

extension Measure {
    /// Whether a part of an aspect's number counts persons, each once.
    package func countsPersons(_ part: Part, of aspect: Aspect) -> Bool {
        switch adding {
        case .persons: aspect.quantities[part] == .persons || (aspect.countsPersonsApart && part == .value)
        case .answers, .answersOfOneBase, .classesOfOneBase: part != .value || aspect.quantities[part] == .answers
        }
    }
}

extension Measure.Aspect {
    /// Whether the rows by law are of those with one law alone and those with both.
    package var tellsLawsApart: Bool { links.contains { if case .lawsApart = $0 { true } else { false } } }
}
