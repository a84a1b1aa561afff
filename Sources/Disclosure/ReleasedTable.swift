// SPDX-License-Identifier: EUPL-1.2
import Measures
package import Terms

/// One number that disclosure control has let through. Only this room can make one.
package struct ReleasedValue: Sendable, Hashable, Encodable {
    package let value: Double
    package let lower: Double?
    package let upper: Double?
    package let standardError: Double?
    package let degreesOfFreedom: Double?
    /// n: distinct persons the number speaks of; nil when it is withheld, because a hidden number would follow from it.
    package let persons: Int?
    package let numerator: Double?
    package let denominator: Double?
    package let unit: Unit
    /// Of differences that are tested: whether chance would make it, plain and adjusted for how many there are.
    package let p: Double?
    package let adjustedP: Double?
    /// Whether it is the exact number. Only counts of open tables can be other.
    package let exactness: Exactness

    init(
        value: Double, lower: Double? = nil, upper: Double? = nil, standardError: Double? = nil,
        degreesOfFreedom: Double? = nil, persons: Int?, numerator: Double? = nil, denominator: Double? = nil,
        unit: Unit,
        p: Double? = nil, adjustedP: Double? = nil, exactness: Exactness = .exact
    ) {
        self.value = value
        self.lower = lower
        self.upper = upper
        self.standardError = standardError
        self.degreesOfFreedom = degreesOfFreedom
        self.persons = persons
        self.numerator = numerator
        self.denominator = denominator
        self.unit = unit
        self.p = p
        self.adjustedP = adjustedP
        self.exactness = exactness
    }
}

extension ReleasedValue {
    /// The number without n: nothing from which n could be had. Of a ratio in per cent, and of a difference of two, the
    /// limits stay, as far as they tell no n (`IntervalRounding`). Of other numbers the interval is left out.
    init(withoutPersons number: Measurement, value: Double) {
        let mayHaveLimits =
            switch number.kind {
            case .ratio, .difference: number.unit == .share || number.unit == .shareDifference
            case .count, .share, .sum, .mean, .quantile: false
            }
        let limits = mayHaveLimits ? number.limits.flatMap { number.limitsWithoutPersons($0, around: value) } : nil
        self.init(
            value: value, lower: limits?.lower, upper: limits?.upper, persons: nil,
            numerator: number.isWeighted ? nil : number.numerator,
            denominator: number.isWeighted ? nil : number.denominator, unit: number.unit)
    }

    /// The number alone, rounded as it is given; of an estimate the interval too, as far as it tells no n.
    init(alone value: Double, of number: Measurement) {
        var limits: IntervalRounding.Limits?
        if number.kind == .share, number.isWeighted, let exact = number.value {
            limits = number.limits.flatMap { IntervalRounding.limits($0, around: exact, of: number.persons) }
        }
        self.init(value: value, lower: limits?.lower, upper: limits?.upper, persons: nil, unit: number.unit)
    }
}

extension Measurement {
    /// The limits of persons as units of their own are R ± t(n − 1) · se. Others rest on how answers were drawn, and their
    /// degrees of freedom are not of n.
    fileprivate func limitsWithoutPersons(
        _ limits: IntervalRounding.Limits, around value: Double
    ) -> IntervalRounding.Limits? {
        guard let standardError, standardError > 0, degreesOfFreedom == Double(persons - 1) else {
            return IntervalRounding.outward(limits)
        }
        return IntervalRounding.limits(limits, around: value, error: standardError, of: persons)
    }

    fileprivate var limits: IntervalRounding.Limits? {
        guard let lower, let upper else { return nil }
        return IntervalRounding.Limits(lower: lower, upper: upper)
    }
}

/// What stands in a cell of a published table.
package enum ReleasedCell: Sendable, Hashable {
    case shown(ReleasedValue)
    /// `..`, whether by a rule of its own or to protect another: nobody can tell which.
    case hidden
    /// `.`: the number is not defined here, and why.
    case notApplicable(Phrase)
}

/// The answer to one question as it may be published.
package struct ReleasedTable: Sendable {
    package struct Row: Sendable {
        package let key: [Category]
        package let cell: ReleasedCell
        /// What the number is a number of, also where it is hidden.
        package let unit: Unit
        /// What is known of it from other numbers of the release, though the cell leaves it out.
        package let known: KnownParts

        init(key: [Category], cell: ReleasedCell, unit: Unit, known: KnownParts = KnownParts()) {
            self.key = key
            self.cell = cell
            self.unit = unit
            self.known = known
        }
    }

    /// n and what is divided, where other tables show them or tell them: who reads them all has them, so that they are
    /// written here too.
    package struct KnownParts: Sendable, Hashable {
        package var persons: Int?
        package var numerator: Double?
        package var denominator: Double?
    }

    package let question: Question
    package let dimensions: [Dimension]
    package let rows: [Row]
    package let definition: Definition
    package let notes: [Phrase]
    /// Rows of an answer to `--internal`: not released, marked so wherever they are printed.
    package let isInternal: Bool
    /// What has been done to its counts; nil when they stand as they are.
    package let perturbation: CountPerturbation?
    /// Whether nothing of it is published, since most of its groups would be hidden.
    package let isLeftOut: Bool

    /// The table as it is published as data: without hidden rows of what other numbers leave out, which stand only where
    /// they may be shown. nil where no row is left.
    package var asData: ReleasedTable? {
        if isLeftOut { return nil }
        guard Catalogue.aspect(of: question).isRest else { return self }
        let told = rows.filter { $0.cell != .hidden }
        if told.isEmpty, !rows.isEmpty { return nil }
        return ReleasedTable(
            question: question, dimensions: dimensions, rows: told, definition: definition, notes: notes,
            isInternal: isInternal, perturbation: perturbation)
    }

    /// The table with one more note, if there is one.
    package func noting(_ note: Phrase?) -> ReleasedTable {
        guard let note else { return self }
        return ReleasedTable(
            question: question, dimensions: dimensions, rows: rows, definition: definition, notes: notes + [note],
            isInternal: isInternal, perturbation: perturbation, isLeftOut: isLeftOut)
    }

    init(
        question: Question, dimensions: [Dimension], rows: [Row], definition: Definition, notes: [Phrase],
        isInternal: Bool = false, perturbation: CountPerturbation? = nil, isLeftOut: Bool = false
    ) {
        self.question = question
        self.dimensions = dimensions
        self.rows = rows
        self.definition = definition
        self.notes = notes
        self.isInternal = isInternal
        self.perturbation = perturbation
        self.isLeftOut = isLeftOut
    }
}
