// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// `_xHHHH_` in the text of Office Open XML (ST_Xstring): a character that XML cannot hold, or any other.
enum EscapedText {
    /// Decodes what stands in `bytes` from `start` on, in place. What is no character, as half a pair, and NUL, which no
    /// text has, stay as they are written.
    static func decode(_ bytes: inout ByteBuffer, from start: Int) {
        let count = unsafe bytes.count
        guard count - start >= 7, unsafe memchr(bytes.start + start, 0x5F, count - start) != nil else { return }
        let text = unsafe Array(bytes.all[start...])
        unsafe bytes.cut(to: start)
        var place = 0
        while place < text.count {
            if text[place] == 0x5F, let (scalar, length) = scalar(text, place) {
                for byte in String(scalar).utf8 { unsafe bytes.append(byte) }
                place += length
            } else {
                unsafe bytes.append(text[place])
                place += 1
            }
        }
    }

    /// The character escaped at `place`, and the length of its escape: one, or two that are a pair of surrogates.
    private static func scalar(_ text: [UInt8], _ place: Int) -> (Unicode.Scalar, Int)? {
        guard let unit = unit(text, place), unit != 0 else { return nil }
        if let scalar = Unicode.Scalar(unit) { return (scalar, 7) }
        guard unit & 0xFC00 == 0xD800, let low = self.unit(text, place + 7), low & 0xFC00 == 0xDC00,
            let scalar = Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10 | low & 0x3FF))
        else { return nil }
        return (scalar, 14)
    }

    private static func unit(_ text: [UInt8], _ place: Int) -> UInt32? {
        guard place + 7 <= text.count, text[place] == 0x5F, text[place + 1] == UInt8(ascii: "x"),
            text[place + 6] == 0x5F
        else { return nil }
        return UInt32(String(decoding: text[place + 2..<place + 6], as: UTF8.self), radix: 16)
    }

    /// Cuts white space off both ends of what stands in `bytes` from `start` on, as is done where XML does not say that
    /// it is to be preserved.
    static func trim(_ bytes: inout ByteBuffer, from start: Int) {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        while unsafe bytes.count > start && isBlank(bytes.start[bytes.count - 1]) {
            unsafe bytes.cut(to: bytes.count - 1)
        }
        var first = start
        while unsafe first < bytes.count && isBlank(bytes.start[first]) { first += 1 }
        guard first > start else { return }
        let rest = unsafe Array(bytes.all[first...])
        unsafe bytes.cut(to: start)
        for byte in rest { unsafe bytes.append(byte) }
    }
}
