// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Tabular

/// A file of a table of totals or names after it has been read: its rows accounted for, and how it was read.
package struct TableFile: Sendable {
    package var log: RowLog
    package var format: FileFormat
    /// Headers that mean nothing to the reader, as they may be shown.
    package var ignoredColumns: [String]

    package init(log: RowLog, format: FileFormat, ignoredColumns: [String]) {
        self.log = log
        self.format = format
        self.ignoredColumns = ignoredColumns
    }
}

/// Rows of one file, decoded or faulty, before it is known how they agree with each other. Tables of totals are small.
struct TableRows<Row> {
    struct Entry {
        var line: Int
        /// The row, or why it is set aside.
        var result: Result<Row, RowFault>
        /// Remarks to make if it is kept.
        var remarks: [(rule: RemarkRule, column: Int?, found: ValueShape)] = []
    }

    let file: String
    let kind: SourceKind
    let headers: [String]
    let format: FileFormat
    var ignoredColumns: [String]
    var entries: [Entry]

    /// Decodes every row of a file.
    init(
        _ file: consuming RowFile, kind: SourceKind, decode: (RecordBatch, Int) throws(RowFault) -> Row
    ) throws(IntakeError) {
        self.file = file.file
        self.kind = kind
        self.headers = file.header.shownFields
        self.format = file.format
        self.ignoredColumns = file.header.ignored
        self.entries = []
        while let (batch, firstRow) = try file.nextBatch() {
            for record in firstRow..<max(firstRow, batch.count) {
                var entry: Entry
                do {
                    entry = Entry(line: batch.line(of: record), result: .success(try decode(batch, record)))
                } catch {
                    entry = Entry(line: batch.line(of: record), result: .failure(error))
                }
                if case .strayQuote(let column)? = batch.irregularity(of: record) {
                    entry.remarks.append((.strayQuote, column, .row))
                }
                entries.append(entry)
            }
        }
    }

    /// Sets a row that was well until now aside.
    mutating func setAside(_ row: Int, _ fault: RowFault) {
        if case .success = entries[row].result { entries[row].result = .failure(fault) }
    }

    /// The rows that are kept, with their numbers.
    var kept: [(number: Int, row: Row)] {
        entries.enumerated().compactMap { number, entry in
            guard case .success(let row) = entry.result else { return nil }
            return (number, row)
        }
    }

    /// The account of the rows.
    var tableFile: TableFile {
        var log = RowLog(file: file, kind: kind, headers: headers)
        for entry in entries {
            log.begin(line: entry.line)
            switch entry.result {
            case .success:
                for remark in entry.remarks { log.remark(remark.rule, at: remark.column, found: remark.found) }
                log.keep()
            case .failure(let fault): log.setAside(fault)
            }
        }
        return TableFile(log: log, format: format, ignoredColumns: ignoredColumns)
    }
}

extension ValueShape {
    /// The shape of a name, which shows the name only when it can hold no person key.
    init(ofName name: String) {
        let bytes = Array(name.utf8)
        self.init(ofWord: bytes.span)
    }
}
