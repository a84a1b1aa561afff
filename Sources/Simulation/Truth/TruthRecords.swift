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
        /// `granted`, `partly-granted`, `refused`.
        let outcome: String
        let decided: CivilDate
        /// When it began to be carried out, where that is told.
        let executed: CivilDate?
        /// Whether it ended as the person died or moved away.
        let isOutOfReach: Bool

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

    struct Absence {
        let person: Int
        let from: CivilDate
        let to: CivilDate
    }

    struct Expense {
        let person: Int
        let day: CivilDate
        let kronor: Int
        let isGranted: Bool
    }

    var persons: [Person]
    var absences: [Absence]
    var expenses: [Expense]
    /// Month and milliseconds of visits without a person.
    var untested: [(month: YearMonth, milliseconds: Int64)]
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
        decisions = municipality.decisions.map { Self.decision($0, municipality) }
        absences = municipality.persons.indices.compactMap { person in
            municipality.absence(of: person).map { Absence(person: person, from: $0.from, to: $0.to) }
        }
        let hasExpenses = municipality.parameters.form == .visits
        expenses = (hasExpenses ? Array(years) : []).flatMap { municipality.expenses(in: $0) }.map {
            Expense(person: $0.person, day: $0.day, kronor: $0.kronor, isGranted: $0.isGranted)
        }
        untested = years.flatMap { municipality.untestedVisits(in: $0) }.map {
            ($0.day.month, Int64($0.centihours) * 36_000)
        }
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

    private static func decision(
        _ decision: SimulatedDecision, _ municipality: SimulatedMunicipality
    ) -> Decision {
        let reason = municipality.endReason(of: decision)
        let outcome =
            switch decision.outcome {
            case .granted: "granted"
            case .partlyGranted: "partly-granted"
            case .refused: "refused"
            }
        return Decision(
            person: decision.person, service: decision.service.name, law: decision.law.rawValue,
            district: decision.board?.newestName, isGranted: decision.outcome != .refused, from: decision.from,
            to: decision.to, milliseconds: Int64(decision.centihours) * 36_000, unit: decision.unit,
            isUnlimited: decision.isUnlimited, providerType: "\(Provider.all[decision.provider].type)",
            outcome: outcome, decided: decision.decided, executed: municipality.executed(decision),
            isOutOfReach: reason == .died || reason == .movedAway)
    }

    private static func visit(_ visit: SimulatedVisit, _ namesDistrict: Bool) -> Visit {
        Visit(
            person: visit.person, service: visit.service.name, law: visit.service.law.rawValue,
            district: namesDistrict ? visit.board?.newestName : nil, day: visit.day,
            milliseconds: Int64(visit.centihours) * 36_000,
            providerType: "\(Provider.all[visit.provider].type)")
    }
}
