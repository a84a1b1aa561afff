// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport

/// One row of a workbook as a test sees it.
struct SheetRow: Equatable, CustomStringConvertible {
    var line: Int
    var fields: [String]
    var types: [CellType]
    var isHidden: Bool

    var description: String { "\(line): \(zip(fields, types).map { "\($0) \($1)" })" + (isHidden ? " hidden" : "") }
}

func rows(of source: inout TableSource) throws -> [SheetRow] {
    var all: [SheetRow] = []
    while let batch = try source.nextBatch() {
        var row = Row(of: batch)
        for record in 0..<batch.count {
            row.record = record
            let columns = 0..<row.fieldCount
            all.append(
                SheetRow(
                    line: row.line, fields: columns.map { row.text($0) }, types: columns.map { row.cellType($0) },
                    isHidden: row.isHidden))
        }
    }
    return all
}

func rows(in bytes: [UInt8], _ table: TablePlace? = nil) throws -> [SheetRow] {
    var source = try TableSource(bytes: bytes, name: "x", table: table)
    return try rows(of: &source)
}

/// The fields of the only sheet of a workbook.
func fields(_ maker: XLSXMaker) throws -> [[String]] { try rows(in: maker.bytes()).map(\.fields) }

/// Text and type of the cells of a single row.
func cells(_ maker: XLSXMaker) throws -> [String] {
    try rows(in: maker.bytes()).flatMap { zip($0.fields, $0.types).map { "\($0)|\($1)" } }
}

/// What reading a file to its end throws; nil when it reads.
func failure(_ bytes: [UInt8]) -> ReadError? {
    do {
        for table in try TableSource.tables(in: bytes, name: "x") {
            var source = try TableSource(
                bytes: bytes, name: "x", table: table, options: ReaderOptions(wantsDigest: true))
            while try source.nextBatch() != nil {}
            _ = (source.merges, source.hiddenColumns, source.sheet)
        }
        return nil
    } catch {
        return error
    }
}
