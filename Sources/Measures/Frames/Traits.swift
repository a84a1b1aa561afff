// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Where one fact (a decision in a year, a person-month) belongs in a breakdown.
struct Traits: Equatable {
    var person: PersonIndex
    var year: Int
    /// nil for facts of a whole year, which are never broken down by month.
    var month: YearMonth?
    var service: Int16
    var district: DistrictIndex?
    var law: Law
    var provider: Int16?
    var providerType: ProviderType
    /// Place on the axis of what the fact itself is: the class of a decision's hours, the month of a period, what became of
    /// a decision.
    var ownClass: Int?

    init(_ decision: Decision, year: Int, month: YearMonth? = nil, ownClass: Int? = nil) {
        self.person = decision.person
        self.year = year
        self.month = month
        self.service = decision.service
        self.district = decision.district
        self.law = decision.law
        self.provider = decision.provider
        self.providerType = decision.providerType
        self.ownClass = ownClass
    }

    init(_ entry: PersonMonths.Entry) {
        self.person = entry.person
        self.year = entry.month.year
        self.month = entry.month
        self.service = entry.service
        self.district = entry.district
        self.law = entry.law
        self.provider = entry.provider
        self.providerType = entry.providerType
        self.ownClass = nil
    }
}
