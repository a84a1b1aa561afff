// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A date as exports write it, perhaps with a clock time after it.
///
/// Year first (`2019-03-01`, `20190301`, `2019/3/1`, `190301`), day first (`01.03.2019`, `1/3 2019`), with the month's
/// name (`fredag 1 mars 2019`, `1-mar-19`), or with a `T` and an offset from UTC, which is passed over: the date is
/// the one that is written. Three numbers such as `1/3/2019` and `19-03-01` have the order of the column, or none.
package enum DateField {
    /// Decodes a field without surrounding blanks in a column whose dates tell their order themselves. Throws
    /// `notADate`, `noSuchDate`, `excelSerialDate`, `ambiguousDate`.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> CivilDate {
        try decode(bytes, order: nil)
    }

    /// Decodes a field without surrounding blanks. Throws `notADate`, `noSuchDate`, `excelSerialDate`, and
    /// `ambiguousDate` for a date that more than one order fits when the column has none.
    package static func decode(_ bytes: Span<UInt8>, order: DateOrder?) throws(FaultRule) -> CivilDate {
        if bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Digits.four(bytes, at: 0), let month = Digits.two(bytes, at: 5),
            let day = Digits.two(bytes, at: 8)
        {
            return try existing(year, month, day)
        }
        if order == .dayFirst, isSixDigits(bytes), let day = Digits.two(bytes, at: 0),
            let month = Digits.two(bytes, at: 2), let year = Digits.two(bytes, at: 4)
        {
            return try existing(2000 + year, month, day)
        }
        return try decodeWithClock(bytes, order: order).date
    }

    /// The date, and seconds since midnight when a clock time follows it. Throws as `decode`.
    package static func decodeWithClock(
        _ bytes: Span<UInt8>, order: DateOrder? = nil
    ) throws(FaultRule) -> (date: CivilDate, seconds: Int?) {
        do {
            return try read(bytes, order)
        } catch {
            guard error == .notADate, let plain = UnseenCharacters.plain(bytes) else { throw error }
            return try read(plain.span, order)
        }
    }

    /// `190301`, or `010319` with the day first.
    static func isSixDigits(_ bytes: Span<UInt8>) -> Bool { bytes.count == 6 && Digits.isAll(bytes) }

    /// The three numbers of a date whose order the column must tell, or nil when the field is none such.
    static func numericDate(_ bytes: Span<UInt8>) -> NumericDate? {
        if let date = numericDateAsWritten(bytes) { return date }
        guard let plain = UnseenCharacters.plain(bytes) else { return nil }
        return numericDateAsWritten(plain.span)
    }

    private static func numericDateAsWritten(_ bytes: Span<UInt8>) -> NumericDate? {
        guard bytes.count >= 6, bytes[0] &- 0x30 < 10, case (.numeric(let date), let end)? = WrittenDate.parse(bytes)
        else { return nil }
        do {
            _ = try clock(bytes, from: end)
        } catch {
            return nil
        }
        return date
    }

    private static func read(
        _ bytes: Span<UInt8>, _ order: DateOrder?
    ) throws(FaultRule) -> (date: CivilDate, seconds: Int?) {
        guard let (written, end) = WrittenDate.parse(bytes) else {
            throw isSerial(bytes) ? .excelSerialDate : .notADate
        }
        let seconds = try clock(bytes, from: end)
        switch written {
        case .parts(let year, let month, let day): return (try existing(year, month, day), seconds)
        case .numeric(let numbers): return (try date(of: numbers, order), seconds)
        }
    }

    /// The day of three numbers in the column's order. Without one, or with one that cannot be meant, all orders that
    /// are possible must give the same day.
    private static func date(of numbers: NumericDate, _ order: DateOrder?) throws(FaultRule) -> CivilDate {
        if let order, numbers.possibleOrders.contains(order) {
            let (year, month, day) = numbers.parts(order)
            return try existing(year, month, day)
        }
        var found: CivilDate?
        for order in numbers.possibleOrders {
            let (year, month, day) = numbers.parts(order)
            guard let date = CivilDate(year: year, month: month, day: day) else { continue }
            guard found == nil || found == date else { throw .ambiguousDate }
            found = date
        }
        guard let found else { throw .noSuchDate }
        return found
    }

    /// What follows the date: nothing, or a clock time after a `T`, a blank, a comma or a colon.
    private static func clock(_ bytes: Span<UInt8>, from start: Int) throws(FaultRule) -> Int? {
        guard start < bytes.count else { return nil }
        var index = start
        let first = bytes[index]
        let followsDigits = first &- 0x30 < 10 && start == 8 && bytes.count == 14
        if first | 0x20 == UInt8(ascii: "t") || first == 0x2C || first == 0x3A { index += 1 }
        while index < bytes.count {
            let length = Blanks.lengthOfBlank(startingAt: index, before: bytes.count, in: bytes)
            if length == 0 { break }
            index += length
        }
        guard index > start || followsDigits, index < bytes.count,
            let seconds = ClockField.written(bytes, index..<bytes.count)
        else { throw .notADate }
        return seconds
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
