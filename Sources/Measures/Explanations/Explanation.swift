// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// What `ledsaga explain NAME` tells of a measure, of one of its variants, or of a building block: enough to compute
/// the number by hand.
package struct Explanation: Sendable {
    package enum Kind: Sendable {
        case measure
        /// A definition or denominator of flexible use.
        case variant
        /// What measures are built from: person-month, spell, period, observation window.
        case buildingBlock
    }

    /// As written at the command line: `utilisation`, `F1`, `spell`.
    package let name: String
    package let kind: Kind
    /// Other names that lead here: the names in the project file, Swedish words.
    package let aliases: [String]
    /// One line, for the list of measures.
    package let summary: Phrase
    /// Paragraphs.
    package let definition: [Phrase]
    /// Lines of mathematics.
    package let formula: [Phrase]
    /// Keys in the project file that the number depends on.
    let settingKeys: [String]
    /// Where the definition or the method comes from.
    package let source: Phrase
    /// A worked example, in paragraphs.
    package let example: [Phrase]
    /// Names of explanations to read next.
    package let seeAlso: [String]

    /// The settings the number depends on with their values in force, as in the project file.
    package func settings(in settings: MeasureSettings) -> [Definition.Setting] {
        settingKeys.map { Definition.Setting($0, settings.value(of: $0)) }
    }

    /// The measures in the order of the follow-up's questions, then the variants of flexible use, then the building
    /// blocks.
    package static let all: [Explanation] =
        Catalogue.measures.map(\.explanation) + [
            .movedHours, .movedHoursOrOverrun, .shiftedShare, .grantedDenominator, .performedDenominator,
            .completePeriodDenominator, .personMonth, .spell, .period, .observationWindow, .comparison,
            .betweenVariance,
            .caseMix,
        ]

    /// The explanation of a name or one of its aliases, without regard to case and accents.
    package static func named(_ name: String) -> Explanation? {
        let wanted = NearestName.folded(name)
        return all.first { explanation in
            ([explanation.name] + explanation.aliases).contains { NearestName.folded($0) == wanted }
        }
    }

    /// The names nearest to one that was written wrong; other names are offered only when none of the names is near.
    package static func nearest(to name: String) -> [String] {
        let names = NearestName.list(to: name, among: all.map(\.name))
        return names.isEmpty ? NearestName.list(to: name, among: all.flatMap(\.aliases)) : names
    }
}

extension Phrase {
    /// Mathematics without words, the same in every language.
    static func math(_ formula: String) -> Phrase { Phrase(sv: formula, en: formula) }
}

extension MeasureSettings {
    /// The value of a setting as the project file writes it.
    func value(of key: String) -> String {
        switch key {
        case "definition": definition.rawValue
        case "denominator": denominator.rawValue
        case "anchor": anchor.rawValue
        case "period_months": "\(periodMonths)"
        case "tolerance_hours": "\(tolerance.value)"
        case "pro_rating": proRating.rawValue
        case "hour_classes": "[" + hourClasses.map { "\($0)" }.joined(separator: ", ") + "]"
        case "age_groups": "[" + ageGroups.map { "\($0)" }.joined(separator: ", ") + "]"
        default: preconditionFailure("an explanation names a setting that does not exist")
        }
    }
}
