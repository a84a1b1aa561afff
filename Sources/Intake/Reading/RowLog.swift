// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular

/// Why a row cannot be kept, on its way to the log.
package struct RowFault: Error, Sendable, Hashable {
    package var rule: FaultRule
    /// The cell's place in the file, or its column's canonical name; without either the whole row.
    package var place: Int?
    package var column: String?
    package var found: ValueShape

    package init(_ rule: FaultRule, at place: Int? = nil, found: ValueShape = .row) {
        self.rule = rule
        self.place = place
        self.found = found
    }

    /// A fault that others than the row's reader find, who know columns by name.
    init(_ rule: FaultRule, in column: ColumnDeclaration, found: ValueShape = .row) {
        self.rule = rule
        self.column = column.name
        self.found = found
    }
}

/// What is worth knowing of a row, should it be kept.
struct RowRemarks: Sendable {
    struct Remark: Sendable {
        var rule: RemarkRule
        var place: Int?
        var column: String?
        /// Nil: the shape of what stands in the cell.
        var found: ValueShape?
    }

    private(set) var list: [Remark] = []

    mutating func add(_ rule: RemarkRule, at place: Int?, found: ValueShape? = .row) {
        list.append(Remark(rule: rule, place: place, found: found))
    }

    /// A remark of others than the row's reader, who know columns by name.
    mutating func add(_ rule: RemarkRule, in column: ColumnDeclaration, found: ValueShape? = .row) {
        list.append(Remark(rule: rule, column: column.name, found: found))
    }

    mutating func removeAll() {
        if !list.isEmpty { list.removeAll(keepingCapacity: true) }
    }
}

/// A row's place in a reading: its file in the order of reading, its number there from 1, and its line.
struct RowPlace: Sendable, Hashable {
    let file: Int32
    let row: Int32
    let line: Int32

    /// Rises through the reading.
    var order: UInt64 { UInt64(UInt32(bitPattern: file)) << 32 | UInt64(UInt32(bitPattern: row)) }
}

/// A row that turns out to be no case once others have been read.
struct LateFault: Sendable {
    let place: RowPlace
    let fault: RowFault
}

/// What turns out to be worth knowing of a row once others have been read.
struct LateRemark: Sendable {
    let place: RowPlace
    let remark: RowRemarks.Remark
}

/// What becomes of the rows of one file. Each row is kept unless it is set aside, and those are counted one by one.
package struct RowLog: Sendable {
    package let file: String
    /// The workbook that it is a sheet of.
    private let book: String?
    package let kind: SourceKind
    /// The file's headers as they may be shown, and the columns they stand for.
    private let headers: [String]
    private let names: [String?]
    package private(set) var rows = 0
    private var faultsByRow: [(row: Int, fault: Fault)] = []
    private var remarksByRow: [(row: Int, remark: Remark)] = []
    private(set) var passedOver: [PassedOver: Int] = [:]
    private var isSorted = true
    /// Milliseconds of rows set aside because the person's identity is protected.
    private(set) var protectedTime: Int64 = 0
    /// Rows of a sheet that are hidden in it.
    private(set) var hiddenRows = 0
    /// Whether places are cells of a sheet.
    private let isOfSheet: Bool

    package init(
        file: String, book: String? = nil, kind: SourceKind, headers: [String], names: [String?] = [],
        isOfSheet: Bool = false
    ) {
        self.book = book.map { PersonMask.shown(path: $0) }
        self.isOfSheet = isOfSheet
        self.file = PersonMask.shown(path: file)
        self.kind = kind
        self.headers = headers
        self.names = names
    }

    init(file: String, book: String?, kind: SourceKind, _ header: Header, isOfSheet: Bool) {
        self.init(
            file: file, book: book, kind: kind, headers: header.shownFields, names: header.names, isOfSheet: isOfSheet)
    }

    /// So many rows of the batch at hand are hidden.
    mutating func noteHidden(_ count: Int) { hiddenRows += count }

    /// The next row begins.
    @inline(__always)
    package mutating func begin() { rows += 1 }

    mutating func addProtected(_ amount: Int64) { protectedTime &+= amount }

    /// The row that began was none of data.
    mutating func pass(over what: PassedOver) {
        rows -= 1
        passedOver[what, default: 0] += 1
    }

    /// The record just passed over as a sum is another number than its rows make up.
    mutating func remarkOnSum(at column: Int, found: ValueShape, line: Int) {
        remark(.sumDiffers, at: column >= 0 ? column : nil, found: found, line: line, row: rows)
    }

    /// Records that never began as rows: those above the header.
    mutating func note(_ what: PassedOver, count: Int) {
        if count > 0 { passedOver[what, default: 0] += count }
    }

    /// The row at hand is kept, with its remarks.
    @inline(__always)
    mutating func keep(_ remarks: borrowing RowRemarks, _ row: borrowing Row) {
        if !remarks.list.isEmpty { note(remarks, row) }
    }

    private mutating func note(_ remarks: borrowing RowRemarks, _ row: borrowing Row) {
        for remark in remarks.list {
            let place = remark.place ?? self.place(of: remark.column)
            self.remark(
                remark.rule, at: place, found: remark.found ?? row.shape(place ?? -1), line: row.line, row: rows)
        }
    }

    mutating func remark(_ rule: RemarkRule, at place: Int?, found: ValueShape = .row, line: Int, row: Int) {
        if row < rows { isSorted = false }
        remarksByRow.append((row, Remark(location: location(place, line: line, row: row), rule: rule, found: found)))
    }

    private func place(of column: String?) -> Int? { column.flatMap { name in names.firstIndex { $0 == name } } }

    package mutating func setAside(_ fault: RowFault, line: Int) { setAside(fault, line: line, row: rows) }

    /// Sets a row aside that was kept until now; its remarks go.
    mutating func setAside(_ fault: RowFault, line: Int, row: Int) {
        if row < rows { isSorted = false }
        faultsByRow.append(
            (
                row,
                Fault(
                    location: location(fault.place ?? place(of: fault.column), line: line, row: row), rule: fault.rule,
                    found: fault.found)
            ))
    }

    mutating func setAside(_ late: LateFault) {
        setAside(late.fault, line: Int(late.place.line), row: Int(late.place.row))
    }

    mutating func remark(_ late: LateRemark) {
        remark(
            late.remark.rule, at: late.remark.place ?? place(of: late.remark.column),
            found: late.remark.found ?? .row, line: Int(late.place.line), row: Int(late.place.row))
    }

    /// In the order of rows; a row has one fault, its first.
    package var faults: [Fault] {
        guard !isSorted else { return faultsByRow.map(\.fault) }
        var seen: Set<Int> = []
        let first = faultsByRow.filter { seen.insert($0.row).inserted }
        return first.sorted { $0.row < $1.row }.map(\.fault)
    }

    /// Of the rows that are kept, in their order.
    package var remarks: [Remark] {
        guard !isSorted else { return remarksByRow.map(\.remark) }
        let aside = Set(faultsByRow.map(\.row))
        let kept = remarksByRow.enumerated().filter { !aside.contains($0.element.row) }
        return kept.sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element.remark)
    }

    package var tally: FileTally {
        let setAside = faults.count
        return FileTally(
            file: file, book: book, kind: kind, rows: rows, kept: rows - setAside, setAside: setAside,
            remarks: remarks.count,
            passedOver: passedOver)
    }

    private func location(_ column: Int?, line: Int, row: Int) -> Location {
        Location(
            file: file, line: line, column: column.flatMap { $0 < headers.count ? headers[$0] : nil }, row: row,
            cell: isOfSheet ? column.map { CellName.of(column: $0, row: line) } ?? "\(line)" : nil)
    }
}
