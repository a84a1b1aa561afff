// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// A calendar month and its days, worked out once for the many decisions that are held against it.
struct MonthDays {
    /// Days since 1970 of its first day.
    let first: Int32
    /// 28–31.
    let count: Int

    init(_ month: YearMonth) {
        self.init(first: month.firstDay.daysSince1970, count: month.days)
    }

    /// The days of the month from one day to another, both included, bit 0 the first; 0 when none is.
    func days(from: CivilDate, to: CivilDate?) -> UInt32 {
        let first = max(self.first, from.daysSince1970)
        let last = min(self.first + Int32(count) - 1, to?.daysSince1970 ?? .max)
        return first <= last ? (UInt32.max >> UInt32(31 - (last - first))) << UInt32(first - self.first) : 0
    }

    private init(first: Int32, count: Int) {
        self.first = first
        self.count = count
    }

    /// All months from one to another, none when the other is before it. First days are added up, so that a period
    /// may reach beyond the year 9999, the calendar's last.
    static func calendar(from start: YearMonth, to last: YearMonth) -> [MonthDays] {
        guard start <= last else { return [] }
        var first = start.firstDay.daysSince1970
        return (start...last).map { month in
            defer { first += Int32(month.days) }
            return MonthDays(first: first, count: month.days)
        }
    }
}

/// What one decision grants in one calendar month.
struct DecisionMonth {
    /// b of this decision alone; 0 when it has no ceiling or the month does not count under the pro-rating.
    let granted: Hours
    /// The days of the month inside the decision, bit 0 the first.
    let days: UInt32

    /// nil when the decision does not touch the month.
    ///
    /// b = monthly rate × (days inside ÷ days of the month), as one fraction rounded once to the millisecond.
    /// Monthly rate: `month` h; `week` h × days of the month ÷ 7; `year` h ÷ 12; `period` h ÷ the number of calendar
    /// months the decision touches. A `period` without an end has no such number, and grants no hours that can be
    /// told to a month.
    init?(of decision: Decision, in month: MonthDays, proRating: ProRating) {
        days = month.days(from: decision.from, to: decision.to)
        guard days != 0 else { return nil }
        let (length, inside) = (month.count, days.nonzeroBitCount)

        let counted =
            switch proRating {
            case .days: inside
            case .whole: length
            case .none: inside == length ? length : 0
            }
        self.granted = decision.isUnlimited ? .zero : Self.hours(of: decision, days: counted, ofMonth: length)
    }

    /// The hours of a whole month, by the decision's own rate; nil without a ceiling or a rate.
    static func rate(of decision: Decision, in month: YearMonth) -> Hours? {
        guard !decision.isUnlimited, decision.unit != .period || decision.to != nil else { return nil }
        return hours(of: decision, days: month.days, ofMonth: month.days)
    }

    private static func hours(of decision: Decision, days: Int, ofMonth length: Int) -> Hours {
        switch decision.unit {
        case .month: return days == length ? decision.hours : decision.hours.scaled(by: days, over: length)
        case .week: return decision.hours.scaled(by: days, over: 7)
        case .year: return decision.hours.scaled(by: days, over: 12 * length)
        case .period:
            guard let end = decision.to else { return .zero }
            let months = decision.from.month.distance(to: end.month) + 1
            return decision.hours.scaled(by: days, over: months * length)
        }
    }
}
