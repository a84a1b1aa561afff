// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@Suite struct CalendarMonthsTests {
    private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day)!
    }

    @Test func `three months after the thirtieth of November is the last of February`() {
        #expect(day(2022, 11, 30).adding(months: 3) == day(2023, 2, 28))
        #expect(day(2023, 11, 30).adding(months: 3) == day(2024, 2, 29))
        #expect(day(2024, 3, 31).adding(months: 3) == day(2024, 6, 30))
        #expect(day(2024, 1, 31).adding(months: 1) == day(2024, 2, 29))
        #expect(day(2024, 2, 29).adding(months: 12) == day(2025, 2, 28))
        #expect(day(2024, 5, 31).adding(months: -3) == day(2024, 2, 29))
    }

    @Test func `the limit day is in time and the day after is not`() throws {
        let decided = day(2022, 11, 30)
        let inTime = try #require(MonthsWaited(decided: decided, started: nil, at: day(2023, 2, 28)))
        #expect(!inTime.isOver && inTime.months == 3 && inTime.days == 90)
        let over = try #require(MonthsWaited(decided: decided, started: nil, at: day(2023, 3, 1)))
        #expect(over.isOver)
        let late = try #require(MonthsWaited(decided: decided, started: day(2023, 3, 2), at: day(2023, 3, 1)))
        #expect(!late.isStarted && late.isOver)
        #expect(MonthsWaited(decided: decided, started: nil, at: day(2022, 11, 29)) == nil)
    }

    @Test func `whole months never pass the day, and one more would`() {
        var random = SeededGenerator(seed: 19)
        for _ in 0..<2000 {
            let from = CivilDate(daysSince1970: Int32.random(in: 10_000...25_000, using: &random))
            let to = from.adding(days: Int.random(in: 0...900, using: &random))
            let months = from.wholeMonths(to: to)
            #expect(from.adding(months: months) <= to)
            #expect(from.adding(months: months + 1) > to)
        }
    }
}
