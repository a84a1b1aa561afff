// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// Reads the rows of one settled table: one cell after the other, from the row's own bytes alone.
protocol RowReader {
    associatedtype Decoded
    /// Columns of the file.
    var width: Int { get }
    /// What a row says. Throws why it cannot be kept; nil when the system marks it as deleted.
    /// Names it meets are numbered in `names`; they are kept when the row is.
    mutating func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> Decoded?
    /// Whether a row that does not decode may be a sum, a page head or a footnote.
    var mayHoldOddRows: Bool { get }
    /// What a row is that decodes to nothing.
    var passedAs: PassedOver { get }
    /// The amount that sums of the table add up, in whole parts; nil when it has none.
    static func amount(of decoded: Decoded) -> Int64?
    /// The amount a cell says, for rows that are set aside and for sums.
    var amountPlace: Int { get }
    func amount(_ row: borrowing Row) -> Int64?
}

extension RowReader {
    var mayHoldOddRows: Bool { true }
    var passedAs: PassedOver { .deleted }
    static func amount(of decoded: Decoded) -> Int64? { nil }
    var amountPlace: Int { -1 }
    func amount(_ row: borrowing Row) -> Int64? { nil }
}

/// The one loop of all readers: open → find header → settle columns → **decode** → **settle** → log.
struct TableLoop {
    private let found: FoundHeader
    private let file: Int32
    /// How many fields most rows have with empty ones after the header's last; nil when they have as many as the header.
    private let padded: Int?
    private var sums = SumControl()
    /// What the table's own sums come to, once it has been read; nil where it has none that cover its rows.
    var tableSums: TableSums? { sums.tableSums }
    private var remarks = RowRemarks()

    init(_ found: FoundHeader, _ sample: TableSample, file: Int) {
        self.found = found
        self.file = Int32(file)
        padded = Self.padded(sample, found.header.fields.count)
    }

    /// A separator at the end of every row is no column; one in a single row may be part of a value that was not quoted.
    private static func padded(_ sample: TableSample, _ width: Int) -> Int? {
        var rows = 0
        var counts: [Int: Int] = [:]
        sample.forEachRow { row in
            // Page heads and footnotes have fewer.
            guard !row.isBlank, row.fieldCount >= width else { return }
            rows += 1
            if row.fieldCount > width, row.isEmpty(from: width) { counts[row.fieldCount, default: 0] += 1 }
        }
        return counts.first { $0.value * 2 > rows && rows > 0 }?.key
    }

    /// Reads what is left of a table. A row that decodes is settled; what `settle` throws sets it aside too.
    ///
    /// A row that does not decode may be no row of data: a sum, the header once more, a page number. Only then is it
    /// looked at as such, so that such rows cost nothing where there are none.
    mutating func run<Reader: RowReader>(
        _ table: inout OpenTable, _ reader: inout Reader, _ log: inout RowLog, _ ledger: inout Ledger,
        progress: (Int, Int) -> Void = { _, _ in },
        settle: (Reader.Decoded, RowPlace, inout RowRemarks, inout Ledger) throws(RowFault) -> Void
    ) throws(IntakeFileError) {
        log.note(.title, count: found.record)
        var skipped = found.record + 1
        while let batch = try table.nextBatch() {
            try check(batch, after: skipped)
            log.noteHidden(batch.hiddenRecords.count { $0 >= skipped })
            let first = run(batch, &skipped, &reader, &log, &ledger, settle)
            progress(batch.count - first, batch.bytes.count)
        }
    }

    /// Throws `uncalculated` where a column that is read has a formula that was never calculated: its cell is empty, and an
    /// empty cell means something else.
    private func check(_ batch: RecordBatch, after skipped: Int) throws(IntakeFileError) {
        guard batch.cellTypes.contains(.uncalculated) else { return }
        for record in min(skipped, batch.count)..<batch.count {
            for column in found.header.places.compactMap({ $0 })
            where column < batch.fieldCount(of: record) && batch.cellType(of: column, in: record) == .uncalculated {
                throw .uncalculated(cell: CellName.of(column: column, row: batch.line(of: record)))
            }
        }
    }

    /// Reads a table that is in memory, whose records above the header are part of it.
    mutating func run<Reader: RowReader>(
        _ batches: [RecordBatch], _ reader: inout Reader, _ log: inout RowLog, _ ledger: inout Ledger,
        settle: (Reader.Decoded, RowPlace, inout RowRemarks, inout Ledger) throws(RowFault) -> Void
    ) {
        var skipped = found.record + 1
        for batch in batches { _ = run(batch, &skipped, &reader, &log, &ledger, settle) }
    }

    /// Reads the records of a batch after those that are skipped; gives how many were.
    @inline(__always)
    private mutating func run<Reader: RowReader>(
        _ batch: RecordBatch, _ skipped: inout Int, _ reader: inout Reader, _ log: inout RowLog,
        _ ledger: inout Ledger,
        _ settle: (Reader.Decoded, RowPlace, inout RowRemarks, inout Ledger) throws(RowFault) -> Void
    ) -> Int {
        let first = min(skipped, batch.count)
        skipped -= first
        var row = Row(of: batch)
        for record in first..<batch.count {
            row.record = record
            log.begin()
            read(row, &reader, &log, &ledger, settle)
        }
        return first
    }

    @inline(__always)
    private mutating func read<Reader: RowReader>(
        _ row: borrowing Row, _ reader: inout Reader, _ log: inout RowLog, _ ledger: inout Ledger,
        _ settle: (Reader.Decoded, RowPlace, inout RowRemarks, inout Ledger) throws(RowFault) -> Void
    ) {
        remarks.removeAll()
        var isDecoded = false
        do throws(RowFault) {
            if let fault = row.recordFault(columns: reader.width, padded: padded) { throw fault }
            if case .strayQuote(let column)? = row.irregularity { remarks.add(.strayQuote, at: column) }
            guard let decoded = try reader.decode(row, &ledger.names, &remarks) else {
                sums.addDeleted(reader.amount(row) ?? 0)
                return log.pass(over: reader.passedAs)
            }
            if let amount = Reader.amount(of: decoded) { sums.add(amount) }
            isDecoded = true
            try settle(decoded, RowPlace(file: file, row: Int32(log.rows), line: Int32(row.line)), &remarks, &ledger)
            log.keep(remarks, row)
        } catch {
            setAside(error, row, reader, &log, isDecoded: isDecoded)
        }
    }

    /// A row that was decoded is one of data, and its amount is among those that sums add up already.
    private mutating func setAside<Reader: RowReader>(
        _ fault: RowFault, _ row: borrowing Row, _ reader: Reader, _ log: inout RowLog, isDecoded: Bool
    ) {
        let amount = reader.amount(row)
        guard !isDecoded, reader.mayHoldOddRows,
            let what = OddRow.kind(of: row, fault, found, sums, amount)
        else {
            if let amount {
                if !isDecoded { sums.add(amount) }
                sums.addSetAside(amount)
                if fault.rule == .protectedPerson { log.addProtected(amount) }
            }
            return log.setAside(fault, line: row.line)
        }
        log.pass(over: what)
        guard what == .sum else { return }
        let isRight = amount.map { sums.agrees($0) } ?? true
        sums.endPart(told: amount)
        guard !isRight else { return }
        log.remarkOnSum(at: reader.amountPlace, found: row.shape(reader.amountPlace), line: row.line)
    }
}

/// The sums of a table's rows so far, to know a row of sums by and to check it against: a control that costs nothing.
struct SumControl {
    private var whole: Int64 = 0
    private var part: Int64 = 0
    private var deleted: Int64 = 0
    private var deletedOfPart: Int64 = 0
    private(set) var rows = 0
    private var rowsOfPart = 0
    private var deletedRows = 0
    private var deletedRowsOfPart = 0
    private var setAside: Int64 = 0
    /// What the sums of parts come to so far, and how many rows those are of; the last sum of all rows above it, likewise.
    private var parts: (amount: Int64, rows: Int) = (0, 0)
    private var total: (amount: Int64, rows: Int)?

    mutating func addSetAside(_ amount: Int64) { setAside &+= amount }

    /// What the table's own sums come to: its last, if that is below all rows, else those of its parts.
    var tableSums: TableSums? {
        let all = rows + deletedRows
        let told = total.flatMap { $0.rows == all ? $0.amount : nil } ?? (parts.rows == all ? parts.amount : nil)
        guard let told, all > 0 else { return nil }
        let hasDeleted = (whole &+ deleted &- told).magnitude < (whole &- told).magnitude
        return TableSums(told: told, setAside: setAside, deleted: hasDeleted ? deleted : 0, slack: slack)
    }

    private var slack: Int64 { 36_000 &+ Int64(rows) &* 18_000 }

    mutating func add(_ amount: Int64) {
        whole &+= amount
        part &+= amount
        rows += 1
        rowsOfPart += 1
    }

    mutating func addDeleted(_ amount: Int64) {
        deleted &+= amount
        deletedOfPart &+= amount
        deletedRows += 1
        deletedRowsOfPart += 1
    }

    /// Whether the amount is the sum of all rows above or of those since the last sum, with or without deleted ones. An
    /// export may have rounded each row to a hundredth of an hour.
    func agrees(_ amount: Int64) -> Bool {
        let slack = slack
        func near(_ sum: Int64) -> Bool { (sum &- amount).magnitude <= UInt64(slack) }
        return near(whole) || near(part) || near(whole &+ deleted) || near(part &+ deletedOfPart)
    }

    /// Whether the amount is, to the last digit, a sum of two rows or more above.
    func isExactly(_ amount: Int64) -> Bool {
        guard amount != 0 else { return false }
        return rows >= 2 && amount == whole || rowsOfPart >= 2 && amount == part
            || rows + deletedRows >= 2 && amount == whole &+ deleted
            || rowsOfPart + deletedRowsOfPart >= 2 && amount == part &+ deletedOfPart
    }

    /// A sum ends a part of the table, or comes below such sums and is of them all.
    mutating func endPart(told: Int64?) {
        let rowsOfPart = rowsOfPart + deletedRowsOfPart
        if let told {
            if rowsOfPart > 0 { parts = (parts.amount &+ told, parts.rows + rowsOfPart) }
            if rowsOfPart == 0 || rowsOfPart == rows + deletedRows { total = (told, rows + deletedRows) }
        }
        clearPart()
    }

    private mutating func clearPart() {
        part = 0
        deletedOfPart = 0
        rowsOfPart = 0
        deletedRowsOfPart = 0
    }
}

/// What a table's own sums come to, in whole parts, and what of its rows they have that is not taken up.
struct TableSums: Sendable {
    let told: Int64
    /// Of rows set aside as they were read.
    let setAside: Int64
    /// Of rows deleted in the system, where the sums have them.
    let deleted: Int64
    /// As much as rounding of each row may make.
    let slack: Int64
}
