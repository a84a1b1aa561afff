// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

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

    /// Name of its files, without ending.
    package func fileName(in language: Language) -> String {
        switch self {
        case .users: Phrase(sv: "brukare", en: "users")[language]
        case .providers: Phrase(sv: "utforare", en: "providers")[language]
        case .caseOfficers: Phrase(sv: "handlaggare", en: "case-officers")[language]
        }
    }

    /// Name of the folder that `ledsaga init` lays them in.
    package static func folder(in language: Language) -> String { Phrase(sv: "enkater", en: "surveys")[language] }

    /// The codebook, and the forms in a language: for users one that is easy to read too.
    package func files(in language: Language) -> [ProjectTemplate.File] {
        let path = Self.folder(in: language) + "/" + fileName(in: language)
        guard let parsed = try? Codebook(bytes: Array(codebook.utf8), path: path) else {
            preconditionFailure("a codebook of Ledsaga's own does not hold together")
        }
        var files = [
            ProjectTemplate.File(
                path: path + Phrase(sv: ".kodbok.yaml", en: ".codebook.yaml")[language],
                text: Self.comment[language] + codebook),
            ProjectTemplate.File(path: path + ".md", text: QuestionForm(parsed, language: language).markdown),
        ]
        if parsed.items.contains(where: { $0.easyQuestion != nil }) {
            files.append(
                ProjectTemplate.File(
                    path: path + Phrase(sv: "-lattlast.md", en: "-easy.md")[language],
                    text: QuestionForm(parsed, language: language, isEasy: true).markdown))
        }
        return files
    }

    private static let comment = Phrase(
        sv: """
            # Kodbok: vad kolumnerna i enkätens export betyder. Ändra frågor och svar så att de är som i er enkät.
            # header är frågans kod i LimeSurvey. Frågans ord känns igen också, så det går lika bra med Microsoft Forms,
            # SurveyMonkey eller en egen CSV-fil. I filen ledsaga.yaml:
            #   - {kind: survey, files: data/enkat-2019.csv, codebook: den här filen, wave: 2019}
            # Hur många enkäten gick till skrivs så här (för stadsdelsnämnder: by: district, och strata med namn):
            # designs:
            #   2019: {population: 700, sent: 400, undeliverable: 12}

            """,
        en: """
            # A codebook: what the columns of the survey's export mean. Change questions and answers to those of yours.
            # header is the question's code in LimeSurvey. Its words are known too, so Microsoft Forms, SurveyMonkey
            # or a CSV file of your own will do as well. In the file ledsaga.yaml:
            #   - {kind: survey, files: data/survey-2019.csv, codebook: this file, wave: 2019}
            # How many the survey was sent to is written so (for district boards: by: district, and strata with names):
            # designs:
            #   2019: {population: 700, sent: 400, undeliverable: 12}

            """)

    private static func joined(_ head: String, _ fields: String) -> String {
        head + "\n" + SurveyScaleText.text + "\n" + fields
    }
}
