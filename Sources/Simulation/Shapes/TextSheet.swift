// SPDX-License-Identifier: EUPL-1.2

import Tabular

/// A text file of a shape as it grows: titles, the header, rows, and what stands between them.
struct TextSheet {
    let dialect: ExportDialect
    let form: CellForm
    private var writer: CSVWriter
    private var text: [UInt8] = []

    /// - Parameter hasSeparatorLine: Begins with `sep=;`, which a spreadsheet takes for a setting.
    init(_ dialect: ExportDialect, _ form: CellForm = CellForm(), hasSeparatorLine: Bool = false) {
        self.dialect = dialect
        self.form = form
        writer = CSVWriter(style: dialect.style)
        if hasSeparatorLine {
            text = Array(("sep=" + String(UnicodeScalar(dialect.delimiter)) + dialect.newline).utf8)
        }
    }

    mutating func append(title: String) { writer.append(copying: [title]) }
    mutating func append(header: [String]) { writer.append(copying: header) }
    mutating func append(_ cells: [ShapedCell]) { writer.append(copying: cells.map(form.text)) }

    mutating func append<Row>(_ rows: [Row], of table: ShapedTable<Row>) {
        append(header: table.header)
        for row in rows { append(table.cells(row)) }
    }

    /// A line with nothing in it.
    mutating func appendBlank() { text += writer.takeBytes() + Array(dialect.newline.utf8) }

    var bytes: [UInt8] { dialect.byteOrderMark + dialect.encoded(text + writer.bytes) }
}
