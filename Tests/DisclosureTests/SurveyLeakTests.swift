// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import Measures
import Terms
import Testing

/// What an outsider would try on the answers of a survey.
@Suite struct SurveyLeaks {
    private static let codes = ["never", "seldom", "often", "always"]

    private static let item = SurveyItem(
        name: "enough", question: Phrase(sv: "Räcker", en: "Enough"), kind: .scale,
        categories: codes.map { SurveyItem.Category(code: $0, label: Phrase(sv: $0, en: $0)) }, favourable: [2, 3],
        unfavourable: [0, 1])

    private static func dataset(_ counts: [Int], missing: Int = 0, doNotKnow: Int = 0) -> Dataset {
        var answers = counts.enumerated().flatMap { place, count in
            Array(repeating: ItemAnswer.category(place), count: count)
        }
        answers += Array(repeating: .missing(.declines), count: missing)
        answers += Array(repeating: .missing(.doNotKnow), count: doNotKnow)
        return Dataset(
            surveys: [
                Survey(
                    group: .users, wave: "2019", year: 2019, items: [item],
                    responses: answers.map { SurveyResponse(answers: [$0]) })
            ])
    }

    private func release(_ data: Dataset, _ aspects: [Question.Aspect]) throws -> [[String: ReleasedCell]] {
        let tabulator = Tabulator(data)
        let tables = try aspects.map { try tabulator.tabulate(.item("enough", $0, years: 2019...2019)) }
        return ReleasePolicy(DisclosureSettings()).release(tables).tables.map { table in
            Dictionary(uniqueKeysWithValues: table.rows.map { ($0.key.last?.code ?? "", $0.cell) })
        }
    }

    @Test func `one small answer takes another with it, for the answers add to their base`() throws {
        let table = try release(Self.dataset([20, 12, 9, 3]), [.headline])[0]
        #expect(table["always"] == .hidden)
        #expect(table.values.count { $0 == .hidden } == 2)
    }

    @Test func `no share of fewer than ten, and none that tells everyone's answer`() throws {
        #expect(
            try release(Self.dataset([0, 0, 0, 9]), [.headline, .topBox]).allSatisfy { table in
                table.values.allSatisfy { $0 == .hidden }
            })
        // Twelve of twelve may be said, eleven of twelve not.
        #expect(try release(Self.dataset([0, 0, 0, 12]), [.topBox])[0]["2019"] != .hidden)
        #expect(try release(Self.dataset([1, 0, 0, 11]), [.topBox])[0]["2019"] == .hidden)
    }

    @Test func `the favourable share does not give away an answer hidden in the distribution`() throws {
        // 9 + 3 favourable: with either of them shown the other would follow.
        let tables = try release(Self.dataset([20, 12, 9, 3]), [.headline, .topBox])
        #expect(tables[0]["always"] == .hidden)
        if tables[1]["2019"] != .hidden { #expect(tables[0]["often"] == .hidden) }
    }

    @Test func `a mean hides when all but a few gave the same answer`() throws {
        #expect(try release(Self.dataset([0, 0, 2, 18]), [.mean, .index]).allSatisfy { $0["2019"] == .hidden })
        #expect(try release(Self.dataset([5, 5, 5, 5]), [.mean])[0]["2019"] != .hidden)
    }

    @Test func `few without an answer are hidden, and so are the bounds that would tell them`() throws {
        let tables = try release(Self.dataset([10, 10, 10, 10], missing: 2), [.itemNonresponse, .worstCase])
        #expect(tables.allSatisfy { $0["2019"] == .hidden })
        let many = try release(Self.dataset([10, 10, 10, 10], missing: 8), [.itemNonresponse, .worstCase])
        #expect(many.allSatisfy { $0["2019"] != .hidden })
    }

    @Test func `an error does not tell that a few did not answer`() throws {
        func error(invited: Int, counts: [Int]) throws -> Bool? {
            var data = Self.dataset(counts)
            data.surveys[0].frame = SurveyFrame(strata: [.init(name: "all", population: invited, sent: invited)])
            for row in data.surveys[0].responses.indices { data.surveys[0].responses[row].stratum = 0 }
            guard case .shown(let share) = try release(data, [.topBox])[0]["2019"] else { return nil }
            #expect((share.lower == nil) == (share.standardError == nil))
            return share.standardError != nil
        }
        // n and the error would tell 3 of 43, as they tell 20 of 60.
        #expect(try error(invited: 43, counts: [10, 10, 10, 10]) == false)
        #expect(try error(invited: 60, counts: [10, 10, 10, 10]) == true)
        #expect(try error(invited: 40, counts: [10, 10, 10, 10]) == true)
    }

    @Test func `a weighted share prints n, not the answers it was judged by`() throws {
        var data = Self.dataset([10, 10, 10, 10])
        data.surveys[0].frame.rule = .given
        for place in data.surveys[0].responses.indices {
            data.surveys[0].responses[place].weight = Double(1 + place % 3)
        }
        let cell = try #require(try release(data, [.topBox])[0]["2019"])
        guard case .shown(let value) = cell else {
            Issue.record("20 of 40 may be shown")
            return
        }
        #expect(value.persons == 40 && value.numerator == nil && value.denominator == nil)
    }
}
