// SPDX-License-Identifier: EUPL-1.2

import Tabular

/// How an export is written: systems and spreadsheets differ, the content does not.
package struct ExportDialect: Sendable, Hashable {
    package enum Encoding: String, Sendable, CaseIterable {
        case utf8 = "utf-8"
        case utf8WithMark = "utf-8-bom"
        case windows1252 = "windows-1252"
        case utf16LittleEndian = "utf-16le"
        case utf16BigEndian = "utf-16be"
    }
    package enum LineEnding: String, Sendable, CaseIterable {
        case lf, crlf
    }

    package var encoding: Encoding
    /// `;`, `,`, tab or `|`, as ASCII.
    package var delimiter: UInt8
    package var lineEnding: LineEnding
    package var hasDecimalComma: Bool

    package init(
        encoding: Encoding = .utf8, delimiter: UInt8 = UInt8(ascii: ";"), lineEnding: LineEnding = .lf,
        hasDecimalComma: Bool = true
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.lineEnding = lineEnding
        self.hasDecimalComma = hasDecimalComma
    }

    /// For the writer; the byte order mark is put before what is encoded.
    var style: CSVStyle {
        CSVStyle(delimiter: delimiter, lineEnding: lineEnding == .lf ? .lf : .crlf, byteOrderMark: false)
    }

    var newline: String { lineEnding == .lf ? "\n" : "\r\n" }

    /// The bytes a file in this encoding begins with.
    var byteOrderMark: [UInt8] {
        switch encoding {
        case .utf8, .windows1252: []
        case .utf8WithMark: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        }
    }

    /// UTF-8 text in this encoding. What Windows-1252 has no sign for becomes `?`.
    func encoded(_ text: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8, .utf8WithMark: text
        case .windows1252: String(decoding: text, as: UTF8.self).unicodeScalars.map(Self.windows1252)
        case .utf16LittleEndian:
            String(decoding: text, as: UTF8.self).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian:
            String(decoding: text, as: UTF8.self).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        }
    }

    private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case ..<0x80, 0xA0...0xFF: UInt8(scalar.value)
        case 0x2013: 0x96
        case 0x2014: 0x97
        default: UInt8(ascii: "?")
        }
    }
}
