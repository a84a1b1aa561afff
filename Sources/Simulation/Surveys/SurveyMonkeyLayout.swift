// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

/// SurveyMonkey's export: the question in a first header row, and in a second one what of it the column holds. The
/// question stands over its first column only. Rows of a matrix and several answers have a column each.
struct SurveyMonkeyLayout: SurveyLayout {
    func specialColumns(of survey: SimulatedSurvey) -> [(SurveyColumn, String)] {
        [(.login, "Custom Data 1"), (.date, "End Date"), survey.place("Custom Data 2", "Custom Data 2")]
    }

    func columns(of survey: SimulatedSurvey) -> [SurveySheet.Column] {
        var columns = [
            "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
            "Last Name", "Custom Data 1", "Custom Data 2",
        ].map { SurveySheet.Column(name: $0, headers: [$0, ""]) }
        columns[8].name = "login"
        columns[9].name = "place"
        var battery: String?
        for item in survey.questions {
            let question = item.item.question.swedish
            if let name = item.item.battery {
                let heading = survey.batteryQuestion(name)?.swedish ?? question
                columns.append(
                    SurveySheet.Column(name: item.item.name, headers: [name == battery ? "" : heading, question]))
                battery = name
                continue
            }
            battery = nil
            switch item.item.kind {
            case .multiple:
                for (place, option) in item.choices.enumerated() {
                    columns.append(
                        SurveySheet.Column(
                            name: "\(item.item.name)/\(item.item.categories[place].code)",
                            headers: [place == 0 ? question : "", option.label.swedish]))
                }
            case .text, .number:
                columns.append(
                    SurveySheet.Column(name: item.item.name, headers: [question, "Open-Ended Response"]))
            case .single, .scale:
                columns.append(SurveySheet.Column(name: item.item.name, headers: [question, "Response"]))
            }
        }
        return columns
    }

    func cells(of respondent: SurveyRespondent, in survey: SimulatedSurvey) -> [String] {
        var cells = [
            String(11_300_000_000 + respondent.number * 104_729), "411", respondent.started.american,
            respondent.ended.american, "", "", "", "", respondent.login, survey.place(of: respondent.member),
        ]
        let written = WrittenAnswer.labels
        for (item, answer) in zip(survey.questions, respondent.response.answers) {
            guard item.item.kind == .multiple else {
                cells.append(written.text(answer, to: item, of: respondent))
                continue
            }
            var chosen: UInt64 = 0
            if case .categories(let set) = answer { chosen = set }
            for (place, option) in item.choices.enumerated() {
                let isChosen = chosen >> UInt64(place) & 1 == 1
                cells.append(isChosen ? option.isOther ? "Något annat" : written.name(option, of: item) : "")
            }
        }
        return cells
    }
}

extension SimulatedSurvey {
    /// The question over the rows of a matrix.
    func batteryQuestion(_ name: String) -> Phrase? { form.codebook.batteries.first { $0.name == name }?.question }
}
