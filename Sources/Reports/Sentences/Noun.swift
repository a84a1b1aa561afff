// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A noun that can be counted, in both numbers.
struct Noun: Sendable, Hashable {
    let one: Phrase
    let many: Phrase
    /// The Swedish *ingen* (person) or *inget* (beslut).
    let none: String

    init(one: Phrase, many: Phrase, none: String = "ingen") {
        self.one = one
        self.many = many
        self.none = none
    }

    static let person = Noun(
        one: Phrase(sv: "person", en: "person"), many: Phrase(sv: "personer", en: "persons"))
    static let hour = Noun(one: Phrase(sv: "timme", en: "hour"), many: Phrase(sv: "timmar", en: "hours"))
    static let decision = Noun(
        one: Phrase(sv: "beslut", en: "decision"), many: Phrase(sv: "beslut", en: "decisions"), none: "inget")
    static let row = Noun(one: Phrase(sv: "rad", en: "row"), many: Phrase(sv: "rader", en: "rows"))
    static let file = Noun(one: Phrase(sv: "fil", en: "file"), many: Phrase(sv: "filer", en: "files"))
    static let cell = Noun(
        one: Phrase(sv: "uppgift", en: "figure"), many: Phrase(sv: "uppgifter", en: "figures"))
}
