// SPDX-License-Identifier: EUPL-1.2

/// The name of a measure, as it is written at the command line. What is true of a measure is said in the catalogue of
/// measures alone; here are the names that questions are put by.
package struct MeasureName: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let persons = MeasureName(rawValue: "persons")
    package static let grantedHours = MeasureName(rawValue: "granted-hours")
    package static let performedHours = MeasureName(rawValue: "performed-hours")
    package static let utilisation = MeasureName(rawValue: "utilisation")
    package static let decomposition = MeasureName(rawValue: "decomposition")
    package static let flexibleUse = MeasureName(rawValue: "flexible-use")
    /// One question of a survey; which one stands after the name, `item:time-enough`.
    package static let item = MeasureName(rawValue: "item")
    /// The share who answer the knowledge items of a survey right.
    package static let awareness = MeasureName(rawValue: "awareness")
    package static let responseRate = MeasureName(rawValue: "response-rate")
    /// Who answered, held against the register.
    package static let respondents = MeasureName(rawValue: "respondents")
}

/// What a number is a number of.
package enum Unit: String, Sendable, Hashable, Encodable {
    case persons
    case decisions
    /// Person-months.
    case personMonths = "person-months"
    case hours
    /// Hours per person-month.
    case hoursPerMonth = "hours per month"
    /// Hours per decision.
    case hoursPerDecision = "hours per decision"
    /// Hours of a year per person.
    case hoursPerPerson = "hours per person"
    /// 0–1.
    case share
    /// Difference of two shares, −1–1; printed in percentage points.
    case shareDifference = "share difference"
    /// Per 10 000 inhabitants.
    case perTenThousand = "per 10000"
    /// Per 1 000 persons entitled to paratransit (*färdtjänst*).
    case perThousandEntitled = "per 1000 entitled"
    /// Respondents with an answer.
    case answers
    /// On a scale from 0, the worst, to 100, the best.
    case points
    /// The mean of what was answered: a place on the question's own scale, or a number in its own unit.
    case score
    /// A plain number: a test statistic, a ratio, a place.
    case number

    /// Whether it is a rate per inhabitants or the like: what it is divided by is public.
    package var isPerPopulation: Bool { self == .perTenThousand || self == .perThousandEntitled }
}
