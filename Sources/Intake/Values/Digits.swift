// SPDX-License-Identifier: EUPL-1.2

/// Digits at known places.
enum Digits {
    /// Two digits, or nil when either is something else.
    @inline(__always)
    static func two(_ bytes: Span<UInt8>, at index: Int) -> Int? {
        let tens = bytes[index] &- 0x30
        let ones = bytes[index + 1] &- 0x30
        guard tens < 10, ones < 10 else { return nil }
        return Int(tens) * 10 + Int(ones)
    }

    /// Four digits, or nil.
    @inline(__always)
    static func four(_ bytes: Span<UInt8>, at index: Int) -> Int? {
        guard let high = two(bytes, at: index), let low = two(bytes, at: index + 2) else { return nil }
        return high * 100 + low
    }

    /// One to `most` digits from `index` on, moving it past them; nil when there is none, or more.
    static func run(_ bytes: Span<UInt8>, at index: inout Int, most: Int) -> Int? {
        let start = index
        var number = 0
        while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
            guard index - start < most else { return nil }
            number = number * 10 + Int(digit)
            index += 1
        }
        return index > start ? number : nil
    }

    /// True of one digit or more and nothing else.
    static func isAll(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] &- 0x30 >= 10 { return false }
        return !bytes.isEmpty
    }
}
