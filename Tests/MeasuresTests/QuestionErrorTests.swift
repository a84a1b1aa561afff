// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@Suite struct QuestionErrorTests {
    private let data = CaseBuilder.dataset([CaseBuilder.decision(0, "2019-01-01", nil, hours: 10)], [])

    @Test func `an unknown district is told with the nearest names`() throws {
        let error = QuestionError.unknownCategory(.district, code: "Farst", nearest: ["Farsta"])
        #expect(throws: error) { try data.ask(.persons, where: [.init(.district, .isOneOf, ["Farst"])]) }
        #expect(error.message(in: .swedish).contains("Menade du Farsta?"))
        #expect(error.message(in: .english).contains("Did you mean Farsta?"))
        #expect(error.exitCode == .usage)
    }

    @Test func `what a measure cannot answer is refused, not guessed`() {
        #expect(throws: QuestionError.notAnAspect(.utilisation)) { try data.ask(.utilisation, .monthEndMean) }
        #expect(throws: QuestionError.notAnAspect(.decomposition)) { try data.ask(.decomposition, .mean) }
        #expect(throws: QuestionError.notBrokenDown(.persons, .hourClass)) { try data.ask(.persons, by: [.hourClass]) }
        #expect(throws: QuestionError.notBrokenDown(.utilisation, .month)) {
            try data.ask(.utilisation, .change, by: [.month])
        }
        #expect(throws: QuestionError.needsBreakdown(.persons, .law)) { try data.ask(.persons, .lawCombination) }
        #expect(throws: QuestionError.notOrdered(.law)) {
            try data.ask(.persons, where: [.init(.law, .atLeast, ["LSS"])])
        }
        #expect(throws: QuestionError.outOfRange("1.5")) { try data.ask(.grantedHours, .quantile(1.5)) }
        #expect(throws: QuestionError.unknownName("quarter", allowed: ["spell", "calendar"])) {
            try data.ask(
                .flexibleUse, .flexible(definition: "moved-hours", denominator: "granted", anchor: "quarter"))
        }
    }

    @Test func `every message is one line in each language and says what to do`() {
        let errors: [QuestionError] = [
            .notAnAspect(.persons), .notBrokenDown(.persons, .month), .notOrdered(.law), .needsPersonRows(.utilisation),
            .unknownCategory(.sex, code: "woman", nearest: []), .unknownName("x", allowed: ["a", "b", "c"]),
            .outOfRange("2"), .needsBreakdown(.persons, .law),
        ]
        for error in errors {
            for language in Language.allCases {
                let message = error.message(in: language)
                #expect(message.hasSuffix(".") && !message.contains("\n"))
            }
        }
    }

    @Test func `filters take lists, negation, unknown and bounds`() throws {
        let data = CaseBuilder.dataset(
            persons: [Person(birthYear: 2000), Person(birthYear: 1980), Person(birthYear: 1930), Person()],
            (0...3).map { CaseBuilder.decision($0, "2018-01-01", nil, hours: 10, district: DistrictIndex($0 % 2)) }, [])
        func count(_ filter: Question.Filter) throws -> Double? {
            try data.ask(.persons, where: [filter])["2019"]?.value
        }
        #expect(try count(.init(.age, .isOneOf, ["0-22", "80+"])) == 2)
        #expect(try count(.init(.age, .isNoneOf, ["0-22"])) == 3)
        #expect(try count(.init(.age, .isOneOf, ["unknown"])) == 1)
        #expect(try count(.init(.age, .atLeast, ["23-64"])) == 2)
        #expect(try count(.init(.age, .atMost, ["23-64"])) == 2)
        #expect(try count(.init(.district, .isOneOf, ["SKARPNÄCK"])) == 2)
        #expect(try count(.init(.month, .isOneOf, ["2019-03"])) == 4)
        let years = try data.ask(.persons, where: [.init(.year, .atLeast, ["2019"])], years: 2018...2020)
        #expect(years.codes == [["2019"], ["2020"]])
    }
}
