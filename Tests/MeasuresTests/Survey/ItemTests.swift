// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import TestSupport
import Testing

@Suite struct ItemTests {
    @Test func `do not know leaves an opinion item and stays in a knowledge item as not right`() throws {
        let opinion = SurveyBuilder.responses(
            "enough",
            [(.category(2), 8), (.category(0), 10), (.missing(.doNotKnow), 2), (.missing(.declines), 1)])
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(population: 40, opinion))
        let shares = try data.item("enough")
        #expect(shares["often"]?.value == 8.0 / 18)
        #expect(shares["often"]?.persons == 18)
        #expect(try data.item("enough", .doNotKnow).rows[0].measurement.value == 2.0 / 21)
        #expect(try data.item("enough", .itemNonresponse).rows[0].measurement.value == 1.0 / 21)
        #expect(try data.item("enough", .answers).rows[0].measurement.value == 18)

        let knowledge = SurveyBuilder.responses(
            "rule", [(.category(0), 8), (.category(1), 10), (.missing(.doNotKnow), 2), (.missing(.declines), 1)])
        let known = SurveyBuilder.dataset(SurveyBuilder.survey(population: 40, knowledge))
        #expect(try known.ask(.awareness, by: [.question])["rule"]?.value == 8.0 / 20)
        #expect(try known.item("rule")["do-not-know"]?.value == 2.0 / 20)
        #expect(try known.item("rule")["yes"]?.value == 8.0 / 20)
    }

    @Test func `not asked is in no base, and an answer of background alone is no answer`() throws {
        let responses =
            SurveyBuilder.responses("enough", [(.category(3), 4), (.missing(.notAsked), 3)])
            + [SurveyBuilder.response(["sex": .category(0)])]
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(responses))
        #expect(try data.item("enough", .answers).rows[0].measurement.value == 4)
        #expect(try data.ask(.responseRate, .answers).rows[0].measurement.value == 4)
    }

    @Test func `one district of known size has the shortest exact interval`() throws {
        let responses = SurveyBuilder.responses("enough", [(.category(3), 6), (.category(0), 8)])
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(population: 18, responses))
        let limits = try #require(ShortestHypergeometricIntervals(drawn: 14, population: 18)).limits(6)
        let share = try #require(try data.item("enough", .topBox).rows.first).measurement
        #expect(share.lower == limits.lower && share.upper == limits.upper)
        #expect(share.numerator == 6 && share.denominator == 14 && !share.isWeighted)
    }

    @Test func `strata weigh as many as they have, and a stratum asked whole has no error`() throws {
        let frame = SurveyFrame(
            strata: [.init(name: "A", population: 60), .init(name: "B", population: 10)], strataAreDistricts: false)
        let responses =
            (0..<20).map { SurveyBuilder.response(["enough": .category($0 < 5 ? 3 : 0)], stratum: 0) }
            + (0..<10).map { SurveyBuilder.response(["enough": .category($0 < 8 ? 3 : 0)], stratum: 1) }
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(frame: frame, responses))
        let share = try #require(try data.item("enough", .topBox).rows.first).measurement
        #expect(abs((share.value ?? 0) - (60 * 0.25 + 10 * 0.8) / 70) < 1e-12)
        let expected = 60.0 / 70 * (0.25 * 0.75 / 19 * (1 - 20.0 / 60)).squareRoot()
        #expect(abs((share.standardError ?? 0) - expected) < 1e-12)
        #expect(share.isWeighted && share.persons == 30)
    }

    @Test func `index, mean, balance and favourable share of a scale`() throws {
        let responses = SurveyBuilder.responses(
            "enough", [(.category(0), 2), (.category(1), 3), (.category(2), 3), (.category(3), 2)])
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(population: 30, responses))
        func value(_ aspect: Question.Aspect) throws -> Double? {
            try data.item("enough", aspect).rows[0].measurement.value
        }
        #expect(try value(.mean) == 2.5)
        #expect(try value(.index) == 50)
        #expect(try value(.netBalance) == 0)
        #expect(try value(.topBox) == 0.5)
    }

    @Test func `several answers, numbers and free text are each counted their own way`() throws {
        let responses = (0..<12).map { row in
            SurveyBuilder.response([
                "reasons": .categories(row < 4 ? 0b011 : 0b001), "hours": .number(Double(row)),
                "comment": row < 3 ? .text : .missing(.noAnswer),
            ])
        }
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(population: 40, responses))
        #expect(try data.item("reasons")["ill"]?.value == 1)
        #expect(try data.item("reasons")["late"]?.value == 4.0 / 12)
        #expect(try data.item("hours").rows[0].measurement.value == 5.5)
        #expect(try data.item("comment").rows[0].measurement.value == 3)
        func definition(_ item: String) throws -> String { try data.item(item).definition.text.swedish }
        #expect(try definition("hours").hasPrefix("Skattat medelvärde"))
        #expect(try definition("comment").hasPrefix("Antal som har svarat med egna ord"))
        #expect(try definition("reasons").hasPrefix("Skattad fördelning av svaren;"))
        let all = try data.ask(.item, by: [.question, .answer])
        #expect(all.definition.text.swedish.hasPrefix("Skattad fördelning av svaren, av tal medelvärdet"))
        #expect(throws: QuestionError.notOfItem("comment", aspect: "index")) { try data.item("comment", .index) }
    }

    @Test func `the bounds hold what the share would be whatever the missing had answered`() throws {
        let responses = SurveyBuilder.responses(
            "enough", [(.category(3), 6), (.category(0), 9), (.missing(.noAnswer), 0), (.missing(.declines), 5)])
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(population: 40, responses))
        let bounds = try data.item("enough", .worstCase).rows[0].measurement
        #expect(bounds.value == 0.4 && bounds.lower == 6.0 / 20 && bounds.upper == 11.0 / 20)
    }

    @Test func `groups and waves stand apart whether they were asked for or not`() throws {
        let one = SurveyBuilder.responses("enough", [(.category(3), 5)])
        let data = SurveyBuilder.dataset(
            SurveyBuilder.survey(.users, one), SurveyBuilder.survey(.providers, wave: "spring", one),
            SurveyBuilder.survey(.providers, wave: "autumn", one))
        let table = try data.item("enough", .topBox)
        #expect(table.dimensions == [.year, .group, .wave])
        #expect(
            table.codes.map { $0.dropFirst().joined(separator: " ") }.sorted() == [
                "providers autumn", "providers spring", "users 2019",
            ])
        let users = try data.item("enough", .topBox, where: [.init(.group, .isOneOf, ["users"])])
        #expect(users.dimensions == [.year])
        #expect(users.rows[0].implied.map(\.code).contains("users"))
    }

    @Test func `traits come from the register where the answer has a key, else from background items`() throws {
        var data = SurveyBuilder.dataset(
            SurveyBuilder.survey([
                SurveyBuilder.response(["enough": .category(3), "sex": .category(1)], person: 0),
                SurveyBuilder.response(["enough": .category(0), "sex": .category(1)]),
                SurveyBuilder.response(["enough": .category(0)]),
            ]))
        data.persons = [Person(birthYear: 1950, sex: .female)]
        let table = try data.item("enough", .answers, by: [.sex])
        #expect(table["female"]?.value == 1 && table["male"]?.value == 1)
        #expect(table["unknown"]?.value == 1 && table["total"]?.value == 3)
        #expect(
            try data.item("enough", .answers, where: [.init(.sex, .isOneOf, ["male"])]).rows[0].measurement.value == 1)
    }

    @Test func `the order of answers does not change a digit`() throws {
        var generator = SeededGenerator(seed: 3)
        let responses = (0..<60).map { _ in
            SurveyBuilder.response(
                ["enough": .category(Int.random(in: 0...3, using: &generator)), "rule": .category(0)],
                stratum: Int.random(in: 0...1, using: &generator))
        }
        let frame = SurveyFrame(
            strata: [.init(name: "A", population: 100), .init(name: "B", population: 70)])
        func values(_ responses: [SurveyResponse]) throws -> [Double?] {
            let data = SurveyBuilder.dataset(SurveyBuilder.survey(frame: frame, responses))
            return try [data.item("enough"), data.item("enough", .index), data.item("enough", .netBalance)].flatMap {
                $0.rows.flatMap { [$0.measurement.value, $0.measurement.lower, $0.measurement.upper] }
            }
        }
        #expect(try values(responses) == values(responses.reversed()))
    }

    @Test func `what cannot be asked is refused`() {
        let data = SurveyBuilder.dataset(SurveyBuilder.survey([]))
        #expect(throws: QuestionError.needsItem) { try data.ask(.item) }
        #expect(throws: QuestionError.noSurvey(years: 2010...2010)) { try data.item("enough", years: 2010...2010) }
        #expect(throws: QuestionError.self) { try data.item("enogh") }
        #expect(throws: QuestionError.notBrokenDown(.item, .provider)) { try data.item("enough", by: [.provider]) }
        let crowded = SurveyBuilder.dataset(
            SurveyBuilder.survey(population: 2, SurveyBuilder.responses("enough", [(.category(1), 3)])))
        #expect(throws: QuestionError.moreAnswersThanPersons(group: "users", wave: "2019", stratum: nil)) {
            try crowded.item("enough")
        }
    }
}
