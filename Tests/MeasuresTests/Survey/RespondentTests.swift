// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import TestSupport
import Testing

@Suite struct RespondentTests {
    @Test func `the response rate is valid answers of those reached, by district where strata are districts`() throws {
        let frame = SurveyFrame(
            strata: [
                .init(name: "Farsta", population: 50, sent: 40, undeliverable: 5),
                .init(name: "Älvsjö", population: 30, sent: 30),
            ], strataAreDistricts: true)
        let responses =
            (0..<21).map { _ in SurveyBuilder.response(["rule": .category(0)], district: 0, stratum: 0) }
            + (0..<15).map { _ in SurveyBuilder.response(["rule": .category(0)], district: 2, stratum: 1) }
            + [SurveyBuilder.response(["sex": .category(0)], district: 0, stratum: 0)]
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(frame: frame, responses))
        let rates = try data.ask(.responseRate, by: [.district])
        #expect(rates["Farsta"]?.value == 21.0 / 35 && rates["Älvsjö"]?.value == 0.5)
        #expect(rates["total"]?.value == 36.0 / 65)
        let unknown = SurveyBuilder.dataset(SurveyBuilder.survey(responses))
        #expect(try unknown.ask(.responseRate).rows[0].measurement.notDefined != nil)
    }

    @Test func `respondents stand beside the register by what is known of each`() throws {
        var data = CaseBuilder.dataset(
            persons: (0..<10).map { Person(birthYear: 1950, sex: $0 < 6 ? .female : .male) },
            (0..<10).map { CaseBuilder.decision($0, "2019-01-01", nil, hours: 10, law: $0 < 4 ? .lss : .sol) }, [])
        data.surveys = [
            SurveyBuilder.survey(
                (0..<4).map { SurveyBuilder.response(["rule": .category(0)], person: PersonIndex($0 + 4)) }
                    + [SurveyBuilder.response(["rule": .category(0), "sex": .category(1)])])
        ]
        #expect(try data.ask(.respondents, by: [.sex])["female"]?.value == 2.0 / 5)
        #expect(try data.ask(.respondents, .register, by: [.sex])["female"]?.value == 0.6)
        #expect(try data.ask(.respondents, by: [.law])["SoL"]?.value == 1)
        #expect(try data.ask(.respondents, .register, by: [.law])["SoL"]?.value == 0.6)
        #expect(throws: QuestionError.needsBreakdown(.respondents, .sex)) { try data.ask(.respondents) }
    }

    /// 400 persons in two districts. Men know the rule less and answer less; the truth is 50 %.
    @Test func `weights recover the truth where nonresponse hides it, by class and by raking`() throws {
        let frameStrata = [
            SurveyFrame.Stratum(name: "A", population: 200, sent: 200),
            SurveyFrame.Stratum(name: "B", population: 200, sent: 200),
        ]
        let margin = SurveyFrame.Margin(item: "sex", counts: [("female", 200), ("male", 200)])
        let rules: [SurveyFrame.NonresponseRule] = [.strata, .classes(margin), .raking([margin])]
        var sums = rules.map { _ in 0.0 }
        var covered = rules.map { _ in 0 }
        let rounds = 60
        var generator = SeededGenerator(seed: 2019)
        for _ in 0..<rounds {
            let responses = (0..<400).compactMap { person -> SurveyResponse? in
                let isMan = person % 2 == 1
                guard Double.random(in: 0..<1, using: &generator) < (isMan ? 0.3 : 0.8) else { return nil }
                // Exactly 70 % of the women and 30 % of the men know.
                let knows = (person / 2) % 10 < (isMan ? 3 : 7)
                return SurveyBuilder.response(
                    ["rule": .category(knows ? 0 : 1), "sex": .category(isMan ? 1 : 0)], stratum: person < 200 ? 0 : 1)
            }
            for (place, rule) in rules.enumerated() {
                let data = SurveyBuilder.dataset(
                    SurveyBuilder.survey(frame: SurveyFrame(strata: frameStrata, rule: rule), responses))
                let share = try #require(try data.item("rule")["yes"])
                sums[place] += (share.value ?? 0) / Double(rounds)
                if let lower = share.lower, let upper = share.upper, (lower...upper).contains(0.5) {
                    covered[place] += 1
                }
            }
        }
        #expect(sums[0] > 0.57, "unweighted by sex the share is far off")
        #expect(abs(sums[1] - 0.5) < 0.01 && abs(sums[2] - 0.5) < 0.01)
        #expect(covered[0] < rounds / 4)
        #expect(covered[1] >= rounds * 85 / 100 && covered[2] >= rounds * 85 / 100)
    }

    @Test func `a class with few answers is put together with its neighbour, and the note says so`() throws {
        let margin = SurveyFrame.Margin(item: "sex", counts: [("female", 60), ("male", 40)])
        let responses = (0..<40).map {
            SurveyBuilder.response(["rule": .category(0), "sex": .category($0 < 36 ? 0 : 1)])
        }
        let frame = SurveyFrame(strata: [.init(name: "all", population: 100)], rule: .classes(margin))
        let table = try SurveyBuilder.dataset(SurveyBuilder.survey(frame: frame, responses)).item("rule")
        #expect(table.notes.contains { $0.swedish.contains("Hopslagna vid vägningen: female, male") })
        #expect(table.notes.contains { $0.swedish.contains("designeffekt (Kish) 1,00") })
    }

    @Test func `given weights are used as they are`() throws {
        let responses = (0..<20).map {
            SurveyBuilder.response(["rule": .category($0 < 10 ? 0 : 1)], weight: $0 < 10 ? 3 : 1)
        }
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(frame: SurveyFrame(rule: .given), responses))
        #expect(try data.item("rule")["yes"]?.value == 0.75)
    }
}
