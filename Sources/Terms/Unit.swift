// SPDX-License-Identifier: EUPL-1.2

/// The unit of a number.
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
    /// Days from a decision or an application.
    case days
    case kronor
    /// Kronor of a year per person.
    case kronorPerPerson = "kronor per person"
    /// Kronor per performed hour.
    case kronorPerHour = "kronor per hour"
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
