// SPDX-License-Identifier: EUPL-1.2
import Terms

/// How a written table looks as bytes (csv-form).
package struct CSVStyle: Sendable, Equatable {
    /// The byte between fields; ASCII.
    package var delimiter: UInt8
    /// What ends a record.
    package var lineEnding: LineEnding
    /// Whether the file starts with a UTF-8 byte order mark, without which Excel takes UTF-8 for Windows-1252.
    package var byteOrderMark: Bool
    /// What stands before the decimals of a number.
    package var decimalMark: Character
    /// Whether text that a spreadsheet would run as a formula gets a `'` before it.
    package var guardsFormulas: Bool

    /// - Precondition: the delimiter is ASCII and neither a quote nor a line break.
    package init(
        delimiter: UInt8, lineEnding: LineEnding, byteOrderMark: Bool, decimalMark: Character = ".",
        guardsFormulas: Bool = false
    ) {
        precondition(delimiter < 0x80 && ![0x22, 0x0A, 0x0D].contains(delimiter), "a delimiter must delimit")
        self.delimiter = delimiter
        self.lineEnding = lineEnding
        self.byteOrderMark = byteOrderMark
        self.decimalMark = decimalMark
        self.guardsFormulas = guardsFormulas
    }

    /// `csv`: RFC 4180 with LF, UTF-8, comma.
    package static let csv = CSVStyle(delimiter: 0x2C, lineEnding: .lf, byteOrderMark: false)
    /// The same for a list that people read in a spreadsheet, and no program.
    package static let list = CSVStyle(delimiter: 0x2C, lineEnding: .lf, byteOrderMark: false, guardsFormulas: true)
    /// `csv-excel`: what a Swedish Excel opens with a double click: byte order mark, semicolon, decimal comma, CRLF.
    package static let excel = CSVStyle(
        delimiter: 0x3B, lineEnding: .crlf, byteOrderMark: true, decimalMark: ",", guardsFormulas: true)
}

/// What stands in a field of a table that is written.
package enum TableField: Sendable, Hashable {
    /// Text from anywhere: it may hold anything.
    case text(String)
    case whole(Int)
    case number(Double)
    case flag(Bool)
    case null
}

/// Writes records as delimited text, in UTF-8 (csv-skrivare).
///
/// Text is written so that whoever opens the table only reads it: control characters are shown by their pictures, and
/// a style for spreadsheets guards formulas. What must have the bytes it had is appended `copying:`, and is read back by
/// `RecordReader` as it was. A cell of an export that is copied for others to open is appended `copyingCell:`, which guards
/// formulas in it.
///
/// A pure builder of bytes. A field is quoted only where it
/// must be: when it holds the delimiter, a quote or a line break, when a blank at an end of it would be trimmed, and when
/// it is an empty record's only field, which would else be a blank line.
package struct CSVWriter: Sendable {
    /// The bytes so far.
    package private(set) var bytes: [UInt8] = []
    private let style: CSVStyle
    private var fieldsInRecord = 0
    private var recordStart = 0
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A writer of an empty file in the given style.
    package init(style: CSVStyle = .csv) {
        self.style = style
        if style.byteOrderMark { bytes = CSVWriter.byteOrderMark }
        recordStart = bytes.count
    }

    /// Writes one record of at least one field.
    package mutating func append(_ record: some Sequence<TableField>) {
        for field in record { append(copying: text(of: field)) }
        endRecord()
    }

    /// Writes one record of at least one field, each with the bytes it has.
    package mutating func append(copying record: some Sequence<String>) {
        for field in record { append(copying: field) }
        endRecord()
    }

    /// Writes the next field of the record at hand: a cell of an export, guarded where a spreadsheet would run it.
    package mutating func append(copyingCell cell: String) { append(copying: FormulaGuard.copied(cell)) }

    /// The same with the bytes of a cell, UTF-8.
    package mutating func append(copyingCell cell: Span<UInt8>) {
        switch cell.isEmpty ? UInt8(ascii: "0") : cell[0] {
        // Nearly every cell begins with one of these.
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            append(copying: cell)
        default: append(copyingCell: unsafe cell.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
        }
    }

    /// Writes the next field of the record at hand with the bytes it has.
    package mutating func append(copying field: String) {
        var field = field
        field.withUTF8 { text in
            unsafe append(copying: Span(_unsafeElements: text))
        }
    }

    /// Writes the next field of the record at hand with the bytes it has, UTF-8.
    package mutating func append(copying field: Span<UInt8>) {
        if fieldsInRecord > 0 { bytes.append(style.delimiter) }
        fieldsInRecord += 1
        guard mustBeQuoted(field) else {
            for index in field.indices { bytes.append(field[index]) }
            return
        }
        bytes.append(quote)
        for index in field.indices {
            let byte = field[index]
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    /// Ends the record at hand.
    package mutating func endRecord() {
        if bytes.count == recordStart { bytes += [quote, quote] }
        switch style.lineEnding {
        case .lf: bytes.append(0x0A)
        case .crlf: bytes += [0x0D, 0x0A]
        case .cr: bytes.append(0x0D)
        }
        fieldsInRecord = 0
        recordStart = bytes.count
    }

    /// Hands over the whole records so far and goes on after them, so that a long file can be written piece by piece.
    package mutating func takeBytes() -> [UInt8] {
        precondition(fieldsInRecord == 0, "a record is handed over whole")
        defer {
            bytes.removeAll(keepingCapacity: true)
            recordStart = 0
        }
        return bytes
    }

    private func text(of field: TableField) -> String {
        switch field {
        case .text(let text): return style.guardsFormulas ? FormulaGuard.guarded(text) : text.withoutControls
        case .whole(let number): return String(number)
        case .number(let number): return String(number.description.map { $0 == "." ? style.decimalMark : $0 })
        case .flag(let flag): return flag ? "true" : "false"
        case .null: return ""
        }
    }

    private func mustBeQuoted(_ field: Span<UInt8>) -> Bool {
        guard !field.isEmpty else { return false }
        if isBlank(field[0]) || isBlank(field[field.count - 1]) { return true }
        // A field that starts with U+FEFF at the file's start would else be taken for a byte order mark.
        if field[0] == 0xEF && (bytes.isEmpty || bytes == CSVWriter.byteOrderMark) { return true }
        for index in field.indices {
            let byte = field[index]
            if byte == style.delimiter || byte == quote || byte == 0x0A || byte == 0x0D { return true }
        }
        return false
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

private let quote = UInt8(ascii: "\"")
