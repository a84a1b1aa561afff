// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension ValueShape {
    /// The shape in words; nil when the whole row is meant.
    package var words: Phrase? {
        switch self {
        case .empty: Phrase(sv: "tomt", en: "empty")
        case .digits(let count):
            Phrase(sv: Self.count(count, "siffra", "siffror"), en: Self.count(count, "digit", "digits"))
        case .number(let digits):
            Phrase(
                sv: "tal med \(Self.count(digits, "siffra", "siffror"))",
                en: "number of \(Self.count(digits, "digit", "digits"))")
        case .text(let characters):
            Phrase(
                sv: "text med \(characters) tecken", en: "text of \(Self.count(characters, "character", "characters"))")
        case .word(let word): Phrase(sv: "”\(word)”", en: "“\(word)”")
        case .fields(let count): Phrase(sv: "\(count) fält", en: Self.count(count, "field", "fields"))
        case .row: nil
        }
    }

    /// The shape as machine output has it, in every language the same: `12 digits`, `text of 7 characters`, or the
    /// word itself.
    package var machineText: String {
        switch self {
        case .word(let word): word
        case .row: "row"
        default: words?[.english] ?? "row"
        }
    }

    private static func count(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
