// SPDX-License-Identifier: EUPL-1.2

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
    /// Respondents to a survey.
    package static let respondents = Quantity("respondents")
    /// Respondents to a survey whose answers to an item count.
    package static let answers = Quantity("answers")

    /// Whether it counts those who answered, so that the difference of two such numbers is who left something unanswered.
    package var isOfRespondents: Bool { self == .respondents || self == .answers }
}
