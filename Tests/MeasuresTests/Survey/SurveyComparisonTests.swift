// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import TestSupport
import Testing

@Suite struct SurveyComparisonTests {
    /// Users of six boards, each a stratum of 60 of whom `answers` answered; `good` of them favourably.
    private static func dataset(
        good: [Int], answers: Int = 30, population: Int = 60, others: [Survey] = [], weights: [Double]? = nil
    ) -> Dataset {
        let boards = good.indices.map { District(name: "Nämnd \($0)") }
        var data = CaseBuilder.dataset([], [], districts: boards)
        let responses = good.enumerated().flatMap { board, good in
            (0..<answers).map { row in
                SurveyBuilder.response(
                    [
                        "enough": .category(row < good ? 3 : 0), "rule": .category(row < good ? 0 : 1),
                        "expense": .category(row % 3 == 0 ? 0 : 1),
                        "hours": .number(Double(row + (row < good ? 9 : 0))),
                        "sex": .category(row % 2),
                    ], district: DistrictIndex(board), stratum: board, weight: weights.map { $0[row % $0.count] })
            }
        }
        let frame = SurveyFrame(
            strata: boards.map { SurveyFrame.Stratum(name: $0.name, population: population) },
            rule: weights == nil ? .strata : .given)
        data.surveys = [SurveyBuilder.survey(frame: frame, responses)] + others
        return data
    }

    private static func compare(
        _ data: Dataset, _ question: Question, by dimension: Dimension = .district,
        isShown: (Int, Category) -> Bool = { _, _ in true }
    ) throws -> Comparison {
        let tabulator = Tabulator(data)
        let (asked, remarks) = try tabulator.compared(question, by: dimension)
        return try tabulator.material(for: asked, comparing: dimension, remarks: remarks)
            .compare(draws: 300, telling: { isShown($0, $1) ? .valueAndPersons : .nothing })
    }

    private static let enough = Question.item("enough", years: 2019...2019)

    @Test
    func `an item is compared by its favourable share, a knowledge item by the share right, a number by its mean`()
        throws
    {
        let data = Self.dataset(good: [15, 15, 15, 15, 15, 28])
        let tabulator = Tabulator(data)
        for (name, measure, aspect) in [
            ("enough", MeasureName.item, Question.Aspect.topBox), ("rule", .awareness, .headline),
            ("hours", .item, .headline),
        ] {
            let question = try tabulator.compared(.item(name, years: 2019...2019), by: .district).question
            #expect(question.measure == measure && question.aspect == aspect, "\(name)")
            let table = try tabulator.tabulate(question)
            let comparison = try tabulator.material(for: question, comparing: .district).compare { _, _ in
                .valueAndPersons
            }
            #expect(comparison.groups.count == 6)
            for group in comparison.groups {
                let row = try #require(table["2019", group.category.code])
                #expect(abs(group.value - row.value!) < 1e-12)
                #expect(group.persons == row.persons)
            }
            // The common value is that of the table.
            #expect(abs(comparison.target! - table["2019", "total"]!.value!) < 1e-12)
        }
    }

    @Test func `the limits of a board are those of answers drawn from its own persons`() throws {
        let comparison = try Self.compare(Self.dataset(good: [15, 14, 16, 15, 15, 28]), Self.enough)
        let target = try #require(comparison.target)
        let limits = try #require(comparison.groups[0].plain?.limits95)
        let marked = target * 60
        let lower = (0...30).first { Hypergeometric.cdf($0, drawn: 30, marked: Int(marked), of: 60) >= 0.025 }
        #expect(limits.lower == Double(lower!) / 30)
        // Half of the persons answered: the limits are narrower than those of independent answers.
        let free = FunnelLimits.acceptedShares(target: target, n: 30, level: 0.95)
        #expect(limits.upper - limits.lower < free.upper - free.lower)
        #expect(comparison.groups[5].isNamed)
        #expect(comparison.groups.dropLast().filter(\.isNamed).isEmpty)
        #expect((comparison.heterogeneity?.pValue ?? 1) < 0.01)
        // Half of each board are women: evening out changes nothing.
        #expect(comparison.caseMix.map { $0.standardised.pValue < 0.001 && $0.mattered == nil } == true)
    }

    @Test func `weighted answers are compared with their own linearised error, and the rest is those shown`() throws {
        let data = Self.dataset(good: [15, 14, 16, 15, 15, 28], weights: [1, 2, 4])
        let all = try Self.compare(data, Self.enough)
        #expect(all.groups.filter(\.isNamed).map(\.category.code) == ["Nämnd 5"])
        for aspect in [Question.Aspect.mean, .index, .netBalance] {
            let question = Question.item("enough", aspect, years: 2019...2019)
            let part = try Self.compare(data, question) { _, category in category.code != "Nämnd 5" }
            let never = try Self.compare(Self.dataset(good: [15, 14, 16, 15, 15], weights: [1, 2, 4]), question)
            #expect(part.groups.count == 5)
            for (one, other) in zip(part.groups, never.groups) {
                #expect(abs(one.value - other.value) < 1e-9)
                #expect(abs((one.plain?.pValue ?? 0) - (other.plain?.pValue ?? 1)) < 1e-9)
            }
        }
    }

    @Test func `awareness over all items counts that the answers of one respondent go together`() throws {
        let comparison = try Self.compare(
            Self.dataset(good: [15, 14, 16, 15, 15, 28]), Question(.awareness, years: 2019...2019))
        #expect(comparison.groups.count == 6)
        let isJudged = comparison.groups.allSatisfy { $0.plain != nil }
        #expect(isJudged)
    }

    @Test func `of several groups the first that tells the dimension is compared, and it is said`() throws {
        let officers = SurveyBuilder.survey(
            .caseOfficers, population: 40, SurveyBuilder.responses("rule", [(.category(0), 10), (.category(1), 5)]))
        let data = Self.dataset(good: [15, 14, 16, 15, 15, 28], others: [officers])
        let question = Question(.awareness, years: 2019...2019)
        let comparison = try Self.compare(data, question)
        #expect(comparison.groups.count == 6)
        #expect(comparison.notes.contains { $0.swedish.contains("--where group=") })
        #expect(throws: QuestionError.severalSurveys) {
            try Tabulator(data).material(for: question, comparing: .district)
        }
        let groups = try Self.compare(data, question, by: .group)
        #expect(groups.groups.map(\.category.code) == ["users", "case-officers"])
        #expect(groups.heterogeneity?.groups == 2)
        #expect(groups.caseMix == nil && !groups.notes.contains { $0.swedish.contains("jämnas inte ut") })
        #expect(groups.notes.contains { $0.swedish.hasPrefix("Färre än fem grupper") })
    }

    @Test func `where everybody answered chance plays no part, and it is said`() throws {
        let comparison = try Self.compare(
            Self.dataset(good: [3, 5, 7, 9, 2, 8], answers: 12, population: 12), Self.enough)
        for group in comparison.groups {
            #expect(group.plain == nil && !group.isNamed)
            #expect(group.notCompared?.swedish.hasPrefix("Alla i gruppen har svarat") == true)
        }
    }

    @Test(arguments: [0, 30]) func `all shares alike leave every board inside`(good: Int) throws {
        let comparison = try Self.compare(Self.dataset(good: [Int](repeating: good, count: 6)), Self.enough)
        #expect(comparison.heterogeneity?.pValue == 1)
        let isInside = comparison.groups.allSatisfy { $0.plain?.position == .inside && !$0.isNamed }
        #expect(isInside)
        #expect(comparison.notes.contains { $0.swedish.hasPrefix("Alla grupper har samma värde") })
    }

    @Test func `what cannot be compared is refused with words`() throws {
        let tabulator = Tabulator(Self.dataset(good: [15, 15, 15, 15, 15, 15]))
        func refusal(_ question: Question, by dimension: Dimension = .district) -> QuestionError? {
            do {
                _ = try tabulator.compared(question, by: dimension)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(.item("reasons", years: 2019...2019)) == .noKeyFigure("reasons"))
        #expect(refusal(Question(.item, by: [.question], years: 2019...2019)) == .needsOneItem)
        #expect(refusal(.item("enough", .doNotKnow, years: 2019...2019)) == .notComparable(.item, nil))
        #expect(refusal(Self.enough, by: .provider) == .notComparable(.item, .provider))
        #expect(refusal(Question(.responseRate, years: 2019...2019)) == .notComparable(.responseRate, nil))
        for error in [QuestionError.needsOneItem, .noKeyFigure("x"), .severalSurveys, .notComparable(.item, .provider)]
        {
            for language in Language.allCases { #expect(!error.message(in: language).isEmpty) }
        }
    }
}
