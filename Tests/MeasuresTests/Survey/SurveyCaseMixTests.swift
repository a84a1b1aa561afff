// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import TestSupport
import Testing

/// Evening survey answers out for who answered, against sums done by hand.
@Suite struct SurveyCaseMixTests {
    /// Of one board: women and men who answered, and how many of them favourably.
    struct Board {
        var women: Int
        var goodWomen: Int
        var men: Int
        var goodMen: Int
    }

    /// Boards of 60 persons, each a stratum. Men weigh `menWeight` when it is given.
    static func dataset(_ boards: [Board], menWeight: Double? = nil, knownSex: Double = 1) -> Dataset {
        let names = boards.indices.map { District(name: "Nämnd \($0)") }
        var data = CaseBuilder.dataset([], [], districts: names)
        let responses = boards.enumerated().flatMap { place, board in
            [(0, board.women, board.goodWomen), (1, board.men, board.goodMen)].flatMap { sex, count, good in
                (0..<count).map { row in
                    var answers: [String: ItemAnswer] = [
                        "enough": .category(row < good ? 3 : 0), "rule": .category(row < good ? 0 : 1),
                        "expense": .category(row < good ? 0 : 1),
                    ]
                    if Double(row) < knownSex * Double(count) { answers["sex"] = .category(sex) }
                    return SurveyBuilder.response(
                        answers, district: DistrictIndex(place), stratum: place,
                        weight: menWeight.map { sex == 1 ? $0 : 1 })
                }
            }
        }
        let frame = SurveyFrame(
            strata: names.map { SurveyFrame.Stratum(name: $0.name, population: 60) },
            rule: menWeight == nil ? .strata : .given)
        data.surveys = [SurveyBuilder.survey(frame: frame, responses)]
        return data
    }

    static func compare(_ data: Dataset, _ question: Question) throws -> Comparison {
        let tabulator = Tabulator(data)
        let (asked, remarks) = try tabulator.compared(question, by: .district)
        return try tabulator.material(for: asked, comparing: .district, remarks: remarks)
            .compare(draws: 100, replicates: 50) { _, _ in .valueAndPersons }
    }

    private static let enough = Question.item("enough", years: 2019...2019)
    /// Four women of five are content and one man of five, in every board.
    private static let mixOnly = [5, 10, 15, 20, 25, 15].map {
        Board(women: $0, goodWomen: $0 * 4 / 5, men: 30 - $0, goodMen: (30 - $0) / 5)
    }

    @Test func `boards that differ only in who answered do not differ once that is evened out`() throws {
        for question in [Self.enough, .item("rule", years: 2019...2019), Question(.awareness, years: 2019...2019)] {
            let comparison = try Self.compare(Self.dataset(Self.mixOnly), question)
            let mix = try #require(comparison.caseMix)
            #expect(mix.crude.pValue < 0.001)
            #expect(mix.standardised.pValue > 0.99)
            #expect(mix.mattered == .sex && mix.factors == [.sex])
            for group in comparison.groups {
                let evened = try #require(group.caseMix)
                #expect(abs(evened.ratio - 1) < 1e-12)
                #expect(abs(evened.indirect - 0.5) < 1e-12 && abs(evened.direct - 0.5) < 1e-12)
                #expect(evened.side?.position == .inside)
            }
        }
        #expect(
            try Self.compare(Self.dataset(Self.mixOnly), Self.enough).groups.contains { $0.plain?.position != .inside })
    }

    @Test func `standardised values are those computed by hand`() throws {
        // Of all women 24 of 30, of all men 12 of 30.
        let boards = [
            Board(women: 10, goodWomen: 5, men: 20, goodMen: 7), Board(women: 20, goodWomen: 19, men: 10, goodMen: 5),
        ]
        let plain = try Self.compare(Self.dataset(boards), Self.enough).groups.compactMap(\.caseMix)
        #expect(plain.map(\.observed).map { $0.rounded() } == [24, 48])
        // Each answer stands for two: 20·0.8 + 40·0.4 expected, and 40·0.8 + 20·0.4.
        for (found, right) in zip(
            plain,
            [(24.0 / 32, 0.6 * 24 / 32, 0.5 * 0.5 + 0.5 * 0.35), (48.0 / 40, 0.6 * 48 / 40, 0.5 * 0.95 + 0.5 * 0.5)])
        {
            #expect(abs(found.ratio - right.0) < 1e-12)
            #expect(abs(found.indirect - right.1) < 1e-12)
            #expect(abs(found.direct - right.2) < 1e-12)
        }
        // Half of the persons did not answer: (1 − ½)·4·(10·0.8·0.2 + 20·0.4·0.6) is the variance, t has 29 degrees.
        let half = StudentT.twoSided(level: 0.95, degreesOfFreedom: 29) * (0.5 * 4 * 6.4).squareRoot() / 32
        #expect(abs((plain[0].limits?.upper ?? 0) - (0.75 + half)) < 1e-9)

        // Men weigh two: 5 + 2·7 of 10·0.8 + 40·0.4, and the mix is 30 women to 60 men.
        let weighted = try Self.compare(Self.dataset(boards, menWeight: 2), Self.enough).groups.compactMap(\.caseMix)
        #expect(abs(weighted[0].ratio - 19.0 / 24) < 1e-12)
        #expect(abs(weighted[0].direct - (0.5 / 3 + 0.35 * 2 / 3)) < 1e-12)
        // The expected values add to what was observed.
        #expect(abs(weighted.reduce(0) { $0 + $1.observed - $1.expected }) < 1e-9)
    }

    @Test func `scores are evened out with their own linearised error`() throws {
        for aspect in [Question.Aspect.mean, .index] {
            let comparison = try Self.compare(
                Self.dataset(Self.mixOnly), .item("enough", aspect, years: 2019...2019))
            let mix = try #require(comparison.caseMix)
            #expect(mix.crude.pValue < 0.001 && mix.standardised.pValue > 0.5)
            for group in comparison.groups { #expect(abs((group.caseMix?.ratio ?? 0) - 1) < 1e-9) }
        }
        let balance = try Self.compare(Self.dataset(Self.mixOnly), .item("enough", .netBalance, years: 2019...2019))
        #expect(balance.caseMix == nil)
        #expect(balance.notes.contains { $0.swedish.contains("Nettotal") })
    }

    @Test func `law and age come from the register where the answer tells a person`() throws {
        var data = Self.dataset(Self.mixOnly)
        var responses = data.surveys[0].responses
        // Women have LSS and are young, men SoL and old; the form says nothing of it.
        var decisions: [Decision] = []
        for (row, response) in responses.enumerated() {
            let isWoman = response.answers[8] == .category(0)
            responses[row].person = PersonIndex(row)
            responses[row].answers[8] = .missing(.noAnswer)
            decisions.append(
                CaseBuilder.decision(
                    PersonIndex(row), "2019-01-01", "2019-12-31", hours: 10, service: 0, law: isWoman ? .lss : .sol,
                    district: response.district ?? 0))
        }
        let linked = CaseBuilder.dataset(decisions, [], districts: data.division.districts)
        data.persons = linked.persons
        data.decisions = linked.decisions
        data.surveys[0].responses = responses
        let comparison = try Self.compare(data, Self.enough)
        let mix = try #require(comparison.caseMix)
        #expect(mix.factors.contains(.law))
        #expect(mix.explained.first { $0.factor == .law }?.share ?? 0 > 0.99)
        #expect(mix.standardised.pValue > 0.99)
    }

    @Test func `what too few are known by is not evened out, and it is said`() throws {
        let known = try Self.compare(Self.dataset(Self.mixOnly, knownSex: 0.9), Self.enough)
        #expect(known.caseMix?.factors == [.sex])
        #expect(known.notes.contains { $0.swedish.contains("har känt lagrum eller ålder,") })
        let unknown = try Self.compare(Self.dataset(Self.mixOnly, knownSex: 0.5), Self.enough)
        #expect(unknown.caseMix == nil)
        #expect(unknown.notes.contains { $0.swedish.contains("har känt lagrum, ålder eller kön,") })
        #expect(unknown.notes.contains { $0.english.contains("have a known law, age or sex,") })
    }
}
