// SPDX-License-Identifier: EUPL-1.2

/// Characters that nobody sees, or that look like another: folded away before a value is read a second time.
///
/// Exports that have been through a word processor, a web page or Excel hold zero-width signs, blanks of many
/// widths, dashes for hyphens and full-width digits. Decoders try a field as it is, which settles nearly all, and
/// the folded form only when that fails.
package enum UnseenCharacters {
    /// What one character of a text is folded to.
    enum Folded: Equatable {
        /// The character is left out.
        case nothing
        /// An ASCII character stands for it.
        case ascii(UInt8)
        /// It stays as it is.
        case itself
    }

    /// The field with unseen characters left out, blanks as spaces, dashes as `-`, full-width signs as ASCII ones and
    /// Excel's wrapping (`="…"`, a leading `'`) and the blanks round it taken off; nil when there was nothing to fold.
    package static func plain(_ bytes: Span<UInt8>) -> [UInt8]? {
        var folded: [UInt8] = []
        var isChanged = false
        var index = 0
        while index < bytes.count {
            let (length, character) = character(at: index, in: bytes)
            switch character {
            case .itself:
                for offset in 0..<length { folded.append(bytes[index + offset]) }
            case .ascii(let byte):
                folded.append(byte)
                if length > 1 || byte != bytes[index] { isChanged = true }
            case .nothing:
                isChanged = true
            }
            index += length
        }
        let inner = unwrapped(folded[...])
        return isChanged || inner.count != trimmed(folded[...]).count ? Array(inner) : nil
    }

    /// The character that begins here: how many bytes it has, and what it is folded to.
    static func character(at index: Int, in bytes: Span<UInt8>) -> (length: Int, folded: Folded) {
        let first = bytes[index]
        if first < 0x80 { return (1, .itself) }
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        if first < 0xE0 {
            guard second & 0xC0 == 0x80 else { return (1, .itself) }
            return (2, ofTwo(first, second))
        }
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        guard first < 0xF0, second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return (1, .itself) }
        let scalar = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        return (3, ofThree(scalar))
    }

    private static func ofTwo(_ first: UInt8, _ second: UInt8) -> Folded {
        switch (first, second) {
        case (0xC2, 0xA0): .ascii(0x20)
        // U+00AD soft hyphen; U+061C Arabic letter mark
        case (0xC2, 0xAD), (0xD8, 0x9C): .nothing
        case (0xC2, 0xB4): .ascii(UInt8(ascii: "'"))
        default: .itself
        }
    }

    private static func ofThree(_ scalar: UInt32) -> Folded {
        switch scalar {
        case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .ascii(0x20)
        case 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF:
            .nothing
        case 0x2010...0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63: .ascii(UInt8(ascii: "-"))
        case 0x2018, 0x2019, 0x201B: .ascii(UInt8(ascii: "'"))
        case 0x201C...0x201F: .ascii(UInt8(ascii: "\""))
        case 0x2044, 0x2215: .ascii(UInt8(ascii: "/"))
        case 0xFF01...0xFF5E: .ascii(UInt8(scalar - 0xFEE0))
        default: .itself
        }
    }

    /// The value inside `="…"`, `=""…""`, `"…"` or after a text mark `'`, without blanks round it.
    private static func unwrapped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        var inner = trimmed(bytes)
        if inner.count > 1, inner.first == UInt8(ascii: "="),
            let next = inner.dropFirst().first, next == quote || next &- 0x30 < 10
        {
            inner = inner.dropFirst()
        }
        while inner.count > 1, inner.first == quote, inner.last == quote { inner = inner.dropFirst().dropLast() }
        inner = trimmed(inner)
        if inner.first == UInt8(ascii: "'") { inner = trimmed(inner.dropFirst()) }
        return inner
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var inner = bytes
        while let first = inner.first, isBlank(first) { inner.removeFirst() }
        while let last = inner.last, isBlank(last) { inner.removeLast() }
        return inner
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
