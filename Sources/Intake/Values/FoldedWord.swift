// SPDX-License-Identifier: EUPL-1.2

/// A word as it is compared: lower case, without blanks, punctuation, hyphens and unseen characters. Two folded words
/// are equal when their letters are, composed or not (`String` compares by canonical equivalence, so NFC and NFD are
/// the same).
///
/// Between two digits punctuation stays, since it tells one number from another (`0-5`, `9.3`); and a word of nothing
/// but punctuation stays as it is.
package struct FoldedWord: Hashable, Sendable {
    /// The folded letters and digits.
    package let text: String

    /// Folds a word.
    package init(_ word: String) {
        var folded = String.UnicodeScalarView()
        var waiting: Unicode.Scalar?
        for original in word.lowercased().unicodeScalars {
            let scalar: Unicode.Scalar
            switch Self.folded(original) {
            case nil: continue
            case let known?: scalar = known
            }
            if Self.isBlank(scalar) { continue }
            if Self.isPunctuation(scalar) {
                // The first of several is the one that parts the numbers.
                if let last = folded.last, Self.isDigit(last), waiting == nil { waiting = scalar }
                continue
            }
            if let mark = waiting, Self.isDigit(scalar) { folded.append(mark) }
            waiting = nil
            folded.append(scalar)
        }
        text = folded.isEmpty ? Self.withoutBlanks(word) : String(folded)
    }

    /// Folds the bytes of a word.
    package init(_ bytes: Span<UInt8>) {
        self.init(bytes.text)
    }

    private static func withoutBlanks(_ word: String) -> String {
        String(String.UnicodeScalarView(word.unicodeScalars.compactMap(folded).filter { !isBlank($0) }))
    }

    /// The character as its plain kin; nil of one that nobody sees.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard scalar.value >= 0x80 else { return scalar }
        let bytes = Array(String(Character(scalar)).utf8)
        switch UnseenCharacters.character(at: 0, in: bytes.span).folded {
        case .nothing: return nil
        case .ascii(let byte):
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            return Unicode.Scalar(lower)
        case .itself: return scalar
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || (0x09...0x0D).contains(scalar.value) || scalar == "_"
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", ",", ":", ";", "-", "'", "\"", "(", ")", "[", "]", "{", "}", "!", "?", "/", "\\", "*", "#", "·", "•",
            "…", "¿", "¡", "«", "»", "\u{201E}":
            true
        default: false
        }
    }
}

extension Span<UInt8> {
    /// The bytes as a string. For words and names; never for a person key.
    var text: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
