// SPDX-License-Identifier: EUPL-1.2

extension CivilDate {
    /// The same day of the month so many months on, or the month's last day where it has no such day: 30 November and three
    /// months is the last of February (lag 1930:173, 1 §). Months may be negative.
    package func adding(months: Int) -> CivilDate {
        let parts = components
        let month = YearMonth(year: parts.year, month: parts.month).advanced(by: months)
        return month.firstDay.adding(days: min(parts.day, month.days) - 1)
    }

    /// Whole calendar months to a later day: the most that can be added without passing it. 0 when the day is no later.
    package func wholeMonths(to day: CivilDate) -> Int {
        guard day > self else { return 0 }
        let months = month.distance(to: day.month)
        return adding(months: months) <= day ? months : months - 1
    }
}

/// How long a decision has waited to be carried out at a day, against the law's limit.
///
/// The day of the decision is day 0. The limit is the same day number some calendar months on, or the last day of that
/// month when it has no such day; the limit day itself is in time. Three months are calendar months, never 90 days: SoL
/// (2025:400) 34:1, LSS 28 f; that days run from the decision, lag (1930:173) 1 §. Sundays and holidays do not move the
/// limit: the law gives the municipality no later day.
package struct MonthsWaited: Sendable, Hashable {
    /// The last day in time.
    package let limit: CivilDate
    /// Whether it was carried out by the day it is asked of.
    package let isStarted: Bool
    /// Days from the decision to when it was carried out, or to the day it is asked of.
    package let days: Int
    /// Whole calendar months of the same time.
    package let months: Int
    /// Whether the time ends after the limit.
    package let isOver: Bool

    /// - Parameters:
    ///   - started: when it was carried out; a later day than `day` is not known yet.
    ///   - day: when it is asked.
    ///   - limitMonths: 3 in law.
    /// - Returns: nil for a decision that was not made yet.
    package init?(decided: CivilDate, started: CivilDate?, at day: CivilDate, limitMonths: Int = 3) {
        guard decided <= day else { return nil }
        let started = started.flatMap { $0 <= day ? $0 : nil }
        let end = started ?? day
        limit = decided.adding(months: limitMonths)
        isStarted = started != nil
        days = decided.days(to: end)
        months = decided.wholeMonths(to: end)
        isOver = end > limit
    }
}
