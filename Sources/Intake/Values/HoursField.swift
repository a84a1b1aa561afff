// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// An amount of time: decimal hours (`2,5`) or hours, minutes and seconds (`2:30`, `02:30:00`).
package enum HoursField {
    /// Decodes a field without surrounding blanks, to the exact millisecond. Throws `notANumber`, `outOfRange`.
    /// The sign is kept: whether negative hours can be is the caller's to say.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> Hours {
        var index = 0
        var hours: Int64 = 0
        while index < bytes.count, index < 6, case let digit = bytes[index] &- 0x30, digit < 10 {
            hours = hours * 10 + Int64(digit)
            index += 1
        }
        guard index > 0 else { return try DecimalField.decode(bytes).hours }
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
        guard mark == 0x3A else { return try DecimalField.decode(bytes).hours }
        let seconds = try sexagesimal(bytes, from: index)
        return Hours(milliseconds: hours * 3_600_000 + Int64(seconds) * 1000)
    }

    /// Seconds in `:MM` or `:MM:SS`, from the first colon to the end.
    private static func sexagesimal(_ bytes: Span<UInt8>, from start: Int) throws(FaultRule) -> Int {
        let length = bytes.count - start
        guard length == 3 || length == 6, bytes[start] == 0x3A else { throw .notANumber }
        guard let minutes = Digits.two(bytes, at: start + 1), minutes < 60 else { throw .notANumber }
        guard length == 6 else { return minutes * 60 }
        guard bytes[start + 3] == 0x3A, let seconds = Digits.two(bytes, at: start + 4), seconds < 60
        else { throw .notANumber }
        return minutes * 60 + seconds
    }
}
