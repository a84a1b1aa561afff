// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@Suite struct CalendarTests {
    @Test func `every day from 1900 to 2100 survives the way to year, month and day and back`() throws {
        let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
        let last = try #require(CivilDate(year: 2100, month: 12, day: 31))
        for offset in 0...first.days(to: last) {
            let date = first.adding(days: offset)
            let parts = date.components
            #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day) == date)
        }
    }

    @Test func `a day that the calendar lacks is no date`() {
        #expect(CivilDate(year: 2019, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2020, month: 2, day: 29) != nil)
        #expect(CivilDate(year: 2020, month: 13, day: 1) == nil)
    }

    @Test func `weekdays follow ISO 8601`() {
        #expect(CivilDate(year: 2019, month: 12, day: 17)?.weekday == 2)
        #expect(CivilDate(year: 1970, month: 1, day: 4)?.weekday == 7)
    }

    @Test func `a share of an amount of time is rounded once, ties away from zero`() {
        #expect(Hours(10).scaled(by: 15, over: 31) == Hours(milliseconds: 17_419_355))
        #expect(Hours(milliseconds: 1).scaled(by: 1, over: 2) == Hours(milliseconds: 1))
        #expect(Hours(milliseconds: -1).scaled(by: 1, over: 2) == Hours(milliseconds: -1))
    }
}
