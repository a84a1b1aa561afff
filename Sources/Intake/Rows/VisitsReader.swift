// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// Reads a file of performed hours (*utförd tid*), a visit or a person's month a row, folding rows as they come.
struct VisitsReader {
    private let width: Int
    private let date: Int
    private let month: Int
    private let status: Int
    private let expenses: Int
    private let seed: UInt64
    private var duration: VisitDuration
    private var person: PersonColumns
    private var common: CaseColumns
    private var dates = DateMemo()
    private var statuses = WordMemo<Bool>()
    private(set) var log: RowLog

    /// Throws `missingColumn` when the file has neither date nor month, or nothing that tells of hours.
    init(_ header: Header, services: ServiceNames, log: RowLog) throws(IntakeFileError) {
        width = header.fields.count
        date = header.placeOrNone("datum")
        month = header.placeOrNone("manad")
        status = header.placeOrNone("status")
        expenses = header.placeOrNone("omkostnad")
        seed = header.seed
        duration = VisitDuration(header)
        person = PersonColumns(header)
        common = CaseColumns(header, services)
        self.log = log
        guard date >= 0 || month >= 0 else { throw header.missing("datum") }
        guard duration.canBeKnown else { throw header.missing("timmar") }
    }

    /// Reads the rows of a batch from record `first` on.
    mutating func read(_ batch: RecordBatch, from first: Int, into builder: inout CaseBuilder) {
        for record in first..<max(first, batch.count) {
            log.begin(line: batch.lines[record])
            do {
                try read(batch, record, into: &builder)
                log.keep()
            } catch {
                log.setAside(error)
            }
        }
    }

    @inline(__always)
    private mutating func read(
        _ batch: RecordBatch, _ record: Int, into builder: inout CaseBuilder
    ) throws(RowFault) {
        if let fault = batch.recordFault(of: record, columns: width) { throw fault }
        if case .strayQuote(let column)? = batch.irregularity(of: record) { log.remark(.strayQuote, at: column) }

        let service = try common.service(batch, record)
        let when = try when(batch, record)
        let hours = try duration.hours(batch, record, when, &log)
        let isPerformed = try isPerformed(batch, record)
        if isPerformed && hours == nil { throw duration.missing(batch, record) }
        let attributes = try common.attributes(batch, record, service: service, on: when.date, &builder, &log)
        if expenses >= 0 { try Self.checkExpenses(expenses, batch, record) }
        let personal = try person.attributes(batch, record, on: when.date)
        let index = try person.person(batch, record, on: when.date, personal, in: &builder.persons, &log)

        // Rows that are alike are alike in all this, so a duplicate has changed nothing so far.
        let place = builder.performed.place(of: index, in: when.month, attributes)
        if let board = attributes.district, builder.districts.hasOtherNames(board) {
            let isNew = builder.performed.isNew(
                batch.fingerprint(of: record, without: common.district, seed: seed), onDay: when.day, at: place)
            guard isNew else { throw RowFault(.duplicateRow) }
            let listing = builder.performed.listing(
                Self.contents(batch, record, when, isPerformed ? hours : nil, duration, expenses), onDay: when.day,
                at: place)
            let isListed = builder.performed.hasOtherwiseNamed(
                listing, onDay: when.day, of: index, in: when.month, attributes, builder.districts)
            if isListed {
                throw RowFault(.listedUnderBothNames, at: common.district, found: builder.districts.shape(of: board))
            }
            if isPerformed, let hours { builder.performed.add(hours, at: place) }
        } else {
            let isNew = builder.performed.note(
                batch.fingerprint(of: record, seed: seed), onDay: when.day, isPerformed ? hours : nil, at: place)
            guard isNew else { throw RowFault(.duplicateRow) }
        }
        builder.noteWindow(when.month)
    }

    /// The day of the visit, or the last day of the month that the row is of.
    @inline(__always)
    private mutating func when(_ batch: RecordBatch, _ record: Int) throws(RowFault) -> VisitTime {
        let field = batch.value(date, of: record)
        guard !field.isEmpty else { return try Self.monthOnly(month, batch, record, else: date) }
        do {
            let (date, month, day) = try dates.decode(batch.bytes.span.extracting(field))
            return VisitTime(date: date, month: month, day: day, isWholeMonth: false)
        } catch {
            throw RowFault(error, at: date, found: ValueShape(of: batch.bytes.span.extracting(field)))
        }
    }

    // Static: a method that does not change the reader would be given a copy of it, for each row.

    /// What the row says of the visit in the columns that are read: when it was, how long, whether it took place and what
    /// it cost. Person, service, law and provider it has in common with all of its person-month.
    private static func contents(
        _ batch: RecordBatch, _ record: Int, _ when: VisitTime, _ hours: Hours?, _ duration: VisitDuration,
        _ expenses: Int
    ) -> UInt64 {
        var hash = ByteHash.mixed(
            UInt64(bitPattern: hours?.milliseconds ?? -1), UInt64(when.day) << 1 | (when.isWholeMonth ? 1 : 0))
        hash = duration.clock(batch, record, seed: hash)
        guard expenses >= 0 else { return hash }
        let paid = batch.value(expenses, of: record)
        let kronor = paid.isEmpty ? nil : try? DecimalField.decode(batch.bytes.span.extracting(paid)).value
        // Nought kronor and none said are the same.
        guard let kronor, kronor != 0 else { return hash }
        return ByteHash.mixed(hash, kronor.bitPattern)
    }

    /// The month that a row without a date is of; `date` is where the date would have been.
    private static func monthOnly(
        _ place: Int, _ batch: RecordBatch, _ record: Int, else date: Int
    ) throws(RowFault) -> VisitTime {
        let month = try batch.decoded(place, of: record) { field throws(FaultRule) in
            let month = try MonthField.decode(field)
            guard (1900...2200).contains(month.year) else { throw .outOfRange }
            return month
        }
        guard let month else { throw RowFault(.missingValue, at: date >= 0 ? date : place, found: .empty) }
        return VisitTime(date: month.lastDay, month: month, day: month.days, isWholeMonth: true)
    }

    /// Whether the visit took place; without a status column it did. An empty status in a file that has the column
    /// cannot be guessed.
    @inline(__always)
    private mutating func isPerformed(_ batch: RecordBatch, _ record: Int) throws(RowFault) -> Bool {
        guard status >= 0 else { return true }
        let answer = try batch.decodedWord(status, of: record, person: person.key) { word throws(FaultRule) in
            try statuses.meaning(of: word) { spelling throws(FaultRule) in try WordField.status.decode(spelling) }
        }
        guard let answer else { throw RowFault(.missingValue, at: status, found: .empty) }
        return answer
    }

    /// *Omkostnad* is kronor, and none are negative.
    private static func checkExpenses(_ place: Int, _ batch: RecordBatch, _ record: Int) throws(RowFault) {
        _ = try batch.decoded(place, of: record) { field throws(FaultRule) in
            guard try DecimalField.decode(field).value >= 0 else { throw .outOfRange }
            return true
        }
    }
}

/// When a visit was, as far as the row tells.
struct VisitTime {
    /// The day it started; of a whole month its last day.
    let date: CivilDate
    let month: YearMonth
    /// 1–31.
    let day: Int
    /// The row is a person's month and not one visit.
    let isWholeMonth: Bool
}
