// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// Reads one file of performed hours.
struct VisitReader: KindReader {
    typealias Decoded = Visit

    let width: Int
    let amountPlace: Int
    private let date: Int
    private let month: Int
    private let year: Int
    /// The month and the year that the file's name, its settings or a title tell for all rows.
    private let monthOfFile: YearMonth?
    private let yearOfFile: Int?
    private let seed: UInt64
    private let months: MonthColumns?
    private var duration: VisitDuration
    private var person: PersonReader
    private var common: CaseReader
    private var dates: DateMemo
    private var status: ColumnReader<Bool>
    private var statusAsCancelled: ColumnReader<Bool>
    private var cancelled: ColumnReader<Bool>
    /// What a visit is that a column says of with yes or no, by the column's header.
    private let cancelledAs: UInt8
    private var transaction: ColumnReader<Transaction>
    private var doubled: ColumnReader<Bool>
    private var expenses: ColumnReader<Double>

    /// Throws `unitUnknown`, `unitSeems`, and for columns of months or days `yearMissing` and `monthMissing`.
    init(_ table: SettledTable) throws(IntakeFileError) {
        let header = table.header
        width = header.fields.count
        let hasDate = header.has(Visits.date)
        date = header.place(of: hasDate || header.has(Visits.month) ? Visits.date : Visits.start)
        month = header.place(of: Visits.month)
        year = header.place(of: Visits.year)
        yearOfFile = table.year
        seed = header.seed
        let hasRows = header.has(Visits.hours) && (date >= 0 || month >= 0)
        months = hasRows ? nil : try MonthColumns(header)?.withYear(of: table)
        monthOfFile = date < 0 && month < 0 && months == nil ? table.month : nil
        if date < 0, month < 0, months == nil, monthOfFile == nil { throw .monthMissing }
        if table.titlesTellOtherHours { throw .otherHoursInTitle }
        duration = try VisitDuration(table)
        amountPlace = months?.total ?? header.place(of: Visits.hours)
        lacksClock =
            switch (header.has(Visits.start), header.has(Visits.end)) {
            case (true, false): Visits.end.name
            case (false, true): Visits.start.name
            default: nil
            }
        person = PersonReader(table)
        common = CaseReader(table)
        dates = DateMemo(order: table.dateOrders[date])
        // A column of status that is called *Cancelled* says yes of visits that were not performed.
        let statusPlace = header.place(of: Visits.status.declaration)
        let isReversed = statusPlace >= 0 && Self.saysCancelled(header.fields[statusPlace])
        status = ColumnReader(Visits.status, in: header)
        statusAsCancelled = ColumnReader(
            Column(Visits.status.declaration.name, [], .word, decode: Visits.cancelled.decode), in: header)
        if isReversed { status = .none(Visits.status) } else { statusAsCancelled = .none(Visits.cancelled) }
        cancelled = ColumnReader(Visits.cancelled, in: header)
        let cancelledPlace = isReversed ? statusPlace : header.place(of: Visits.cancelled.declaration)
        let cancelledHeader = cancelledPlace >= 0 ? header.fields[cancelledPlace] : ""
        cancelledAs = VisitStatus.number(of: cancelledHeader.utf8.span)
        transaction = ColumnReader(Visits.transaction, in: header)
        doubled = ColumnReader(Visits.doubled, in: header)
        expenses = ColumnReader(Visits.expenses, in: header)
    }

    private static func saysCancelled(_ header: String) -> Bool {
        let key = HeaderIndex.key(header)
        return Visits.cancelled.declaration.keys.contains(key)
    }

    @inline(__always)
    mutating func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> Visit? {
        guard try !common.isDeleted(row) else { return nil }
        let service = try common.service(row)
        if months != nil { return try decodeYear(row, service, &names, &remarks) }
        let when = try when(row)
        let isPerformed = try isPerformed(row)
        let isCredit = transaction.isThere ? try transaction.value(row) == .credit : false
        let (hours, clock) = try duration.hours(row, when, isCredit: isCredit, &remarks)
        if isPerformed && hours == nil { throw duration.missing(row) }
        let attributes = try common.attributes(row, service: service, on: when.date, &names, &remarks)
        let paid = expenses.isThere ? try expenses.value(row) : nil
        let isDouble = doubled.isThere ? try doubled.value(row) ?? false : false
        let takesBack = isCredit || hours.map { $0 < .zero } ?? false
        var visit = Visit(
            person: try person.person(row, on: when.date, &remarks), attributes: attributes, month: when.month,
            day: when.day, isWholeMonth: when.isWholeMonth,
            hours: takesBack ? hours.map { $0 < .zero ? .zero - $0 : $0 } : hours,
            isPerformed: isPerformed, isCredit: takesBack, isDouble: isDouble, isClocked: clock != nil, mark: 0,
            isOfDoubtfulUnit: clock == nil && duration.isDoubtful, isLongFraction: duration.isLongFraction,
            isWritten: duration.isWritten)
        if !isPerformed { visit.status = number(ofStatusIn: row) }
        if let clock {
            visit.mark = ByteHash.mixed(clock, isPerformed ? 1 : 2)
        } else {
            visit.mark = row.fingerprint(without: (person.place, common.board), seed: seed)
            visit.contents = contents(when, isPerformed ? hours : nil, paid)
        }
        return visit
    }

    /// The day of the visit, or the last day of the month that the row is of.
    @inline(__always)
    private mutating func when(_ row: borrowing Row) throws(RowFault) -> VisitTime {
        let range = row.value(date)
        guard !range.isEmpty else { return try monthOnly(row) }
        do throws(FaultRule) {
            let (date, month, day) = try dates.decode(row.batch.bytes.span.extracting(range))
            return VisitTime(date: date, month: month, day: day, isWholeMonth: false)
        } catch {
            throw row.fault(error, at: date)
        }
    }

    private func monthOnly(_ row: borrowing Row) throws(RowFault) -> VisitTime {
        let year = try yearOfRow(row)
        let month =
            try row.decoded(month) { bytes throws(FaultRule) in
                let month: YearMonth
                if let year, let number = MonthField.number(bytes) {
                    month = YearMonth(year: year, month: number)
                } else {
                    month = try MonthField.decode(bytes)
                }
                guard (1900...2200).contains(month.year) else { throw .outOfRange }
                return month
            } ?? (self.month < 0 ? monthOfFile : nil)
        guard let month else {
            throw RowFault(.missingValue, at: date >= 0 ? date : self.month, found: .empty)
        }
        return VisitTime(date: month.lastDay, month: month, day: month.days, isWholeMonth: true)
    }

    /// The year that months without one are of: the row's, or the one that the whole table has.
    private func yearOfRow(_ row: borrowing Row) throws(RowFault) -> Int? {
        guard month >= 0, year >= 0 else { return yearOfFile }
        return try row.decoded(year) { bytes throws(FaultRule) in
            guard let year = NamedPeriods.year(bytes.text) else { throw .outOfRange }
            return year
        }
    }

    /// Whether the visit took place; without a column that tells, it did. An empty status in a file that has the column
    /// cannot be guessed.
    @inline(__always)
    private mutating func isPerformed(_ row: borrowing Row) throws(RowFault) -> Bool {
        if cancelled.isThere, try cancelled.value(row) ?? false { return false }
        if status.isThere { return try status.required(row) }
        if statusAsCancelled.isThere { return try !statusAsCancelled.required(row) }
        return true
    }

    /// By which word a visit that was not performed is told.
    private func number(ofStatusIn row: borrowing Row) -> UInt8 {
        guard status.isThere else { return cancelledAs }
        let bytes = row.batch.bytes.span.extracting(row.value(status.place))
        // The column of status may say that it was performed where another says that it was cancelled.
        let isPerformed = (try? WordField.status.decode(bytes)) ?? true
        return isPerformed ? cancelledAs : VisitStatus.number(of: bytes)
    }

    private func contents(_ when: VisitTime, _ hours: Hours?, _ paid: Double?) -> UInt64 {
        let hash = ByteHash.mixed(
            UInt64(bitPattern: hours?.milliseconds ?? -1), UInt64(when.day) << 1 | (when.isWholeMonth ? 1 : 0))
        // Zero kronor and none said are the same.
        guard let paid, paid != 0 else { return hash }
        return ByteHash.mixed(hash, paid.bitPattern)
    }

    // MARK: A column a month

    private mutating func decodeYear(
        _ row: borrowing Row, _ service: Int16, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> Visit? {
        guard let months else { return nil }
        let isPerformed = try isPerformed(row)
        if transaction.isThere, try transaction.value(row) == .credit {
            throw transaction.fault(.creditWithoutVisit, row)
        }
        let monthOfRow = months.needsMonth && month >= 0 ? try monthOnly(row).month : nil
        var found: [(month: YearMonth, hours: Hours)] = []
        for (place, columnMonth, isPossible) in months.places {
            let month = monthOfRow ?? columnMonth
            let hours =
                try row.decoded(place) { bytes throws(FaultRule) -> Hours? in
                    if MissingMark.isMissing(bytes) { return nil }
                    let hours = try duration.amount(bytes)
                    guard isPossible || hours == .zero else { throw .noSuchDate }
                    let days: Int64 = months.isOfDays ? 1 : Int64(month.days)
                    guard hours >= .zero, hours.milliseconds <= days * 86_400_000 else { throw .outOfRange }
                    return hours
                } ?? nil
            guard let hours else { continue }
            if found.last?.month == month {
                found[found.count - 1].hours += hours
            } else {
                found.append((month, hours))
            }
        }
        guard let last = monthOfRow ?? months.places.last?.month else { return nil }
        if let total = months.total, let written = amount(row) {
            let sum = found.reduce(0) { $0 + $1.1.milliseconds }
            if (sum - written).magnitude > 36_000 + UInt64(found.count) * 18_000 {
                remarks.add(.sumDiffers, at: total, found: nil)
            }
        }
        let attributes = try common.attributes(row, service: service, on: last.lastDay, &names, &remarks)
        var visit = Visit(
            person: try person.person(row, on: last.lastDay, &remarks), attributes: attributes, month: last, day: 28,
            isWholeMonth: true,
            hours: nil, isPerformed: isPerformed, isCredit: false, isDouble: false, isClocked: false,
            mark: row.fingerprint(without: (person.place, common.board), seed: seed),
            isOfDoubtfulUnit: duration.isDoubtful)
        visit.contents = found.reduce(seed) { ByteHash.mixed($0, UInt64(bitPattern: $1.1.milliseconds)) }
        if isPerformed { visit.months = found } else { visit.status = number(ofStatusIn: row) }
        return visit
    }

    // MARK: Sums

    static func amount(of visit: Visit) -> Int64? {
        guard visit.months.isEmpty else { return visit.months.reduce(0) { $0 + $1.1.milliseconds } }
        // A sum in the file adds up what is written there.
        guard visit.isWritten else { return nil }
        return visit.hours.map { visit.isCredit ? -$0.milliseconds : $0.milliseconds }
    }

    func amount(_ row: borrowing Row) -> Int64? {
        if amountPlace >= 0 {
            return
                (try? row.decoded(amountPlace) { bytes throws(FaultRule) in
                    try duration.amount(bytes)
                }).flatMap { $0?.milliseconds }
        }
        guard let months else { return nil }
        var sum: Int64 = 0
        for (place, _, _) in months.places {
            let hours = try? row.decoded(place) { bytes throws(FaultRule) in try duration.amount(bytes) }
            if let hours { sum += hours.milliseconds }
        }
        return sum
    }

    func finish() throws(IntakeFileError) { try duration.finish() }
    /// Of clock times of which one is missing: without both, two visits of a day are told apart by their cells alone.
    private let lacksClock: String?

    var notes: [FileNote] {
        duration.notes + (monthOfFile.map { [.monthOfFile($0)] } ?? [])
            + (lacksClock.map { [.columnAbsent($0)] } ?? [])
    }

    var extraPlaces: [Int] {
        guard let months else { return [] }
        return months.places.map(\.place) + (months.total.map { [$0] } ?? [])
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
