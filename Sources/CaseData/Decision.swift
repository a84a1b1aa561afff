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
    /// The section it rests on; nil where the row tells none.
    package var basis: LegalBasis?
    package var endReason: EndReason?
    /// When the service began to be carried out (*verkställd från*).
    package var executed: CivilDate?

    package init(
        person: PersonIndex, service: Int16, law: Law, district: DistrictIndex? = nil, outcome: Outcome = .granted,
        from: CivilDate, to: CivilDate? = nil, hours: Hours, unit: HoursUnit = .month, isUnlimited: Bool = false,
        provider: Int16? = nil, providerType: ProviderType = .unknown, appliedHours: Hours? = nil,
        applied: CivilDate? = nil, decided: CivilDate? = nil, basis: LegalBasis? = nil,
        endReason: EndReason? = nil, executed: CivilDate? = nil
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
        self.basis = basis
        self.endReason = endReason
        self.executed = executed
    }
}
