// SPDX-License-Identifier: EUPL-1.2

/// How a written table looks as bytes (csv-form).
package struct CSVStyle: Sendable, Equatable {
    /// The byte between fields; ASCII.
    package var delimiter: UInt8
    /// What ends a record.
    package var lineEnding: LineEnding
    /// Whether the file starts with a UTF-8 byte order mark, without which Excel takes UTF-8 for Windows-1252.
    package var byteOrderMark: Bool

    /// - Precondition: the delimiter is ASCII and neither a quote nor a line break.
    package init(delimiter: UInt8, lineEnding: LineEnding, byteOrderMark: Bool) {
        precondition(delimiter < 0x80 && ![0x22, 0x0A, 0x0D].contains(delimiter), "a delimiter must delimit")
        self.delimiter = delimiter
        self.lineEnding = lineEnding
        self.byteOrderMark = byteOrderMark
    }

    /// `csv`: RFC 4180 with LF, UTF-8, comma.
    package static let csv = CSVStyle(delimiter: 0x2C, lineEnding: .lf, byteOrderMark: false)
    /// `csv-excel`: what a Swedish Excel opens with a double click: byte order mark, semicolon, CRLF.
    package static let excel = CSVStyle(delimiter: 0x3B, lineEnding: .crlf, byteOrderMark: true)
}
