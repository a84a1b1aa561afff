// SPDX-License-Identifier: EUPL-1.2

/// How a file's bytes stand for text (teckenkodning).
package enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8 without byte order mark; also plain ASCII.
    case utf8 = "utf-8"
    /// UTF-8 with byte order mark, as Excel's "CSV UTF-8" writes it.
    case utf8BOM = "utf-8-bom"
    /// UTF-16, least significant byte first: Excel's "Unicode text".
    case utf16LE = "utf-16le"
    /// UTF-16, most significant byte first.
    case utf16BE = "utf-16be"
    /// Windows-1252, of which ISO 8859-1 is the printable part.
    case windows1252 = "windows-1252"

    /// Bytes in the smallest unit of the encoding.
    var unitSize: Int {
        switch self {
        case .utf8, .utf8BOM, .windows1252: 1
        case .utf16LE, .utf16BE: 2
        }
    }
}
