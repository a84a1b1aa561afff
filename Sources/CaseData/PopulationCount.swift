// SPDX-License-Identifier: EUPL-1.2

/// Inhabitants (or another public base, such as persons entitled to färdtjänst) of a district on 31 December.
///
/// The count with neither ages nor sex is the whole of its place; there is at most one for each base, district and
/// year, and parts stand beside it. So never add all counts: pick those of one kind.
package struct PopulationCount: Sendable {
    package enum Base: String, Sendable, CaseIterable {
        case inhabitants
        /// Persons entitled to paratransit (*färdtjänst*).
        case paratransit
    }

    package var base: Base
    /// nil is the whole municipality.
    package var district: DistrictIndex?
    package var year: Int
    /// Ages, both included; nil is all ages.
    package var ages: ClosedRange<Int>?
    package var sex: Sex?
    package var count: Int

    package init(
        base: Base = .inhabitants, district: DistrictIndex?, year: Int, ages: ClosedRange<Int>? = nil, sex: Sex? = nil,
        count: Int
    ) {
        self.base = base
        self.district = district
        self.year = year
        self.ages = ages
        self.sex = sex
        self.count = count
    }
}

/// A row of a table of totals (*sammanställd statistik*), for systems that no person rows may leave.
package struct StatisticsRow: Sendable {
    package var year: Int
    package var month: Int?
    package var district: DistrictIndex?
    package var service: Int16
    package var law: Law
    package var persons: Int
    package var granted: Hours
    package var performed: Hours
    package var flexiblePersons: Int?

    package init(
        year: Int, month: Int? = nil, district: DistrictIndex?, service: Int16, law: Law, persons: Int, granted: Hours,
        performed: Hours, flexiblePersons: Int? = nil
    ) {
        self.year = year
        self.month = month
        self.district = district
        self.service = service
        self.law = law
        self.persons = persons
        self.granted = granted
        self.performed = performed
        self.flexiblePersons = flexiblePersons
    }
}
