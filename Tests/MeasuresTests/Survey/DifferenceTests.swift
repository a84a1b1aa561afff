// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import TestSupport
import Testing

@Suite struct DifferenceTests {
    /// Knowledge of one rule in two waves: `moved` of the respondents learn it between them.
    private static func waves(isPanel: Bool) -> Dataset {
        func survey(_ year: Int, right: Range<Int>) -> Survey {
            SurveyBuilder.survey(
                year: year, population: 100,
                (0..<50).map { row in
                    let answer: ItemAnswer = .category(right.contains(row) ? 0 : 1)
                    return SurveyBuilder.response(
                        [
                            "rule": answer, "expense": answer, "kind": .category(right.contains(row) ? 3 : 0),
                            "clear": .category((row + year) % 3 == 0 ? 3 : 0),
                        ], respondent: isPanel ? Int32(row) : nil)
                })
        }
        return SurveyBuilder.dataset(survey(2017, right: 0..<10), survey(2019, right: 0..<25))
    }

    @Test func `a change is from the wave before, whatever years lie between`() throws {
        let data = Self.waves(isPanel: false)
        let change = try data.ask(.awareness, .change, by: [.question], years: 2017...2019)
        #expect(change["2017", "rule"]?.value == nil)
        let rule = try #require(change["2019", "rule"])
        #expect(abs((rule.value ?? 0) - 0.3) < 1e-12)
        #expect(rule.compared.map(\.value) == [0.5, 0.2])
        let errors = [0.5, 0.2].map { $0 * (1 - $0) / 49 * 0.5 }
        #expect(abs((rule.standardError ?? 0) - (errors[0] + errors[1]).squareRoot()) < 1e-12)
        #expect((rule.lower ?? -1) > 0)
    }

    @Test func `the same respondents make a change more certain, and by exactly their covariance`() throws {
        let (apart, panel) = (Self.waves(isPanel: false), Self.waves(isPanel: true))
        func rule(_ data: Dataset) throws -> Measurement {
            try #require(try data.ask(.awareness, .change, by: [.question])["rule"])
        }
        let (wide, narrow) = (try rule(apart), try rule(panel))
        #expect(wide.value == narrow.value)
        #expect((narrow.standardError ?? 1) < (wide.standardError ?? 0))
        #expect((narrow.upper ?? 1) - (narrow.lower ?? 0) < (wide.upper ?? 1) - (wide.lower ?? 0))
        // The stacked design: 50 persons, of whom 15 learn.
        let mean = 0.3
        let squares = 15 * (1 - mean) * (1 - mean) + 35 * mean * mean
        #expect(abs((narrow.standardError ?? 0) - (squares / 49 / 50 * 0.5).squareRoot()) < 1e-12)
    }

    @Test func `p-values are adjusted over all knowledge items, or over the battery though one item is asked for`()
        throws
    {
        let data = Self.waves(isPanel: true)
        let test = try #require(try data.ask(.awareness, .change, by: [.question])["rule"]?.test)
        #expect(test.p > 0 && abs(test.adjustedP - 2 * test.p) < 1e-15)
        let kind = try #require(try data.item("kind", .change).rows.first?.measurement.test)
        #expect(abs(kind.adjustedP - 2 * kind.p) < 1e-15)
    }

    @Test func `gaps between groups are from the first group, gaps between districts from the others`() throws {
        func responses(_ right: Int, of count: Int, district: DistrictIndex) -> [SurveyResponse] {
            (0..<count).map {
                SurveyBuilder.response(["rule": .category($0 < right ? 0 : 1)], district: district)
            }
        }
        let users = responses(6, of: 20, district: 0) + responses(12, of: 20, district: 1)
        let data = SurveyBuilder.dataset(
            SurveyBuilder.survey(.users, users), SurveyBuilder.survey(.caseOfficers, responses(9, of: 10, district: 0)))
        let groups = try data.ask(.awareness, .gap(.group))
        #expect(groups.codes == [["2019", "case-officers"]])
        #expect(abs((groups.rows[0].measurement.value ?? 0) - 0.45) < 1e-12)
        let boards = try data.ask(
            .awareness, .gap(.district), where: [.init(.group, .isOneOf, ["users"])])
        #expect(abs((boards["Farsta"]?.value ?? 0) + 0.3) < 1e-12)
        #expect(abs((boards["Skarpnäck"]?.value ?? 0) - 0.3) < 1e-12)
        #expect(boards["total"] == nil)
    }

    @Test func `awareness over all items is right answers of answers, its error that of respondents`() throws {
        // The worked example of the explanation: 30 of 50 and 15 of 50.
        let responses = (0..<50).map { row in
            SurveyBuilder.response([
                "rule": .category(row < 30 ? 0 : 1),
                "expense": row < 15 ? .category(0) : row < 25 ? .missing(.doNotKnow) : .category(1),
            ])
        }
        let data = SurveyBuilder.dataset(SurveyBuilder.survey(responses))
        let all = try #require(try data.ask(.awareness).rows.first).measurement
        #expect(all.value == 0.45 && all.persons == 50)
        #expect(all.numerator == 45 && all.denominator == 100)
        let split = try data.ask(.awareness, by: [.question])
        #expect(split["rule"]?.value == 0.6 && split["expense"]?.value == 0.3)
        #expect(split["total"]?.value == 0.45)
    }
}
