// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// One row of an export: a value under each header.
struct ExportRow {
    /// As written, quoted by the writer where the dialect needs it.
    var cells: [String]

    init(_ cells: [String]) {
        self.cells = cells
    }

    /// The row as UTF-8 without its line ending.
    func append(to bytes: inout [UInt8], delimiter: UInt8) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            Self.append(cell, to: &bytes, delimiter: delimiter)
        }
    }

    private static func append(_ cell: String, to bytes: inout [UInt8], delimiter: UInt8) {
        let text = cell.utf8
        let needsQuotes =
            text.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
            || text.first == 32 || text.last == 32
        guard needsQuotes else {
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// A number of hundredths in the shortest decimal form: `12`, `2,5`, `2,33`.
func decimal(_ hundredths: Int, comma: Bool) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest != 0 else { return String(whole) }
    let digits = rest % 10 == 0 ? String(rest / 10) : twoDigits(rest)
    return "\(whole)\(comma ? "," : ".")\(digits)"
}

/// `08:15`, and past midnight the clock of the next day.
func clock(_ minutes: Int) -> String {
    "\(twoDigits(minutes / 60 % 24)):\(twoDigits(minutes % 60))"
}
