// SPDX-License-Identifier: EUPL-1.2

/// An amount of money in kronor: a number, perhaps with `kr`, `:-`, `SEK` or *kronor*.
package enum KronorField {
    /// Decodes a field without surrounding blanks. Throws as `DecimalField`.
    package static func decode(_ bytes: Span<UInt8>, use: DecimalUse = .free) throws(FaultRule) -> DecimalNumber {
        do {
            return try DecimalField.decode(bytes, use: use)
        } catch {
            guard error == .notANumber else { throw error }
            var text = (UnseenCharacters.plain(bytes) ?? Self.copy(bytes))[...]
            let isTaken = takeSuffix(of: &text) || takePrefix(of: &text)
            guard isTaken else { throw error }
            let number = Array(text)
            return try DecimalField.decode(number.span, use: use)
        }
    }

    private static func takeSuffix(of text: inout ArraySlice<UInt8>) -> Bool {
        for word in ["kronor", "kr.", "kr", "sek", ":-", ",-", ".-", ":"] where ends(text, with: word) {
            text.removeLast(word.utf8.count)
            while text.last == 0x20 { text.removeLast() }
            return true
        }
        return false
    }

    private static func takePrefix(of text: inout ArraySlice<UInt8>) -> Bool {
        for word in ["sek", "kr"] where text.count > word.utf8.count && matches(text.prefix(word.utf8.count), word) {
            text.removeFirst(word.utf8.count)
            while text.first == 0x20 { text.removeFirst() }
            return true
        }
        return false
    }

    private static func ends(_ text: ArraySlice<UInt8>, with word: String) -> Bool {
        text.count > word.utf8.count && matches(text.suffix(word.utf8.count), word)
    }

    private static func matches(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
        zip(text, word.utf8).allSatisfy { ((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) == $1 }
    }

    private static func copy(_ bytes: Span<UInt8>) -> [UInt8] {
        var copy: [UInt8] = []
        for index in bytes.indices { copy.append(bytes[index]) }
        return copy
    }
}

extension DecimalNumber {
    /// So many kronor in öre, to the nearest; ties go away from zero.
    var ore: Int64 {
        let scale = PowersOfTen[decimals]
        let parts = whole * 100 + (min(fraction, Int64.max / 200) * 100 + scale / 2) / scale
        return isNegative ? -parts : parts
    }
}
