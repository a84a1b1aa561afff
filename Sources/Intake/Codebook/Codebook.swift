// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// A codebook (*kodbok*): what the columns of a survey's exports mean.
///
/// YAML after the Frictionless Table Schema (`fields`, `categories`, `missingValues`), with what an evaluation needs
/// beside it. docs/kodbok.md describes the file.
package struct Codebook: Sendable {
    /// Rows of a matrix question, and the question they share.
    package struct Battery: Sendable, Hashable {
        package var name: String
        package var question: Phrase
    }

    /// A question of which the codebook does not say yet whether a cell holds one answer or several.
    package struct OpenQuestion: Sendable {
        package var item: CodebookItem
        /// Where the codebook asks.
        package var line: Int?

        /// What the codebook asks.
        var fault: CodebookFault {
            let sign = item.separator?.dropFirst() ?? ""
            return .separatorAsked(item.question, sign: sign.isEmpty ? ", " : String(sign))
        }
    }

    package var title: Phrase
    /// nil when only the project file names the group.
    package var group: RespondentGroup?
    /// nil: found out from each file.
    package var platform: SurveyPlatform?
    /// Whether login codes mean the same respondents in every wave. Person keys always do.
    package var isPanel: Bool
    /// In the order of the form.
    package var items: [CodebookItem]
    package var batteries: [Battery]
    /// Headers of the columns that are no questions, where the codebook names them.
    package var columns: [SurveyColumn: String]
    /// The frame of every wave that has none of its own.
    package var design: SurveyFrame?
    /// The lines of the codebook that count the strata: by wave, empty for `design`, and by the stratum's name.
    package var strataLines: [String: [String: Int]]
    /// Frames by wave.
    package var designs: [String: SurveyFrame]
    /// The wave of files whose source names none.
    package var wave: String?
    /// Questions that cannot be read until the codebook says how their answers are written.
    package var open: [OpenQuestion]
    /// The words before the questions of a form; nil when there is to be none.
    package var intro: Phrase?
    package var easyIntro: Phrase?

    /// The frame of a wave.
    package func frame(of wave: String) -> SurveyFrame { designs[wave] ?? design ?? SurveyFrame() }

    /// The line that counts a stratum of a wave's frame.
    func line(of stratum: String, in wave: String) -> Int? {
        let key = AnswerSpellings.key(stratum)
        return strataLines[designs[wave] == nil ? "" : wave]?.first { AnswerSpellings.key($0.key) == key }?.value
    }

    /// The items as the data set has them.
    package var surveyItems: [SurveyItem] { items.map(\.item) }
}

/// A question of a codebook: the item, and how its answers are written in exports.
package struct CodebookItem: Sendable {
    package var item: SurveyItem
    /// Headers of its column, before the name and the question are tried: `B09`, `B06[1]`.
    package var headers: [String]
    /// The question in the easy-to-read (*lättläst*) form; nil when it is not asked there.
    package var easyQuestion: Phrase?
    /// Whether a file may be without the item: then it was not asked of the file's respondents.
    package var isOptional: Bool
    /// Whether the item stands in the form; coded themes do not.
    package var isInForm: Bool
    /// What answers are written as.
    package var spellings: AnswerSpellings
    /// The answers that can be chosen, in the order of the form, with those that are kinds of missing.
    package var options: [Option]
    /// The category of an answer in the respondent's own words (*annat*).
    package var otherCategory: Int?
    /// What stands between the answers of a cell that holds several; nil when it is found out from each cell.
    package var separator: String?

    /// The question as messages name it: never long.
    var question: String {
        let text = item.question.swedish.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.count <= 80 ? text : text.prefix(79) + "…"
    }

    /// One line of the answers in a form.
    package struct Option: Sendable, Hashable {
        package var label: Phrase
        /// In the easy-to-read form.
        package var easyLabel: Phrase?
        package var meaning: AnswerMeaning
        package var isOther: Bool
        /// The spellings that belong to this answer alone, as the codebook has them.
        package var spellings: [String]
    }
}

/// What one written answer stands for.
package enum AnswerMeaning: Sendable, Hashable {
    /// A place in the item's categories.
    case category(Int)
    case missing(MissingAnswer)
}

/// A column of an export that is no question.
package enum SurveyColumn: String, Sendable, CaseIterable {
    /// Login code (*inloggningskod*), the same on paper and web.
    case login
    /// Identity number or pseudonym.
    case person
    case district
    /// Part of the frame, when it is not the district.
    case stratum
    case weight
    /// When the answer was given or sent in.
    case date
    /// Filled when the respondent got to the end.
    case complete
}

/// The tool that a file was exported from.
package enum SurveyPlatform: String, Sendable, CaseIterable {
    case limeSurvey = "limesurvey"
    case surveyMonkey = "surveymonkey"
    case microsoftForms = "microsoft-forms"
    case googleForms = "google-forms"
    case qualtrics
    case redcap
    /// Webropol, and others that put a question over the columns of its answers.
    case webropol
    /// One header row, nothing to tell the tool by.
    case generic
}
