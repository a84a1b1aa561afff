// SPDX-License-Identifier: EUPL-1.2

/// A word as it is compared: lower case, without blanks and `_`. Two folded words are equal when their letters
/// are, composed or not (`String` compares by canonical equivalence, so NFC and NFD are the same).
package struct FoldedWord: Hashable, Sendable {
    package let text: String

    package init(_ word: String) {
        var folded = ""
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case " ", "_", "\t", "\n", "\r", "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{FEFF}", "\u{AD}":
                continue
            case "\u{2010}", "\u{2011}": folded.unicodeScalars.append("-")
            default: folded.unicodeScalars.append(scalar)
            }
        }
        self.text = folded
    }

    package init(_ bytes: Span<UInt8>) {
        self.init(bytes.text)
    }
}

extension Span<UInt8> {
    /// The bytes as a string. For words and names; never for a person key.
    var text: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
