// SPDX-License-Identifier: EUPL-1.2

extension ValueShape {
    /// The shape of any value, person keys included: how many digits or characters, never which.
    package init(of bytes: Span<UInt8>) {
        if bytes.isEmpty {
            self = .empty
        } else if Digits.isAll(bytes) {
            self = .digits(bytes.count)
        } else if (try? DecimalField.decode(bytes)) != nil {
            var digits = 0
            for index in bytes.indices where bytes[index] &- 0x30 < 10 { digits += 1 }
            self = .number(digits: digits)
        } else {
            var characters = 0
            for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { characters += 1 }
            self = .text(characters: characters)
        }
    }

    /// The value of a column of words, when it can hold no person key: short, with a letter, with at most
    /// `digits` digits; else its shape.
    ///
    /// A row whose fields have slipped sideways may have an identity number where a district should be.
    package init(ofWord bytes: Span<UInt8>, digits allowed: Int = 0) {
        var digits = 0
        var letters = 0
        var controls = 0
        for index in bytes.indices {
            switch bytes[index] {
            case 0x30...0x39: digits += 1
            case 0x41...0x5A, 0x61...0x7A, 0xC3: letters += 1
            case 0x00..<0x20, 0x7F: controls += 1
            default: break
            }
        }
        // Wide digits, and characters that nobody sees between digits, are told by the search.
        let isPlain = digits <= allowed && letters > 0 && controls == 0 && bytes.count <= 60
        guard isPlain, !Self.hasWideDigits(bytes), !IdentitySearch.finds(in: bytes) else {
            self.init(of: bytes)
            return
        }
        self = .word(bytes.text)
    }

    /// Whether a text may hold somebody's name: two words or more that begin with a capital and go on in small letters
    /// (`Avbokad av Ulla Ek`, `Ek-Bo, Ulla`; not `Ledsagning SoL`).
    static func mayHoldName(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 4 else { return false }
        let words = bytes.text.split { !$0.isLetter }
        return words.count { word in
            word.count > 1 && word.first?.isUppercase ?? false && word.dropFirst().allSatisfy(\.isLowercase)
        } > 1
    }

    /// The shape of a name, which shows the name only when it can hold no person key.
    init(ofName name: String) {
        let bytes = Array(name.utf8)
        self.init(ofWord: bytes.span)
    }

    /// Full-width digits (U+FF10–U+FF19), which would pass for letters.
    private static func hasWideDigits(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 3 else { return false }
        for index in 0..<bytes.count - 2 where bytes[index] == 0xEF && bytes[index + 1] == 0xBC {
            if (0x90...0x99).contains(bytes[index + 2]) { return true }
        }
        return false
    }
}
