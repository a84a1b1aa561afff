// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A date: `2019-03-01`, `20190301`, `2019/03/01`, `2019.03.01`, `1/3 2019` (day, month), `1 mars 2019`,
/// each perhaps with a clock time after it.
///
/// `1/3/2019` and `19-03-01` can be read in more than one way, so they are no dates.
package enum DateField {
    /// Decodes a field without surrounding blanks. Throws `notADate`, `noSuchDate`, `excelSerialDate`.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> CivilDate {
        if bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Digits.four(bytes, at: 0), let month = Digits.two(bytes, at: 5),
            let day = Digits.two(bytes, at: 8)
        {
            return try existing(year, month, day)
        }
        return try decodeWithClock(bytes).date
    }

    /// The date, and seconds since midnight when a clock time follows it after a space or a `T`.
    package static func decodeWithClock(
        _ bytes: Span<UInt8>
    ) throws(FaultRule) -> (date: CivilDate, seconds: Int?) {
        guard bytes.count >= 8 else { throw isSerial(bytes) ? .excelSerialDate : .notADate }
        if let year = Digits.four(bytes, at: 0) {
            let mark = bytes[4]
            if mark == 0x2D || mark == 0x2F || mark == 0x2E {
                var index = 5
                guard let month = Digits.run(bytes, at: &index, most: 2), index < bytes.count, bytes[index] == mark
                else { throw isSerial(bytes) ? .excelSerialDate : .notADate }
                index += 1
                guard let day = Digits.run(bytes, at: &index, most: 2) else { throw .notADate }
                return (try existing(year, month, day), try clock(bytes, from: index))
            }
            if let monthAndDay = Digits.four(bytes, at: 4) {
                guard bytes.count == 8 || bytes[8] &- 0x30 >= 10 else { throw .notADate }
                return (try existing(year, monthAndDay / 100, monthAndDay % 100), try clock(bytes, from: 8))
            }
            throw isSerial(bytes) ? .excelSerialDate : .notADate
        }
        return try dayFirst(bytes)
    }

    /// `1/3 2019` or `1 mars 2019`.
    private static func dayFirst(_ bytes: Span<UInt8>) throws(FaultRule) -> (date: CivilDate, seconds: Int?) {
        var index = 0
        guard let day = Digits.run(bytes, at: &index, most: 2), index < bytes.count else { throw .notADate }
        let month: Int
        if bytes[index] == 0x2F {
            index += 1
            guard let number = Digits.run(bytes, at: &index, most: 2) else { throw .notADate }
            month = number
        } else {
            guard skipBlanks(bytes, &index), let named = MonthName.number(bytes, at: &index) else { throw .notADate }
            month = named
        }
        guard skipBlanks(bytes, &index), index + 4 <= bytes.count, let year = Digits.four(bytes, at: index)
        else { throw .notADate }
        return (try existing(year, month, day), try clock(bytes, from: index + 4))
    }

    /// What follows the date: nothing, or a clock time.
    private static func clock(_ bytes: Span<UInt8>, from start: Int) throws(FaultRule) -> Int? {
        guard start < bytes.count else { return nil }
        var index = start
        if bytes[index] == 0x54 { index += 1 } else if !skipBlanks(bytes, &index) { throw .notADate }
        var end = bytes.count
        // Databases add fractions of a second: `08:15:00.000`.
        if end - index > 9, bytes[index + 8] == 0x2E {
            var digits = index + 9
            guard Digits.run(bytes, at: &digits, most: 9) != nil, digits == end else { throw .notADate }
            end = index + 8
        }
        guard let seconds = ClockField.seconds(in: bytes, index..<end) else { throw .notADate }
        return seconds
    }

    /// Moves past one blank or more; false when there is none.
    private static func skipBlanks(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
        let start = index
        while index < bytes.count {
            let length = Blanks.lengthOfBlank(startingAt: index, before: bytes.count, in: bytes)
            if length == 0 { break }
            index += length
        }
        return index > start
    }

    @inline(__always)
    private static func existing(_ year: Int, _ month: Int, _ day: Int) throws(FaultRule) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDate }
        return date
    }

    /// Excel counts days since 1900: five digits are the years 1927–2173, with a fraction when there is a clock time.
    private static func isSerial(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        guard Digits.run(bytes, at: &index, most: 5) != nil, index == 5 else { return false }
        guard index < bytes.count else { return true }
        guard bytes[index] == 0x2C || bytes[index] == 0x2E else { return false }
        index += 1
        return Digits.run(bytes, at: &index, most: 18) != nil && index == bytes.count
    }
}
