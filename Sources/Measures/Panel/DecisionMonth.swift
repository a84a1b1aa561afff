// SPDX-License-Identifier: EUPL-1.2
import CaseData

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
    init?(of decision: Decision, in month: YearMonth, proRating: ProRating) {
        let first = max(month.firstDay.daysSince1970, decision.from.daysSince1970)
        let last = min(month.lastDay.daysSince1970, decision.to?.daysSince1970 ?? .max)
        guard first <= last else { return nil }
        let length = month.days
        let inside = Int(last - first) + 1
        let offset = UInt32(first - month.firstDay.daysSince1970)
        self.days = (UInt32.max >> UInt32(32 - inside)) << offset

        let counted =
            switch proRating {
            case .days: inside
            case .whole: length
            case .none: inside == length ? length : 0
            }
        self.granted = decision.isUnlimited ? .zero : Self.hours(of: decision, days: counted, in: month)
    }

    /// The hours of a whole month, by the decision's own rate; nil without a ceiling or a rate.
    static func rate(of decision: Decision, in month: YearMonth) -> Hours? {
        guard !decision.isUnlimited, decision.unit != .period || decision.to != nil else { return nil }
        return hours(of: decision, days: month.days, in: month)
    }

    private static func hours(of decision: Decision, days: Int, in month: YearMonth) -> Hours {
        let length = month.days
        switch decision.unit {
        case .month: return decision.hours.scaled(by: days, over: length)
        case .week: return decision.hours.scaled(by: days, over: 7)
        case .year: return decision.hours.scaled(by: days, over: 12 * length)
        case .period:
            guard let end = decision.to else { return .zero }
            let months = decision.from.month.distance(to: end.month) + 1
            return decision.hours.scaled(by: days, over: months * length)
        }
    }
}
