// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Question 11: how many answered?
extension Measure {
    static let responseRate = Measure(
        name: .responseRate, label: label, material: .surveys, adding: .answers,
        aspects: [
            Aspect(
                "", value: .share, quantities: [.numerator: .respondents], links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(.share, [.numerator: .respondents, .denominator: .sent, .n: .sent], quotient: 1)
                },
                by: [.year, .group, .wave, .district], filteredOn: [.year, .group, .wave, .district, .question],
                definition: { _, _ in
                    Phrase(
                        sv: "Giltiga svar delat med antalet utskick som nådde fram.",
                        en: "Valid answers divided by those sent and delivered.")
                }, subject: { _ in label },
                count: .answers(SurveyRule(isEstimated: false)) { (inquiry) throws(QuestionError) in
                    inquiry.responseRates()
                }),
            Aspect(
                "answers", spelled: [.init("answers", .answers)], value: .count(.answers),
                quantities: [.value: .respondents, .persons: .respondents], links: [],
                yearsCompared: nil, role: .auxiliary, declares: { _, _ in .count(.respondents) }, by: ofRespondents,
                filteredOn: ofRespondents.union([.question]),
                definition: { _, _ in
                    Phrase(
                        sv: "Antal svarande med minst ett svar utöver bakgrundsfrågorna.",
                        en: "Number of respondents with an answer beside the background items.")
                }, subject: { _ in Phrase(sv: "Antal svarande", en: "Number of respondents") },
                count: .answers(SurveyRule(isEstimated: false)) { (inquiry) throws(QuestionError) in
                    inquiry.samples.flatMap { sample in
                        inquiry.cells(of: sample).map { cell in
                            inquiry.row(sample, cell.traits, sample.count { cell.members[$0] })
                        }
                    }
                }),
        ], ofTotals: nil, adverse: nil, explanation: .responseRate)

    private static let label = Phrase(sv: "Svarsfrekvens", en: "Response rate")
    /// What respondents may be told apart by.
    static let ofRespondents = Set(traits).union([.year, .group, .wave])
}

extension SurveyInquiry {
    /// Valid answers ÷ (sent − undeliverable).
    fileprivate func responseRates() -> [CountedRow] {
        samples.flatMap { sample -> [CountedRow] in
            guard dimensions.contains(.district) else { return [row(sample, [], rate(sample, of: nil))] }
            return districts(of: sample).map { place, category in
                row(sample, [category], rate(sample, of: place))
            }
        }
    }

    /// The strata that are districts, and all of them together.
    private func districts(of sample: SurveySample) -> [(Int?, Category)] {
        let strata = sample.survey.frame.strataAreDistricts ? sample.survey.frame.strata : []
        let places = districtValues.compactMap { category in
            strata.firstIndex { $0.name == category.code }.map { (Optional($0), category) }
        }
        return places + (question.totals || places.isEmpty ? [(nil, Category.total(of: .district))] : [])
    }

    private func rate(_ sample: SurveySample, of stratum: Int?) -> CountedNumber {
        let frame = sample.survey.frame.strata
        let strata = stratum.map { [frame[$0]] } ?? frame
        guard !strata.isEmpty, strata.allSatisfy({ $0.sent != nil }) else {
            return .notDefined(unit: .share, kind: .share, SurveyReasons.notSent)
        }
        let reached = strata.reduce(0) { $0 + ($1.sent ?? 0) - $1.undeliverable }
        let answered = sample.count { stratum == nil || sample.responses[$0].stratum == stratum }
        // More answers than were sent is a fault of the frame, not a rate above one.
        guard reached > 0, answered.contributions.count <= reached else {
            return .notDefined(unit: .share, kind: .share, SurveyReasons.notSent)
        }
        // Those who did not answer are in the base; they are nobody that the answers know.
        return CountedNumber(
            .plainShare(answered.contributions.count, of: reached), of: answered.contributions)
    }
}

extension Explanation {
    static let responseRate = Explanation(
        name: MeasureName.responseRate.rawValue, kind: .measure, aliases: ["svarsfrekvens"],
        summary: Phrase(
            sv: "Hur stor andel av dem som fick enkäten svarade?", en: "What share of those asked answered?"),
        definition: [
            Phrase(
                sv: "Antalet giltiga svar delat med antalet utskick som nådde fram. Ett svar är giltigt när minst en "
                    + "fråga utöver bakgrundsfrågorna är besvarad. Dubbletter räknas en gång.",
                en:
                    "Valid answers divided by those sent and delivered. A response is valid when at least one item beside "
                    + "the background items is answered. Duplicates count once.")
        ],
        formula: [
            Phrase(
                sv: "svarsfrekvens = giltiga svar ÷ (skickade − ej levererade)",
                en: "response rate = valid answers ÷ (sent − undeliverable)")
        ],
        settingKeys: [],
        source: Phrase(
            sv: "AAPOR Standard Definitions (2023), RR2 utan okända fall.",
            en: "AAPOR Standard Definitions (2023), RR2 without unknown cases."),
        example: [
            Phrase(
                sv: "150 utskick, 10 kommer tillbaka, 84 svarar: 84 ÷ (150 − 10) = 60 %.",
                en: "150 sent, 10 come back, 84 answer: 84 ÷ (150 − 10) = 60%.")
        ],
        seeAlso: [MeasureName.respondents.rawValue])
}
