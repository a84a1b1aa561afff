// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A calendar month: `2019-03`, `201903`, `2019M03`, `03/2019`, `mars 2019`, `mar-2019`, `March 2019`; or a date in it.
package enum MonthField {
    /// Decodes a field without surrounding blanks in a column whose dates tell their order themselves. Throws
    /// `notAMonth`, `noSuchDate`, `excelSerialDate`, `ambiguousDate`.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> YearMonth { try decode(bytes, order: nil) }

    /// Decodes a field without surrounding blanks; a date in it has the column's order. Throws `notAMonth`,
    /// `noSuchDate`, `excelSerialDate`, `ambiguousDate`.
    package static func decode(_ bytes: Span<UInt8>, order: DateOrder?) throws(FaultRule) -> YearMonth {
        do {
            return try read(bytes, order)
        } catch {
            guard error == .notAMonth, let plain = UnseenCharacters.plain(bytes) else { throw error }
            return try read(plain.span, order)
        }
    }

    private static func read(_ bytes: Span<UInt8>, _ order: DateOrder?) throws(FaultRule) -> YearMonth {
        if bytes.count >= 6, let year = Digits.four(bytes, at: 0) {
            let isParted = bytes[4] == 0x2D || bytes[4] == 0x2F || bytes[4] | 0x20 == UInt8(ascii: "m")
            if bytes.count == 7, isParted, let month = Digits.two(bytes, at: 5) { return try existing(year, month) }
            if bytes.count == 6, isParted, bytes[5] &- 0x30 < 10 { return try existing(year, Int(bytes[5] - 0x30)) }
            // `190301` is a day of 2019: no column of months goes back to 1903.
            if bytes.count == 6, years.contains(year), let month = Digits.two(bytes, at: 4) {
                return try existing(year, month)
            }
        }
        if bytes.count == 7, bytes[2] == 0x2D || bytes[2] == 0x2F || bytes[2] == 0x2E,
            let month = Digits.two(bytes, at: 0), let year = Digits.four(bytes, at: 3)
        {
            return try existing(year, month)
        }
        var index = 0
        if let month = MonthName.number(bytes, at: &index) {
            if index < bytes.count {
                let blank = Blanks.lengthOfBlank(startingAt: index, before: bytes.count, in: bytes)
                index += blank > 0 ? blank : bytes[index] == 0x2D ? 1 : 0
            }
            if index + 4 == bytes.count, let year = Digits.four(bytes, at: index) { return try existing(year, month) }
        }
        do {
            return try DateField.decode(bytes, order: order).month
        } catch {
            throw error == .notADate ? .notAMonth : error
        }
    }

    /// 1–12 of a month without its year, by its number or name; nil for any other text.
    static func number(_ bytes: Span<UInt8>) -> Int? {
        if bytes.count <= 2, let number = Int(bytes.text) { return (1...12).contains(number) ? number : nil }
        return NamedPeriods.monthName(bytes.text)
    }

    private static let years = 1950...2199

    private static func existing(_ year: Int, _ month: Int) throws(FaultRule) -> YearMonth {
        guard (1...12).contains(month), (1583...9999).contains(year) else { throw .noSuchDate }
        return YearMonth(year: year, month: month)
    }
}

/// The months' names in Swedish and English, whole or their first three letters.
enum MonthName {
    /// 1–12 when a name of a month begins here, moving past it (and a point after a shortened name).
    static func number(_ bytes: Span<UInt8>, at index: inout Int) -> Int? {
        var length = 0
        while index + length < bytes.count, (0x61...0x7A).contains(bytes[index + length] | 0x20) { length += 1 }
        guard length >= 3 else { return nil }
        for (month, spellings) in names.enumerated() {
            for name in spellings where length == 3 || length == name.utf8.count || (length == 4 && month == 8) {
                let matches = zip(name.utf8.prefix(length), 0..<length).allSatisfy { letter, offset in
                    letter == bytes[index + offset] | 0x20
                }
                guard matches, length <= name.utf8.count else { continue }
                index += length
                if index < bytes.count, bytes[index] == 0x2E { index += 1 }
                return month + 1
            }
        }
        return nil
    }

    private static let names: [[String]] = [
        ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"], ["maj", "may"],
        ["juni", "june"], ["juli", "july"], ["augusti", "august"], ["september"], ["oktober", "october"],
        ["november"], ["december"],
    ]
}
