// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// An identity number whose date stands in one cell of a row and its last four in another, in columns that nothing is
/// known of: each cell alone is a date or a number that may be shown.
enum SplitNumber {
    /// Whether a cell of four digits is the end of a number that any date among the cells of the row begins: the check
    /// digit tells, so one in ten other numbers beside a date is taken for one too.
    static func isEnd(_ cell: String, in row: [String]) -> Bool {
        let end = plain(cell)
        guard end.count == 4, end.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        return row.contains { other in
            guard let date = date(plain(other)) else { return false }
            return IdentityNumber.hasRightCheckDigit((date + end)[...])
        }
    }

    private static func plain(_ cell: String) -> [UInt8] {
        let bytes = Array(cell.utf8)
        return UnseenCharacters.plain(bytes.span) ?? bytes
    }

    /// Six digits of the date: as they stand, or of a date in any form.
    private static func date(_ cell: [UInt8]) -> [UInt8]? {
        if cell.count == 6 || cell.count == 8, cell.allSatisfy({ $0 &- 0x30 < 10 }) { return Array(cell.suffix(6)) }
        guard let date = try? DateField.decode(cell.span, order: .dayFirst) else { return nil }
        let parts = date.components
        var digits: [UInt8] = []
        for part in [parts.year % 100, parts.month, parts.day] {
            digits.append(UInt8(0x30 + part / 10))
            digits.append(UInt8(0x30 + part % 10))
        }
        return digits
    }
}
