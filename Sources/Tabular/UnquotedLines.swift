// SPDX-License-Identifier: EUPL-1.2

/// Whole lines in which no quote is: cut into fields without libcsv, eight bytes at a time.
///
/// A line break ends a record when an even number of quotes precede it, so where there is none each one does. What comes
/// out is what libcsv makes of the same bytes: blanks (space and tab) round a field are trimmed, and a line of nothing but
/// blanks is no record. A tab is no blank where it is the delimiter, since then no field has one.
@safe struct UnquotedLines {
    /// So many bytes after the lines, and after the fields' bytes, may be read or written: fields are copied in steps of
    /// 16 bytes.
    static let overrun = 32

    let start: UnsafePointer<UInt8>
    /// The last byte is a line break.
    let count: Int

    /// Appends the lines' records to the buffers. `line` is the first line's number; gives that of the line after the last.
    func read(to state: inout TokeniserState, from firstLine: Int) -> Int {
        unsafe state.makeRoom(for: count)
        let delimiter = unsafe state.delimiter
        let delimiters = UInt64(delimiter) &* ones
        let fieldEnds = unsafe state.fieldEnds
        let bytes = unsafe state.bytes
        var out = unsafe bytes + state.used
        var fields = unsafe state.fieldCount
        var line = firstLine
        var fieldStart = 0
        var word = 0
        while word < count {
            var marks = unsafe UnquotedLines.marks(start + word, delimiters)
            if word + 8 > count { marks &= (1 << UInt64((count - word) * 8)) - 1 }
            while marks != 0 {
                let end = word &+ marks.trailingZeroBitCount / 8
                marks &= marks &- 1
                let byte = unsafe start[end]
                if byte == delimiter {
                    unsafe out = copy(fieldStart, end, to: out)
                    fields &+= 1
                    unsafe fieldEnds[fields] = UInt32(truncatingIfNeeded: out - bytes)
                } else if byte == 0x0A || byte == 0x0D {
                    let isRestOfBreak = unsafe byte == 0x0A && end == fieldStart && end > 0 && start[end - 1] == 0x0D
                    if !isRestOfBreak {
                        let before = unsafe out
                        unsafe out = copy(fieldStart, end, to: out)
                        if unsafe fields > state.firstField || out > before {
                            fields &+= 1
                            unsafe fieldEnds[fields] = UInt32(truncatingIfNeeded: out - bytes)
                            unsafe state.fieldCount = fields
                            unsafe state.endRecord(line: line)
                        }
                        line &+= 1
                    }
                } else {
                    continue
                }
                fieldStart = end &+ 1
            }
            word &+= 8
        }
        // The callback for libcsv's fields takes the buffer to be zero where no field is.
        unsafe out.update(repeating: 0, count: UnquotedLines.overrun / 2)
        unsafe state.moveEnd(to: out - bytes)
        return line
    }

    /// A bit for each of eight bytes that is the delimiter or below 0x0E (LF, CR, and what little else is there); the
    /// highest of each byte, the first byte lowest.
    @inline(__always)
    private static func marks(_ bytes: UnsafePointer<UInt8>, _ delimiters: UInt64) -> UInt64 {
        let word = UInt64(littleEndian: unsafe UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
        let low = 0x7F &* ones
        // A byte's highest bit becomes 1 when the seven below are at least 0x0E, and when they are not all 0. No carry.
        let isLarge = (word & low) &+ (0x72 &* ones) | word
        let difference = word ^ delimiters
        let isOther = (difference & low) &+ low | difference
        return ~(isLarge & isOther) & (0x80 &* ones)
    }

    /// Copies a field without the blanks round it and gives where the next goes.
    @inline(__always)
    private func copy(
        _ fieldStart: Int, _ fieldEnd: Int, to out: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        var (first, end) = (fieldStart, fieldEnd)
        guard first < end else { return unsafe out }
        if unsafe start[first] <= 0x20 || start[end - 1] <= 0x20 { (first, end) = trimmed(first, end) }
        let length = end &- first
        let from = unsafe UnsafeRawPointer(start + first)
        if length > 16 {
            unsafe out.update(from: start + first, count: length)
        } else {
            unsafe UnsafeMutableRawPointer(out).storeBytes(
                of: from.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
        }
        return unsafe out + length
    }

    @inline(never)
    private func trimmed(_ fieldStart: Int, _ fieldEnd: Int) -> (first: Int, end: Int) {
        var (first, end) = (fieldStart, fieldEnd)
        while first < end, unsafe isBlank(start[first]) { first += 1 }
        while first < end, unsafe isBlank(start[end - 1]) { end -= 1 }
        return (first, end)
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// 1 in each of eight bytes: times a byte, that byte eight times.
private let ones: UInt64 = 0x0101_0101_0101_0101
