// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

extension ComparisonVerdict {
    /// The verdict beside a bar on a line of 80 characters.
    var brief: Phrase {
        switch self {
        case .standsOutAnyway: Phrase(sv: "sticker ut", en: "stands out")
        case .standsOutFromEqual: Phrase(sv: "sticker ut, om övriga är lika", en: "stands out, if others are alike")
        case .amongUnequal: Phrase(sv: "utanför, men alla skiljer sig", en: "outside, but all differ")
        case .atTheEdge: Phrase(sv: "i utkanten av slumpen", en: "at the edge of chance")
        case .withinChance: Phrase(sv: "inom slumpen", en: "within chance")
        }
    }

    /// The same in a word or two, for a narrow screen.
    var terse: Phrase {
        switch self {
        case .standsOutAnyway, .standsOutFromEqual: Phrase(sv: "sticker ut", en: "stands out")
        case .amongUnequal: Phrase(sv: "utanför", en: "outside")
        case .atTheEdge: Phrase(sv: "i utkanten", en: "at the edge")
        case .withinChance: Phrase(sv: "inom", en: "within")
        }
    }
}
