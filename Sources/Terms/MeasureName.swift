// SPDX-License-Identifier: EUPL-1.2

/// The measures of the yearly follow-up, by the names used at the command line and in `explain`.
package enum MeasureName: String, Sendable, CaseIterable, Hashable {
    case persons
    case grantedHours = "granted-hours"
    case performedHours = "performed-hours"
    case utilisation
    case decomposition
    case flexibleUse = "flexible-use"
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
    /// 0–1.
    case share
    /// Difference of two shares, −1–1; printed in percentage points.
    case shareDifference = "share difference"
    /// Per 10 000 inhabitants.
    case perTenThousand = "per 10000"
}
