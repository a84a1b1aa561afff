// SPDX-License-Identifier: EUPL-1.2

/// Times of the week that are paid differently (*tidsband*), and how a visit's time is split over them.
///
/// Bands stand in order of priority: a moment belongs to the first whose time it lies in. Edges belong to the band that
/// begins there. What counts is elapsed time by the local clock: a visit from 23:00 to 04:00 takes four hours the night
/// summer time begins and six the night it ends. Time that lies in no band is told apart and never lost.
///
/// A split costs some look-ups in tables that are made once, and no dates.
package struct TimeBands: Sendable {
    /// When a band holds.
    package enum Time: Hashable, Sendable {
        /// Every day, from a minute of the day to another (0–1440). One that ends at or before its start goes on into the
        /// next day; with the same start and end it holds all day.
        case daily(from: Int, to: Int)
        /// A stretch of the week, from a minute of the week to another (0–10 080, 0 is Monday 00:00), over its end likewise.
        case weekly(from: Int, to: Int)
        /// *Storhelg* by AB 2014.
        case majorHolidays(whitsun: Bool)
    }

    /// A band: what it is called and when it holds.
    package struct Band: Hashable, Sendable {
        package var name: String
        package var time: Time

        package init(_ name: String, _ time: Time) {
            self.name = name
            self.time = time
        }
    }

    /// In order of priority.
    package let bands: [Band]
    /// For each minute of the week, the band outside and inside of *storhelg*.
    private let ordinary: Week
    private let holiday: Week
    private let holidays: MajorHolidayCalendar?

    /// At most 254 bands, of which at most one is *storhelg*.
    package init(_ bands: [Band]) {
        precondition(bands.count < Int(Week.none), "a price list has few bands")
        self.bands = bands
        let places = bands.indices.filter { bands[$0].time.isMajorHolidays }
        precondition(places.count <= 1, "storhelg is one band")
        ordinary = Week(bands, storhelg: nil)
        holiday = Week(bands, storhelg: places.first)
        holidays = places.first.map {
            if case .majorHolidays(let whitsun) = bands[$0].time { whitsun } else { false }
        }.map(MajorHolidayCalendar.init(whitsun:))
    }

    /// The bands that Stockholm's price lists have, and most municipalities' with them: day 07–19, evening 19–22, night
    /// 22–07, weekend from Friday 19 to Monday 07, and *storhelg* before all of them.
    package static func standard(whitsun: Bool) -> [(band: Rate.Band, time: Time)] {
        [
            (.majorHoliday, .majorHolidays(whitsun: whitsun)),
            (.weekend, .weekly(from: 4 * 1440 + 19 * 60, to: 7 * 60)),
            (.night, .daily(from: 22 * 60, to: 7 * 60)), (.evening, .daily(from: 19 * 60, to: 22 * 60)),
            (.day, .daily(from: 7 * 60, to: 19 * 60)),
        ]
    }

    /// Passes each stretch of a visit on, in order: the place of its band in `bands`, nil outside of all, and its elapsed
    /// seconds. `start` and `end` are universal time in seconds since 1970; nothing is passed on where the end is not after
    /// the start.
    package func eachStretch(from start: Int, to end: Int, _ body: (_ band: Int?, _ seconds: Int) -> Void) {
        var now = start
        var changes = StockholmClock.changesPassed(start)
        while now < end {
            let offset = StockholmClock.offset(afterChanges: changes)
            let stop = min(end, StockholmClock.change(at: changes))
            eachLocalStretch(from: now + offset, to: stop + offset, body)
            now = stop
            changes += 1
        }
    }

    /// Elapsed seconds in each band, and outside of all.
    package func seconds(from start: Int, to end: Int) -> (bands: [Int], outside: Int) {
        var split = [Int](repeating: 0, count: bands.count)
        var outside = 0
        eachStretch(from: start, to: end) { band, seconds in
            if let band { split[band] += seconds } else { outside += seconds }
        }
        return (split, outside)
    }

    /// The band of a minute of the week, outside of *storhelg*; nil in none.
    package func band(atMinuteOfWeek minute: Int) -> Int? {
        precondition((0..<Week.minutes).contains(minute), "a week has 10 080 minutes")
        return ordinary.band(at: minute)
    }

    /// While the clocks do not change.
    private func eachLocalStretch(from start: Int, to end: Int, _ body: (_ band: Int?, _ seconds: Int) -> Void) {
        var now = start
        while now < end {
            let stretch = holidays?.stretch(at: now) ?? (isHoliday: false, end: Int.max)
            let stop = min(end, stretch.end)
            if stretch.isHoliday {
                holiday.eachRun(from: now, to: stop, body)
            } else {
                ordinary.eachRun(from: now, to: stop, body)
            }
            now = stop
        }
    }
}

extension TimeBands.Time {
    fileprivate var isMajorHolidays: Bool {
        switch self {
        case .daily, .weekly: false
        case .majorHolidays: true
        }
    }

    /// Whether it holds in a minute of the week; never of *storhelg*, which no week tells.
    fileprivate func holds(atMinuteOfWeek minute: Int) -> Bool {
        switch self {
        case .daily(let from, let to): Self.lies(minute % 1440, from: from % 1440, to: to % 1440)
        case .weekly(let from, let to): Self.lies(minute, from: from % 10_080, to: to % 10_080)
        case .majorHolidays: false
        }
    }

    private static func lies(_ minute: Int, from: Int, to: Int) -> Bool {
        from < to ? from <= minute && minute < to : minute >= from || minute < to
    }
}

/// A week minute by minute: the band of each, and how long it lasts.
private struct Week: Sendable {
    static let minutes = 10_080
    static let none = UInt8.max
    /// 1970-01-01 was a Thursday.
    private static let firstThursday = 3 * 1440

    private var bands: [UInt8]
    /// The minute, up to 10 080, at which the band of each minute ends.
    private var ends: [UInt16]

    /// `storhelg`: the place of a band that holds all the time, where it is the first to.
    init(_ all: [TimeBands.Band], storhelg: Int?) {
        let bands = (0..<Self.minutes).map { minute in
            let place = all.indices.first { $0 == storhelg || all[$0].time.holds(atMinuteOfWeek: minute) }
            return place.map { UInt8($0) } ?? Self.none
        }
        var ends = [UInt16](repeating: UInt16(Self.minutes), count: Self.minutes)
        for minute in stride(from: Self.minutes - 2, through: 0, by: -1) {
            ends[minute] = bands[minute] == bands[minute + 1] ? ends[minute + 1] : UInt16(minute + 1)
        }
        self.bands = bands
        self.ends = ends
    }

    func band(at minute: Int) -> Int? { bands[minute] == Self.none ? nil : Int(bands[minute]) }

    @inline(__always)
    func eachRun(from start: Int, to end: Int, _ body: (_ band: Int?, _ seconds: Int) -> Void) {
        var now = start
        while now < end {
            let minutes = now >= 0 ? now / 60 : (now - 59) / 60
            let ofWeek = (minutes + Self.firstThursday) % Self.minutes
            let minute = ofWeek < 0 ? ofWeek + Self.minutes : ofWeek
            let stop = min(end, (minutes + Int(ends[minute]) - minute) * 60)
            body(band(at: minute), stop - now)
            now = stop
        }
    }
}

/// *Storhelg* day by day.
private struct MajorHolidayCalendar: Sendable {
    /// What a day is.
    private enum Day: UInt8 {
        case ordinary
        /// From 18:00.
        case first
        case whole
        /// Until 07:00.
        case last
    }

    /// Days that are looked up; others are reckoned.
    private static let days =
        YearMonth(year: 1980, month: 1).firstDay.daysSince1970...YearMonth(year: 2099, month: 12).lastDay.daysSince1970
    private static let tables = [false, true].map(table(whitsun:))

    private let whitsun: Bool
    private let table: [UInt8]

    init(whitsun: Bool) {
        self.whitsun = whitsun
        table = Self.tables[whitsun ? 1 : 0]
    }

    private static func table(whitsun: Bool) -> [UInt8] {
        var table = [UInt8](repeating: Day.ordinary.rawValue, count: days.count)
        // That of a year before may last into the next.
        for year in 1979...2099 {
            for (day, kind) in marked(in: year, whitsun: whitsun) where days.contains(Int32(day)) {
                table[day - Int(days.lowerBound)] = kind.rawValue
            }
        }
        return table
    }

    /// The days of a year's *storhelg*, as days since 1970.
    private static func marked(in year: Int, whitsun: Bool) -> [(day: Int, kind: Day)] {
        MajorHoliday.counted(whitsun: whitsun).flatMap { holiday in
            let stretch = holiday.stretch(in: year)
            let (first, last) = (floor(stretch.lowerBound), floor(stretch.upperBound))
            return (first...last).map { day in
                let kind: Day = day == first ? .first : day == last ? .last : .whole
                return (day: day, kind: kind)
            }
        }
    }

    private static func floor(_ seconds: Int) -> Int {
        seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    }

    private func kind(_ day: Int) -> Day {
        let place = day - Int(Self.days.lowerBound)
        if table.indices.contains(place) { return Day(rawValue: table[place]) ?? .ordinary }
        let year = CivilDate(daysSince1970: Int32(clamping: day)).year
        let marked = Self.marked(in: year - 1, whitsun: whitsun) + Self.marked(in: year, whitsun: whitsun)
        return marked.first { $0.day == day }?.kind ?? .ordinary
    }

    /// Whether a local time lies in *storhelg*, and a time until which that is so: the next edge, or the end of the day.
    @inline(__always)
    func stretch(at seconds: Int) -> (isHoliday: Bool, end: Int) {
        let day = Self.floor(seconds)
        let (start, end) = (day * 86_400, (day + 1) * 86_400)
        switch kind(day) {
        case .ordinary: return (false, end)
        case .whole: return (true, end)
        case .first:
            let edge = start + 18 * 3600
            return seconds < edge ? (false, edge) : (true, end)
        case .last:
            let edge = start + 7 * 3600
            return seconds < edge ? (true, edge) : (false, end)
        }
    }
}
