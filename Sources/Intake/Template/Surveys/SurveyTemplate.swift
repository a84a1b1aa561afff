// SPDX-License-Identifier: EUPL-1.2
package import CaseData

/// The three surveys that a new project gets: what users, providers and case officers are asked.
///
/// An item's name is the same in two surveys where the question is the same, and so are the codes of its answers.
package enum SurveyTemplate: Sendable, CaseIterable {
    case users, providers, caseOfficers

    package var group: RespondentGroup {
        switch self {
        case .users: .users
        case .providers: .providers
        case .caseOfficers: .caseOfficers
        }
    }

    /// The codebook as YAML, with questions and answers in Swedish and English.
    package var codebook: String {
        switch self {
        case .users: Self.joined(UserCodebookText.head, UserCodebookText.fields)
        case .providers: Self.joined(ProviderCodebookText.head, ProviderCodebookText.fields)
        case .caseOfficers: Self.joined(CaseOfficerCodebookText.head, CaseOfficerCodebookText.fields)
        }
    }

    private static func joined(_ head: String, _ fields: String) -> String {
        head + "\n" + SurveyScaleText.text + "\n" + fields
    }
}
