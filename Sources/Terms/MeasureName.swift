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
    package static let lapsedHours = MeasureName(rawValue: "lapsed-hours")
    package static let overrun = MeasureName(rawValue: "overrun")
    package static let periodProfile = MeasureName(rawValue: "period-profile")
    package static let hoursChange = MeasureName(rawValue: "hours-change")
    package static let outcomes = MeasureName(rawValue: "outcomes")
    package static let waitingTime = MeasureName(rawValue: "waiting-time")
    package static let notExecuted = MeasureName(rawValue: "not-executed")
    package static let expenses = MeasureName(rawValue: "expenses")
    /// One question of a survey; which one stands after the name, `item:time-enough`.
    package static let item = MeasureName(rawValue: "item")
    /// The share who answer the knowledge items of a survey right.
    package static let awareness = MeasureName(rawValue: "awareness")
    package static let responseRate = MeasureName(rawValue: "response-rate")
    /// Who answered, held against the register.
    package static let respondents = MeasureName(rawValue: "respondents")
}
