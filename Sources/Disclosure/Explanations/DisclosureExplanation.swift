// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// What `ledsaga explain NAME` tells of a rule of disclosure control, with the settings in force.
package struct DisclosureExplanation: Sendable {
    /// As written at the command line: `small-count`, `rounding`.
    package let name: String
    /// Other names that lead here: the keys of the project file, Swedish words.
    package let aliases: [String]
    package let summary: Phrase
    /// Paragraphs.
    package let definition: [Phrase]
    /// Lines of mathematics.
    package let formula: [Phrase]
    /// As the project file writes them.
    package let settings: [Definition.Setting]
    /// A worked example, in paragraphs.
    package let example: [Phrase]
    package let source: Phrase
    /// Names to read next.
    package let seeAlso: [String]

    /// The rules for one number first, then what is done for the whole release, then the methods.
    package static func all(_ settings: DisclosureSettings) -> [DisclosureExplanation] {
        PrimaryRule.allCases.map { DisclosureExplanation($0, settings) }
            + [.suppression(settings), .protection(settings)]
            + [.method(settings), .rounding(settings), .cellKey(settings), .kAnonymity(settings)]
            + [.editions(settings), .dates(settings)]
    }

    /// The explanation of a name or one of its aliases, without regard to case and accents.
    package static func named(_ name: String, _ settings: DisclosureSettings) -> DisclosureExplanation? {
        let wanted = NearestName.folded(name)
        return all(settings).first { explanation in
            ([explanation.name] + explanation.aliases).contains { NearestName.folded($0) == wanted }
        }
    }

    /// All names, for who wrote one wrong.
    package static var names: [String] { all(DisclosureSettings()).map(\.name) }
}

/// The settings of disclosure control that its explanations print, by their keys in the project file.
enum DisclosureSetting: String, CaseIterable {
    case threshold
    case percentOfLargest = "p_percent"
    case minimumBase = "minimum_base"
    case protection
    case method
    case roundingBase = "rounding_base"
}

extension DisclosureSettings {
    /// The value of a setting as the project file writes it.
    func value(of setting: DisclosureSetting) -> String {
        switch setting {
        case .threshold: "\(threshold)"
        case .percentOfLargest: percentOfLargest.english
        case .minimumBase: "\(minimumBase)"
        case .protection: "\(protection)"
        case .method: method.rawValue
        case .roundingBase: "\(roundingBase)"
        }
    }

    /// The settings as the project file writes them, in this order.
    func printed(_ settings: [DisclosureSetting]) -> [Definition.Setting] {
        settings.map { Definition.Setting("disclosure.\($0.rawValue)", value(of: $0)) }
    }
}
