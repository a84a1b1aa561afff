// SPDX-License-Identifier: EUPL-1.2
import CLibCSV

/// Whole lines without a quote need no parser: a field ends at each delimiter and each line break. libcsv looks at
/// every byte in turn; this looks at eight at once, and gives what libcsv gives.
extension TokeniserState {
    /// Reads whole lines, each ending in LF or CRLF, in which no quote and no other CR is, and ends their records. A
    /// line of nothing but blanks is no record. Room must have been made, and no record be at hand.
    ///
    /// As libcsv does it leaves out blanks at both ends of a field. Gives the number of the line after them.
    mutating func readUnquotedLines(_ start: UnsafePointer<UInt8>, count: Int, line first: Int) -> Int {
        let delimiter = unsafe parser.delim_char
        let delimiters = everyByte(delimiter)
        let lineFeeds = everyByte(0x0A)
        var line = first
        var field = 0
        var i = 0
        while i + 8 <= count {
            let word = UInt64(littleEndian: unsafe UnsafeRawPointer(start + i).loadUnaligned(as: UInt64.self))
            var found = zeroBytes(word ^ delimiters) | zeroBytes(word ^ lineFeeds)
            while found != 0 {
                let end = i + found.trailingZeroBitCount / 8
                found &= found - 1
                unsafe endField(start, field, end, limit: count, delimiter: delimiter, line: &line)
                field = end + 1
            }
            i += 8
        }
        while i < count {
            if unsafe start[i] == delimiter || start[i] == 0x0A {
                unsafe endField(start, field, i, limit: count, delimiter: delimiter, line: &line)
                field = i + 1
            }
            i += 1
        }
        unsafe aimParser()
        return line
    }

    /// Takes over the field from `first` to the delimiter or LF at `end`.
    @inline(__always)
    private mutating func endField(
        _ start: UnsafePointer<UInt8>, _ first: Int, _ end: Int, limit: Int, delimiter: UInt8, line: inout Int
    ) {
        let endsLine = unsafe start[end] == 0x0A
        var (first, last) = (first, end)
        if unsafe endsLine && last > first && start[last - 1] == 0x0D { last -= 1 }
        if unsafe last > first && (start[first] <= 0x20 || start[last - 1] <= 0x20) {
            while unsafe first < last && isBlank(start[first], delimiter) { first += 1 }
            while unsafe first < last && isBlank(start[last - 1], delimiter) { last -= 1 }
        }
        let isBlankLine = unsafe endsLine && first == last && fieldCount == firstField
        if !isBlankLine {
            unsafe copy(start + first, count: last - first, readable: limit - first)
            unsafe used &+= last - first
            unsafe fieldCount &+= 1
            unsafe fieldEnds[fieldCount] = UInt32(truncatingIfNeeded: used)
            if endsLine { unsafe endRecord(line: line) }
        }
        if endsLine { line &+= 1 }
    }

    /// Copies a field's bytes to the end of the others, sixteen at a time: what comes along after the field will be
    /// written over, and is no quote.
    @inline(__always)
    private func copy(_ source: UnsafePointer<UInt8>, count: Int, readable: Int) {
        let target = unsafe bytes + used
        guard count <= 16 && readable >= 16 else {
            return unsafe target.update(from: source, count: count)
        }
        let block = unsafe UnsafeRawPointer(source).loadUnaligned(as: SIMD2<UInt64>.self)
        unsafe UnsafeMutableRawPointer(target).storeBytes(of: block, as: SIMD2<UInt64>.self)
    }
}

/// What libcsv leaves out at the ends of a field.
@inline(__always)
private func isBlank(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 && delimiter != 0x09
}

/// The byte in all eight places.
@inline(__always)
private func everyByte(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// The high bit of each byte that is zero, and no other bit (Warren, Hacker's Delight, 2nd ed., section 6-1).
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
}
