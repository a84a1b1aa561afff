// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A noun that can be counted, in both numbers.
struct Noun: Sendable, Hashable {
    let one: Phrase
    let many: Phrase
    /// The Swedish *ingen* (person) or *inget* (beslut).
    var none = "ingen"

    static let person = Noun(one: Phrase(sv: "person", en: "person"), many: Phrase(sv: "personer", en: "persons"))
    static let hour = Noun(one: Phrase(sv: "timme", en: "hour"), many: Phrase(sv: "timmar", en: "hours"))
}
