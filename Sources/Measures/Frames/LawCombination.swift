// SPDX-License-Identifier: EUPL-1.2
package import CaseData
import Terms

/// By which laws a person has the service: one alone, or both (*både SoL och LSS*).
///
/// Told by law, a person with both counts in each, and SoL + LSS − everyone says how many they are. Where that is a few,
/// the laws are told apart instead: those with LSS, with or without SoL, and those with SoL alone make up everyone.
package enum LawCombination {
    package static let both = "both"
    private static let end = "-only"

    /// The code of those with one law alone.
    package static func only(_ law: Law) -> String { law.rawValue + end }

    /// The law that a combination of one law rests on; nil for *both*.
    package static func law(of code: String) -> String? { code.hasSuffix(end) ? String(code.dropLast(end.count)) : nil }

    /// The code of those of a law who stand in a table that tells the laws apart.
    package static func apart(_ law: Law) -> String {
        switch law {
        case .lss: law.rawValue
        case .sol: only(law)
        }
    }

    /// As `Category` has it, of one law alone.
    static func words(only law: Law) -> Phrase {
        Phrase(sv: "Enbart \(law.rawValue)", en: "\(law.rawValue) only")
    }

    /// The classes of a table that tells the laws apart, in the order of the laws.
    static let apart: [(code: String, label: Phrase)] = Law.allCases.map { law in
        switch law {
        case .lss: (apart(law), Phrase(sv: "LSS, med eller utan SoL", en: "LSS, with or without SoL"))
        case .sol: (apart(law), words(only: law))
        }
    }
}
