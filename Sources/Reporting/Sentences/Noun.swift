// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// A noun that can be counted, in both numbers.
package struct Noun: Sendable, Hashable {
    package let one: Phrase
    package let many: Phrase
    /// The Swedish *ingen* (person) or *inget* (beslut).
    package let none: String

    package init(one: Phrase, many: Phrase, none: String = "ingen") {
        self.one = one
        self.many = many
        self.none = none
    }

    package static let person = Noun(
        one: Phrase(sv: "person", en: "person"), many: Phrase(sv: "personer", en: "persons"))
    package static let hour = Noun(one: Phrase(sv: "timme", en: "hour"), many: Phrase(sv: "timmar", en: "hours"))
    package static let decision = Noun(
        one: Phrase(sv: "beslut", en: "decision"), many: Phrase(sv: "beslut", en: "decisions"), none: "inget")
    package static let row = Noun(one: Phrase(sv: "rad", en: "row"), many: Phrase(sv: "rader", en: "rows"))
    package static let file = Noun(one: Phrase(sv: "fil", en: "file"), many: Phrase(sv: "filer", en: "files"))
    package static let cell = Noun(
        one: Phrase(sv: "uppgift", en: "figure"), many: Phrase(sv: "uppgifter", en: "figures"))
}
