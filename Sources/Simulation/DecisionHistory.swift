// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Draws the decisions of one person and service: a first one, and renewals with and without gaps, cuts and
/// raises, moves to another board, partial and whole refusals, open ends.
struct DecisionHistory {
    let parameters: SimulationParameters
    var draw: SplitMix64
    /// The area the person lives in; moves change it.
    var board: Board
    let service: SimulatedService
    let isUnlimited: Bool

    /// Granted hours a month: mostly 4–30, as the city's home-care classes suggest.
    private static let hoursPerMonth = [
        4, 4, 5, 6, 6, 8, 8, 8, 10, 10, 10, 10, 12, 12, 12, 15, 15, 15, 16, 20, 20, 20, 24, 25, 30, 30, 40, 60,
    ]
    /// Months a decision runs.
    private static let lengths = [3, 6, 6, 12, 12, 12, 12, 12, 24, 24]

    private var lastDay: CivilDate { CivilDate(year: parameters.years.upperBound, month: 12, day: 31)! }
    private var firstDay: CivilDate { CivilDate(year: parameters.years.lowerBound, month: 1, day: 1)! }

    /// Decisions that touch the simulated years, in order of their first day; empty when the draw gave none.
    mutating func decisions(of person: Int) -> [SimulatedDecision] {
        var found: [SimulatedDecision] = []
        var rate = draw.pick(Self.hoursPerMonth) * 100
        var provider = draw.chance(300) ? 0 : draw.within(1...Provider.all.count - 1)
        var from = firstStart()
        while from <= lastDay {
            let months = draw.pick(Self.lengths)
            let end = from.month.advanced(by: months)
            let sameDay = CivilDate(year: end.year, month: end.month, day: min(from.components.day, end.days))!
            var decision = decision(of: person, from: from, to: sameDay.adding(days: -1), months: months, rate: rate)
            decision.provider = provider
            if draw.chance(130), decision.unit != .period { decision.to = nil }
            let isRefused = draw.chance(40)
            if isRefused { refuse(&decision) }
            if decision.to.map({ $0 >= firstDay }) ?? true { found.append(decision) }
            guard let to = decision.to else { break }
            // A refusal is often followed by a new application; else most decisions are renewed.
            guard draw.chance(isRefused ? 600 : 860) else { break }
            from = isRefused || draw.chance(150) ? nextStart(after: isRefused ? from : to) : to.adding(days: 1)
            rate = renewed(rate)
            if draw.chance(80) { provider = draw.within(0...Provider.all.count - 1) }
            if draw.chance(20) { board = Board(area: draw.index(weights: Board.weights), called: board.called) }
        }
        return found
    }

    private mutating func firstStart() -> CivilDate {
        let start: YearMonth
        if draw.chance(740) {
            start = firstDay.month.advanced(by: -draw.within(0...30))
        } else {
            start = firstDay.month.advanced(by: draw.below(parameters.years.count * 12))
        }
        return draw.chance(650) ? start.firstDay : start.firstDay.adding(days: draw.below(start.days))
    }

    private mutating func nextStart(after day: CivilDate) -> CivilDate {
        let start = day.adding(days: draw.within(15...120))
        return draw.chance(500) ? start : start.month.firstDay.adding(days: start.month.days)
    }

    /// Two in three keep their hours; cuts are more common than raises.
    private mutating func renewed(_ rate: Int) -> Int {
        switch draw.below(100) {
        case ..<66: rate
        case ..<87: max(200, rate * draw.pick([50, 67, 75, 80]) / 100 / 50 * 50)
        default: min(8000, rate * draw.pick([120, 125, 150]) / 100 / 50 * 50)
        }
    }

    private mutating func decision(
        of person: Int, from: CivilDate, to: CivilDate, months: Int, rate: Int
    ) -> SimulatedDecision {
        var unit = HoursUnit.month
        var centihours = rate
        switch draw.below(100) {
        case ..<93: break
        case ..<96: (unit, centihours) = (.week, max(50, rate * 7 / 30 / 50 * 50))
        case ..<98: (unit, centihours) = (.year, rate * 12)
        default: (unit, centihours) = (.period, rate * months)
        }
        let isPartial = draw.chance(90)
        let decided = from.adding(days: -draw.within(0...30))
        return SimulatedDecision(
            number: 0, person: person, service: service, law: service.law, board: board,
            outcome: isPartial ? .partlyGranted : .granted, from: from, to: to,
            centihours: isUnlimited ? 0 : centihours, unit: unit, isUnlimited: isUnlimited, provider: 0,
            appliedCentihours: isUnlimited ? 0 : isPartial ? (centihours * 3 / 2 / 50 + 1) * 50 : centihours,
            applied: decided.adding(days: -draw.within(7...100)), decided: decided)
    }

    /// The unit stays: hours applied for by the year or the period are more than a month has.
    private mutating func refuse(_ decision: inout SimulatedDecision) {
        decision.outcome = .refused
        decision.appliedCentihours = max(decision.appliedCentihours, 400)
        decision.centihours = 0
        decision.isUnlimited = false
    }
}
