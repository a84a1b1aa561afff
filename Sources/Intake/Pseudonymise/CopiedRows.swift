// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// Copies rows, a pseudonym in place of the person.
struct CopiedRows {
    private let plan: CopyPlan
    private let decoder: PersonKeyDecoder
    private let hash: KeyedHash
    /// Masked cells of each column.
    private(set) var masked: [Int]
    /// The copied rows by what an outsider may know of their persons.
    private(set) var classes: OutsiderClasses

    init(_ plan: CopyPlan, key: SecretKey, ageGroups: [Int]) {
        self.plan = plan
        decoder = PersonKeyDecoder(key: key)
        hash = KeyedHash(key)
        masked = Array(repeating: 0, count: plan.columns.count)
        classes = OutsiderClasses(plan.header, ageGroups: ageGroups)
    }

    /// Copies one row, passes over one that is none, or sets it aside.
    mutating func copy(_ row: borrowing Row, to writer: inout CSVWriter, _ log: inout RowLog) {
        do throws(RowFault) {
            if let fault = row.recordFault(columns: plan.columns.count) { throw fault }
            let date = plan.day ?? date(row)
            let key = try person(row, on: date)
            write(row, key, to: &writer)
            if let key { classes.add(row, key, on: date) }
        } catch {
            let isBlank = row.isBlank
            if plan.kind != .survey, isBlank || OddRow.isSumWord(row, plan.person) {
                log.pass(over: isBlank ? .blank : .sum)
            } else {
                log.setAside(error, line: row.line)
            }
        }
    }

    /// nil for a respondent who has left the key empty.
    private func person(_ row: borrowing Row, on date: CivilDate?) throws(RowFault) -> PersonKey? {
        let key = try row.decoded(plan.person) { bytes throws(FaultRule) in
            guard !OddRow.isSumWord(bytes) else { throw .placeholderPerson }
            return try decoder.decode(bytes, on: date ?? Self.anyDay)
        }
        guard let key else {
            if plan.kind == .survey { return nil }
            throw RowFault(.missingValue, at: plan.person, found: .empty)
        }
        // Two digits of year mean another person a century later: without the row's date it cannot be known which.
        if date == nil, key.rowDates != PersonKey.anyDate {
            let place = plan.date >= 0 ? plan.date : plan.month
            guard place >= 0 else { throw RowFault(.notADate) }
            throw row.fault(.notADate, at: place)
        }
        return key
    }

    /// The date that the readers judge the row by.
    private func date(_ row: borrowing Row) -> CivilDate? {
        let day = try? row.decoded(plan.date) { bytes throws(FaultRule) in
            try DateField.decode(bytes, order: plan.dateOrder)
        }
        if let day { return day }
        let month = try? row.decoded(plan.month) { bytes throws(FaultRule) in try MonthField.decode(bytes) }
        return month?.lastDay
    }

    private static let anyDay = CivilDate(year: 2020, month: 1, day: 1)!

    private mutating func write(_ row: borrowing Row, _ key: PersonKey?, to writer: inout CSVWriter) {
        for (place, column) in plan.columns.enumerated() {
            let range = row.range(place)
            let bytes = row.batch.bytes.span.extracting(range)
            switch column {
            case .dropped: continue
            case .person:
                let token = key.map { PseudonymToken.bytes(of: $0.pseudonym) } ?? []
                writer.append(copying: token.span)
            case .allowed:
                if plan.allowance.allows(bytes, at: place) {
                    writer.append(copyingCell: bytes)
                } else {
                    mask(place, plan.allowance.mask(bytes, at: place), &writer)
                }
            case .searched:
                if IdentitySearch.finds(in: bytes) {
                    mask(place, PersonMask.mask, &writer)
                } else {
                    writer.append(copyingCell: bytes)
                }
            case .code: writer.append(copying: code(row.word(place)))
            case .answer:
                let text = row.batch.text(of: place, in: row.record)
                let shown = plan.survey?.shown(text, place) ?? CellAllowance.textMask
                if shown != text { masked[place] += 1 }
                writer.append(copyingCell: shown)
            }
        }
        for column in plan.added {
            writer.append(
                copying: column.name == PersonColumns.birthYear.declaration.name
                    ? key?.birthYear.map { "\($0)" } ?? "" : Self.word(for: key?.sex ?? .unknown))
        }
        writer.endRecord()
    }

    private mutating func mask(_ place: Int, _ mask: String, _ writer: inout CSVWriter) {
        masked[place] += 1
        writer.append(copying: mask)
    }

    /// The same for the same id, and of no use to find it by. A code stays itself, so that a copy of a copy is the copy.
    private func code(_ id: String) -> String {
        guard !id.isEmpty else { return "" }
        if id.hasPrefix("kod-"), id.utf8.count == 20 { return id }
        return "kod-" + String(hash.recordKey(of: "code:\(id)"), radix: 16).leftPadded(to: 16)
    }

    private static func word(for sex: Sex) -> String {
        switch sex {
        case .female: "kvinna"
        case .male: "man"
        case .unknown: ""
        }
    }
}

extension String {
    fileprivate func leftPadded(to length: Int) -> String {
        String(repeating: "0", count: max(0, length - utf8.count)) + self
    }
}
