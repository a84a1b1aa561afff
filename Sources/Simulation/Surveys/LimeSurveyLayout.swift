// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// LimeSurvey's export with question codes as headers: several answers in a column an option with `Y` and `N`, rows of
/// a matrix as `B06[2]`, a cell that begins with `=` guarded by `'`.
struct LimeSurveyLayout: SurveyLayout {
    let answers: SurveyDialect.Answers

    func specialColumns(of survey: SimulatedSurvey) -> [(SurveyColumn, String)] {
        [(.login, "token"), (.date, "submitdate"), (.complete, "submitdate"), survey.place("stadsdelsnamnd", "regi")]
    }

    func columns(of survey: SimulatedSurvey) -> [SurveySheet.Column] {
        var columns = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp"]
            .map { SurveySheet.Column(name: $0, headers: [$0]) }
        columns[5].name = "login"
        columns.append(SurveySheet.Column(name: "place", headers: [survey.place("stadsdelsnamnd", "regi").1]))
        for item in survey.questions {
            let header = item.headers.first ?? item.item.name
            guard item.item.kind == .multiple else {
                columns.append(SurveySheet.Column(name: item.item.name, headers: [header]))
                continue
            }
            for (place, option) in item.choices.enumerated() {
                columns.append(
                    SurveySheet.Column(
                        name: "\(item.item.name)/\(item.item.categories[place].code)",
                        headers: ["\(header)[\(option.isOther ? "other" : item.shortCode(of: option))]"]))
            }
        }
        return columns
    }

    func cells(of respondent: SurveyRespondent, in survey: SimulatedSurvey) -> [String] {
        let isComplete = respondent.response.isComplete
        var cells = [
            String(respondent.number), isComplete ? respondent.ended.iso : "", isComplete ? "3" : "1", "sv",
            String(1_000_000 + respondent.number * 7919 % 900_000), respondent.login, respondent.started.iso,
            respondent.ended.iso, survey.place(of: respondent.member),
        ]
        let written = answers == .labels ? WrittenAnswer.labels : WrittenAnswer.codes
        for (item, answer) in zip(survey.questions, respondent.response.answers) {
            if item.item.kind == .multiple {
                cells += several(answer, to: item)
            } else {
                let text = written.text(answer, to: item, of: respondent)
                cells.append(text.hasPrefix("=") ? "'" + text : text)
            }
        }
        return cells
    }

    /// `Y` or `N` for who was shown the question, empty for who was not. The respondent's own words stand under *other*.
    private func several(_ answer: ItemAnswer, to item: CodebookItem) -> [String] {
        item.choices.enumerated().map { place, option in
            guard case .categories(let set) = answer else {
                return answer == .missing(.notAsked) || option.isOther ? "" : no
            }
            let isChosen = set >> UInt64(place) & 1 == 1
            if option.isOther { return isChosen ? "Något annat" : "" }
            return isChosen ? yes : no
        }
    }

    private var yes: String { answers == .labels ? "Ja" : "Y" }
    private var no: String { answers == .labels ? "Nej" : "N" }
}

extension SimulatedSurvey {
    /// The column that tells the stratum: the district, or what providers are divided by.
    func place(_ district: String, _ other: String) -> (SurveyColumn, String) {
        strataAreDistricts ? (.district, district) : (.stratum, other)
    }

    /// What stands in it: the district as it was called on the day.
    func place(of member: FrameMember) -> String {
        strataAreDistricts ? member.board?.name(on: SurveyFrames.day(in: year)) ?? "" : member.stratum
    }
}
