// SPDX-License-Identifier: EUPL-1.2

package import Intake

/// How survey answers are exported.
package struct SurveyDialect: Sendable, Hashable {
    /// What stands in a cell: the words of the form, or the platform's codes of them.
    package enum Answers: String, Sendable, CaseIterable {
        case labels, codes
    }

    /// The platforms that surveys are simulated on.
    package static let platforms: [SurveyPlatform] = [.limeSurvey, .surveyMonkey, .microsoftForms, .generic]

    /// nil: each group has a platform of its own.
    package var platform: SurveyPlatform?
    /// SurveyMonkey and Microsoft Forms write labels whatever is asked for.
    package var answers = Answers.labels

    package init(platform: SurveyPlatform? = nil, answers: Answers = .labels) {
        self.platform = platform
        self.answers = answers
    }

    /// The platform a group's answers come from.
    func platform(of group: SurveyGroup) -> SurveyPlatform {
        if let platform { return platform }
        switch group {
        case .users: return .limeSurvey
        case .providers: return .microsoftForms
        case .caseOfficers: return .surveyMonkey
        }
    }

    /// How that platform lays its tables out.
    func layout(of group: SurveyGroup) -> any SurveyLayout {
        switch platform(of: group) {
        case .limeSurvey: LimeSurveyLayout(answers: answers)
        case .surveyMonkey: SurveyMonkeyLayout()
        case .microsoftForms: MicrosoftFormsLayout()
        case .generic, .webropol, .googleForms, .qualtrics, .redcap: GenericLayout(answers: answers)
        }
    }
}
