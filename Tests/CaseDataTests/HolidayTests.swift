// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@Suite struct HolidayTests {
    /// Easter Sundays as almanacs print them.
    static let easters = [
        1954: (4, 18), 1981: (4, 19), 2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2019: (4, 21), 2024: (3, 31),
        2025: (4, 20), 2038: (4, 25), 2076: (4, 19),
    ]

    @Test(arguments: easters.keys.sorted()) func `Easter falls as in the almanac`(year: Int) throws {
        let (month, day) = try #require(Self.easters[year])
        #expect(PublicHoliday.easterSunday(in: year) == CivilDate(year: year, month: month, day: day))
    }

    @Test func `Easter is a Sunday from 22 March to 25 April of every year`() throws {
        for year in 1583...4000 {
            let easter = PublicHoliday.easterSunday(in: year)
            #expect(easter.weekday == 7)
            let first = try #require(CivilDate(year: year, month: 3, day: 22))
            let last = try #require(CivilDate(year: year, month: 4, day: 25))
            #expect(first <= easter && easter <= last)
        }
    }

    @Test func `the National Day took the place of Whit Monday`() {
        #expect(PublicHoliday.whitMonday.date(in: 2004) == CivilDate(year: 2004, month: 5, day: 31))
        #expect(PublicHoliday.nationalDay.date(in: 2004) == nil)
        #expect(PublicHoliday.whitMonday.date(in: 2005) == nil)
        #expect(PublicHoliday.nationalDay.date(in: 2005) == CivilDate(year: 2005, month: 6, day: 6))
        for year in 1953...2100 {
            #expect(PublicHoliday.allCases.count { $0.date(in: year) != nil } == 13)
        }
    }

    @Test func `two holidays may fall on one day`() {
        // Ascension Day of 2008 was on the first of May.
        let dates = PublicHoliday.allCases.compactMap { $0.date(in: 2008) }
        #expect(dates.count == 13)
        #expect(Set(dates).count == 12)
    }

    @Test func `Midsummer Day and All Saints' Day are Saturdays in their weeks`() throws {
        for year in 1953...2200 {
            let midsummer = try #require(PublicHoliday.midsummerDay.date(in: year)).components
            #expect(midsummer.month == 6 && (20...26).contains(midsummer.day))
            let saints = try #require(PublicHoliday.allSaintsDay.date(in: year)).components
            #expect(saints.month == 10 ? saints.day == 31 : saints.month == 11 && saints.day <= 6)
            #expect(PublicHoliday.midsummerDay.date(in: year)?.weekday == 6)
            #expect(PublicHoliday.allSaintsDay.date(in: year)?.weekday == 6)
        }
    }

    @Test func `storhelg begins at 18 and ends at 7 on a weekday, and stretches do not meet`() {
        var last = Int.min
        for year in 1953...2200 {
            for holiday in MajorHoliday.allCases {
                let stretch = holiday.stretch(in: year)
                #expect(stretch.lowerBound > last)
                last = stretch.upperBound
                #expect(stretch.lowerBound.quotientOfDay.seconds == 18 * 3600)
                #expect(stretch.upperBound.quotientOfDay.seconds == 7 * 3600)
                #expect(PublicHoliday.isWeekday(CivilDate(daysSince1970: Int32(stretch.upperBound.quotientOfDay.day))))
            }
        }
    }

    @Test func `Christmas runs on over a Saturday, Whitsun over a National Day`() throws {
        func end(_ holiday: MajorHoliday, _ year: Int) -> CivilDate {
            CivilDate(daysSince1970: Int32(holiday.stretch(in: year).upperBound.quotientOfDay.day))
        }
        // The agreement's own table: Christmas to Monday 29 December where Boxing Day is a Friday.
        #expect(end(.christmas, 2014) == CivilDate(year: 2014, month: 12, day: 29))
        #expect(end(.whitsun, 2022) == CivilDate(year: 2022, month: 6, day: 7))
        #expect(end(.whitsun, 2004) == CivilDate(year: 2004, month: 6, day: 1))
        #expect(end(.newYear, 2023) == CivilDate(year: 2024, month: 1, day: 2))
        #expect(MajorHoliday.counted(whitsun: false) == [.easter, .midsummer, .christmas, .newYear])
    }
}

extension Int {
    /// Days since 1970 and seconds of the day, of a local time.
    var quotientOfDay: (day: Int, seconds: Int) {
        let day = self >= 0 ? self / 86_400 : (self - 86_399) / 86_400
        return (day, self - day * 86_400)
    }
}
