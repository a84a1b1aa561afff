// SPDX-License-Identifier: EUPL-1.2

/// Outcome of an application (*utfall*).
package enum Outcome: UInt8, Sendable {
    /// *bifall*
    case granted
    /// *delavslag*: granted fewer hours than applied for
    case partlyGranted
    /// *avslag*
    case refused

    /// Only granted decisions count as having the service.
    package var isGranted: Bool { self != .refused }
}

/// What the granted hours are hours per (*enhet*).
package enum HoursUnit: UInt8, Sendable {
    case month, week, year
    /// All hours of the decision, spread over the months it touches.
    case period
}

/// A decision (*beslut*) on a service in hours for one person, from its first to its last day, both included.
package struct Decision: Sendable {
    package var person: PersonIndex
    /// Index in `Dataset.services`.
    package var service: Int16
    package var law: Law
    /// As written in the file, before mergers; nil is *without district*.
    package var district: DistrictIndex?
    package var outcome: Outcome
    package var from: CivilDate
    /// Last day; nil is an open end.
    package var to: CivilDate?
    /// Granted hours per `unit`; meaningless when `isUnlimited`.
    package var hours: Hours
    package var unit: HoursUnit
    /// *Fri ledsagning*: no hour ceiling.
    package var isUnlimited: Bool
    /// Index in `Dataset.providers`.
    package var provider: Int16?
    package var providerType: ProviderType
    package var appliedHours: Hours?
    package var applied: CivilDate?
    package var decided: CivilDate?
    /// The day on which it began to be carried out, as registered (*verkställd från*); nil where that is not told.
    package var executedFrom: CivilDate?
    /// Why it ended; nil where that is not told.
    package var endReason: EndReason?
    /// Whether it is put off at the person's own request (*uppskjuten*).
    package var isPostponed: Bool
    /// What the municipality's own system calls the decision (*beslutsnummer*), for internal lists alone; nil where it has
    /// none, or one that holds an identity number.
    package var localID: String?

    package init(
        person: PersonIndex, service: Int16, law: Law, district: DistrictIndex? = nil, outcome: Outcome = .granted,
        from: CivilDate, to: CivilDate? = nil, hours: Hours, unit: HoursUnit = .month, isUnlimited: Bool = false,
        provider: Int16? = nil, providerType: ProviderType = .unknown, appliedHours: Hours? = nil,
        applied: CivilDate? = nil, decided: CivilDate? = nil, executedFrom: CivilDate? = nil,
        endReason: EndReason? = nil, isPostponed: Bool = false, localID: String? = nil
    ) {
        self.person = person
        self.service = service
        self.law = law
        self.district = district
        self.outcome = outcome
        self.from = from
        self.to = to
        self.hours = hours
        self.unit = unit
        self.isUnlimited = isUnlimited
        self.provider = provider
        self.providerType = providerType
        self.appliedHours = appliedHours
        self.applied = applied
        self.decided = decided
        self.executedFrom = executedFrom
        self.endReason = endReason
        self.isPostponed = isPostponed
        self.localID = localID
    }

    /// The day from which it is counted how long it waits to be carried out: the day it was made, else its first day.
    package var waitsFrom: CivilDate { decided ?? from }
}
