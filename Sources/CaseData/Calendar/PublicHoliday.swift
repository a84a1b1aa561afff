// SPDX-License-Identifier: EUPL-1.2

/// A public holiday in Sweden (*allmän helgdag*), as lagen (1989:253) om allmänna helgdagar lists them.
///
/// 6 June came in the place of Whit Monday in 2005 (SFS 2004:1320); the others are as they have been since 1953. Sundays,
/// which the law counts too, are not listed. The raw value is the holiday's Swedish name in ASCII.
package enum PublicHoliday: String, CaseIterable, Sendable {
    case newYearsDay = "nyarsdagen"
    case epiphany = "trettondedag-jul"
    case goodFriday = "langfredagen"
    case easterSunday = "paskdagen"
    case easterMonday = "annandag-pask"
    case firstOfMay = "forsta-maj"
    case ascensionDay = "kristi-himmelsfardsdag"
    case whitSunday = "pingstdagen"
    /// Until 2004.
    case whitMonday = "annandag-pingst"
    /// Since 2005.
    case nationalDay = "nationaldagen"
    /// The Saturday of 20–26 June.
    case midsummerDay = "midsommardagen"
    /// The Saturday of 31 October–6 November.
    case allSaintsDay = "alla-helgons-dag"
    case christmasDay = "juldagen"
    case boxingDay = "annandag-jul"

    /// The day it falls on in a year, 1953–9999; nil in years when it is no holiday.
    package func date(in year: Int) -> CivilDate? {
        switch self {
        case .newYearsDay: Self.day(year, 1, 1)
        case .epiphany: Self.day(year, 1, 6)
        case .goodFriday: Self.easterSunday(in: year).adding(days: -2)
        case .easterSunday: Self.easterSunday(in: year)
        case .easterMonday: Self.easterSunday(in: year).adding(days: 1)
        case .firstOfMay: Self.day(year, 5, 1)
        case .ascensionDay: Self.easterSunday(in: year).adding(days: 39)
        case .whitSunday: Self.easterSunday(in: year).adding(days: 49)
        case .whitMonday: year < 2005 ? Self.easterSunday(in: year).adding(days: 50) : nil
        case .nationalDay: year < 2005 ? nil : Self.day(year, 6, 6)
        case .midsummerDay: Self.firstSaturday(onOrAfter: Self.day(year, 6, 20))
        case .allSaintsDay: Self.firstSaturday(onOrAfter: Self.day(year, 10, 31))
        case .christmasDay: Self.day(year, 12, 25)
        case .boxingDay: Self.day(year, 12, 26)
        }
    }

    /// Whether a day is a public holiday other than an ordinary Sunday.
    package static func isHoliday(_ date: CivilDate) -> Bool {
        let year = date.year
        return allCases.contains { $0.date(in: year) == date }
    }

    /// Whether a day is neither a Saturday, a Sunday nor a public holiday: the *vardag* of the agreement AB, where a
    /// Saturday is none.
    package static func isWeekday(_ date: CivilDate) -> Bool { date.weekday <= 5 && !isHoliday(date) }

    /// Easter Sunday of the Gregorian calendar: Meeus (1991), Astronomical Algorithms, ch. 8, after Butcher (1876).
    package static func easterSunday(in year: Int) -> CivilDate {
        let golden = year % 19
        let (century, ofCentury) = (year / 100, year % 100)
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * late + 114
        return day(year, sum / 31, sum % 31 + 1)
    }

    /// A day that every year has.
    fileprivate static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day)!
    }

    private static func firstSaturday(onOrAfter date: CivilDate) -> CivilDate {
        date.adding(days: (13 - date.weekday) % 7)
    }
}

/// The day before a holiday (*afton*). Midsummer, Christmas and New Year's Eve count as Sundays by semesterlagen (1977:480)
/// § 7; the eves of Easter and Whitsun are Saturdays. The raw value is the Swedish name in ASCII.
package enum HolidayEve: String, CaseIterable, Sendable {
    case easter = "paskafton"
    case whitsun = "pingstafton"
    case midsummer = "midsommarafton"
    case christmas = "julafton"
    case newYear = "nyarsafton"

    /// The day it falls on in a year, 1953–9999.
    package func date(in year: Int) -> CivilDate {
        switch self {
        case .easter: PublicHoliday.easterSunday(in: year).adding(days: -1)
        case .whitsun: PublicHoliday.easterSunday(in: year).adding(days: 48)
        case .midsummer: PublicHoliday.midsummerDay.date(in: year)!.adding(days: -1)
        case .christmas: PublicHoliday.day(year, 12, 24)
        case .newYear: PublicHoliday.day(year, 12, 31)
        }
    }
}
