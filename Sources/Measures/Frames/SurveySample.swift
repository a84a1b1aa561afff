// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// The valid answers of one survey with the design they were drawn and weighted by.
struct SurveySample {
    let survey: Survey
    /// Its place among the surveys of the data set.
    let place: Int
    /// Those with an answer beside the background items, in file order. One place a row of the design.
    let responses: [SurveyResponse]
    let weighting: SurveyWeighting

    var design: SurveyDesign { weighting.design }

    /// - Throws: `QuestionError.moreAnswersThanPersons`.
    init(_ survey: Survey, at place: Int) throws(QuestionError) {
        self.survey = survey
        self.place = place
        self.responses = survey.responses.filter { $0.isAnswered(survey.items) }
        self.weighting = try SurveyWeighting(survey, responses)
    }

    /// "Brukare, mätningen 2019".
    var name: Phrase {
        Phrase(
            sv: survey.group.label.swedish + ", mätningen " + survey.wave,
            en: survey.group.label.english + ", wave " + survey.wave)
    }

    /// The answers to an item of the survey, row by row.
    func column(_ item: Int) -> ItemColumn {
        ItemColumn(item: survey.items[item], answers: responses.map { $0.answers[item] })
    }

    /// So many answers: of the rows for which it holds.
    func count(where isCounted: (Int) -> Bool) -> CountedNumber {
        let rows = responses.indices.filter(isCounted)
        var count = Measurement(kind: .count, unit: .answers, value: Double(rows.count), persons: rows.count)
        count.keySum = rows.reduce(0) { $0 &+ responses[$1].recordKey }
        return CountedNumber(count, of: rows.map { contribution(of: $0, 1, 0) })
    }

    /// A share of respondents as they were counted: unweighted, and no estimate of anything.
    func plainShare(holding holds: (Int) -> Bool, among isCounted: (Int) -> Bool) -> CountedNumber {
        let contributions = responses.indices.filter(isCounted).map { contribution(of: $0, holds($0) ? 1 : 0, 1) }
        return CountedNumber(
            .plainShare(contributions.count { $0.numerator > 0 }, of: contributions.count), of: contributions)
    }

    /// What a respondent brings to a number.
    func contribution(of row: Int, _ numerator: Double, _ denominator: Double) -> Contribution {
        Contribution(
            unit: Contributor(survey: place, row: row), numerator: numerator, denominator: denominator)
    }

    /// The rows here and there of each respondent of both waves. Of several rows of one respondent the first is taken.
    func pairs(with earlier: SurveySample) -> [(here: Int, there: Int)] {
        var rows: [Int32: Int] = [:]
        for (row, response) in earlier.responses.enumerated() {
            if let respondent = response.respondent, rows[respondent] == nil { rows[respondent] = row }
        }
        var pairs: [(here: Int, there: Int)] = []
        for (row, response) in responses.enumerated() {
            if let respondent = response.respondent, let other = rows.removeValue(forKey: respondent) {
                pairs.append((row, other))
            }
        }
        return pairs
    }
}
