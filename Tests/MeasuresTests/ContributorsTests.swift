// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms
import TestSupport
import Testing

@testable import Measures

/// Every number can be made again from what its contributors bring.
@Suite struct ContributorsTests {
    private static let breakdowns: [[Dimension]] = [
        [], [.district], [.law, .sex], [.provider], [.month], [.age], [.question], [.question, .sex],
    ]

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `of persons of the register`(seed: UInt64) {
        check(
            RandomMunicipality(seed: seed, persons: 30).dataset(), measures: Catalogue.measures.filter(\.isOfRegister))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `of respondents, weighted or not`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func answers() -> [SurveyResponse] {
            (0..<40).map { number in
                var answers: [String: ItemAnswer] = ["sex": .category(number % 2)]
                for item in SurveyBuilder.items where item.name != "sex" {
                    switch item.kind {
                    case .multiple: answers[item.name] = .categories(UInt64.random(in: 1...7, using: &random))
                    case .number: answers[item.name] = .number(Double(Int.random(in: 1...30, using: &random)))
                    case .text: answers[item.name] = .text
                    case .single, .scale:
                        answers[item.name] =
                            Bool.random(using: &random)
                            ? .category(Int.random(in: 0..<item.categories.count, using: &random))
                            : [.missing(.doNotKnow), .missing(.noAnswer), .category(0)].randomElement(using: &random)
                    }
                }
                return SurveyBuilder.response(
                    answers, respondent: Int32(number), person: PersonIndex(number % 30),
                    district: DistrictIndex(number % 3), weight: seed == 2 ? Double(number % 4 + 1) : nil)
            }
        }
        var data = RandomMunicipality(seed: seed, persons: 30).dataset()
        data.surveys = [
            SurveyBuilder.survey(year: 2018, population: seed == 3 ? 60 : nil, sent: 70, answers()),
            SurveyBuilder.survey(year: 2019, sent: 60, answers()),
            SurveyBuilder.survey(.caseOfficers, year: 2019, sent: 50, answers()),
        ]
        check(data, measures: Catalogue.measures.filter { !$0.isOfRegister })
    }

    @Test func `a person in two boards brings one to each of them and one to all`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-06-30", hours: 10, district: 0),
                CaseBuilder.decision(0, "2019-07-01", nil, hours: 10, district: 2),
                CaseBuilder.decision(1, "2019-01-01", nil, hours: 10, district: 0),
            ], [])
        let table = try Tabulator(data).tabulate(Question(.persons, by: [.district], years: 2019...2019))
        let brought = table.rows.indices.map { row in
            table.contributors.entries(of: row).reduce(0) { $0 + $1.numerator }
        }
        #expect(brought == [2, 1, 2])
        #expect(table.contributors.entries.count == 2, "each brings the same to all its rows")
    }

    private func check(_ data: Dataset, measures: [Measure]) {
        let tabulator = Tabulator(data)
        var checked = 0
        for measure in measures {
            for aspect in [Question.Aspect.headline] + measure.spellings.map(\.aspect) {
                for dimensions in Self.breakdowns {
                    var question = Question(measure.name, aspect, by: dimensions, years: 2018...2019)
                    if measure.isOfOneItem, !dimensions.contains(.question) {
                        question.filters = [.init(.question, .isOneOf, ["enough"])]
                    }
                    guard let table = try? tabulator.tabulate(question) else { continue }
                    for (row, number) in table.rows.enumerated() {
                        check(
                            number.measurement, table.contributors.entries(of: row),
                            "\(question) \(number.key.map(\.code))")
                        checked += 1
                    }
                }
            }
        }
        #expect(checked > 1000)
    }

    private func check(_ number: Measurement, _ entries: [Contributors.Entry], _ name: Comment) {
        guard number.value != nil else { return #expect(entries.count == 0, name) }
        let (later, earlier) = (entries.filter { !$0.isEarlier }, entries.filter(\.isEarlier))
        func sum(_ entries: [Contributors.Entry]) -> Double { ExactSum.sum(of: entries.map(\.numerator)) }
        func base(_ entries: [Contributors.Entry]) -> Double { ExactSum.sum(of: entries.map(\.denominator)) }
        func isClose(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) <= 1e-9 * max(1, abs(b)) } ?? true }
        #expect(Set(later.map(\.unit)).count <= later.count, name)
        switch number.kind {
        case .count, .sum:
            #expect(isClose(number.value, sum(later)) && earlier.count == 0, name)
        case .share, .ratio, .mean:
            #expect(earlier.count == 0, name)
            if let numerator = number.numerator { #expect(isClose(numerator, sum(later)), name) }
            // Those sent a survey, inhabitants and months of a year are nobody's contribution.
            if base(later) > 0 { #expect(isClose(number.denominator, base(later)), name) }
        case .quantile:
            #expect(Set(later.map(\.unit)).count == number.persons, name)
        case .difference:
            // Of numbers that add, the difference is that of what is brought.
            if let now = number.compared.first, now.kind == .count || now.kind == .sum, number.compared.count == 2 {
                #expect(isClose(number.value, sum(later) - sum(earlier)), name)
            }
        }
    }
}
