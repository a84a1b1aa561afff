// SPDX-License-Identifier: EUPL-1.2

/// An export as it lies on disk: cells in some order, and the dialect they are written in.
struct FieldFile {
    enum Encoding: CaseIterable { case utf8, utf8WithMark, utf16LE, utf16BE, utf16LEWithoutMark, windows1252 }

    enum Record {
        case cells([String])
        /// A row of one cell that is no case.
        case text(String)
        case header
        /// No cell; or only separators.
        case blank
    }

    var name = ""
    var header: [String] = []
    /// For each column the one it stands for; nil of one that nobody reads.
    var columns: [String?] = []
    /// What stands above the header.
    var titles: [String] = []
    var records: [Record] = []
    /// Whether it has a column for each month.
    var isWide = false

    var separator: Character = ";"
    var encoding = Encoding.utf8
    var lineEnding = "\n"
    var quotesAll = false
    var hasSeparatorLine = false
    /// Whether rows of one cell are filled up to the width of the table.
    var padsTexts = false
    /// Whether each line ends with a separator; the header too, or rows alone.
    var endsRows = false
    var endsHeader = false
    var endsFile = true

    /// The file's bytes, by a writer that shares nothing with those of the product.
    var bytes: [UInt8] {
        var lines = hasSeparatorLine ? ["sep=\(separator)"] : []
        lines += titles.map { text($0) }
        lines.append(line(header) + (endsHeader ? "\(separator)" : ""))
        for record in records {
            switch record {
            case .cells(let cells): lines.append(line(cells) + (endsRows ? "\(separator)" : ""))
            case .text(let text): lines.append(self.text(text))
            case .header: lines.append(line(header) + (endsHeader ? "\(separator)" : ""))
            case .blank: lines.append(padsTexts ? String(repeating: separator, count: header.count - 1) : "")
            }
        }
        return encoded(lines.joined(separator: lineEnding) + (endsFile ? lineEnding : ""))
    }

    private func text(_ text: String) -> String {
        quoted(text) + (padsTexts ? String(repeating: separator, count: header.count - 1) : "")
    }

    private func line(_ cells: [String]) -> String { cells.map { quoted($0) }.joined(separator: "\(separator)") }

    private func quoted(_ cell: String) -> String {
        let needsQuotes = cell.contains { $0 == separator || $0 == "\"" || $0.isNewline }
        guard quotesAll || needsQuotes else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private func encoded(_ text: String) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .utf16LE: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16LEWithoutMark: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BE: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1252: text.unicodeScalars.map(Self.windows1252)
        }
    }

    /// Whether the encoding has signs beyond those of Western Europe.
    var isUnicode: Bool { encoding != .windows1252 }

    private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0..<0x80, 0xA0...0xFF: return UInt8(scalar.value)
        case 0x2013: return 0x96
        case 0x2019: return 0x92
        default: preconditionFailure("the shape holds a sign that its encoding has not")
        }
    }
}
