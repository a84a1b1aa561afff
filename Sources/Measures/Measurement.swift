// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// One number before disclosure control, with what disclosure control must know of it.
///
/// Renderers cannot see this type: their room does not import this one.
package struct Measurement: Sendable {
    /// What kind of number it is; each kind has its own rule for when it is hidden.
    package enum Kind: Sendable {
        /// Number of persons, decisions or answers.
        case count
        /// x of n persons.
        case share
        /// Sum of hours over persons.
        case sum
        /// Ratio of two sums over persons.
        case ratio
        /// Mean over persons or person-months: ratio of a sum and a count.
        case mean
        /// Median or another quantile over persons or person-months.
        case quantile
        /// Difference of two numbers of these kinds; hidden when either is.
        case difference
    }

    /// The persons a sum comes from: what the p % rule needs.
    package struct Contributions: Sendable {
        /// Distinct persons with a non-zero contribution.
        package var persons: Int
        package var total: Double
        package var largest: Double
        package var second: Double

        package init(persons: Int, total: Double, largest: Double, second: Double) {
            self.persons = persons
            self.total = total
            self.largest = largest
            self.second = second
        }
    }

    /// Whether a difference is one that chance would make.
    package struct Test: Sendable {
        package var p: Double
        /// p adjusted for how many differences are looked at together (Holm).
        package var adjustedP: Double

        package init(p: Double, adjustedP: Double) {
            self.p = p
            self.adjustedP = adjustedP
        }
    }

    package var kind: Kind
    package var unit: Unit
    /// nil when the number is not defined here (an empty base); `notDefined` then says why.
    package var value: Double?
    package var lower: Double?
    package var upper: Double?
    package var standardError: Double?
    /// Degrees of freedom of the interval, where it has any.
    package var degreesOfFreedom: Double?
    /// n: the distinct persons the number speaks of. Of a sum of hours they are those who have some; where nobody has any,
    /// the number says that of everyone in the group, and they are the group.
    package var persons: Int
    /// Whether n may be told beside the number. Not beside a number of decisions: the few who have two of them are the
    /// difference.
    package var tellsPersons = true
    /// Of shares and ratios: what is divided (x, or a sum), and by what (n, or a sum).
    package var numerator: Double?
    package var denominator: Double?
    /// Whether the value is estimated with unequal weights. Then it is not numerator ÷ denominator: those are the
    /// answers as they were counted, which disclosure control judges and nobody prints; n is printed.
    package var isWeighted = false
    /// Persons who did not answer in the one stratum that the answers were drawn from, whom the error tells of when n is
    /// printed (its finite population correction). nil where it tells of no stratum's size.
    package var unanswered: Int?
    package var test: Test?
    /// Of a report published before: a share as it stands there without its parts, which may be rounded.
    package var publishedShare: Double?
    /// Of sums, means and ratios: who the numerator and the denominator come from. nil where it cannot be known (a
    /// table of totals) or where it is no sum over persons (inhabitants, a number of months).
    package var numeratorContributions: Contributions?
    package var denominatorContributions: Contributions?
    /// Of differences: the numbers it is computed from, the later year first. A part of a decomposition has several
    /// of each year. All are checked like numbers of their own.
    package var compared: [Measurement]
    package var notDefined: Phrase?
    /// Of counts: the sum of the record keys of what is counted, modulo 2⁶⁴, for the cell key method. nil where there
    /// are no records (a table of totals).
    package var keySum: UInt64?

    package init(
        kind: Kind, unit: Unit, value: Double?, lower: Double? = nil, upper: Double? = nil,
        standardError: Double? = nil,
        degreesOfFreedom: Double? = nil, persons: Int, numerator: Double? = nil, denominator: Double? = nil,
        numeratorContributions: Contributions? = nil, denominatorContributions: Contributions? = nil,
        compared: [Measurement] = [], notDefined: Phrase? = nil
    ) {
        self.kind = kind
        self.unit = unit
        self.value = value
        self.lower = lower
        self.upper = upper
        self.standardError = standardError
        self.degreesOfFreedom = degreesOfFreedom
        self.persons = persons
        self.numerator = numerator
        self.denominator = denominator
        self.numeratorContributions = numeratorContributions
        self.denominatorContributions = denominatorContributions
        self.compared = compared
        self.notDefined = notDefined
    }
}
