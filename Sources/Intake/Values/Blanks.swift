// SPDX-License-Identifier: EUPL-1.2

/// Blank characters as exports have them: space, tab, line breaks, and the no-break, thin and other spaces of
/// Unicode that Excel, word processors and public tables put in and round values.
enum Blanks {
    /// The part of `range` that is neither leading nor trailing blanks.
    ///
    /// Blanks round a value mean nothing in a typed column, quoted or not; the first two comparisons settle
    /// nearly every field.
    @inline(__always)
    static func trimming(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
        guard !range.isEmpty else { return range }
        let first = bytes[range.lowerBound]
        let last = bytes[range.upperBound - 1]
        if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return range }
        return trimmingSlowly(range, of: bytes)
    }

    private static func trimmingSlowly(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper {
            let length = lengthOfBlank(startingAt: lower, before: upper, in: bytes)
            if length == 0 { break }
            lower += length
        }
        while upper > lower {
            let length = lengthOfBlank(endingAt: upper, after: lower, in: bytes)
            if length == 0 { break }
            upper -= length
        }
        return lower..<upper
    }

    /// Bytes of the blank that starts here; 0 when none does.
    static func lengthOfBlank(startingAt index: Int, before end: Int, in bytes: Span<UInt8>) -> Int {
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
        case 0xE1...0xE3 where index + 2 < end && isWideBlank(bytes[index], bytes[index + 1], bytes[index + 2]): 3
        default: 0
        }
    }

    private static func lengthOfBlank(endingAt index: Int, after start: Int, in bytes: Span<UInt8>) -> Int {
        switch bytes[index - 1] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xA0 where index - 2 >= start && bytes[index - 2] == 0xC2: 2
        case 0x80...0xBF
        where index - 3 >= start && isWideBlank(bytes[index - 3], bytes[index - 2], bytes[index - 1]):
            3
        default: 0
        }
    }

    /// U+1680, U+2000–U+200A (thin space among them), U+2028 and U+2029 (line and paragraph), U+202F narrow no-break
    /// space, U+205F, U+3000.
    private static func isWideBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
        case (0xE2, 0x80): (0x80...0x8A).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
        case (0xE2, 0x81): third == 0x9F
        default: false
        }
    }
}
