// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A clock time, in seconds since midnight: `08:15`, `08:15:30`, `8:15`, `0815`, `08.15`. `24:00` is the day's end.
package enum ClockField {
    /// 0–86 400. Throws `notAClockTime`.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> Int {
        guard let seconds = seconds(in: bytes, 0..<bytes.count) else { throw .notAClockTime }
        return seconds
    }

    /// Minutes since midnight of `08:15`, the form of nearly all; -1 for any other.
    @inline(__always)
    static func plain(_ bytes: Span<UInt8>) -> Int {
        guard bytes.count == 5, bytes[2] == 0x3A, let hour = Digits.two(bytes, at: 0), hour < 24,
            let minute = Digits.two(bytes, at: 3), minute < 60
        else { return -1 }
        return hour * 60 + minute
    }

    /// Seconds since midnight of the clock time that fills `range`, or nil when it is none.
    static func seconds(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let start = range.lowerBound
        let hour: Int
        var index: Int
        switch range.count {
        case 4 where isMark(bytes[start + 1]):
            guard bytes[start] &- 0x30 < 10 else { return nil }
            hour = Int(bytes[start] &- 0x30)
            index = start + 2
        case 4:
            guard let hours = Digits.two(bytes, at: start) else { return nil }
            hour = hours
            index = start + 2
        case 5, 8:
            guard isMark(bytes[start + 2]), let hours = Digits.two(bytes, at: start) else { return nil }
            hour = hours
            index = start + 3
        case 7:
            guard bytes[start + 1] == 0x3A, bytes[start] &- 0x30 < 10 else { return nil }
            hour = Int(bytes[start] &- 0x30)
            index = start + 2
        default: return nil
        }
        guard let minute = Digits.two(bytes, at: index), minute < 60 else { return nil }
        index += 2
        var second = 0
        if index < range.upperBound {
            guard bytes[index] == bytes[index - 3], let seconds = Digits.two(bytes, at: index + 1), seconds < 60
            else { return nil }
            second = seconds
        }
        let total = hour * 3600 + minute * 60 + second
        return total <= 86_400 ? total : nil
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == 0x3A || byte == 0x2E }
}

/// A clock time, with its date when the field has one (`2019-03-01 08:15`).
package struct Moment: Sendable, Hashable {
    package var date: CivilDate?
    /// 0–86 400.
    package var seconds: Int

    /// Decodes a column of clock times, where some systems write date and time. Throws as `ClockField` and `DateField`.
    package init(decoding bytes: Span<UInt8>) throws(FaultRule) {
        if bytes.count > 8 {
            let (date, seconds) = try DateField.decodeWithClock(bytes)
            guard let seconds else { throw .notAClockTime }
            self.init(date: date, seconds: seconds)
        } else {
            self.init(date: nil, seconds: try ClockField.decode(bytes))
        }
    }

    package init(date: CivilDate?, seconds: Int) {
        self.date = date
        self.seconds = seconds
    }
}
