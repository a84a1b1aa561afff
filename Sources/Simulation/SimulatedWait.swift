// SPDX-License-Identifier: EUPL-1.2
package import CaseData

/// A decision's way to its first hour, and what breaks it off: drawn from the decision alone, so that files, data set and
/// truth have the same.
struct SimulatedWait {
    /// Days from the decision before which no visit is made.
    let delay: Int
    /// Whether no visit is ever made.
    let neverBegins: Bool
    /// Days without visits in the middle of the decision.
    let pause: ClosedRange<CivilDate>?
    /// Put off at the person's own request.
    let isPostponed: Bool
    /// Of a decision that never begins: days from the decision to its end, and the word for why; nil where it runs on.
    let closing: (days: Int, reason: String)?

    private static let reasons = ["tackat nej", "flyttat från kommunen", "avliden", "nytt beslut", "annan orsak"]

    /// One in three waits more than a month, one in fifteen never begins, and one in ten is broken off for four to seven
    /// months.
    init(_ decision: SimulatedDecision, seed: UInt64) {
        var draw = SplitMix64(
            seed: seed, 19, decision.person, decision.service.rawValue, Int(decision.from.daysSince1970))
        neverBegins = draw.chance(65)
        delay = draw.chance(330) ? draw.within(31...200) : draw.within(0...30)
        isPostponed = (delay > 60 || neverBegins) && draw.chance(250)
        closing = neverBegins && draw.chance(500) ? (draw.within(0...160), draw.pick(Self.reasons)) : nil
        if draw.chance(100) {
            let first = decision.from.adding(days: delay + draw.within(20...150))
            pause = first...first.adding(days: draw.within(120...210))
        } else {
            pause = nil
        }
    }

    func allows(_ day: CivilDate, of decision: SimulatedDecision) -> Bool {
        !neverBegins && decision.decided.days(to: day) >= delay && !(pause?.contains(day) ?? false)
    }

    /// The decision as it became: ended without an hour, or postponed.
    func applied(to decision: SimulatedDecision) -> SimulatedDecision {
        var decision = decision
        guard decision.outcome.isGranted else { return decision }
        decision.isPostponed = isPostponed
        if let closing, decision.unit != .period {
            let end = max(decision.from, decision.decided.adding(days: closing.days))
            if decision.to.map({ end < $0 }) ?? true {
                decision.to = end
                decision.endReason = closing.reason
            }
        }
        return decision
    }
}

extension SimulatedMunicipality {
    /// How many granted decisions in force at the end of a day have not been carried out for more than three calendar
    /// months, from the visits themselves: not begun since the decision, broken off, and those from before the files of
    /// which these have no hour. Day by day and decision by decision, with nothing of the product.
    package func truthOfNotExecuted(at end: CivilDate) -> (notBegun: Int, interrupted: Int, silent: Int) {
        var counts = (notBegun: 0, interrupted: 0, silent: 0)
        let files = CivilDate(year: parameters.years.lowerBound, month: 1, day: 1)!
        func isOver(_ day: CivilDate) -> Bool {
            let parts = day.components
            let months = parts.year * 12 + parts.month - 1 + 3
            var last = parts.day
            while CivilDate(year: months / 12, month: months % 12 + 1, day: last) == nil { last -= 1 }
            return end > CivilDate(year: months / 12, month: months % 12 + 1, day: last)!
        }
        for person in persons.indices {
            let visits = parameters.years.flatMap { self.visits(of: person, in: $0) }.filter { $0.status == .performed }
            for decision in decisions(of: person) where decision.outcome.isGranted {
                guard decision.decided <= end, decision.to.map({ $0 >= end }) ?? true else { continue }
                let days = visits.filter {
                    $0.service == decision.service && $0.centihours > 0
                        && $0.day >= min(decision.from, decision.decided) && $0.day <= end
                }.map(\.day)
                if let last = days.max() {
                    if isOver(last) { counts.interrupted += 1 }
                } else if isOver(decision.decided) {
                    if decision.decided >= files {
                        counts.notBegun += 1
                    } else if isOver(files) {
                        counts.silent += 1
                    }
                }
            }
        }
        return counts
    }
}
