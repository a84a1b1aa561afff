// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

/// Copies rows, a pseudonym in place of the person.
struct PseudonymRows {
    private let columns: PseudonymColumns
    private let decoder: PersonKeyDecoder
    private(set) var log: RowLog
    /// Masked cells of each column.
    private(set) var masked: [Int]
    /// The copied rows by what an outsider may know of their persons.
    private(set) var classes: OutsiderClasses

    init(_ columns: PseudonymColumns, log: RowLog, key: SecretKey, ageGroups: [Int]) {
        classes = OutsiderClasses(columns, ageGroups: ageGroups)
        self.columns = columns
        self.log = log
        decoder = PersonKeyDecoder(key: key)
        masked = Array(repeating: 0, count: columns.shown.count)
    }

    /// Copies one row, or sets it aside.
    mutating func copy(_ batch: RecordBatch, _ record: Int, to writer: inout CSVWriter) {
        log.begin(line: batch.line(of: record))
        do throws(RowFault) {
            if let fault = batch.recordFault(of: record, columns: columns.shown.count) { throw fault }
            let key = try personKey(batch, record)
            write(batch, record, key, to: &writer)
            if let key { classes.add(batch, record, key, on: columns.day ?? date(batch, record)) }
            log.keep()
        } catch {
            log.setAside(error)
        }
    }

    /// nil for a respondent who has left the key empty.
    private func personKey(_ batch: RecordBatch, _ record: Int) throws(RowFault) -> PersonKey? {
        let date = columns.day ?? date(batch, record)
        let key = try batch.decoded(columns.person, of: record) { field throws(FaultRule) in
            try decoder.decode(field, on: date ?? Self.anyDay)
        }
        guard let key else {
            if columns.kind == .survey { return nil }
            throw RowFault(.missingValue, at: columns.person, found: .empty)
        }
        // Two digits of year mean another person a century later: without the row's date it cannot be known which.
        if date == nil, key.rowDates != PersonKey.anyDate {
            let place = columns.date >= 0 ? columns.date : columns.month
            guard place >= 0 else { throw RowFault(.notADate) }
            let value = batch.value(place, of: record)
            throw RowFault(.notADate, at: place, found: ValueShape(of: batch.bytes.span.extracting(value)))
        }
        return key
    }

    /// The date that the readers judge the row by.
    private func date(_ batch: RecordBatch, _ record: Int) -> CivilDate? {
        let day = try? batch.decoded(columns.date, of: record) { field throws(FaultRule) in
            try DateField.decode(field)
        }
        if let day { return day }
        let month = try? batch.decoded(columns.month, of: record) { field throws(FaultRule) in
            try MonthField.decode(field)
        }
        return month?.lastDay
    }

    private static let anyDay = CivilDate(year: 2020, month: 1, day: 1)!

    private mutating func write(_ batch: RecordBatch, _ record: Int, _ key: PersonKey?, to writer: inout CSVWriter) {
        for column in columns.shown.indices {
            let field = batch.bytes.span.extracting(batch.range(of: column, in: record))
            if column == columns.person {
                let token = key.map { PseudonymToken.bytes(of: $0.pseudonym) } ?? []
                writer.append(utf8: token.span)
            } else if columns.isPersonal[column], !field.isEmpty {
                masked[column] += 1
                writer.append(field: PersonMask.mask)
            } else if field.count >= 10,
                mustBeMasked(field, column, person: batch.value(columns.person, of: record), batch)
            {
                masked[column] += 1
                writer.append(field: PersonMask.mask)
            } else {
                writer.append(utf8: field)
            }
        }
        for name in columns.added {
            writer.append(
                field: name == PseudonymColumns.birthYear
                    ? key?.birthYear.map { "\($0)" } ?? "" : Self.word(for: key?.sex ?? .unknown))
        }
        writer.endRecord()
    }

    /// A decision's own id may have the form of an identity number; it is masked only when it is the person's.
    private func mustBeMasked(
        _ field: Span<UInt8>, _ column: Int, person: Range<Int>, _ batch: RecordBatch
    ) -> Bool {
        if columns.isTyped[column] { return false }
        guard column == columns.decisionID else { return PersonMask.holdsPersonKey(field.text) }
        let number = Self.lastTenDigits(batch.bytes.span.extracting(person))
        return number.count == 10 && number == Self.lastTenDigits(field)
    }

    private static func lastTenDigits(_ field: Span<UInt8>) -> [UInt8] {
        Array(field.indices.map { field[$0] }.filter { $0 &- 0x30 < 10 }.suffix(10))
    }

    private static func word(for sex: Sex) -> String {
        switch sex {
        case .female: "kvinna"
        case .male: "man"
        case .unknown: ""
        }
    }
}
