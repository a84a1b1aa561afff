// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// How long a visit was: its hours, and where there are none, end minus start.
struct VisitDuration {
    private let hours: Int
    private let start: Int
    private let end: Int

    /// Milliseconds in a day; comparisons are of plain integers, which cost nothing.
    private static var day: Int64 { 86_400_000 }
    /// Hours and clock may differ by this much before it is remarked on.
    private static var tolerance: Int64 { 900_000 }

    init(_ header: Header) {
        hours = header.placeOrNone("timmar")
        start = header.placeOrNone("start")
        end = header.placeOrNone("slut")
    }

    /// Whether the file has a column of hours, or both clock times.
    var canBeKnown: Bool { hours >= 0 || (start >= 0 && end >= 0) }

    /// The fault of a performed visit of unknown length.
    func missing(_ batch: RecordBatch, _ record: Int) -> RowFault {
        if start < 0 || end < 0 { return RowFault(.missingValue, at: hours, found: .empty) }
        let empty = batch.value(start, of: record).isEmpty ? start : end
        return RowFault(.noDuration, at: hours >= 0 ? hours : empty, found: .empty)
    }

    /// The hours of the row; nil when it tells none.
    @inline(__always)
    func hours(
        _ batch: RecordBatch, _ record: Int, _ when: VisitTime, _ log: inout RowLog
    ) throws(RowFault) -> Hours? {
        let written = try writtenHours(batch, record, when)
        guard start >= 0, end >= 0, !when.isWholeMonth else { return written }
        let byClock = try byClock(batch, record, when)
        guard byClock >= 0 else { return written }
        guard let written else { return Hours(milliseconds: byClock) }
        // From 08:15 to 08:15 is no time, or a whole day.
        let isWholeDay = byClock == 0 && written.milliseconds > Self.day - Self.tolerance
        let difference = (isWholeDay ? Self.day : byClock) - written.milliseconds
        if difference.magnitude > Self.tolerance.magnitude {
            log.remark(
                .hoursDifferFromClock, at: hours,
                found: ValueShape(of: batch.bytes.span.extracting(batch.value(hours, of: record))))
        }
        return written
    }

    @inline(__always)
    private func writtenHours(
        _ batch: RecordBatch, _ record: Int, _ when: VisitTime
    ) throws(RowFault) -> Hours? {
        guard hours >= 0 else { return nil }
        let value = batch.value(hours, of: record)
        guard !value.isEmpty else { return nil }
        let field = batch.bytes.span.extracting(value)
        do throws(FaultRule) {
            let decoded = try HoursField.decode(field)
            guard decoded.milliseconds >= 0 else { throw .outOfRange }
            if when.isWholeMonth {
                guard decoded.milliseconds <= Int64(when.month.days) * Self.day else {
                    throw .outOfRange
                }
            } else if decoded.milliseconds > Self.day {
                throw .longerThanADay
            }
            return decoded
        } catch {
            throw RowFault(error, at: hours, found: ValueShape(of: field))
        }
    }

    /// End minus start in milliseconds; an end before the start is on the next day. -1 when either is empty.
    @inline(__always)
    private func byClock(_ batch: RecordBatch, _ record: Int, _ when: VisitTime) throws(RowFault) -> Int64 {
        let (from, to) = (batch.value(start, of: record), batch.value(end, of: record))
        let first = ClockField.plain(batch.bytes.span.extracting(from))
        let last = ClockField.plain(batch.bytes.span.extracting(to))
        guard first >= 0, last >= 0 else { return try byOtherClock(batch, record, when) }
        return Int64(last < first ? last - first + 1440 : last - first) * 60_000
    }

    /// The start and the end, as far as the row tells them, in one word that does not depend on how they are written.
    func clock(_ batch: RecordBatch, _ record: Int, seed: UInt64) -> UInt64 {
        [start, end].reduce(seed) { hash, place in
            let field = batch.value(place, of: record)
            guard !field.isEmpty else { return ByteHash.mixed(hash, .max) }
            let minutes = ClockField.plain(batch.bytes.span.extracting(field))
            if minutes >= 0 { return ByteHash.mixed(hash, UInt64(minutes * 60)) }
            guard let moment = try? Moment(decoding: batch.bytes.span.extracting(field)) else {
                return ByteHash.hash(batch.bytes.span, field, seed: hash)
            }
            return ByteHash.mixed(hash, UInt64(moment.seconds))
        }
    }

    private func byOtherClock(_ batch: RecordBatch, _ record: Int, _ when: VisitTime) throws(RowFault) -> Int64 {
        guard let from = try moment(start, batch, record), let to = try moment(end, batch, record) else { return -1 }
        if let date = from.date, date != when.date { throw fault(.outOfRange, start, batch, record) }
        if let date = to.date {
            let seconds = when.date.days(to: date) * 86_400 + to.seconds - from.seconds
            guard seconds >= 0 else { throw fault(.endsBeforeStart, end, batch, record) }
            guard seconds <= 86_400 else { throw fault(.longerThanADay, end, batch, record) }
            return Int64(seconds) * 1000
        }
        let seconds = to.seconds - from.seconds
        return Int64(seconds < 0 ? seconds + 86_400 : seconds) * 1000
    }

    private func moment(_ place: Int, _ batch: RecordBatch, _ record: Int) throws(RowFault) -> Moment? {
        try batch.decoded(place, of: record) { field throws(FaultRule) in try Moment(decoding: field) }
    }

    private func fault(_ rule: FaultRule, _ place: Int, _ batch: RecordBatch, _ record: Int) -> RowFault {
        RowFault(rule, at: place, found: ValueShape(of: batch.bytes.span.extracting(batch.value(place, of: record))))
    }
}
