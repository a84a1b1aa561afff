// SPDX-License-Identifier: EUPL-1.2

/// The measures of the yearly follow-up, by the names used at the command line and in `explain`.
package enum MeasureName: String, Sendable, CaseIterable, Hashable {
    case persons
    case grantedHours = "granted-hours"
    case performedHours = "performed-hours"
    case utilisation
    case decomposition
    case flexibleUse = "flexible-use"
    /// One question of a survey; which one stands after the name, `item:time-enough`.
    case item
    /// The share who answer the knowledge items of a survey right.
    case awareness
    case responseRate = "response-rate"
    /// Who answered, held against the register.
    case respondents

    /// Whether it is computed from the answers of a survey.
    package var isOfSurvey: Bool {
        switch self {
        case .item, .awareness, .responseRate, .respondents: true
        case .persons, .grantedHours, .performedHours, .utilisation, .decomposition, .flexibleUse: false
        }
    }
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
