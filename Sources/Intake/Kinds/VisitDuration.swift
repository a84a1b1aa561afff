// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// How long a visit was: its hours, and where there are none, end minus start.
///
/// The unit of the hours is the cell's, the unit column's, the header's or the project file's; where none of them tells,
/// the clock times do. A column that cannot be in hours stops the file with the unit it seems to be in.
struct VisitDuration {
    private let hours: Int
    private let start: Int
    private let end: Int
    private var interval: ColumnReader<ClockInterval>
    private let header: String
    private var unit: ColumnReader<TimeMeasure>
    private let measure: TimeMeasure
    /// Whether the project file says what the unit is; what a header says is judged by the values.
    private let isTold: Bool
    private let holdsFractions: Bool
    private let isToldByClock: Bool
    private let order: DateOrder?
    private var evidence = DurationEvidence()
    /// Whether the hours last read have as many digits as a fraction of a day has.
    private(set) var isLongFraction = false
    /// Whether the hours last given were written, and not told by the clock times.
    private(set) var isWritten = false

    /// Hours and clock may differ by this much before it is remarked on.
    private static var tolerance: Int64 { 900_000 }
    private static var day: Int64 { 86_400_000 }

    init(_ table: SettledTable) throws(IntakeFileError) {
        hours = table.header.place(of: Visits.hours)
        start = table.header.place(of: Visits.start)
        end = table.header.place(of: Visits.end)
        interval = ColumnReader(Visits.interval, in: table.header)
        header = hours >= 0 ? table.header.shownFields[hours] : ""
        unit = ColumnReader(Visits.unit, in: table.header)
        order = table.dateOrders[start]
        isTold = table.source.units[Visits.hours.name] != nil
        if let told = try table.unit(of: Visits.hours)?.measure {
            (measure, isToldByClock) = (told, false)
        } else if !unit.isThere, let byClock = Self.byClock(table, hours, start, end) {
            (measure, isToldByClock) = (byClock, byClock != .hours)
        } else {
            try table.checkUnit(Visits.unit.declaration, of: Visits.hours)
            (measure, isToldByClock) = (.hours, false)
        }
        holdsFractions =
            !isTold && measure == .hours && start < 0 && !interval.isThere && Self.holdsFractions(table, hours)
    }

    /// Whether the first rows have Excel's fractions of a day: none is above one, and many have the digits of a fraction.
    private static func holdsFractions(_ table: SettledTable, _ hours: Int) -> Bool {
        var (rows, long) = (0, 0)
        var isBelowOne = true
        table.sample.forEachRow { row in
            let range = row.value(hours)
            guard !range.isEmpty,
                let written = try? HoursField.amount(row.batch.bytes.span.extracting(range)), written.measure == nil
            else { return }
            rows += 1
            if isLongFraction(row.batch.bytes.span.extracting(range)) { long += 1 }
            if written.hours.milliseconds > 3_600_000 { isBelowOne = false }
        }
        return rows > 0 && isBelowOne && long * 10 > rows
    }

    /// Whether a cell has as many digits as a fraction of a day has: a number, and no words that say its unit.
    @inline(__always)
    private static func isLongFraction(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 10 else { return false }
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte &- 0x30 < 10 || byte == 0x2C || byte == 0x2E || byte == 0x2D && index == 0 else { return false }
        }
        return true
    }

    /// The unit that makes the first rows agree with their clock times.
    private static func byClock(_ table: SettledTable, _ hours: Int, _ start: Int, _ end: Int) -> TimeMeasure? {
        guard hours >= 0, start >= 0, end >= 0 else { return nil }
        var evidence = DurationEvidence()
        table.sample.forEachRow { row in
            guard
                let written = try? row.decoded(hours, by: { bytes throws(FaultRule) in try HoursField.decode(bytes) }),
                let from = try? row.decoded(start, by: { bytes throws(FaultRule) in try Moment(decoding: bytes) }),
                let to = try? row.decoded(end, by: { bytes throws(FaultRule) in try Moment(decoding: bytes) }),
                to.seconds >= 0
            else { return }
            let seconds = to.seconds - from.seconds
            evidence.add(
                written.milliseconds, clock: Int64(seconds < 0 ? seconds + 86_400 : seconds) * 1000, as: .hours)
        }
        return evidence.seems
    }

    /// Whether the hours must be judged by what was granted: neither the project file nor clock times vouch for them.
    var isDoubtful: Bool { !isTold && measure == .hours && !unit.isThere }

    /// The fault of a performed visit of unknown length.
    func missing(_ row: borrowing Row) -> RowFault {
        if interval.isThere { return RowFault(.noDuration, at: hours >= 0 ? hours : interval.place, found: .empty) }
        if start < 0 || end < 0 { return RowFault(.missingValue, at: hours, found: .empty) }
        let empty = row.value(start).isEmpty ? start : end
        return RowFault(.noDuration, at: hours >= 0 ? hours : empty, found: .empty)
    }

    /// The amount of a cell in the column's unit.
    @inline(__always)
    func amount(_ bytes: Span<UInt8>) throws(FaultRule) -> Hours { try amount(bytes, measure) }

    @inline(__always)
    private func amount(_ bytes: Span<UInt8>, _ measure: TimeMeasure) throws(FaultRule) -> Hours {
        try HoursField.decode(bytes, as: measure)
    }

    /// The hours of the row, nil when it tells none; and its day and clock times as one word that does not depend on how
    /// they are written, nil when it has not both.
    @inline(__always)
    mutating func hours(
        _ row: borrowing Row, _ when: VisitTime, isCredit: Bool, _ remarks: inout RowRemarks
    ) throws(RowFault) -> (hours: Hours?, clock: UInt64?) {
        let written = try writtenHours(row, when, isCredit: isCredit)
        isWritten = written != nil
        guard start >= 0 && end >= 0 || interval.isThere, !when.isWholeMonth else { return (written, nil) }
        guard let clock = try start >= 0 && end >= 0 ? clock(row, when) : clockOfInterval(row, when) else {
            return (written, nil)
        }
        guard let written else { return (Hours(milliseconds: clock.elapsed), clock.word) }
        let magnitude = abs(written.milliseconds)
        evidence.add(magnitude, clock: clock.elapsed, as: measure)
        // From 08:15 to 08:15 is no time, or a whole day.
        let isWholeDay = clock.elapsed == 0 && magnitude > Self.day - Self.tolerance
        let difference = (isWholeDay ? Self.day : clock.elapsed) - magnitude
        if difference.magnitude > Self.tolerance.magnitude {
            // A night when the clocks change has the hours that passed; some systems write those of the wall.
            if clock.elapsed == clock.wall || (clock.wall - magnitude).magnitude > Self.tolerance.magnitude {
                remarks.add(.hoursDifferFromClock, at: hours, found: nil)
            }
        }
        return (written, clock.word)
    }

    @inline(__always)
    private mutating func writtenHours(
        _ row: borrowing Row, _ when: VisitTime, isCredit: Bool
    ) throws(RowFault) -> Hours? {
        guard hours >= 0 else { return nil }
        let range = row.value(hours)
        guard !range.isEmpty else { return nil }
        let measure = unit.isThere ? try unit.value(row) ?? self.measure : self.measure
        let bytes = row.batch.bytes.span.extracting(range)
        do throws(FaultRule) {
            if holdsFractions { throw .hoursAsFractions }
            let decoded = try amount(bytes, measure)
            isLongFraction = measure == .hours && Self.isLongFraction(bytes)
            evidence.add(decoded.milliseconds, when.isWholeMonth)
            let magnitude = abs(decoded.milliseconds)
            if when.isWholeMonth {
                guard magnitude <= Int64(when.month.days) * Self.day else { throw .outOfRange }
            } else if magnitude > Self.day {
                throw .longerThanADay
            }
            return decoded
        } catch {
            throw row.fault(error, at: hours)
        }
    }

    private struct ClockSpan {
        /// Milliseconds that passed, and that the clock on the wall shows.
        var elapsed: Int64
        var wall: Int64
        var word: UInt64
    }

    /// End minus start; an end before the start is on the next day. Nil when either is empty.
    @inline(__always)
    private func clock(_ row: borrowing Row, _ when: VisitTime) throws(RowFault) -> ClockSpan? {
        let first = ClockField.plain(row.batch.bytes.span.extracting(row.value(start)))
        let last = ClockField.plain(row.batch.bytes.span.extracting(row.value(end)))
        guard first >= 0, last >= 0 else { return try otherClock(row, when) }
        return span(when, from: first * 60, to: (last < first ? last + 1440 : last) * 60)
    }

    private mutating func clockOfInterval(_ row: borrowing Row, _ when: VisitTime) throws(RowFault) -> ClockSpan? {
        guard let interval = try interval.value(row) else { return nil }
        let end = interval.end < interval.start ? interval.end + 86_400 : interval.end
        return span(when, from: interval.start, to: end)
    }

    @inline(__always)
    private func span(_ when: VisitTime, from start: Int, to end: Int) -> ClockSpan {
        let wall = end - start
        let shift = ClockChange.shift(on: when.date, when.month, when.day, from: start, to: end)
        let word = ByteHash.mixed(
            UInt64(UInt32(bitPattern: when.date.daysSince1970)), UInt64(start) << 32 | UInt64(end))
        return ClockSpan(elapsed: Int64(wall + shift) * 1000, wall: Int64(wall) * 1000, word: word)
    }

    private func otherClock(_ row: borrowing Row, _ when: VisitTime) throws(RowFault) -> ClockSpan? {
        guard let from = try moment(start, row), let to = try moment(end, row) else { return nil }
        if let date = from.date, date != when.date { throw row.fault(.outOfRange, at: start) }
        if let date = to.date {
            let end = when.date.days(to: date) * 86_400 + to.seconds
            guard end >= from.seconds else { throw row.fault(.endsBeforeStart, at: self.end) }
            guard end - from.seconds <= 86_400 + 3600 else { throw row.fault(.longerThanADay, at: self.end) }
            return span(when, from: from.seconds, to: end)
        }
        return span(
            when, from: from.seconds, to: to.seconds < from.seconds ? to.seconds + 86_400 : to.seconds)
    }

    private func moment(_ place: Int, _ row: borrowing Row) throws(RowFault) -> Moment? {
        try row.decoded(place) { bytes throws(FaultRule) in try Moment(decoding: bytes, order: order) }
    }

    /// Throws `unitSeems` for a column whose values cannot be in the unit it was read in.
    func finish() throws(IntakeFileError) {
        guard hours >= 0, !unit.isThere, !isTold else { return }
        if let seems = evidence.seems, seems != measure {
            throw .unitSeems(column: Visits.hours.name, header: header, measure: seems)
        }
        if evidence.contradictsClock { throw .hoursContradictClock(column: Visits.hours.name, header: header) }
        if measure == .hours, let seems = evidence.seemsByItself {
            // Minutes that the clock times agree with were known as such from the first rows.
            guard start < 0 || end < 0, !interval.isThere else {
                throw .hoursContradictClock(column: Visits.hours.name, header: header)
            }
            throw .unitSeems(column: Visits.hours.name, header: header, measure: seems)
        }
    }

    var notes: [FileNote] { isToldByClock ? [.unitByClock(header: header, measure)] : [] }
}

/// What the values of a column of hours say of their unit.
struct DurationEvidence {
    private var agreeing: [TimeMeasure: Int] = [:]
    private var hours = 0
    private var others = 0
    private var rows = 0
    private var longerThanADay = 0
    private var longerInMinutes = 0
    /// Decimals that agree with the clock as they stand, and as minutes.
    private var asDecimals = 0
    private var asMinutes = 0
    /// Decimals that are quarters of an hour as minutes (`,15 ,30 ,45`), among them ,15 and ,45, and all others.
    private var (quarters, fifteens, fortyFives, otherDecimals) = (0, 0, 0, 0)

    /// A value that was read as a unit, and how long the clock says the visit was.
    @inline(__always)
    mutating func add(_ written: Int64, clock: Int64, as measure: TimeMeasure) {
        read = measure
        if measure == .hours, written % 3_600_000 != 0 { addFraction(written, clock) }
        if (written - clock).magnitude <= 900_000 {
            hours += 1
        } else {
            addOther(written, clock, measure)
        }
    }

    /// Whether decimals agree with the clock as decimals, or as the minutes of `1,45`.
    private mutating func addFraction(_ written: Int64, _ clock: Int64) {
        let hundredths = written % 3_600_000 / 36_000
        if (written - clock).magnitude <= 60_000 { asDecimals += 1 }
        if (written - written % 3_600_000 + hundredths * 60_000 - clock).magnitude < 60_000 { asMinutes += 1 }
    }

    private mutating func addOther(_ written: Int64, _ clock: Int64, _ measure: TimeMeasure) {
        guard clock > 0, written > 0 else { return }
        others += 1
        // What the value would be had it been read as another unit.
        for other in [TimeMeasure.hours, .minutes, .seconds, .days] where other != measure {
            let asOther = Double(written) / Self.hours(in: measure) * Self.hours(in: other)
            if abs(asOther - Double(clock)) <= max(60_000, 0.02 * Double(clock)) { agreeing[other, default: 0] += 1 }
        }
    }

    /// What the values were read as.
    private var read = TimeMeasure.hours

    private static func hours(in measure: TimeMeasure) -> Double {
        switch measure {
        case .hours, .clock, .dottedClock: 1
        case .seconds: 1.0 / 3600
        case .minutes: 1.0 / 60
        case .days: 24
        }
    }

    /// A value as it was read.
    @inline(__always)
    mutating func add(_ milliseconds: Int64, _ isWholeMonth: Bool) {
        rows += 1
        if !isWholeMonth, milliseconds > 86_400_000 {
            longerThanADay += 1
            if milliseconds > 1440 * 3_600_000 { longerInMinutes += 1 }
        }
        let rest = milliseconds % 3_600_000
        guard rest != 0 else { return }
        switch rest {
        case 15 * 36_000:
            quarters += 1
            fifteens += 1
        case 30 * 36_000: quarters += 1
        case 45 * 36_000:
            quarters += 1
            fortyFives += 1
        default: otherDecimals += 1
        }
    }

    /// The clock times contradict most values, in whatever unit those are.
    var contradictsClock: Bool { hours + others >= 5 && others * 2 > hours + others && seems == nil }

    /// The unit that the clock times say, when most rows agree with it; nil when they say nothing.
    var seems: TimeMeasure? {
        let all = hours + others
        guard all > 0 else { return nil }
        if asMinutes >= 3, asMinutes > 2 * asDecimals { return .dottedClock }
        if let best = [TimeMeasure.minutes, .days, .hours, .seconds].max(by: { agreeing[$0] ?? 0 < agreeing[$1] ?? 0 }),
            let count = agreeing[best], count * 2 > all, count > hours
        {
            return best
        }
        return hours * 2 > all ? read : nil
    }

    /// The unit that the values themselves say: visits of more than a day are minutes, or seconds where they would be of
    /// more than a day in minutes; decimals that are 15, 30 and 45 and nothing else are minutes of `1,45`.
    var seemsByItself: TimeMeasure? {
        guard hours + others == 0 else { return nil }
        if longerThanADay >= 2, longerThanADay * 5 > rows { return longerInMinutes * 5 > rows ? .seconds : .minutes }
        return quarters >= 10 && fifteens > 0 && fortyFives > 0 && otherDecimals == 0 ? .dottedClock : nil
    }
}

/// The nights when the clocks change in Sweden: the last Sundays of March and October (SFS 2001:127).
enum ClockChange {
    /// Seconds to add to what the clock on the wall shows for a visit that begins on a date, from and to these seconds
    /// after its midnight. A time between two and three that night may be before or after the change; it is taken as
    /// it stands, and adds nothing.
    @inline(__always)
    static func shift(on date: CivilDate, _ month: YearMonth, _ day: Int, from start: Int, to end: Int) -> Int {
        let number = month.month
        guard number == 3 || number == 10, day >= 24 else { return 0 }
        return shiftInMonth(date, isSpring: number == 3, day, start, end)
    }

    private static func shiftInMonth(_ date: CivilDate, isSpring: Bool, _ day: Int, _ start: Int, _ end: Int) -> Int {
        let sunday: Int
        switch date.weekday {
        case 7 where day >= 25: sunday = 0
        case 6 where day >= 24: sunday = 86_400
        default: return 0
        }
        guard start < sunday + 7200, end >= sunday + 10_800 else { return 0 }
        return isSpring ? -3600 : 3600
    }
}
