// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// One group asked in one wave: everyone who could be asked with what they would answer, who was drawn and reached,
/// and what those who answered wrote.
struct SimulatedSurvey: Sendable {
    /// One who answered.
    struct Response: Sendable {
        /// Place in `frame`.
        var member: Int
        var answers: [ItemAnswer]
        /// Whether the form was sent in; those who stop half-way never do.
        var isComplete: Bool
        /// When the form was opened, in minutes from midnight of the day the survey was sent.
        var minute: Int
    }

    /// A part of the frame that members were drawn from.
    struct Stratum: Sendable {
        var name: String
        var population: Int
        var sent: Int
        var undeliverable: Int
    }

    let group: SurveyGroup
    let year: Int
    let boards: BoardNames
    let weighting: SurveyParameters.Weighting
    let form: SurveyForm
    let frame: [FrameMember]
    /// For each of the frame, what they would answer.
    let truth: [[ItemAnswer]]
    let strata: [Stratum]
    /// In the order they came in.
    let responses: [Response]

    var questions: [CodebookItem] { form.questions }
    var items: [SurveyItem] { questions.map(\.item) }
    var strataAreDistricts: Bool { group != .providers }

    init(_ municipality: SimulatedMunicipality, _ group: SurveyGroup, year: Int) {
        let parameters = municipality.parameters.surveys
        let seed = municipality.parameters.seed
        let form = SurveyForm.of(group)
        let questions = form.questions
        let wave = municipality.parameters.surveyYears.firstIndex(of: year) ?? 0
        let frame = SurveyFrames(municipality: municipality).members(of: group, in: year)
        let answers = SimulatedAnswers(
            seed: seed, parameters: parameters, group: group, questions: questions, year: year,
            wave: wave)
        let truth = frame.map(answers.answers)
        let fieldwork = SurveyFieldwork(
            seed: seed, parameters: parameters, group: group, questions: questions, frame: frame,
            wave: wave)
        let drawn = fieldwork.sample()
        self.group = group
        self.year = year
        boards = municipality.parameters.boards
        weighting = parameters.weighting
        self.form = form
        self.frame = frame
        self.truth = truth
        var strata: [Stratum] = []
        for name in Set(frame.map(\.stratum)).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let own = drawn.filter { frame[$0].stratum == name }
            strata.append(
                Stratum(
                    name: name, population: frame.count { $0.stratum == name }, sent: own.count,
                    undeliverable: own.count { !fieldwork.isReached($0) }))
        }
        self.strata = strata
        responses = fieldwork.responses(of: drawn, truth: truth)
    }
}
