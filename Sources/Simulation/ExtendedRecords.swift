// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// A made-up absence: first and last day, both included.
struct SimulatedAbsence {
    let from: CivilDate
    let to: CivilDate

    func covers(_ day: CivilDate) -> Bool { from <= day && day <= to }
}

/// A made-up outlay.
struct SimulatedExpense {
    let person: Int
    let day: CivilDate
    let kronor: Int
    let isGranted: Bool
}

/// A made-up visit without an individual test, of a person who is not recorded.
struct SimulatedUntestedVisit {
    let day: CivilDate
    let centihours: Int
}

/// What an extended municipality has beside decisions and visits. Each draw has a generator of its own, so that nothing of it
/// moves what else is drawn.
extension SimulatedMunicipality {
    /// One in eight persons is away once in the years, two weeks to two and a half months; nobody where exports are not
    /// extended.
    func absence(of person: Int) -> SimulatedAbsence? {
        guard parameters.isExtended else { return nil }
        var draw = SplitMix64(seed: parameters.seed, 7, person)
        guard draw.chance(125) else { return nil }
        let first = CivilDate(year: parameters.years.lowerBound, month: 1, day: 1)!
        let last = CivilDate(year: parameters.years.upperBound, month: 12, day: 31)!
        let from = first.adding(days: draw.below(first.days(to: last)))
        return SimulatedAbsence(from: from, to: min(last, from.adding(days: draw.within(13...75))))
    }

    /// What persons laid out with their visits of a year. Where exports are extended one in twelve is refused; the column of
    /// visits tells only those that were paid back.
    func expenses(in year: Int) -> [SimulatedExpense] {
        persons.indices.flatMap { person in
            visits(of: person, in: year).filter { $0.expense > 0 && $0.status == .performed }.map { visit in
                var draw = SplitMix64(
                    seed: parameters.seed, 8, person, visit.service.rawValue, Int(visit.day.daysSince1970))
                return SimulatedExpense(
                    person: person, day: visit.day, kronor: visit.expense,
                    isGranted: !(parameters.isExtended && draw.chance(80)))
            }
        }
    }

    /// Why a decision ended; nil of one that was refused or runs on, and where exports are not extended.
    func endReason(of decision: SimulatedDecision) -> EndReason? {
        guard parameters.isExtended, decision.outcome.isGranted, let end = decision.to else { return nil }
        let own = decisions(of: decision.person).filter { $0.outcome.isGranted }
        let isFollowed = own.contains {
            $0.service == decision.service && $0.from > decision.from && $0.from <= end.adding(days: 31)
        }
        if isFollowed { return .replaced }
        var draw = SplitMix64(seed: parameters.seed, 9, decision.number)
        let isLast = own.allSatisfy { other in other.to.map { $0 <= end } ?? false }
        return switch draw.below(100) {
        case ..<25: isLast ? .died : .ownWish
        case ..<45: isLast ? .movedAway : .ownWish
        case ..<60: .ownWish
        case _: .other
        }
    }

    /// The day on which the service began to be carried out, at most six weeks after the decision's first; nil as of the end.
    func executed(_ decision: SimulatedDecision) -> CivilDate? {
        guard parameters.isExtended, decision.outcome.isGranted else { return nil }
        var draw = SplitMix64(seed: parameters.seed, 10, decision.number)
        let day = decision.from.adding(days: draw.below(43))
        return decision.to.map { day <= $0 } ?? true ? day : nil
    }

    /// Visits under SoL 11:5 of a year, in order of day: a tenth as many a month as there are persons, from July 2025.
    func untestedVisits(in year: Int) -> [SimulatedUntestedVisit] {
        guard parameters.isExtended, parameters.form == .visits else { return [] }
        return YearMonth.months(of: year).filter { $0.firstDay >= LegalBasis.newAct }.flatMap { month in
            var draw = SplitMix64(seed: parameters.seed, 11, Int(month.index))
            return (0..<parameters.persons / 10).map { _ in
                SimulatedUntestedVisit(
                    day: month.firstDay.adding(days: draw.below(month.days)),
                    centihours: draw.pick([100, 150, 200, 250, 300]))
            }.sorted { ($0.day, $0.centihours) < ($1.day, $1.centihours) }
        }
    }
}

extension EndReason {
    /// As exports of the field have it.
    var word: String {
        switch self {
        case .died: "Avliden"
        case .movedAway: "Flyttat från kommunen"
        case .ownWish: "Egen begäran"
        case .replaced: "Nytt beslut"
        case .other: "Tiden har löpt ut"
        }
    }
}
