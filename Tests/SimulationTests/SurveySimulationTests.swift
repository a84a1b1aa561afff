// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Testing

@testable import Simulation

struct SurveySimulationTests {
    private func town(_ change: (inout SimulationParameters) -> Void = { _ in }) -> SimulatedMunicipality {
        var parameters = SimulationParameters()
        parameters.persons = 400
        change(&parameters)
        return SimulatedMunicipality(parameters)
    }

    @Test func `surveys are drawn from streams of their own`() {
        let with = town().files()
        let without = town { $0.surveys.waves = 0 }.files()
        #expect(with.count == without.count + 9)
        for (file, other) in zip(without, with) {
            let isSame = file.name == other.name && file.bytes == other.bytes
            #expect(isSame, "\(file.name)")
        }
    }

    @Test func `the same seed gives the same answers and another seed others`() {
        let bytes = SimulatedSurveys(town()).files().map(\.bytes)
        #expect(SimulatedSurveys(town()).files().map(\.bytes) == bytes)
        #expect(SimulatedSurveys(town { $0.seed = 1 }).files().map(\.bytes) != bytes)
    }

    @Test func `a stratum sends to its share of the frame, and each respondent was sent to`() {
        for survey in SimulatedSurveys(town()).surveys {
            #expect(survey.strata.reduce(0) { $0 + $1.population } == survey.frame.count)
            #expect(Set(survey.responses.map(\.member)).count == survey.responses.count)
            for stratum in survey.strata {
                let expected =
                    survey.group == .users
                    ? max(min(2, stratum.population), (stratum.population * 800 + 500) / 1000) : stratum.population
                #expect(stratum.sent == expected)
                let answered = survey.responses.count { survey.frame[$0.member].stratum == stratum.name }
                #expect(answered <= stratum.sent - stratum.undeliverable)
            }
        }
    }

    @Test func `samples of two waves overlap as asked`() throws {
        for overlap in [0, 500, 1000] {
            let town = town {
                $0.persons = 3000
                $0.surveys.usersSent = 400
                $0.surveys.panelOverlap = overlap
            }
            var sent: [Set<Int>] = []
            var frames: [Set<Int>] = []
            for (wave, year) in town.parameters.surveyYears.enumerated() {
                let frame = SurveyFrames(municipality: town).members(of: .users, in: year)
                let fieldwork = SurveyFieldwork(
                    seed: town.parameters.seed, parameters: town.parameters.surveys, group: .users, questions: [],
                    frame: frame, wave: wave)
                frames.append(Set(frame.map(\.number)))
                sent.append(Set(fieldwork.sample().map { frame[$0].number }))
            }
            let again = sent[0].intersection(sent[1]).count
            let possible = sent[0].intersection(frames[1]).count
            let share = Double(again) / Double(possible)
            #expect((share - Double(overlap) / 1000).magnitude < 0.08, "\(overlap): \(share)")
        }
    }

    @Test func `no two members have the same login code, and a member keeps it`() {
        let survey = SimulatedSurveys(town { $0.persons = 3000 }).surveys[0]
        let codes = survey.frame.map { LoginCode.of($0, in: .users, seed: 1) }
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.count == 7 })
    }

    @Test func `everyone has an answer to each question they would be asked`() {
        for survey in SimulatedSurveys(town()).surveys {
            for answers in survey.truth {
                for (answer, item) in zip(answers, survey.items) where item.kind != .text && item.themesOf == nil {
                    #expect(answer != .missing(.noAnswer), "\(item.name)")
                }
            }
        }
    }

    @Test func `a wave adds what was asked for to the share who know the rules`() throws {
        for change in [0, 90, 200] {
            let figures = SurveyTruth(
                SimulatedSurveys(
                    town {
                        $0.persons = 1500
                        $0.surveys.knowledgeChange = change
                    })
            ).figures.filter { $0.item == "knows-three-month-rule" && $0.group == "users" && $0.breakdown == "total" }
            let shares = figures.compactMap(\.value)
            try #require(shares.count == 2)
            #expect((shares[1] - shares[0] - Double(change) / 1000).magnitude < 0.04)
        }
    }
}
