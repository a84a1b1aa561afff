// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// A survey's answers as a table of one platform.
struct SurveySheet {
    struct Column {
        /// Unique in the table: `login`, an item's name, or that and a category's code.
        var name: String
        /// A text for each of the platform's header rows.
        var headers: [String]
    }

    var columns: [Column] = []
    /// A cell for each column.
    var rows: [[String]] = []

    /// The rows above the answers: one, or two.
    var headerRows: [[String]] {
        (0..<(columns.first?.headers.count ?? 1)).map { row in columns.map { $0.headers[row] } }
    }

    init(_ survey: SimulatedSurvey, _ dialect: SurveyDialect, seed: UInt64) {
        let layout = dialect.layout(of: survey.group)
        columns = layout.columns(of: survey)
        rows = survey.responses.enumerated().map { place, response in
            let member = survey.frame[response.member]
            let respondent = SurveyRespondent(
                number: place + 1, login: LoginCode.of(member, in: survey.group, seed: seed), member: member,
                day: SurveyFrames.day(in: survey.year), response: response)
            return layout.cells(of: respondent, in: survey)
        }
    }
}

/// One row of an export before a platform has laid it out.
struct SurveyRespondent {
    /// From 1, in the order of the rows.
    let number: Int
    let login: String
    let member: FrameMember
    /// The day the survey was sent.
    let day: CivilDate
    let response: SimulatedSurvey.Response

    /// When the form was opened.
    var started: Moment { Moment(day: day, minute: response.minute) }
    /// When it was sent in, or left.
    var ended: Moment { Moment(day: day, minute: response.minute + 4 + number % 17) }

    /// A minute of a day, and ways to write it.
    struct Moment {
        private let day: CivilDate
        private let minute: Int

        init(day: CivilDate, minute: Int) {
            self.day = day.adding(days: minute / 1440)
            self.minute = minute % 1440
        }

        /// `2019-10-07 14:05:00`.
        var iso: String { "\(day) \(clock(minute)):00" }

        /// `10/07/2019 02:05:00 PM`.
        var american: String {
            let parts = day.components
            let hour = minute / 60 % 12 == 0 ? 12 : minute / 60 % 12
            return "\(twoDigits(parts.month))/\(twoDigits(parts.day))/\(parts.year) "
                + "\(twoDigits(hour)):\(twoDigits(minute % 60)):00 \(minute < 720 ? "AM" : "PM")"
        }

        /// `10/7/19 14:05:00`.
        var short: String {
            let parts = day.components
            return "\(parts.month)/\(parts.day)/\(twoDigits(parts.year % 100)) \(clock(minute)):00"
        }
    }
}

/// How a platform lays a survey out.
protocol SurveyLayout {
    func columns(of survey: SimulatedSurvey) -> [SurveySheet.Column]
    func cells(of respondent: SurveyRespondent, in survey: SimulatedSurvey) -> [String]
    /// The headers, or second headers, of the columns that are no questions: for the codebook.
    func specialColumns(of survey: SimulatedSurvey) -> [(SurveyColumn, String)]
}

extension CodebookItem {
    /// The option that stands for an answer; nil when the answer is an empty cell.
    func option(for meaning: AnswerMeaning) -> Option? { options.first { $0.meaning == meaning } }

    /// Options that are categories, of questions with several answers.
    var choices: [Option] {
        options.filter {
            if case .category = $0.meaning { true } else { false }
        }
    }

    /// The short name a platform has of an option: `A2`, `SQ003`; the codebook's value where it tells none.
    func shortCode(of option: Option) -> String {
        let code = option.spellings.first { spelling in
            spelling.first?.isUppercase ?? false && spelling.last?.isWholeNumber ?? false
                && spelling.allSatisfy { $0.isUppercase || $0.isWholeNumber }
        }
        return code ?? option.spellings.first ?? ""
    }
}
