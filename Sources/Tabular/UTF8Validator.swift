// SPDX-License-Identifier: EUPL-1.2

/// Checks bytes to be UTF-8 as they stream by, however they are cut (Unicode 15, table 3-7).
struct UTF8Validator {
    /// Whole sequences of two bytes or more seen so far.
    private(set) var sequences = 0
    /// Bytes seen so far that cannot stand where they stand.
    private(set) var faults = 0
    private var remaining = 0
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF

    mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        let end = bytes.count
        var i = 0
        while i < end {
            if remaining == 0 {
                i = unsafe asciiEnd(base, from: i, to: end)
                if i == end { return }
                if unsafe i + 1 < end && 0xC2...0xDF ~= base[i] && 0x80...0xBF ~= base[i + 1] {
                    sequences += 1  // å, ä, ö: nearly all there is
                    i += 2
                    continue
                }
                unsafe start(base[i])
                i += 1
            } else if unsafe base[i] >= lower && base[i] <= upper {
                remaining -= 1
                (lower, upper) = (0x80, 0xBF)
                if remaining == 0 { sequences += 1 }
                i += 1
            } else {
                faults += 1  // the byte itself is looked at anew: it may start a sequence
                remaining = 0
                (lower, upper) = (0x80, 0xBF)
            }
        }
    }

    /// The end of the bytes: a sequence left open is a fault.
    mutating func finish() {
        if remaining > 0 { faults += 1 }
        remaining = 0
        (lower, upper) = (0x80, 0xBF)
    }

    /// Whether all of the bytes are UTF-8.
    static func isText(_ bytes: [UInt8]) -> Bool {
        var validator = UTF8Validator()
        unsafe bytes.withUnsafeBufferPointer { unsafe validator.consume($0) }
        validator.finish()
        return validator.faults == 0
    }

    private mutating func start(_ byte: UInt8) {
        switch byte {
        case 0xC2...0xDF: remaining = 1
        case 0xE0: (remaining, lower) = (2, 0xA0)
        case 0xED: (remaining, upper) = (2, 0x9F)
        case 0xE1...0xEF: remaining = 2
        case 0xF0: (remaining, lower) = (3, 0x90)
        case 0xF1...0xF3: remaining = 3
        case 0xF4: (remaining, upper) = (3, 0x8F)
        default: faults += 1
        }
    }
}

/// The first index from `start` on that holds a byte above 0x7F, else `end`; 32 bytes at a time.
func asciiEnd(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var i = start
    while i + 32 <= end {
        let bytes = unsafe UnsafeRawPointer(base + i).loadUnaligned(as: SIMD4<UInt64>.self)
        if (bytes[0] | bytes[1] | bytes[2] | bytes[3]) & 0x8080_8080_8080_8080 != 0 { break }
        i += 32
    }
    while i + 8 <= end {
        let word = unsafe UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
        let high = word & 0x8080_8080_8080_8080
        if high != 0 { return i + UInt64(littleEndian: high).trailingZeroBitCount / 8 }
        i += 8
    }
    while i < end, unsafe base[i] < 0x80 { i += 1 }
    return i
}
