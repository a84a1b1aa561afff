// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Which definition, denominator and anchor of flexible use an answer goes by.
struct FlexibleVariant {
    var definition: MeasureSettings.Definition
    var denominator: MeasureSettings.Denominator
    var anchor: MeasureSettings.Anchor

    /// The variant in force.
    init(_ settings: MeasureSettings) {
        definition = settings.definition
        denominator = settings.denominator
        anchor = settings.anchor
    }

    /// The variant a question names, else the settings in force.
    init(_ question: Question, settings: MeasureSettings) {
        self.init(settings)
        if case .flexible(let definition, let denominator, let anchor) = question.aspect.parameter {
            self.definition = .init(rawValue: definition) ?? settings.definition
            self.denominator = .init(rawValue: denominator) ?? settings.denominator
            self.anchor = .init(rawValue: anchor) ?? settings.anchor
        }
    }

    /// The settings with the variant in force.
    func applied(to settings: MeasureSettings) -> MeasureSettings {
        var settings = settings
        settings.definition = definition
        settings.denominator = denominator
        settings.anchor = anchor
        return settings
    }

    static func checkNames(_ definition: String, _ denominator: String, _ anchor: String) throws(QuestionError) {
        try check(definition, MeasureSettings.Definition.allCases.map(\.rawValue))
        try check(denominator, MeasureSettings.Denominator.allCases.map(\.rawValue))
        try check(anchor, MeasureSettings.Anchor.allCases.map(\.rawValue))
    }

    private static func check(_ name: String, _ allowed: [String]) throws(QuestionError) {
        guard allowed.contains(name) else { throw .unknownName(name, allowed: allowed) }
    }

    /// `F1/D1/spell`
    var id: String {
        "\(definition.id)/\(denominator.id)/\(anchor.rawValue)"
    }
}

extension MeasureSettings.Definition {
    var id: String {
        switch self {
        case .movedHours: "F1"
        case .movedHoursOrOverrun: "F1o"
        }
    }
}

extension MeasureSettings.Denominator {
    var id: String {
        switch self {
        case .granted: "D1"
        case .performed: "D2"
        case .completePeriod: "D3"
        }
    }
}
