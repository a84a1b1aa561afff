// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

/// What a group is asked: the questions of the project's own template. The simulator adds how people would answer.
struct SurveyForm: Sendable {
    let group: SurveyGroup
    let codebook: Codebook
    /// The codebook's text, to which the waves' designs are added.
    let text: String

    var questions: [CodebookItem] { codebook.items }

    /// The form of a group.
    static func of(_ group: SurveyGroup) -> SurveyForm {
        forms[group.rawValue]
    }

    private static let forms: [SurveyForm] = SurveyGroup.allCases.map { group in
        let template: SurveyTemplate =
            switch group {
            case .users: .users
            case .providers: .providers
            case .caseOfficers: .caseOfficers
            }
        let text = template.codebook
        do throws(ProjectError) {
            return SurveyForm(
                group: group, codebook: try Codebook(bytes: Array(text.utf8), path: group.group.code), text: text)
        } catch {
            preconditionFailure("a template is a codebook")
        }
    }
}

extension CodebookItem {
    /// Whether the frame tells the answer, so that it never lacks.
    var isFromFrame: Bool { RegisterAnswer.isKnown(item) }

    func canBeAnswered(_ why: MissingAnswer) -> Bool { options.contains { $0.meaning == .missing(why) } }
}
