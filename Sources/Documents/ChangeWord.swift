// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What became of a number since the year before, as a card and a finding say it: with a sign and a word, never
/// with colour alone.
package enum ChangeWord: String, Sendable, Hashable, CaseIterable {
    case better
    case worse
    /// The difference is within what chance explains.
    case noCertainChange
    /// The year before is not known, or is not comparable.
    case notComparable

    /// ▲ ▼ ■ ✕
    package var sign: String {
        switch self {
        case .better: "▲"
        case .worse: "▼"
        case .noCertainChange: "■"
        case .notComparable: "✕"
        }
    }

    /// The word beside the sign.
    package var phrase: Phrase {
        switch self {
        case .better: Phrase(sv: "bättre", en: "better")
        case .worse: Phrase(sv: "sämre", en: "worse")
        case .noCertainChange: Phrase(sv: "ingen säker skillnad", en: "no clear difference")
        case .notComparable: Phrase(sv: "kan inte jämföras", en: "cannot be compared")
        }
    }
}
