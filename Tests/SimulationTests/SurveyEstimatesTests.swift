// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms
import Testing

@testable import Simulation

/// The naive estimates, on a survey small enough to reckon by hand.
struct SurveyEstimatesTests {
    private static let rule = SurveyItem(
        name: "rule", question: Phrase(sv: "Regeln?", en: "The rule?"), kind: .single, role: .knowledge,
        categories: [
            SurveyItem.Category(code: "wrong", label: Phrase(sv: "Fel", en: "Wrong")),
            SurveyItem.Category(code: "right", label: Phrase(sv: "Rätt", en: "Right"), isRight: true),
        ])
    private static let law = SurveyItem(
        name: "law", question: Phrase(sv: "Lag?", en: "Law?"), kind: .single, role: .background,
        categories: [
            SurveyItem.Category(code: "SoL", label: Phrase(sv: "SoL", en: "SoL")),
            SurveyItem.Category(code: "LSS", label: Phrase(sv: "LSS", en: "LSS")),
        ], trait: .law)

    /// Two strata of 10 and 30, six and five sent; six answers, and one empty form.
    private static func estimates() -> SurveyEstimates {
        func response(_ stratum: Int, _ rule: ItemAnswer, _ law: Int) -> SurveyResponse {
            SurveyResponse(stratum: stratum, answers: [rule, .category(law)])
        }
        return SurveyEstimates(
            survey: Survey(
                group: .users, wave: "2019", year: 2019, items: [rule, law],
                frame: SurveyFrame(strata: [
                    SurveyFrame.Stratum(name: "A", population: 10, sent: 6, undeliverable: 1),
                    SurveyFrame.Stratum(name: "B", population: 30, sent: 5),
                ]),
                responses: [
                    response(0, .category(1), 0), response(0, .category(0), 1), response(0, .missing(.doNotKnow), 0),
                    response(0, .missing(.declines), 1), response(1, .category(1), 1), response(1, .category(0), 0),
                    response(1, .missing(.noAnswer), 0),
                ]))
    }

    @Test func `counts keep the kinds of missing apart`() {
        #expect(
            Self.estimates().distribution(of: "rule") == ["right": 2, "wrong": 2, "do-not-know": 1, "declines": 1])
        #expect(Self.estimates().respondents.count == 6)
    }

    @Test func `response rates leave out the undelivered and the empty`() {
        #expect(Self.estimates().responseRate() == 6.0 / 10)
        #expect(Self.estimates().responseRate(stratum: "A") == 4.0 / 5)
    }

    @Test func `do not know is not right, and declining is no answer`() {
        let estimates = Self.estimates()
        #expect(estimates.awareness(of: "rule", weights: estimates.unweighted) == 2.0 / 5)
        // 2.5 for each in A, 15 for each in B.
        let weighted: Double = 17.5 / 37.5
        #expect(estimates.awareness(of: "rule", weights: estimates.byStratum) == weighted)
    }

    @Test func `classes and raking add up to their margins`() {
        let estimates = Self.estimates()
        let margin = SurveyFrame.Margin(item: "law", counts: [("SoL", 16), ("LSS", 24)])
        // SoL has 2.5, 2.5 and 15 = 20, LSS 2.5, 2.5 and 15 = 20.
        let weights = estimates.byClasses(margin)
        #expect(weights == [2, 3, 2, 3, 18, 12])
        let raked = estimates.raked(to: [margin])
        for (one, other) in zip(raked, weights) { #expect((one - other).magnitude < 1e-9) }
    }
}
