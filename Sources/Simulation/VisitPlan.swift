// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Lays a month's hours out as visits: at most one a day, by weekday and clock time.
struct VisitPlan {
    let parameters: SimulationParameters
    let person: Int
    let service: SimulatedService

    /// Minutes of a visit.
    private static let lengths = [60, 90, 90, 120, 120, 120, 150, 180, 180, 240, 300]
    /// Monday to Sunday.
    private static let weekdays = [12, 14, 15, 15, 14, 18, 12]
    /// Hours of the day a visit starts: workdays and weekends.
    private static let startHours = [9, 10, 10, 11, 12, 13, 13, 14, 15, 16, 17, 17, 18, 18, 19, 22]
    private static let weekendStartHours = [10, 11, 11, 12, 12, 13, 13, 14, 15, 17, 18, 21]
    private static let reasons = ["Brukaren avböjde", "Sjukdom", "Personal saknas", "Sjukhusvistelse"]

    /// Visits in order of day. The performed ones never take more than the target (hundredths of an hour).
    func visits(in month: YearMonth, target: Int, provider: Int, board: Board?) -> [SimulatedVisit] {
        var draw = SplitMix64(seed: parameters.seed, 5, person, service.rawValue, Int(month.index))
        guard parameters.form == .visits else {
            guard target > 0 else { return [] }
            let hours = target / 25 * 25
            return [
                visit(on: month.firstDay, start: nil, minutes: hours * 60 / 100, provider: provider, board: board)
            ]
        }
        var days = (0..<month.days).map { month.firstDay.adding(days: $0) }
        var found: [SimulatedVisit] = []
        var rest = target * 60 / 100
        while rest >= 30, days.count > 1 {
            var minutes = Self.lengths[draw.below(Self.lengths.count)] * parameters.visitLength / 100 / 15 * 15
            minutes = max(15, min(minutes, rest / 15 * 15))
            // A visit now and then ends on the minute, as the clock had it: 2 h 20 min is written 2,33.
            if draw.chance(40), minutes > 30 { minutes -= 10 }
            var planned = takeVisit(from: &days, minutes: minutes, &draw, provider: provider, board: board)
            if draw.chance(60) {
                planned.status = draw.pick([.rebooked, .rebooked, .cancelled, .missed])
                planned.reason = draw.pick(Self.reasons)
            } else {
                rest -= minutes
                if draw.chance(35) { planned.expense = draw.pick([60, 95, 120, 150, 240, 395]) }
            }
            found.append(planned)
        }
        return found.sorted { $0.day < $1.day }
    }

    private func takeVisit(
        from days: inout [CivilDate], minutes: Int, _ draw: inout SplitMix64, provider: Int, board: Board?
    ) -> SimulatedVisit {
        // Three tries: a day is kept when its weekday is common enough.
        var place = draw.below(days.count)
        for _ in 0..<3 where draw.below(18) >= Self.weekdays[days[place].weekday - 1] {
            place = draw.below(days.count)
        }
        let day = days.remove(at: place)
        let start = draw.pick(day.weekday >= 6 ? Self.weekendStartHours : Self.startHours) * 60 + draw.below(4) * 15
        return visit(
            on: day, start: parameters.hasClockTimes ? start : nil, minutes: minutes, provider: provider, board: board)
    }

    private func visit(
        on day: CivilDate, start: Int?, minutes: Int, provider: Int, board: Board?
    ) -> SimulatedVisit {
        SimulatedVisit(
            person: person, service: service, board: board, day: day, startMinute: start, minutes: minutes,
            // Rounded to the hundredth, half away from zero.
            centihours: (minutes * 100 + 30) / 60, status: .performed, reason: "", provider: provider, expense: 0)
    }
}
