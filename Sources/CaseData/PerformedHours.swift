// SPDX-License-Identifier: EUPL-1.2

/// Performed hours (*utförda timmar*) of one person and service in one calendar month: what is left of the
/// visits once they are folded. Visits of a month that name different districts, laws or providers are kept
/// apart, so a person-month may have several of these.
package struct PerformedHours: Sendable {
    // In an order that wastes no byte: there may be millions.
    package var person: PersonIndex
    package var month: YearMonth
    package var hours: Hours
    /// Number of performed visits (1 for a row that gives a whole month).
    package var visits: Int32
    /// The days of the month on which a visit was performed, bit 0 the first; 0 where the files tell of whole months.
    package var days: UInt32
    /// Index in `Dataset.services`.
    package var service: Int16
    /// As the visits say, before mergers; used only for hours outside any decision.
    package var district: DistrictIndex?
    package var law: Law?
    package var provider: Int16?
    package var providerType: ProviderType

    package init(
        person: PersonIndex, service: Int16, month: YearMonth, district: DistrictIndex? = nil, law: Law? = nil,
        provider: Int16? = nil, providerType: ProviderType = .unknown, hours: Hours, visits: Int32 = 1, days: UInt32 = 0
    ) {
        self.person = person
        self.service = service
        self.month = month
        self.district = district
        self.law = law
        self.provider = provider
        self.providerType = providerType
        self.hours = hours
        self.visits = visits
        self.days = days
    }
}
