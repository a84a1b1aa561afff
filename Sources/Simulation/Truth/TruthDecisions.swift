// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Questions 6, 8 and 10 straight from their definitions, of the whole municipality a year at a time: what became of
/// decisions, of the hours of periods and of expenses.
struct TruthDecisions {
    let questions: TruthQuestions
    private var records: TruthRecords { questions.records }

    /// What became of persons' decisions, in the order they are told.
    static let changes = ["lower", "same", "higher", "moved-service", "died-or-moved", "ended"]
    static let outcomes = ["granted", "partly-granted", "refused"]

    func figures(_ year: Int) -> [TruthFigure] {
        let changed = changes[year] ?? [:]
        var figures = Self.changes.map { code in
            let persons = changed.values.count { $0 == code }
            return figure("hours-change \(code)", year, Double(persons), persons: persons)
        }
        for outcome in Self.outcomes {
            let made = records.decisions.filter { $0.decided.year == year && $0.outcome == outcome }
            figures.append(
                figure("outcomes \(outcome)", year, Double(made.count), persons: Set(made.map(\.person)).count))
        }
        return figures + [lapsed(year), expenses(year), untested(year)].compactMap(\.self)
    }

    private let changes: [Int: [Int: String]]

    init(_ questions: TruthQuestions) {
        self.questions = questions
        changes = Self.changesByYear(questions.records)
    }

    private func figure(
        _ measure: String, _ year: Int, _ value: Double?, persons: Int, _ numerator: Double? = nil,
        _ denominator: Double? = nil
    ) -> TruthFigure {
        TruthFigure(
            measure: measure, breakdown: .total, category: "total", year: year, value: value, persons: persons,
            numerator: numerator, denominator: denominator)
    }

    // MARK: Expenses, and hours without a person

    /// The share of persons with a decision who had an expense paid back; nil where there are no expenses at all.
    private func expenses(_ year: Int) -> TruthFigure? {
        guard !records.expenses.isEmpty else { return nil }
        let all = questions.personsWithDecision(year, .total, "total")
        let paid = Set(records.expenses.filter { $0.day.year == year && $0.isGranted }.map(\.person))
        let own = all.intersection(paid)
        return figure(
            "expenses", year, all.isEmpty ? nil : Double(own.count) / Double(all.count), persons: all.count,
            Double(own.count), Double(all.count))
    }

    private func untested(_ year: Int) -> TruthFigure? {
        let own = records.untested.filter { $0.month.year == year }
        guard !own.isEmpty else { return nil }
        return figure(
            "performed-hours without-test", year, questions.hours(own.reduce(0) { $0 + $1.milliseconds }),
            persons: own.count)
    }

    // MARK: Periods

    /// Lapsed of granted hours of the complete periods of three months that end in a year, counted from the spell's start.
    private func lapsed(_ year: Int) -> TruthFigure {
        var (lapsed, granted): (Int64, Int64) = (0, 0)
        var persons: Set<Int> = []
        var spell: [TruthPersonMonth.Key] = []
        func close() {
            guard let first = spell.first else { return }
            for start in stride(from: 0, to: spell.count - 2, by: 3) {
                let keys = Array(spell[start..<start + 3])
                guard keys[2].month.year == year, keys.allSatisfy({ questions.isInsideWindow($0.month) }) else {
                    continue
                }
                persons.insert(first.person)
                granted += keys.reduce(0) { $0 + questions.months[$1]!.granted }
                lapsed += lost(keys, since: first.month)
            }
        }
        for key in questions.keys where questions.months[key]!.granted > 0 {
            if let last = spell.last, last.person == key.person, last.service == key.service,
                last.month.advanced(by: 1) == key.month
            {
                spell.append(key)
            } else {
                close()
                spell = [key]
            }
        }
        close()
        return figure(
            "lapsed-hours", year, granted == 0 ? nil : questions.hours(lapsed) / questions.hours(granted),
            persons: persons.count, questions.hours(lapsed), questions.hours(granted))
    }

    /// What of a period's granted hours is neither used, nor of months before the service could begin, nor of absence.
    private func lost(_ keys: [TruthPersonMonth.Key], since first: YearMonth) -> Int64 {
        let granted = keys.reduce(0) { $0 + questions.months[$1]!.granted }
        let performed = keys.reduce(0) { $0 + questions.months[$1]!.performed }
        let rest = max(0, granted - performed)
        let own = records.decisions.filter {
            $0.isGranted && $0.person == keys[0].person && $0.service == keys[0].service
        }
        var begun = keys.first { questions.months[$0]!.performed > 0 }?.month
        for decision in own
        where decision.from.month <= keys[2].month && (decision.to.map { $0.month >= first } ?? true) {
            let made = max(decision.from, decision.decided, decision.executed ?? decision.from).month
            begun = begun.map { min($0, made) } ?? made
        }
        let start = begun ?? keys[0].month
        let before = keys.filter { $0.month < start }.reduce(0) { $0 + questions.months[$1]!.granted }
        let away = keys.filter { $0.month >= start }.reduce(0) { $0 + absent($1, own) }
        let notBegun = min(rest, before)
        return rest - notBegun - min(rest - notBegun, away)
    }

    /// The granted hours of a month times the part of its days under decisions on which the person was away.
    private func absent(_ key: TruthPersonMonth.Key, _ own: [TruthRecords.Decision]) -> Int64 {
        let days = (0..<key.month.days).map { key.month.firstDay.adding(days: $0) }
        let inside = days.filter { day in own.contains { $0.covers(day) } }
        let away = inside.filter { day in
            records.absences.contains { $0.person == key.person && $0.from <= day && day <= $0.to }
        }
        guard !inside.isEmpty else { return 0 }
        let (granted, length) = (questions.months[key]!.granted, Int64(inside.count))
        return (2 * granted * Int64(away.count) + length) / (2 * length)
    }

    // MARK: Decisions

    private struct Change {
        let code: String
        let service: String
        let month: YearMonth
        /// Milliseconds a month.
        let difference: Int64
    }

    private static let ends: Set<String> = ["moved-service", "died-or-moved", "ended"]

    /// By year and person what became of all the person's decisions.
    private static func changesByYear(_ records: TruthRecords) -> [Int: [Int: String]] {
        var found: [Int: [Int: String]] = [:]
        for person in records.persons.indices {
            for (year, own) in Dictionary(grouping: changes(of: person, records), by: \.month.year) {
                // Of each service the last change tells whether it goes on.
                let goingOn = Set(own.map(\.service)).filter { service in
                    let last = own.filter { $0.service == service }.reversed().max { $0.month < $1.month }!
                    return !ends.contains(last.code)
                }
                if goingOn.isEmpty {
                    let codes = own.map(\.code)
                    found[year, default: [:]][person] =
                        ["died-or-moved", "moved-service"].first { codes.contains($0) } ?? "ended"
                } else {
                    let sum = own.filter { goingOn.contains($0.service) && !ends.contains($0.code) }
                        .reduce(0) { $0 + ($1.code == "same" ? 0 : $1.difference) }
                    found[year, default: [:]][person] = code(sum)
                }
            }
        }
        return found
    }

    /// A hundredth of an hour is no difference.
    private static func code(_ difference: Int64) -> String {
        abs(difference) <= 36_000 ? "same" : difference < 0 ? "lower" : "higher"
    }

    private static func changes(of person: Int, _ records: TruthRecords) -> [Change] {
        let all = records.decisions.filter { $0.person == person && $0.isGranted }
        let horizon = max(
            records.decisions.map(\.from).max()!, records.window?.upperBound.lastDay ?? records.decisions[0].from)
        func gap(_ decision: TruthRecords.Decision, to day: CivilDate) -> Int {
            decision.to.map { $0.days(to: day) } ?? 0
        }
        var changes: [Change] = []
        for service in Set(all.map(\.service)).sorted() {
            let own = all.filter { $0.service == service }
            var inForce: [TruthRecords.Decision] = []
            func earlier(than decision: TruthRecords.Decision) -> TruthRecords.Decision? {
                inForce.filter { $0.from < decision.from && gap($0, to: decision.from) <= 31 }.max { $0.from < $1.from }
            }
            for day in Set(own.map(\.from)).sorted() {
                // The latest made of that day; of those alike the last in the file.
                var latest = own.first { $0.from == day }!
                for decision in own where decision.from == day && decision.decided >= latest.decided {
                    latest = decision
                }
                if let before = earlier(than: latest), gap(before, to: day) <= 0, latest.decided < before.decided {
                    continue
                }
                inForce.append(latest)
            }
            for decision in inForce {
                if let before = earlier(than: decision), let old = rate(before, in: decision.from.month),
                    let new = rate(decision, in: decision.from.month)
                {
                    changes.append(
                        Change(
                            code: code(new - old), service: service, month: decision.from.month, difference: new - old))
                }
                guard let end = decision.to, end.days(to: horizon) >= (decision.isOutOfReach ? 0 : 31) else { continue }
                func lastsLonger(_ other: TruthRecords.Decision) -> Bool { other.to.map { $0 > end } ?? true }
                if own.contains(where: { end.days(to: $0.from) <= 31 && lastsLonger($0) }) { continue }
                let isMoved = all.contains {
                    $0.service != service && abs(end.days(to: $0.from)) <= 31 && lastsLonger($0)
                }
                changes.append(
                    Change(
                        code: isMoved ? "moved-service" : decision.isOutOfReach ? "died-or-moved" : "ended",
                        service: service, month: end.month, difference: 0))
            }
        }
        return changes
    }

    /// Milliseconds of a whole month; nil without a ceiling, and of hours of a period that has no end.
    private static func rate(_ decision: TruthRecords.Decision, in month: YearMonth) -> Int64? {
        if decision.isUnlimited { return nil }
        switch decision.unit {
        case .month: return decision.milliseconds
        case .week: return (2 * decision.milliseconds * Int64(month.days) + 7) / 14
        case .year: return (2 * decision.milliseconds + 12) / 24
        case .period:
            guard let to = decision.to else { return nil }
            let months = Int64(decision.from.month.distance(to: to.month) + 1)
            return (2 * decision.milliseconds + months) / (2 * months)
        }
    }
}
