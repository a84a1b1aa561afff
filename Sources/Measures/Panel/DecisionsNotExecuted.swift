// SPDX-License-Identifier: EUPL-1.2
package import CaseData

/// A granted decision that has not been carried out for more than three calendar months at a day: what the law has the
/// municipality report (SoL 2025:400, 34:1 and 34:3; LSS 28 f and 28 h; before 2025-07-01 SoL 2001:453, 16:6 f and 16:6 h).
package struct DecisionNotExecuted: Sendable {
    /// What the files show of it.
    package enum State: Sendable, Hashable, CaseIterable {
        /// No hour has been performed since the decision.
        case notBegun
        /// Hours have been performed, and none for more than three months, without registered absence: a candidate, since
        /// hours cannot tell an interruption from the person's own choice.
        case interrupted
        /// No hour since the files of performed time begin, which is after the decision: whether it was ever begun is not
        /// known.
        case silentSinceFiles
    }

    /// As a place in `Dataset.decisions`.
    package let decision: Int
    package let state: State
    /// The day it was made, else its first day.
    package let from: CivilDate
    /// Whole calendar months since the decision.
    package let months: Int
    /// The last day with a performed hour or registered absence; nil of decisions not begun.
    package let lastPerformed: CivilDate?
    /// Whole calendar months since then; nil of decisions not begun.
    package let monthsSinceBreak: Int?
}

/// A decision in force of which less than half of the hours was performed in each of three whole months, and some of them:
/// partly carried out, or used by less than half by the person's own choice.
package struct DecisionPartlyExecuted: Sendable {
    /// As a place in `Dataset.decisions`.
    package let decision: Int
    /// Whole calendar months since the decision.
    package let months: Int
}

/// The decisions of a data set that are not carried out at a day.
package struct DecisionsNotExecuted: Sendable {
    /// Months that a decision may wait, in law.
    package static let limitMonths = 3

    private let dataset: Dataset
    private let waits: Waits

    package init(_ dataset: Dataset, settings: MeasureSettings) {
        let years =
            (dataset.observationWindow?.lowerBound.year ?? 2000)...(dataset.observationWindow?.upperBound.year ?? 2000)
        self.init(dataset, PersonMonths(dataset, settings: settings, years: years))
    }

    init(_ dataset: Dataset, _ panel: PersonMonths) {
        self.dataset = dataset
        waits = Waits(dataset, panel)
    }

    /// Whether the files of performed time tell what had been performed by the end of a day.
    package func isKnown(_ day: CivilDate) -> Bool {
        guard let window = dataset.observationWindow else { return false }
        return window.lowerBound.firstDay <= day && day <= window.upperBound.lastDay
    }

    /// Those of one person that are in force at the end of a day.
    package func of(_ person: PersonIndex, at day: CivilDate) -> [DecisionNotExecuted] {
        waits.of(person).compactMap { judged($0, at: day) }
    }

    private func isInForce(_ wait: Wait, at day: CivilDate) -> Bool {
        wait.from <= day && (wait.end.map { $0 >= day } ?? true)
    }

    private func judged(_ wait: Wait, at day: CivilDate) -> DecisionNotExecuted? {
        guard isInForce(wait, at: day) else { return nil }
        func made(_ state: DecisionNotExecuted.State, last: CivilDate? = nil) -> DecisionNotExecuted {
            DecisionNotExecuted(
                decision: wait.decision, state: state, from: wait.from, months: wait.from.wholeMonths(to: day),
                lastPerformed: last, monthsSinceBreak: last.map { $0.wholeMonths(to: day) })
        }
        if wait.isStarted(by: day) {
            guard let last = waits.lastSign(of: wait, by: day) else { return nil }
            // Hours of a whole month may be of its last day: then three whole months must have passed.
            let isOver =
                last.isOfMonth
                ? last.day.month.distance(to: day.adding(days: 1).month) > Self.limitMonths
                : day > last.day.adding(months: Self.limitMonths)
            return isOver ? made(.interrupted, last: last.day) : nil
        }
        guard day > wait.from.adding(months: Self.limitMonths) else { return nil }
        guard wait.isOlderThanFiles, let first = dataset.observationWindow?.lowerBound.firstDay else {
            return made(.notBegun)
        }
        return day > first.adding(months: Self.limitMonths) ? made(.silentSinceFiles) : nil
    }

    /// Decisions in force and not begun at the end of a day whose limit comes within so many days after it, the nearest
    /// first, then by place.
    package func nearLimit(at day: CivilDate, within days: Int) -> [DecisionNearLimit] {
        let near = dataset.persons.indices.flatMap { person in
            waits.of(PersonIndex(person)).compactMap { wait -> DecisionNearLimit? in
                guard isInForce(wait, at: day), !wait.isStarted(by: day), !wait.isOlderThanFiles else { return nil }
                let limit = wait.from.adding(months: Self.limitMonths)
                guard limit >= day, day.days(to: limit) <= days else { return nil }
                return DecisionNearLimit(
                    decision: wait.decision, localID: dataset.decisions[wait.decision].localID, from: wait.from,
                    limit: limit)
            }
        }
        return near.sorted { ($0.limit, $0.decision) < ($1.limit, $1.decision) }
    }

    /// Those of one person that are in force in all of the last three months to a day, the last of a month, alone for
    /// their service, and of which less than half was performed in each of the months and some in any.
    package func partlyExecuted(of person: PersonIndex, at day: CivilDate) -> [DecisionPartlyExecuted] {
        let months = day.month.advanced(by: -2)...day.month
        let inForce = waits.of(person).filter { isInForce($0, at: day) }
        return inForce.compactMap { wait in
            let decision = dataset.decisions[wait.decision]
            let isAlone = inForce.count { dataset.decisions[$0.decision].service == decision.service } == 1
            guard isAlone, decision.from <= months.lowerBound.firstDay, wait.from <= months.lowerBound.firstDay else {
                return nil
            }
            var some = false
            for month in months {
                guard let granted = Self.grantedHours(of: decision, in: month...month) else { return nil }
                let performed = waits.performed(decision, in: month)
                if performed > .zero { some = true }
                if performed.milliseconds * 2 >= granted.milliseconds { return nil }
            }
            return some
                ? DecisionPartlyExecuted(decision: wait.decision, months: wait.from.wholeMonths(to: day)) : nil
        }
    }

    /// About what a decision grants in months that it is in force; nil without a ceiling.
    package static func grantedHours(of decision: Decision, in months: ClosedRange<YearMonth>) -> Hours? {
        guard !decision.isUnlimited else { return nil }
        var sum = Hours.zero
        for month in months
        where decision.from <= month.lastDay && (decision.to.map { $0 >= month.firstDay } ?? true) {
            guard let rate = DecisionMonth.rate(of: decision, in: month) else { return nil }
            let inside = MonthDays(month).days(from: decision.from, to: decision.to).nonzeroBitCount
            sum = sum + Hours(milliseconds: rate.milliseconds * Int64(inside) / Int64(month.days))
        }
        return sum
    }
}
