// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// A granted decision's way to its first performed hour.
struct Wait: Sendable {
    /// When it was first carried out, as far as the files tell.
    enum Start: Sendable, Hashable {
        case notYet
        case day(CivilDate)
        /// Some day of a month: the files tell of whole months.
        case month(YearMonth)
    }

    /// As a place in `Dataset.decisions`.
    let decision: Int
    /// Day 0: the day the decision was made, else its first day.
    let from: CivilDate
    /// Never before day 0: hours of the decision's own time that were performed before it was made count as day 0.
    let start: Start
    /// The last day of the decision; nil while it runs on.
    let end: CivilDate?
    /// Whether the service was carried out by an earlier decision that this one follows: then nobody waits for it.
    let isRenewal: Bool
    /// Whether the decision was made before the files of performed time begin, with no registered start: it may have been
    /// carried out before them.
    let isOlderThanFiles: Bool

    /// Whether it was carried out by the end of a day, as far as the files tell. A month counts when all of it has passed.
    func isStarted(by day: CivilDate) -> Bool {
        switch start {
        case .notYet: false
        case .day(let first): first <= day
        case .month(let month): month.lastDay <= day
        }
    }
}

/// What a person's decisions have waited for, and when hours of them were performed.
struct Waits: Sendable {
    private let dataset: Dataset
    private let panel: PersonMonths
    private let performed: PersonOrder
    private let away: PersonOrder

    init(_ dataset: Dataset, _ panel: PersonMonths) {
        self.dataset = dataset
        self.panel = panel
        performed = PersonOrder(persons: dataset.persons.count, rows: dataset.performed.count) {
            dataset.performed[$0].person
        }
        away = PersonOrder(persons: dataset.persons.count, rows: dataset.absences.count) {
            dataset.absences[$0].person
        }
    }

    /// Every granted decision of the person, by service and first day.
    func of(_ person: PersonIndex) -> [Wait] {
        let own = panel.decisions(of: person)
        let months = performed.rows(of: Int(person)).map { dataset.performed[$0] }
        var waits: [Wait] = []
        for place in own {
            let decision = dataset.decisions[place]
            let isOlder = dataset.observationWindow.map { decision.waitsFrom < $0.lowerBound.firstDay } ?? true
            waits.append(
                Wait(
                    decision: place, from: decision.waitsFrom, start: start(of: decision, months), end: decision.to,
                    isRenewal: own.contains { isRenewed($0, by: place, months) },
                    isOlderThanFiles: isOlder && decision.executedFrom == nil))
        }
        return waits
    }

    private func start(of decision: Decision, _ months: [PerformedHours]) -> Wait.Start {
        let first = min(decision.from, decision.waitsFrom)
        var day = decision.executedFrom
        var month: YearMonth?
        for entry in months where entry.service == decision.service && entry.hours > .zero {
            guard entry.month >= first.month, decision.to.map({ entry.month <= $0.month }) ?? true else { continue }
            if entry.days == 0 {
                month = min(month ?? entry.month, entry.month)
            } else if let own = entry.day(from: first, to: decision.to) {
                day = min(day ?? own, own)
            }
        }
        // A day that is known says no more than a whole month before it.
        if let month, day.map({ month < $0.month }) ?? true {
            return month < decision.waitsFrom.month ? .day(decision.waitsFrom) : .month(month)
        }
        return day.map { .day(max($0, decision.waitsFrom)) } ?? .notYet
    }

    /// Whether a decision follows one on the same service that had been carried out, with no more than 31 days between.
    private func isRenewed(_ earlier: Int, by place: Int, _ months: [PerformedHours]) -> Bool {
        guard earlier != place else { return false }
        let (before, decision) = (dataset.decisions[earlier], dataset.decisions[place])
        guard before.service == decision.service,
            before.from < decision.from || (before.from == decision.from && before.waitsFrom < decision.waitsFrom),
            before.to.map({ $0.days(to: decision.from) <= DecisionChanges.gap }) ?? true
        else { return false }
        // Hours before the files begin are not known: it is taken that they were performed.
        if let window = dataset.observationWindow, before.waitsFrom < window.lowerBound.firstDay { return true }
        switch start(of: before, months) {
        case .notYet: return false
        case .day(let day): return day < max(decision.waitsFrom, decision.from)
        case .month(let month): return month < decision.from.month
        }
    }

    /// Hours of the decision's person and service in a month.
    func performed(_ decision: Decision, in month: YearMonth) -> Hours {
        performed.rows(of: Int(decision.person)).reduce(Hours.zero) { sum, place in
            let entry = dataset.performed[place]
            return entry.service == decision.service && entry.month == month ? sum + entry.hours : sum
        }
    }

    /// The last day up to a day on which an hour of the service was performed within the decision's own time, or on which
    /// the person was registered as away; of a whole month its last day. nil where there is none.
    func lastSign(of wait: Wait, by day: CivilDate) -> (day: CivilDate, isOfMonth: Bool)? {
        let decision = dataset.decisions[wait.decision]
        let first = min(decision.from, wait.from)
        var last: (day: CivilDate, isOfMonth: Bool)?
        func take(_ other: CivilDate, isOfMonth: Bool) {
            if last.map({ $0.day < other }) ?? true { last = (other, isOfMonth) }
        }
        for place in performed.rows(of: Int(decision.person)) {
            let entry = dataset.performed[place]
            guard entry.service == decision.service, entry.hours > .zero, entry.month >= first.month,
                entry.month <= day.month
            else { continue }
            if entry.days == 0 {
                take(entry.month.lastDay, isOfMonth: true)
            } else if let own = entry.lastDay(from: first, to: day) {
                take(own, isOfMonth: false)
            }
        }
        guard last != nil || decision.executedFrom != nil else { return nil }
        if let executed = decision.executedFrom, executed <= day { take(executed, isOfMonth: false) }
        for place in away.rows(of: Int(decision.person)) {
            let absence = dataset.absences[place]
            if absence.from <= day { take(min(absence.to ?? day, day), isOfMonth: false) }
        }
        return last
    }
}

extension PerformedHours {
    /// The first day of the month with a performed visit from a day to another, both included; nil where there is none.
    fileprivate func day(from first: CivilDate, to last: CivilDate?) -> CivilDate? {
        let inside = days & MonthDays(month).days(from: first, to: last)
        return inside == 0 ? nil : month.firstDay.adding(days: inside.trailingZeroBitCount)
    }

    fileprivate func lastDay(from first: CivilDate, to last: CivilDate) -> CivilDate? {
        let inside = days & MonthDays(month).days(from: first, to: last)
        return inside == 0 ? nil : month.firstDay.adding(days: 31 - inside.leadingZeroBitCount)
    }
}
