// SPDX-License-Identifier: EUPL-1.2

/// A day in the proleptic Gregorian calendar, as whole days since 1970-01-01.
package struct CivilDate: Hashable, Comparable, Sendable {
    package let daysSince1970: Int32

    package init(daysSince1970: Int32) {
        self.daysSince1970 = daysSince1970
    }

    /// The day with this year, month (1–12) and day of month, or nil when the calendar has none such
    /// (`2019-02-29`). Years 1583–9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1583...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= YearMonth(year: year, month: month).days
        else { return nil }
        // Days from civil, Howard Hinnant (2013): the year begins in March, so that a leap day is its last.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.daysSince1970 = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month (1–12) and day of month.
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSince1970) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { components.year }

    /// The calendar month the day lies in.
    package var month: YearMonth {
        let parts = components
        return YearMonth(year: parts.year, month: parts.month)
    }

    /// Days from this day to another; negative when the other comes first.
    package func days(to other: CivilDate) -> Int {
        Int(other.daysSince1970) - Int(daysSince1970)
    }

    package func adding(days: Int) -> CivilDate {
        CivilDate(daysSince1970: daysSince1970 + Int32(days))
    }

    /// Monday is 1, Sunday 7 (ISO 8601).
    package var weekday: Int {
        (Int(daysSince1970) % 7 + 7 + 3) % 7 + 1
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2019-03-01`.
    package var description: String {
        let parts = components
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.year)-\(padded(parts.month))-\(padded(parts.day))"
    }
}
