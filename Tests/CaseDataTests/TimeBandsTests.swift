// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@Suite struct TimeBandsTests {
    /// Days when the clocks changed, as published, and Easter Sundays: what the twin below knows of the calendar.
    static let years: [Int: (spring: Int, autumn: Int, easter: (month: Int, day: Int))] = [
        2019: (31, 27, (4, 21)), 2020: (29, 25, (4, 12)), 2021: (28, 31, (4, 4)), 2022: (27, 30, (4, 17)),
        2023: (26, 29, (4, 9)), 2024: (31, 27, (3, 31)), 2025: (30, 26, (4, 20)), 2026: (29, 25, (4, 5)),
        2027: (28, 31, (3, 28)), 2028: (26, 29, (4, 16)), 2029: (25, 28, (4, 1)),
    ]

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        Int(CivilDate(year: year, month: month, day: day)!.daysSince1970)
    }

    static func seconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Int {
        Self.day(year, month, day) * 86_400 + hour * 3600 + minute * 60
    }

    /// Hours ahead of UTC, from the published days.
    static func hoursAhead(_ minute: Int) -> Int {
        let year = CivilDate(daysSince1970: Int32(minute / 1440)).year
        guard let changes = years[year] else { return 1 }
        let spring = day(year, 3, changes.spring) * 1440 + 60
        let autumn = day(year, 10, changes.autumn) * 1440 + 60
        return minute >= spring && minute < autumn ? 2 : 1
    }

    /// Local minutes that are storhelg, from the published days, with and without Whitsun.
    static let storhelg = [false, true].map { whitsun in
        years.flatMap { year, known in
            func isFree(_ day: Int) -> Bool {
                let date = CivilDate(daysSince1970: Int32(day))
                if date.weekday >= 6 { return true }
                let (_, month, number) = date.components
                return [(1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26)].contains { $0 == (month, number) }
            }
            func stretch(from first: Int, last: Int) -> Range<Int> {
                var end = last + 1
                while isFree(end) { end += 1 }
                return first * 1440 + 18 * 60..<end * 1440 + 7 * 60
            }
            let sunday = day(year, known.easter.month, known.easter.day)
            let midsummer = (20...26).map { day(year, 6, $0) }.first {
                CivilDate(daysSince1970: Int32($0)).weekday == 6
            }!
            var all = [
                (sunday - 3) * 1440 + 18 * 60..<(sunday + 2) * 1440 + 7 * 60,
                stretch(from: midsummer - 2, last: midsummer),
                stretch(from: day(year, 12, 23), last: day(year, 12, 26)),
                stretch(from: day(year, 12, 30), last: day(year + 1, 1, 1)),
            ]
            if whitsun { all.append(stretch(from: sunday + 47, last: sunday + 49)) }
            return all
        }.sorted { $0.lowerBound < $1.lowerBound }
    }

    static func isStorhelg(_ local: Int, whitsun: Bool) -> Bool {
        storhelg[whitsun ? 1 : 0].contains { $0.contains(local) }
    }

    /// Minute by minute.
    static func naive(_ bands: [TimeBands.Band], from start: Int, to end: Int) -> (bands: [Int], outside: Int) {
        var (split, outside) = ([Int](repeating: 0, count: bands.count), 0)
        for minute in start / 60..<max(start / 60, end / 60) {
            let local = minute + hoursAhead(minute) * 60
            let (ofDay, weekday) = (local % 1440, CivilDate(daysSince1970: Int32(local / 1440)).weekday)
            let ofWeek = (weekday - 1) * 1440 + ofDay
            let place = bands.firstIndex { band in
                switch band.time {
                case .daily(let from, let to):
                    from < to ? (from..<to).contains(ofDay) : ofDay >= from || ofDay < to
                case .weekly(let from, let to):
                    from < to ? (from..<to).contains(ofWeek) : ofWeek >= from || ofWeek < to
                case .majorHolidays(let whitsun): isStorhelg(local, whitsun: whitsun)
                }
            }
            if let place { split[place] += 60 } else { outside += 60 }
        }
        return (split, outside)
    }

    static func standard(whitsun: Bool) -> [TimeBands.Band] {
        TimeBands.standard(whitsun: whitsun).map { TimeBands.Band($0.band.rawValue, $0.time) }
    }

    private func expectSame(_ bands: [TimeBands.Band], _ start: Int, _ end: Int) {
        let fast = TimeBands(bands).seconds(from: start, to: end)
        let slow = Self.naive(bands, from: start, to: end)
        #expect(fast.bands == slow.bands && fast.outside == slow.outside, "\(start)–\(end)")
        #expect(fast.bands.reduce(fast.outside, +) == max(0, end - start))
    }

    @Test func `a split agrees with a count minute by minute, on ordinary days and odd ones`() {
        var random = SeededGenerator(seed: 20)
        for whitsun in [true, false] {
            let bands = Self.standard(whitsun: whitsun)
            for _ in 0..<100 {
                let minute = Int.random(in: Self.day(2020, 1, 1) * 1440..<Self.day(2028, 12, 25) * 1440, using: &random)
                let length = Int.random(in: 0...1700, using: &random)
                expectSame(bands, minute * 60, (minute + length) * 60)
            }
            for year in 2020...2028 {
                guard let changes = Self.years[year] else { continue }
                let nights = [
                    Self.day(year, 3, changes.spring), Self.day(year, 10, changes.autumn), Self.day(year, 2, 28),
                    Self.day(year, 12, 31), Self.day(year, 1, 1),
                    Self.day(year, changes.easter.month, changes.easter.day),
                ]
                for night in nights {
                    let minute = night * 1440 + Int.random(in: -300...240, using: &random)
                    let length = Int.random(in: 1...600, using: &random)
                    expectSame(bands, minute * 60, (minute + length) * 60)
                }
            }
        }
    }

    @Test func `a split agrees for bands of any kind, with gaps and overlaps, in any order`() {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<40 {
            let bands = (0..<Int.random(in: 1...5, using: &random)).map { place in
                let time: TimeBands.Time =
                    switch Int.random(in: 0...5, using: &random) {
                    case 0...2:
                        .daily(
                            from: Int.random(in: 0..<1440, using: &random), to: Int.random(in: 0..<1440, using: &random)
                        )
                    default:
                        .weekly(
                            from: Int.random(in: 0..<10_080, using: &random),
                            to: Int.random(in: 0..<10_080, using: &random))
                    }
                return TimeBands.Band("\(place)", time)
            }
            let storhelg = TimeBands.Band("storhelg", .majorHolidays(whitsun: .random(using: &random)))
            var all = bands
            all.insert(storhelg, at: Int.random(in: 0...bands.count, using: &random))
            for _ in 0..<2 {
                let minute = Int.random(in: Self.day(2020, 1, 1) * 1440..<Self.day(2028, 12, 1) * 1440, using: &random)
                expectSame(all, minute * 60, (minute + Int.random(in: 0...4000, using: &random)) * 60)
            }
        }
    }

    @Test func `elapsed time counts when the clocks change`() {
        func night(_ month: Int, _ day: Int) -> Int {
            StockholmClock.elapsed(
                fromLocal: Self.seconds(2025, month, day, 23), to: Self.seconds(2025, month, day, 28))
        }
        #expect(night(3, 29) == 4 * 3600)
        #expect(night(10, 25) == 6 * 3600)
        #expect(night(6, 10) == 5 * 3600)
        // Of two half past two the first counts, unless that would be before the start.
        let half = Self.seconds(2025, 10, 26, 2, 30)
        #expect(
            StockholmClock.universal(fromLocal: half, second: true) - StockholmClock.universal(fromLocal: half) == 3600)
        #expect(StockholmClock.elapsed(fromLocal: Self.seconds(2025, 10, 26, 2, 45), to: half) == 45 * 60)
        // A half past two that the night in March does not have is half past three.
        let missing = StockholmClock.universal(fromLocal: Self.seconds(2025, 3, 30, 2, 30))
        #expect(StockholmClock.local(fromUniversal: missing) == Self.seconds(2025, 3, 30, 3, 30))
    }

    @Test func `every moment of fifteen years survives the way to local time and back`() {
        let moments = stride(from: Self.day(2015, 1, 1) * 1440, to: Self.day(2030, 1, 1) * 1440, by: 37).map { $0 * 60 }
        let lost = moments.filter { universal in
            let local = StockholmClock.local(fromUniversal: universal)
            return StockholmClock.universal(fromLocal: local) != universal
                && StockholmClock.universal(fromLocal: local, second: true) != universal
        }
        #expect(lost.isEmpty)
    }

    @Test func `summer time began in 1980 and ended in September until 1995`() {
        #expect(StockholmClock.summerTime(in: 1979) == nil)
        #expect(StockholmClock.summerTime(in: 1980)?.lowerBound == Self.seconds(1980, 4, 6, 1))
        #expect(StockholmClock.summerTime(in: 1980)?.upperBound == Self.seconds(1980, 9, 28, 1))
        #expect(StockholmClock.summerTime(in: 1995)?.upperBound == Self.seconds(1995, 9, 24, 1))
        #expect(StockholmClock.summerTime(in: 1996)?.upperBound == Self.seconds(1996, 10, 27, 1))
    }

    @Test func `seconds are kept, and years outside the table have their storhelg`() {
        let bands = TimeBands(Self.standard(whitsun: true))
        func split(_ start: Int, _ end: Int) -> [Int] {
            bands.seconds(
                from: StockholmClock.universal(fromLocal: start), to: StockholmClock.universal(fromLocal: end)
            ).bands
        }
        // Storhelg, weekend, night, evening, day.
        let edge = Self.seconds(2024, 5, 15, 19)
        #expect(split(edge - 61, edge + 30) == [0, 0, 0, 30, 61])
        #expect(split(edge, edge) == [0, 0, 0, 0, 0])
        #expect(split(edge, edge - 60) == [0, 0, 0, 0, 0])
        #expect(split(Self.seconds(1960, 12, 24, 10), Self.seconds(1960, 12, 24, 12)) == [7200, 0, 0, 0, 0])
        #expect(split(Self.seconds(2150, 12, 24, 10), Self.seconds(2150, 12, 24, 12)) == [7200, 0, 0, 0, 0])
        #expect(split(Self.seconds(2150, 11, 24, 10), Self.seconds(2150, 11, 24, 12)) == [0, 0, 0, 0, 7200])
    }
}
