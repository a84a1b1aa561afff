// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// An amount of time: decimal hours (`2,5`), hours and minutes (`2:30`, `02:30:00`), or with its unit in words
/// (`1 tim 30 min`, `90 min`, `10 tim/mån`).
package enum HoursField {
    /// Decodes a field without surrounding blanks, to the exact millisecond; a bare number is hours. Throws
    /// `notANumber`, `outOfRange`; an amount per week or month is no amount of time, so `10 tim/mån` is `notANumber`.
    /// The sign is kept: whether negative hours can be is the caller's to say.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> Hours {
        var index = 0
        var hours: Int64 = 0
        while index < bytes.count, index < 6, case let digit = bytes[index] &- 0x30, digit < 10 {
            hours = hours * 10 + Int64(digit)
            index += 1
        }
        guard index > 0 else { return try decodeSlowly(bytes, as: .hours) }
        if index == bytes.count { return Hours(milliseconds: hours * 3_600_000) }
        let mark = bytes[index]
        let left = bytes.count - index - 1
        // Most hours in the world have one or two decimals.
        if mark == 0x2C || mark == 0x2E, left == 1 || left == 2 {
            let first = bytes[index + 1] &- 0x30
            let second = left == 2 ? bytes[index + 2] &- 0x30 : 0
            if first < 10, second < 10 {
                let hundredths = Int64(first) * 10 + Int64(second)
                return Hours(milliseconds: hours * 3_600_000 + hundredths * 36_000)
            }
        }
        return try decodeSlowly(bytes, as: .hours)
    }

    /// Decodes a field of a column whose bare numbers count `measure`; a cell that says its own unit goes before.
    /// Throws as `decode`, and `ambiguousNumber` for decimals where hours and minutes are expected (`2,30`).
    package static func decode(
        _ bytes: Span<UInt8>, as measure: TimeMeasure, use: DecimalUse = .free
    ) throws(FaultRule) -> Hours {
        if measure == .hours, use == .free { return try decode(bytes) }
        return try decodeSlowly(bytes, as: measure, use: use)
    }

    /// The amount with what the cell itself says of its unit. Bare numbers count `measure`. Throws as `decode`, but
    /// reads time per week or month.
    package static func amount(
        _ bytes: Span<UInt8>, as measure: TimeMeasure = .hours, use: DecimalUse = .free
    ) throws(FaultRule) -> WrittenAmount {
        if let clock = clock(bytes) { return WrittenAmount(hours: clock, measure: .clock) }
        do {
            return WrittenAmount(hours: try bare(bytes, as: measure, use: use))
        } catch {
            guard error == .notANumber else { throw error }
            guard let amount = try AmountText(bytes)?.amount(as: measure, use: use) else { throw .notANumber }
            return amount
        }
    }

    private static func decodeSlowly(
        _ bytes: Span<UInt8>, as measure: TimeMeasure, use: DecimalUse = .free
    ) throws(FaultRule) -> Hours {
        let amount = try amount(bytes, as: measure, use: use)
        guard amount.per == nil else { throw .notANumber }
        return amount.hours
    }

    /// A number and nothing else, in the column's measure.
    static func bare(_ bytes: Span<UInt8>, as measure: TimeMeasure, use: DecimalUse) throws(FaultRule) -> Hours {
        let number = try DecimalField.decode(bytes, use: use)
        if measure == .clock, number.fraction != 0 { throw .ambiguousNumber }
        if measure == .dottedClock { return try dottedClock(number) }
        return try hours(number, in: measure)
    }

    /// `12.30` and `12,3` are twelve hours and thirty minutes. Throws `outOfRange` for sixty minutes or more.
    private static func dottedClock(_ number: DecimalNumber) throws(FaultRule) -> Hours {
        var minutes = number
        minutes.whole = 0
        minutes.isNegative = false
        guard number.decimals <= 2, let count = minutes.scaled(by: 100), count < 60,
            let hours = DecimalNumber(whole: number.whole).scaled(by: 3_600_000)
        else { throw .outOfRange }
        let milliseconds = hours + count * 60_000
        return Hours(milliseconds: number.isNegative ? -milliseconds : milliseconds)
    }

    /// So many hours, minutes or days, to the nearest millisecond. Throws `outOfRange`.
    static func hours(_ number: DecimalNumber, in measure: TimeMeasure) throws(FaultRule) -> Hours {
        let unit: Int64 =
            switch measure {
            case .hours, .clock, .dottedClock: 3_600_000
            case .seconds: 1000
            case .minutes: 60_000
            case .days: 86_400_000
            }
        guard let milliseconds = number.scaled(by: unit) else { throw .outOfRange }
        return Hours(milliseconds: milliseconds)
    }

    /// `2:30`, `02:30:00`, `123:45`, with a minus before it or not; nil when the field has another form.
    static func clock(_ bytes: Span<UInt8>) -> Hours? {
        var index = 0
        let isNegative = bytes.count > 1 && bytes[0] == UInt8(ascii: "-")
        if isNegative { index = 1 }
        guard let hours = Digits.run(bytes, at: &index, most: 6), index < bytes.count, bytes[index] == 0x3A,
            let seconds = sexagesimal(bytes, from: index)
        else { return nil }
        let milliseconds = Int64(hours) * 3_600_000 + Int64(seconds) * 1000
        return Hours(milliseconds: isNegative ? -milliseconds : milliseconds)
    }

    /// Seconds in `:MM` or `:MM:SS`, from the first colon to the end.
    private static func sexagesimal(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        let length = bytes.count - start
        guard length == 3 || length == 6, let minutes = Digits.two(bytes, at: start + 1), minutes < 60
        else { return nil }
        guard length == 6 else { return minutes * 60 }
        guard bytes[start + 3] == 0x3A, let seconds = Digits.two(bytes, at: start + 4), seconds < 60
        else { return nil }
        return minutes * 60 + seconds
    }
}
