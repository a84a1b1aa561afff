// SPDX-License-Identifier: EUPL-1.2

import Tabular

/// A table of an export while faults are planted in it. Columns go by their canonical names; the headers that are
/// written may be others.
struct FaultySheet {
    /// How a cell departs from what the writer makes of it.
    enum Break {
        /// `  Bromma `: blanks round an unquoted field.
        case blanksRound
        /// `5" skärm`: a quote inside an unquoted field.
        case strayQuote
        /// `"Utförare Ek"x`: something after the closing quote.
        case junkAfterQuote
        /// `"Utförare Ek`: a quote that never closes.
        case unclosedQuote
    }

    struct Row {
        var cells: [String]
        /// A row holds one planted thing at most.
        var isTaken = false
        var broken: (column: Int, how: Break)?
        var planted: [(rule: String, column: String?, kind: PlantedFault.Kind)] = []
    }

    let file: String
    let dialect: ExportDialect
    /// Excel's `sep=;` as the file's first line.
    var hasSeparatorLine = false
    /// Canonical names in order.
    let columns: [String]
    /// As written in the file: one row, or two. Findings name a column by the first.
    var headerRows: [[String]]
    /// Every cell in quotes, needed or not.
    var quotesAll = false
    var rows: [Row]
    /// Line breaks after the last row: 1, none at all, or blank lines.
    var finalLineEndings = 1

    init(file: String, dialect: ExportDialect, columns: [String], headers: [String: String], rows: [ExportRow]) {
        self.init(
            file: file, dialect: dialect, columns: columns, headerRows: [columns.map { headers[$0] ?? $0 }], rows: rows)
    }

    init(file: String, dialect: ExportDialect, columns: [String], headerRows: [[String]], rows: [ExportRow]) {
        self.file = file
        self.dialect = dialect
        self.columns = columns
        self.headerRows = headerRows
        self.rows = rows.map { Row(cells: $0.cells) }
    }

    func place(of column: String) -> Int {
        guard let place = columns.firstIndex(of: column) else { preconditionFailure("no column \(column)") }
        return place
    }

    subscript(row: Int, column: String) -> String {
        get { rows[row].cells[place(of: column)] }
        set { rows[row].cells[place(of: column)] = newValue }
    }

    /// The header written over a canonical column.
    func header(_ column: String) -> String { headerRows[0][place(of: column)] }

    /// The file's bytes, and where what was planted came to stand.
    func written() -> (ExportFile, [PlantedFault]) {
        var text: [UInt8] = []
        var planted: [PlantedFault] = []
        var line = 1
        if hasSeparatorLine {
            text += "sep=".utf8
            text.append(dialect.delimiter)
            text += dialect.newline.utf8
            line += 1
        }
        for headers in headerRows {
            let start = text.count
            text += joined(headers)
            text += dialect.newline.utf8
            line += text[start...].count { $0 == 10 }
        }
        for (number, row) in rows.enumerated() {
            for item in row.planted {
                planted.append(
                    PlantedFault(
                        file: file, line: line, row: number + 1, column: item.column, rule: item.rule,
                        kind: item.kind))
            }
            let start = text.count
            append(row, to: &text)
            line += 1 + text[start...].count { $0 == 10 }
            let isLast = number == rows.count - 1
            for _ in 0..<(isLast ? finalLineEndings : 1) { text += dialect.newline.utf8 }
        }
        return (ExportFile(name: file, bytes: dialect.byteOrderMark + dialect.encoded(text)), planted)
    }

    private func append(_ row: Row, to text: inout [UInt8]) {
        guard let broken = row.broken else {
            text += joined(row.cells)
            return
        }
        if broken.column > 0 {
            text += joined(row.cells[..<broken.column])
            text.append(dialect.delimiter)
        }
        let cell = row.cells[broken.column]
        switch broken.how {
        case .blanksRound: text += "  \(cell) ".utf8
        case .strayQuote: text += "\(cell)5\" bred".utf8
        case .junkAfterQuote: text += "\"\(cell)\"x".utf8
        case .unclosedQuote: text += "\"\(cell)".utf8
        }
        guard broken.column + 1 < row.cells.count else { return }
        text.append(dialect.delimiter)
        text += joined(row.cells[(broken.column + 1)...])
    }

    /// Cells quoted where they must be, without a line ending.
    private func joined(_ cells: some Sequence<String>) -> [UInt8] {
        guard !quotesAll else {
            return Array(
                cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
                    .joined(separator: String(UnicodeScalar(dialect.delimiter))).utf8)
        }
        var writer = CSVWriter(style: CSVStyle(delimiter: dialect.delimiter, lineEnding: .lf, byteOrderMark: false))
        writer.append(copying: cells)
        return writer.bytes.dropLast()
    }
}
