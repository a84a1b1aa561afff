// SPDX-License-Identifier: EUPL-1.2

/// A stretch of *storhelg* by Allmänna bestämmelser (AB), the agreement of municipalities with their staff, as it stood in
/// 2014 (§ 21, O-tilläggstid). Price lists that pay more on *storhelg* mostly mean this rule; newer agreements leave Whitsun
/// out, so whether it counts is a setting. The raw value is the Swedish name in ASCII.
package enum MajorHoliday: String, CaseIterable, Sendable {
    case easter = "pask"
    case whitsun = "pingst"
    case midsummer = "midsommar"
    case christmas = "jul"
    /// Belongs to the year of the eve.
    case newYear = "nyar"

    /// From when to when, in local time as seconds since 1970-01-01 00:00 of the clock on the wall; years 1953–9998.
    ///
    /// Easter: from 18:00 the day before Good Friday to 07:00 the day after Easter Monday. The others: from 18:00 the day
    /// before the eve to 07:00 the first weekday after the holiday, where a Saturday is no weekday. So Whitsun of 2022 ends
    /// on a Tuesday, since 6 June was a Monday.
    package func stretch(in year: Int) -> Range<Int> {
        switch self {
        case .easter:
            let sunday = PublicHoliday.easterSunday(in: year)
            return Self.stretch(from: sunday.adding(days: -3), to: sunday.adding(days: 2))
        case .whitsun:
            return Self.stretch(eve: .whitsun, year, last: PublicHoliday.easterSunday(in: year).adding(days: 49))
        case .midsummer:
            return Self.stretch(eve: .midsummer, year, last: HolidayEve.midsummer.date(in: year).adding(days: 1))
        case .christmas:
            return Self.stretch(eve: .christmas, year, last: HolidayEve.christmas.date(in: year).adding(days: 2))
        case .newYear:
            return Self.stretch(eve: .newYear, year, last: HolidayEve.newYear.date(in: year).adding(days: 1))
        }
    }

    /// The holidays that count, with or without Whitsun.
    package static func counted(whitsun: Bool) -> [MajorHoliday] {
        whitsun ? allCases : allCases.filter { $0 != .whitsun }
    }

    private static func stretch(eve: HolidayEve, _ year: Int, last: CivilDate) -> Range<Int> {
        var end = last.adding(days: 1)
        while !PublicHoliday.isWeekday(end) { end = end.adding(days: 1) }
        return stretch(from: eve.date(in: year).adding(days: -1), to: end)
    }

    private static func stretch(from first: CivilDate, to last: CivilDate) -> Range<Int> {
        Int(first.daysSince1970) * 86_400 + 18 * 3600..<Int(last.daysSince1970) * 86_400 + 7 * 3600
    }
}
