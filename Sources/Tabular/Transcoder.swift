// SPDX-License-Identifier: EUPL-1.2

/// Turns a file's bytes into UTF-8 as they stream by, however they are cut.
///
/// What is not text in the encoding comes out as bytes that are not UTF-8, so that one check finds it whatever the file
/// was. A value: a copy of it is a place in the file to go back to.
struct Transcoder {
    let encoding: TextEncoding
    private var validator = UTF8Validator()
    private var damage = 0
    /// The first byte of a UTF-16 unit cut in two.
    private var halfUnit: UInt8?
    /// A high surrogate waiting for its low one.
    private var highSurrogate: UInt16?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// How many pieces so far were not text in the encoding.
    var faults: Int { validator.faults + damage }

    /// Whether the bytes are already UTF-8 and need only `validate`.
    var isIdentity: Bool { encoding == .utf8 || encoding == .utf8BOM }

    /// Room that `count` bytes may need as UTF-8, with what was left over before them.
    func room(for count: Int) -> Int { count * 3 + 8 }

    mutating func validate(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe validator.consume(bytes)
    }

    /// The end of the file. Writes what was left over and gives its length.
    mutating func finish(into out: UnsafeMutablePointer<UInt8>) -> Int {
        validator.finish()
        var length = 0
        if let lone = highSurrogate { unsafe length = append(UInt32(lone), to: out, at: 0) }
        if halfUnit != nil {
            damage += 1
            unsafe out[length] = 0xFF
            length += 1
        }
        (highSurrogate, halfUnit) = (nil, nil)
        return length
    }

    /// Writes `bytes` as UTF-8 and gives the length. `out` has `room(for: bytes.count)`.
    mutating func transcode(_ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutablePointer<UInt8>) -> Int {
        encoding == .windows1252
            ? unsafe transcodeWindows1252(bytes, into: out) : unsafe transcodeUTF16(bytes, into: out)
    }

    private mutating func transcodeWindows1252(
        _ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutablePointer<UInt8>
    ) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var i = 0
        var length = 0
        while i < bytes.count {
            let run = unsafe asciiEnd(base, from: i, to: bytes.count)
            unsafe (out + length).update(from: base + i, count: run - i)
            length += run - i
            i = run
            guard i < bytes.count else { break }
            let byte = unsafe base[i]
            let scalar = CodePage.windows1252.scalar(byte)
            if scalar == 0 {
                damage += 1
                unsafe out[length] = byte
                length += 1
            } else {
                length = unsafe append(UInt32(scalar), to: out, at: length)
            }
            i += 1
        }
        return length
    }

    private mutating func transcodeUTF16(
        _ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let bigEndian = encoding == .utf16BE
        var length = 0
        for index in 0..<bytes.count {
            let byte = unsafe bytes[index]
            guard let first = halfUnit else {
                halfUnit = byte
                continue
            }
            halfUnit = nil
            let unit = bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
            if let high = highSurrogate {
                highSurrogate = nil
                if unit & 0xFC00 == 0xDC00 {
                    let scalar = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
                    length = unsafe append(scalar, to: out, at: length)
                    continue
                }
                length = unsafe append(UInt32(high), to: out, at: length)
            }
            if unit & 0xFC00 == 0xD800 {
                highSurrogate = unit
            } else {
                length = unsafe append(UInt32(unit), to: out, at: length)
            }
        }
        return length
    }

    /// Appends a scalar as UTF-8. A lone surrogate becomes the three bytes it would have: not UTF-8, so it is found.
    private mutating func append(_ scalar: UInt32, to out: UnsafeMutablePointer<UInt8>, at start: Int) -> Int {
        let tail = { (shift: UInt32) in UInt8(0x80 | (scalar >> shift) & 0x3F) }
        switch scalar {
        case ..<0x80:
            unsafe out[start] = UInt8(scalar)
            return start + 1
        case ..<0x800:
            unsafe out[start] = UInt8(0xC0 | scalar >> 6)
            unsafe out[start + 1] = tail(0)
            return start + 2
        case ..<0x10000:
            if scalar & 0xF800 == 0xD800 { damage += 1 }
            unsafe out[start] = UInt8(0xE0 | scalar >> 12)
            unsafe out[start + 1] = tail(6)
            unsafe out[start + 2] = tail(0)
            return start + 3
        default:
            unsafe out[start] = UInt8(0xF0 | scalar >> 18)
            unsafe out[start + 1] = tail(12)
            unsafe out[start + 2] = tail(6)
            unsafe out[start + 3] = tail(0)
            return start + 4
        }
    }
}
