// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Simulation

/// Who answers hangs on age and law, and so does what they answer: estimates without weights miss the truth.
struct SurveyWeightingTests {
    /// Mean error of the estimates over many towns, in parts of one.
    private struct Errors {
        var unweighted = 0.0
        var byStratum = 0.0
        var weighted = 0.0
    }

    private static func errors(
        towns: Int, item: String, _ change: (inout SimulationParameters) -> Void
    ) throws -> Errors {
        var sum = Errors()
        for seed in 0..<towns {
            var parameters = SimulationParameters()
            parameters.persons = 700
            parameters.years = 2019...2019
            parameters.seed = UInt64(seed)
            parameters.surveys.itemNonresponse = 0
            parameters.surveys.breakOff = 0
            change(&parameters)
            let simulated = SimulatedSurvey(SimulatedMunicipality(parameters), .users, year: 2019)
            let place = try #require(simulated.items.firstIndex { $0.name == item })
            let right = simulated.items[place].categories.indices.filter {
                simulated.items[place].categories[$0].isRight
            }
            let truth =
                Double(simulated.truth.count { answers in right.contains { answers[place] == .category($0) } })
                / Double(simulated.frame.count)
            let estimates = SurveyEstimates(survey: simulated.read())
            let weights =
                switch simulated.rule {
                case .classes(let margin): estimates.byClasses(margin)
                case .raking(let margins): estimates.raked(to: margins)
                case .strata, .given: estimates.byStratum
                }
            sum.unweighted += try #require(estimates.awareness(of: item, weights: estimates.unweighted)) - truth
            sum.byStratum += try #require(estimates.awareness(of: item, weights: estimates.byStratum)) - truth
            sum.weighted += try #require(estimates.awareness(of: item, weights: weights)) - truth
        }
        let count = Double(towns)
        return Errors(
            unweighted: sum.unweighted / count, byStratum: sum.byStratum / count, weighted: sum.weighted / count)
    }

    @Test func `raking on age and law recovers the truth that unweighted shares miss`() throws {
        let errors = try Self.errors(towns: 25, item: "knows-three-month-rule") { $0.surveys.weighting = .raking }
        #expect(errors.unweighted.magnitude > 0.025)
        #expect(errors.byStratum.magnitude > 0.025)
        #expect(errors.weighted.magnitude < 0.01)
    }

    @Test func `classes of law recover the truth when only law decides who answers`() throws {
        let errors = try Self.errors(towns: 25, item: "knows-three-month-rule") {
            $0.surveys.weighting = .classes
            $0.surveys.ageEffectOnAnswering = 0
            $0.surveys.lawEffectOnAnswering = 220
        }
        #expect(errors.unweighted.magnitude > 0.025)
        #expect(errors.weighted.magnitude < 0.01)
    }

    @Test func `without effects on who answers there is nothing to recover`() throws {
        let errors = try Self.errors(towns: 25, item: "knows-three-month-rule") {
            $0.surveys.ageEffectOnAnswering = 0
            $0.surveys.lawEffectOnAnswering = 0
        }
        #expect(errors.unweighted.magnitude < 0.01)
        #expect(errors.weighted.magnitude < 0.01)
    }
}
