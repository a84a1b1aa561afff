// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// What the truth is computed from: persons, decisions and visits as plain values, with nothing folded, indexed or
/// shared with the rooms it is to judge.
struct TruthRecords {
    struct Person {
        let birthYear: Int
        let sex: String
        let isProtected: Bool
    }

    struct Decision {
        let person: Int
        let service: String
        let law: String
        /// In the newest division; nil is without district.
        let district: String?
        let isGranted: Bool
        let from: CivilDate
        let to: CivilDate?
        let milliseconds: Int64
        let unit: HoursUnit
        let isUnlimited: Bool
        let providerType: String

        func covers(_ day: CivilDate) -> Bool {
            if day < from { return false }
            if let to { return day <= to }
            return true
        }
    }

    /// A performed visit, by the day it starts; in the monthly form the first day of the month.
    struct Visit {
        let person: Int
        let service: String
        let law: String
        let district: String?
        let day: CivilDate
        let milliseconds: Int64
        let providerType: String
    }

    var persons: [Person]
    var decisions: [Decision]
    var performed: [Visit]
    /// Months with a row of any status.
    var monthsWithRows: Set<YearMonth>
    var years: ClosedRange<Int>

    /// First to last month with a row.
    var window: ClosedRange<YearMonth>? {
        guard let first = monthsWithRows.min(), let last = monthsWithRows.max() else { return nil }
        return first...last
    }

    init(_ municipality: SimulatedMunicipality) {
        years = municipality.parameters.years
        persons = municipality.persons.map { person in
            Person(birthYear: person.birthYear, sex: "\(person.sex)", isProtected: person.isProtected)
        }
        decisions = municipality.decisions.map(Self.decision)
        performed = []
        monthsWithRows = []
        for year in years {
            for person in municipality.persons.indices {
                for visit in municipality.visits(of: person, in: year) {
                    monthsWithRows.insert(visit.day.month)
                    if visit.status == .performed {
                        performed.append(Self.visit(visit, municipality.parameters.visitsNameDistrict))
                    }
                }
            }
        }
    }

    private static func decision(_ decision: SimulatedDecision) -> Decision {
        Decision(
            person: decision.person, service: decision.service.name, law: decision.law.rawValue,
            district: decision.board?.newestName, isGranted: decision.outcome != .refused, from: decision.from,
            to: decision.to, milliseconds: Int64(decision.centihours) * 36_000, unit: decision.unit,
            isUnlimited: decision.isUnlimited, providerType: "\(Provider.all[decision.provider].type)")
    }

    private static func visit(_ visit: SimulatedVisit, _ namesDistrict: Bool) -> Visit {
        Visit(
            person: visit.person, service: visit.service.name, law: visit.service.law.rawValue,
            district: namesDistrict ? visit.board?.newestName : nil, day: visit.day,
            milliseconds: Int64(visit.centihours) * 36_000,
            providerType: "\(Provider.all[visit.provider].type)")
    }
}
