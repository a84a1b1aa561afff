// SPDX-License-Identifier: EUPL-1.2

/// What the municipality pays a provider for an hour (*ersättning per timme*), from one day to another.
package struct Rate: Hashable, Sendable {
    /// When in the week the rate holds (*tidsband*).
    package enum Band: String, CaseIterable, Sendable {
        case day, evening, night, weekend, majorHoliday = "major-holiday"
        /// The same at all hours.
        case any
    }

    package var from: CivilDate
    /// Last day; nil while it holds.
    package var to: CivilDate?
    package var band: Band
    package var providerType: ProviderType
    /// Nil: any law.
    package var law: Law?
    /// Index in `Dataset.services`; nil: any service.
    package var service: Int16?
    /// In öre an hour.
    package var amount: Int64

    package init(
        from: CivilDate, to: CivilDate? = nil, band: Band, providerType: ProviderType, law: Law? = nil,
        service: Int16? = nil, amount: Int64
    ) {
        self.from = from
        self.to = to
        self.band = band
        self.providerType = providerType
        self.law = law
        self.service = service
        self.amount = amount
    }
}
