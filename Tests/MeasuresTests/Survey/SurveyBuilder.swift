// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms

/// Surveys written in a line or two. Items: `enough` (scale never–always, *vet ej* apart), `kind` and `clear` (a battery
/// of two), `rule` and `expense` (knowledge, `yes` is right), `reasons` (several answers), `hours` (number), `comment`
/// (text), `sex` (background).
enum SurveyBuilder {
    static func category(_ code: String, isRight: Bool = false) -> SurveyItem.Category {
        SurveyItem.Category(code: code, label: Phrase(sv: code, en: code), isRight: isRight)
    }

    static func scale(_ name: String, battery: String? = nil) -> SurveyItem {
        SurveyItem(
            name: name, question: Phrase(sv: name, en: name), kind: .scale,
            categories: ["never", "seldom", "often", "always"].map { category($0) }, favourable: [2, 3],
            unfavourable: [0, 1], battery: battery)
    }

    static func knowledge(_ name: String) -> SurveyItem {
        SurveyItem(
            name: name, question: Phrase(sv: name, en: name), kind: .single, role: .knowledge,
            categories: [category("yes", isRight: true), category("no")])
    }

    static let items: [SurveyItem] = [
        scale("enough"), scale("kind", battery: "companion"), scale("clear", battery: "companion"),
        knowledge("rule"), knowledge("expense"),
        SurveyItem(
            name: "reasons", question: Phrase(sv: "reasons", en: "reasons"), kind: .multiple,
            categories: ["ill", "late", "other"].map { category($0) }),
        SurveyItem(name: "hours", question: Phrase(sv: "hours", en: "hours"), kind: .number),
        SurveyItem(name: "comment", question: Phrase(sv: "comment", en: "comment"), kind: .text),
        SurveyItem(
            name: "sex", question: Phrase(sv: "sex", en: "sex"), kind: .single, role: .background,
            categories: ["female", "male"].map { category($0) }, trait: .sex),
    ]

    /// One response; items left out were left empty.
    static func response(
        _ answers: [String: ItemAnswer], respondent: Int32? = nil, person: PersonIndex? = nil,
        district: DistrictIndex? = nil, stratum: Int? = nil, weight: Double? = nil
    ) -> SurveyResponse {
        SurveyResponse(
            person: person, respondent: respondent, district: district, stratum: stratum, weight: weight,
            answers: items.map { answers[$0.name] ?? .missing(.noAnswer) })
    }

    static func survey(
        _ group: RespondentGroup, year: Int = 2019, wave: String? = nil, population: Int? = nil,
        sent: Int? = nil, frame: SurveyFrame? = nil, _ responses: [SurveyResponse]
    ) -> Survey {
        Survey(
            group: group, wave: wave ?? "\(year)", year: year, items: items,
            frame: frame
                ?? SurveyFrame(
                    strata: population == nil && sent == nil
                        ? [] : [SurveyFrame.Stratum(name: "all", population: population, sent: sent)]),
            responses: responses)
    }

    /// Of users.
    static func survey(
        year: Int = 2019, wave: String? = nil, population: Int? = nil, sent: Int? = nil, frame: SurveyFrame? = nil,
        _ responses: [SurveyResponse]
    ) -> Survey {
        survey(.users, year: year, wave: wave, population: population, sent: sent, frame: frame, responses)
    }

    static func dataset(_ surveys: Survey...) -> Dataset {
        var data = CaseBuilder.dataset([], [])
        data.surveys = surveys
        return data
    }

    /// So many responses with each answer to one item.
    static func responses(_ item: String, _ counts: [(answer: ItemAnswer, count: Int)]) -> [SurveyResponse] {
        counts.flatMap { entry in (0..<entry.count).map { _ in response([item: entry.answer]) } }
    }
}

extension Dataset {
    func item(
        _ name: String, _ aspect: Question.Aspect = .headline, by dimensions: [Dimension] = [],
        where filters: [Question.Filter] = [], years: ClosedRange<Int> = 2019...2019, totals: Bool = true
    ) throws(QuestionError) -> Tabulation {
        try Tabulator(self).tabulate(
            .item(name, aspect, by: dimensions, where: filters, years: years, totals: totals))
    }
}
