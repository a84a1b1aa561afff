// SPDX-License-Identifier: EUPL-1.2

/// A field of at most 16 bytes held in two machine words, so that two fields are compared in three instructions.
///
/// The words are the first and the last bytes, overlapping as they must: with the count they say every byte.
struct ShortBytes: Equatable {
    static let longest = 16

    var first: UInt64
    var last: UInt64
    var count: Int

    /// No field has this value.
    static let none = ShortBytes(first: 0, last: 0, count: -1)

    private init(first: UInt64, last: UInt64, count: Int) {
        self.first = first
        self.last = last
        self.count = count
    }

    /// Precondition: at most 16 bytes.
    @inline(__always)
    init(_ bytes: Span<UInt8>) {
        let raw = unsafe bytes.bytes
        count = raw.byteCount
        if count >= 8 {
            // In bounds: 8 ≤ count.
            first = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self)
            last = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: count - 8, as: UInt64.self)
        } else if count >= 4 {
            first = UInt64(unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self))
            last = UInt64(unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: count - 4, as: UInt32.self))
        } else if count > 0 {
            first = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8
            last = UInt64(bytes[count - 1])
        } else {
            first = 0
            last = 0
        }
    }

    @inline(__always)
    var hash: UInt64 { ByteHash.mixed(first ^ UInt64(truncatingIfNeeded: count), last) }
}

/// A fast 64-bit hash of bytes, by folded multiplication (after wyhash, Wang Yi 2019). Not for secrets, and not
/// against an adversary: it only decides where in a table to look, and which rows are alike.
enum ByteHash {
    private static let secrets: (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xD1B5_4A32_D192_ED03)

    /// Both words in all bits.
    @inline(__always)
    static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = (left ^ secrets.0).multipliedFullWidth(by: right ^ secrets.1)
        return product.high ^ product.low
    }

    /// The hash of `range` of the bytes, beginning from a seed.
    @inline(__always)
    static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>, seed: UInt64) -> UInt64 {
        let raw = unsafe bytes.bytes
        precondition(range.upperBound <= raw.byteCount && range.lowerBound >= 0, "a field lies in its batch")
        var hash = seed
        var offset = range.lowerBound
        let end = range.upperBound
        // Two lanes, so that one multiplication need not wait for the other.
        var other = ~seed
        while end - offset >= 32 {
            hash = mixed(
                unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self) ^ hash,
                unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 8, as: UInt64.self))
            other = mixed(
                unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 16, as: UInt64.self) ^ other,
                unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 24, as: UInt64.self))
            offset += 32
        }
        if end - offset >= 16 {
            other = mixed(
                unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self) ^ other,
                unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 8, as: UInt64.self))
            offset += 16
        }
        let tail = ShortBytes(bytes.extracting(offset..<end))
        return mixed(tail.first ^ hash, mixed(tail.last ^ other, UInt64(truncatingIfNeeded: range.count)))
    }
}
