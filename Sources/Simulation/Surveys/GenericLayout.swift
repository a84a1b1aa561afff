// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// A table of anybody's making: one header row with the codebook's names, several answers in one cell.
struct GenericLayout: SurveyLayout {
    let answers: SurveyDialect.Answers

    func specialColumns(of survey: SimulatedSurvey) -> [(SurveyColumn, String)] {
        [(.login, "inloggningskod"), (.date, "datum"), survey.place("stadsdelsnamnd", "regi")]
    }

    func columns(of survey: SimulatedSurvey) -> [SurveySheet.Column] {
        let place = survey.place("stadsdelsnamnd", "regi").1
        return [("datum", "datum"), ("login", "inloggningskod"), ("place", place)]
            .map { SurveySheet.Column(name: $0.0, headers: [$0.1]) }
            + survey.questions.map { SurveySheet.Column(name: $0.item.name, headers: [$0.item.name]) }
    }

    func cells(of respondent: SurveyRespondent, in survey: SimulatedSurvey) -> [String] {
        let written = answers == .labels ? WrittenAnswer.labels : WrittenAnswer.values
        let answers = zip(survey.questions, respondent.response.answers).map {
            written.text($1, to: $0, of: respondent)
        }
        return [respondent.ended.iso, respondent.login, survey.place(of: respondent.member)] + answers
    }
}
