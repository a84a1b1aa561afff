// SPDX-License-Identifier: EUPL-1.2

/// Blank characters as exports have them: space, tab, line breaks, and the no-break, thin and narrow
/// no-break spaces that Excel and public tables put in numbers.
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
        case 0xE2 where index + 2 < end && isWideBlank(bytes[index + 1], bytes[index + 2]): 3
        default: 0
        }
    }

    private static func lengthOfBlank(endingAt index: Int, after start: Int, in bytes: Span<UInt8>) -> Int {
        switch bytes[index - 1] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xA0 where index - 2 >= start && bytes[index - 2] == 0xC2: 2
        case 0x80...0xBF
        where index - 3 >= start && bytes[index - 3] == 0xE2
            && isWideBlank(bytes[index - 2], bytes[index - 1]):
            3
        default: 0
        }
    }

    /// After `E2`: U+2000–U+200A (thin space among them), U+202F narrow no-break space.
    private static func isWideBlank(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x80 && ((0x80...0x8A).contains(third) || third == 0xAF)
    }
}
