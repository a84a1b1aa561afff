// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A field that could not be read, on its way from a decoder to the log.
package struct RowFault: Error, Sendable, Hashable {
    /// The field's place in the file; nil is the whole row.
    package var place: Int?
    package var rule: FaultRule
    package var found: ValueShape

    package init(_ rule: FaultRule, at place: Int? = nil, found: ValueShape = .row) {
        self.place = place
        self.rule = rule
        self.found = found
    }
}

/// What becomes of the rows of one file. Each row ends in `keep` or `setAside`, so none is lost.
package struct RowLog: Sendable {
    package let file: String
    package let kind: SourceKind
    /// The file's headers as they may be shown.
    private let headers: [String]
    package private(set) var rows = 0
    package private(set) var kept = 0
    package private(set) var faults: [Fault] = []
    package private(set) var remarks: [Remark] = []
    private var pending: [Remark] = []
    private var line = 0

    package init(file: String, kind: SourceKind, headers: [String]) {
        self.file = file
        self.kind = kind
        self.headers = headers
    }

    /// The next row begins, on this line.
    @inline(__always)
    package mutating func begin(line: Int) {
        rows += 1
        self.line = line
    }

    /// A remark on the row at hand, should it be kept.
    package mutating func remark(_ rule: RemarkRule, at column: Int?, found: ValueShape = .row) {
        pending.append(Remark(location: location(column, line: line, row: rows), rule: rule, found: found))
    }

    /// The row at hand is kept, with its remarks.
    @inline(__always)
    package mutating func keep() {
        kept += 1
        if !pending.isEmpty { keepRemarks() }
    }

    private mutating func keepRemarks() {
        remarks += pending
        pending.removeAll(keepingCapacity: true)
    }

    package mutating func setAside(_ fault: RowFault) {
        pending.removeAll(keepingCapacity: true)
        faults.append(
            Fault(location: location(fault.place, line: line, row: rows), rule: fault.rule, found: fault.found))
    }

    package var tally: FileTally {
        FileTally(
            file: file, kind: kind, rows: rows, kept: kept, setAside: faults.count, remarks: remarks.count)
    }

    private func location(_ column: Int?, line: Int, row: Int) -> Location {
        Location(file: file, line: line, column: column.flatMap { $0 < headers.count ? headers[$0] : nil }, row: row)
    }
}
