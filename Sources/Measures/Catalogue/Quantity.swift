// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// One of the numbers that a shown row lets be known.
package enum Part: Sendable, Hashable, CaseIterable {
    /// The number itself.
    case value
    /// What is divided: x of a share, the upper sum of a ratio.
    case numerator
    /// What it is divided by.
    case denominator
    /// n: the distinct persons it speaks of.
    case persons
}

/// What is added up, under whatever measure it is printed. Where two numbers of one quantity are equal about the same
/// persons and year, they are taken to be one number: an outsider sees that they are equal, or would guess it.
package struct Quantity: Sendable, Hashable {
    private let name: String

    package init(_ name: String) { self.name = name }

    /// Persons with the service: the count, the n of other measures, the base of shares.
    package static let persons = Quantity("persons")
    /// Persons with flexible use, under whichever definition.
    package static let flexiblePersons = Quantity("flexible-persons")
    /// Persons with no hour ceiling.
    package static let unlimitedPersons = Quantity("unlimited-persons")
    package static let grantedHours = Quantity("granted-hours")
    package static let performedHours = Quantity("performed-hours")
    package static let personMonths = Quantity("person-months")
    /// Respondents to a survey whose answers to an item count.
    package static let answers = Quantity("answers")
}

/// A part of a measure's number, whatever group and year it is about.
package struct NumberName: Sendable, Hashable {
    package let measure: MeasureName
    package let aspect: Question.Aspect
    package let part: Part

    package init(_ measure: MeasureName, _ aspect: Question.Aspect = .headline, _ part: Part = .value) {
        self.measure = measure
        self.aspect = aspect
        self.part = part
    }
}

/// What holds between a number and others about the same persons and year, so that one follows from the rest.
package enum Link: Sendable {
    /// One number of a sum; where it has several names the first that is known is meant.
    package struct Term: Sendable {
        package let coefficient: Int
        /// Empty: the number itself.
        package let names: [NumberName]
        /// The dimension whose category is not known for those it counts.
        package let unknown: Dimension?

        package init(_ coefficient: Int, _ names: NumberName..., unknown: Dimension? = nil) {
            self.coefficient = coefficient
            self.names = names
            self.unknown = unknown
        }
    }

    /// Σ coefficient · number = 0, where all are known and bear it out.
    case sum(of: Part, [Term])
    /// A wider base of the same measure is this one and those whom the other number counts.
    case narrower(Part, by: NumberName)
    /// Rows by law are of persons with one law alone and with both.
    case lawsApart
}

/// The numbers of two years that a difference is of.
package struct YearsCompared: Sendable {
    package let numbers: [NumberName]
    /// Whether the difference is exactly that of the numbers, and hidden with either; else only where they bear it out.
    package let isExact: Bool

    package init(_ numbers: [NumberName], isExact: Bool) {
        self.numbers = numbers
        self.isExact = isExact
    }
}
