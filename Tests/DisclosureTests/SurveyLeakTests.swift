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
        #expect(table.values.count { !$0.tellsItsNumerator } == 2)
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
        if tables[1]["2019"]?.tellsItsNumerator == true { #expect(tables[0]["often"]?.tellsItsNumerator == false) }
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

    @Test func `no share is rounded further for what lacks room without rounded shares too`() throws {
        // One declined, which is hidden: that leaves little room however the shares are rounded.
        let tables = try release(
            Self.dataset([23, 19, 1, 14], missing: 1, doNotKnow: 6),
            [.headline, .topBox, .doNotKnow, .itemNonresponse, .answers])
        #expect(tables[0]["often"] == .hidden && tables[3]["2019"] == .hidden)
        guard case .shown(let seldom) = tables[0]["seldom"], case .shown(let answers) = tables[4]["2019"] else {
            Issue.record("nothing is gained by hiding them")
            return
        }
        #expect(seldom.numerator == 19 && seldom.persons == 57 && answers.value == 57)
    }

    /// Respondents and register by age, and the persons of the year.
    private func byAge(_ ages: [(born: Int, answered: Int, silent: Int)]) throws -> [Set<String>] {
        var data = Dataset(
            services: [Service(name: "Ledsagning", law: .sol)],
            surveys: [Survey(group: .users, wave: "2019", year: 2019, items: [Self.item], responses: [])])
        for age in ages {
            for place in 0..<age.answered + age.silent {
                let person = PersonIndex(data.persons.count)
                data.persons.append(Person(birthYear: age.born))
                data.decisions.append(
                    Decision(
                        person: person, service: 0, law: .sol, from: CivilDate(year: 2019, month: 1, day: 1)!,
                        hours: Hours(10)))
                if place < age.answered {
                    data.surveys[0].responses.append(SurveyResponse(person: person, answers: [.category(0)]))
                }
            }
        }
        let tabulator = Tabulator(data)
        let tables = [
            Question(.respondents, by: [.age], years: 2019...2019),
            Question(.respondents, .register, by: [.age], years: 2019...2019),
            Question(.persons, by: [.age], years: 2019...2019),
        ]
        return ReleasePolicy(DisclosureSettings()).release(try tables.map(tabulator.tabulate)).tables.map { table in
            Set(table.rows.filter { $0.cell == .hidden }.compactMap { $0.key.last?.code })
        }
    }

    @Test func `the classes of the respondents add to their base`() throws {
        let hidden = try byAge([(2000, 3, 10), (1980, 10, 10), (1950, 6, 10), (1930, 8, 10)])
        // Another class may stand rounded, without how many they are.
        #expect(hidden[0].contains("0-22") && hidden[0].count <= 2)
        #expect(hidden[1].isEmpty && hidden[2].isEmpty)
    }

    @Test func `those of the register beside the respondents are the persons of the year`() throws {
        let hidden = try byAge([(2000, 0, 3), (1980, 10, 10), (1950, 6, 10), (1930, 8, 10)])
        #expect(hidden[2].count == 2 && hidden[2].contains("0-22"))
        #expect(hidden[1].isSubset(of: hidden[2]) && hidden[1].contains("0-22"))
    }
}

extension ReleasedCell {
    /// Whether how many they are stands there.
    fileprivate var tellsItsNumerator: Bool {
        guard case .shown(let value) = self else { return false }
        return value.numerator != nil
    }
}
