// SPDX-License-Identifier: EUPL-1.2

/// Swedish local time and universal time (UTC), both in whole seconds since 1970-01-01 00:00: of the clock on the wall, and
/// of UTC.
///
/// Standard time is UTC + 1 h. Summer time, UTC + 2 h, holds from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
/// last Sunday of October (directive 2000/84/EC, SFS 2001:127); until 1995 to that of September; in 1980, the first year,
/// from 6 April. Summer time of 1916 is left out.
package enum StockholmClock {
    private static let standard = 3600
    private static let summer = 7200

    /// The times when the clocks change, in order: summer time begins at even places and ends at odd ones.
    private static let changes = years.compactMap(summerTime(in:)).flatMap { [$0.lowerBound, $0.upperBound] }
    private static let years = 1980...9998
    private static let secondsOfYear = 31_556_952

    /// How many changes there have been up to a universal time; odd in summer time. Guessed from the length of a year, so that
    /// next to no dates are compared.
    @inline(__always)
    static func changesPassed(_ seconds: Int) -> Int {
        let changes = Self.changes
        var place = 2 * (seconds / secondsOfYear - (years.lowerBound - 1970))
        place = min(max(0, place), changes.count)
        while place < changes.count, changes[place] <= seconds { place += 1 }
        while place > 0, changes[place - 1] > seconds { place -= 1 }
        return place
    }

    /// The change at a place; the greatest integer after the last.
    @inline(__always)
    static func change(at place: Int) -> Int { place < changes.count ? changes[place] : .max }

    /// Seconds that local time is ahead of universal time after so many changes.
    @inline(__always)
    static func offset(afterChanges count: Int) -> Int { count % 2 == 1 ? summer : standard }

    /// Seconds that local time is ahead of universal time.
    package static func offset(atUniversal seconds: Int) -> Int { offset(afterChanges: changesPassed(seconds)) }

    /// The local time.
    package static func local(fromUniversal seconds: Int) -> Int { seconds + offset(atUniversal: seconds) }

    /// The universal time of a local time. The hour that occurs twice when summer time ends is the first of the two unless
    /// `second`; the hour that does not occur when it begins is reckoned on from the time before, as the IANA database's
    /// users do (02:30 is then 03:30).
    package static func universal(fromLocal seconds: Int, second: Bool = false) -> Int {
        let place = changesPassed(seconds - summer)
        guard place % 2 == 1 else { return seconds - standard }
        // In the hour before the clock is set back both are possible.
        return second && seconds - standard >= change(at: place) ? seconds - standard : seconds - summer
    }

    /// Elapsed seconds between two local times, the first of two where an hour occurs twice. An end in that hour that would
    /// lie before the start is the second of the two.
    package static func elapsed(fromLocal start: Int, to end: Int) -> Int {
        let first = universal(fromLocal: start)
        let last = universal(fromLocal: end)
        return (last < first ? universal(fromLocal: end, second: true) : last) - first
    }

    /// Summer time of a year in universal time; nil before 1980.
    package static func summerTime(in year: Int) -> Range<Int>? {
        guard year >= 1980 else { return nil }
        let begin = year == 1980 ? CivilDate(year: 1980, month: 4, day: 6)! : lastSunday(year, 3)
        return universalOne(begin)..<universalOne(lastSunday(year, year < 1996 ? 9 : 10))
    }

    private static func universalOne(_ date: CivilDate) -> Int { Int(date.daysSince1970) * 86_400 + 3600 }

    private static func lastSunday(_ year: Int, _ month: Int) -> CivilDate {
        let last = YearMonth(year: year, month: month).lastDay
        return last.adding(days: -(last.weekday % 7))
    }
}
