// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Tabular

/// A draft of a codebook for an export: the questions found, what type each seems to be, and the answers that may be
/// shown. It is a start for whoever knows the form, and says so.
package struct CodebookDraft: Sendable {
    /// A question as far as the file tells.
    struct Question: Sendable {
        var name: String
        var header: String
        var text: String
        var kind: SurveyItem.Kind
        var answers: [DraftAnswer] = []
        var battery: String?
        /// Answers that were given and may not be shown.
        var hasOthers = false
        /// What stands between the answers of a cell, and whether that is asked about.
        var separator: String?
        var isUnclear = false
        /// What cells hold, where it is asked whether that is one answer or several.
        var wholes: [String] = []
        /// Steps of its scale that nobody chose; nil where none seems to be missing.
        var unchosen: UnchosenSteps?
    }

    struct DraftAnswer: Sendable {
        var value: String
        var label: String
        /// Kind of missing, in the codebook's word.
        var missing: String?
        var isOther = false
        /// The number of an answer on a numbered scale.
        var score: Int?
    }

    package let file: String
    package let platform: SurveyPlatform
    package let respondents: Int
    /// Who seems to have answered, and when, as far as the file tells.
    let group: RespondentGroup
    let year: Int?
    let questions: [Question]
    let batteries: [(name: String, text: String)]
    /// Columns that are no questions, as they may be shown, with what they are.
    let columns: [(column: SurveyColumn, header: String)]
    /// Columns left out because they tell who the respondent is.
    let personal: [String]

    /// Drafts from a file. `name` is what messages call it.
    package init(path: String, name: String, options: ReaderOptions = ReaderOptions()) throws(IntakeError) {
        do {
            try self.init(SurveyTable(OpenTable(path, name: name, options: options)))
        } catch {
            throw IntakeError(file: name, reason: error)
        }
    }

    init(_ table: SurveyTable) {
        file = PersonMask.shown(path: table.file)
        platform = table.platform
        group = Self.group(of: table)
        year = WaveYear(of: table).year
        let profiles = SurveyProfile(table)
        respondents = profiles.rows
        var columns: [(column: SurveyColumn, header: String)] = []
        var taken: Set<Int> = []
        for column in SurveyColumn.allCases {
            let known = SurveyMarks.headers(of: column, table.platform)
            guard let place = table.columns.named(oneOf: known).first else { continue }
            columns.append((column, table.titles[place].code ?? table.titles[place].shown))
            taken.insert(place)
        }
        var personal: [String] = []
        for (place, title) in table.titles.enumerated() where !taken.contains(place) {
            if profiles.columns[place].content == .personal {
                personal.append(title.shown)
                taken.insert(place)
            } else if title.isOne(of: SurveyMarks.passedOver) || title.isOwnWords
                || profiles.columns[place].content == .date
                || title.isBlank && profiles.columns[place].content == .empty
            {
                taken.insert(place)
            }
        }
        self.columns = columns
        self.personal = personal
        var maker = QuestionMaker(table.titles, profiles.columns)
        maker.make(leaving: taken)
        questions = UnchosenSteps.marked(maker.questions)
        batteries = maker.batteries
    }

    /// Who a form is for, as its name or its titles say; else users.
    private static func group(of table: SurveyTable) -> RespondentGroup {
        let words = AnswerSpellings.key(([Paths.name(of: table.file)] + table.head.notes).joined(separator: " "))
        if ["utförare", "leverantör", "provider"].contains(where: { words.contains(AnswerSpellings.key($0)) }) {
            return .providers
        }
        if ["handläggare", "case officer", "caseworker"].contains(where: { words.contains(AnswerSpellings.key($0)) }) {
            return .caseOfficers
        }
        return .users
    }
}

/// The profiles of all columns of an export.
struct SurveyProfile {
    let columns: [ColumnProfile]
    let rows: Int

    init(_ table: SurveyTable) {
        var values = [[String]](repeating: [], count: table.titles.count)
        var rows = 0
        table.forEachRow { batch, record in
            guard batch.irregularity(of: record)?.recordIsWhole ?? true else { return }
            rows += 1
            for column in 0..<min(values.count, batch.fieldCount(of: record)) {
                values[column].append(batch.text(of: column, in: record))
            }
        }
        self.rows = rows
        columns = zip(values, table.titles).map { ColumnProfile($0, title: $1, platform: table.platform) }
    }
}
