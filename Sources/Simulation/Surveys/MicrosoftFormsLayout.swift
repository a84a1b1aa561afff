// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

/// Microsoft Forms: the whole question as header, several answers in one cell with a semicolon after each.
struct MicrosoftFormsLayout: SurveyLayout {
    func specialColumns(of survey: SimulatedSurvey) -> [(SurveyColumn, String)] {
        [(.login, "Inloggningskod"), (.date, "Completion time"), survey.place("Stadsdelsnämnd", "Regi")]
    }

    func columns(of survey: SimulatedSurvey) -> [SurveySheet.Column] {
        var columns = ["ID", "Start time", "Completion time", "Email", "Name"]
            .map { SurveySheet.Column(name: $0, headers: [$0]) }
        columns.append(SurveySheet.Column(name: "login", headers: ["Inloggningskod"]))
        columns.append(SurveySheet.Column(name: "place", headers: [survey.place("Stadsdelsnämnd", "Regi").1]))
        return columns
            + survey.questions.map { SurveySheet.Column(name: $0.item.name, headers: [$0.item.question.swedish]) }
    }

    func cells(of respondent: SurveyRespondent, in survey: SimulatedSurvey) -> [String] {
        let answers = zip(survey.questions, respondent.response.answers).map {
            WrittenAnswer.labels.text($1, to: $0, of: respondent)
        }
        return [
            String(respondent.number), respondent.started.short, respondent.ended.short, "anonymous", "",
            respondent.login, survey.place(of: respondent.member),
        ] + answers
    }
}
