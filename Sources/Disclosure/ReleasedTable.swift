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
    /// The number without its base: no n, and nothing n could be had from. A rounded one is in whole percent, without
    /// what is divided; of others the error and its degrees of freedom are left out, for interval and error together
    /// would tell n.
    init(_ number: Measurement, value: Double, isRounded: Bool) {
        func coarse(_ bound: Double?) -> Double? { isRounded ? bound.map { ($0 * 100).rounded() / 100 } : bound }
        self.init(
            value: coarse(value) ?? value, lower: coarse(number.lower), upper: coarse(number.upper), persons: nil,
            numerator: isRounded || number.isWeighted ? nil : number.numerator,
            denominator: isRounded || number.isWeighted ? nil : number.denominator, unit: number.unit)
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

        init(key: [Category], cell: ReleasedCell, unit: Unit) {
            self.key = key
            self.cell = cell
            self.unit = unit
        }
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

    /// The table with one more note, if there is one.
    package func noting(_ note: Phrase?) -> ReleasedTable {
        guard let note else { return self }
        return ReleasedTable(
            question: question, dimensions: dimensions, rows: rows, definition: definition, notes: notes + [note],
            isInternal: isInternal, perturbation: perturbation)
    }

    init(
        question: Question, dimensions: [Dimension], rows: [Row], definition: Definition, notes: [Phrase],
        isInternal: Bool = false, perturbation: CountPerturbation? = nil
    ) {
        self.question = question
        self.dimensions = dimensions
        self.rows = rows
        self.definition = definition
        self.notes = notes
        self.isInternal = isInternal
        self.perturbation = perturbation
    }
}
