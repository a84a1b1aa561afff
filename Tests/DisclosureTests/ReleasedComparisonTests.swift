// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import Statistics
import Terms
import Testing

@testable import Disclosure

@Suite struct ReleasedComparisonTests {
    private static let question = Question(.flexibleUse, by: [.district], years: 2019...2019)

    private static func district(_ place: Int) -> Category {
        Category(.district, code: "N\(place)", label: Phrase(sv: "N\(place)", en: "N\(place)"), rank: place)
    }

    /// x of n in each district.
    private static func table(_ shares: [(x: Int, n: Int)]) -> Tabulation {
        let year = Category(.year, code: "2019", label: Phrase(sv: "2019", en: "2019"), rank: 0)
        let all = (x: shares.reduce(0) { $0 + $1.x }, n: shares.reduce(0) { $0 + $1.n })
        let rows = shares.enumerated().map { place, share in
            Tabulation.Row(key: [year, district(place)], measurement: TableMaker.share(share.x, of: share.n))
        }
        let total = Tabulation.Row(
            key: [year, .total(of: .district)], measurement: TableMaker.share(all.x, of: all.n))
        return Tabulation(
            question: question, dimensions: [.year, .district], rows: rows + [total], from: .unknown,
            definition: Definition(
                id: "flexible-use", text: Phrase(sv: "Andel.", en: "Share."), words: Catalogue.words(of: question)))
    }

    private static func material(_ shares: [(x: Int, n: Int)]) -> ComparisonMaterial {
        ComparisonMaterial(
            question, comparing: .district, kind: .share,
            summaries: [
                2019: shares.enumerated().map { (category: district($0), unit: .share(x: $1.x, n: $1.n)) }
            ])
    }

    private static let shares: [(x: Int, n: Int)] = [
        (20, 50), (30, 60), (25, 55), (40, 70), (22, 44), (35, 66), (2, 40), (3, 30),
    ]

    @Test func `a comparison speaks only of groups whose figures are shown`() throws {
        let policy = ReleasePolicy(DisclosureSettings())
        let table = policy.release([Self.table(Self.shares)]).tables[0]
        let shown = Set(
            table.rows.compactMap { row -> String? in
                guard case .shown(let value) = row.cell, value.persons != nil else { return nil }
                return row.key[1].code
            })
        #expect(!shown.contains("N6") && !shown.contains("N7"))
        let comparison = policy.compare(Self.material(Self.shares), in: table)
        #expect(Set(comparison.groups.map(\.category.code)) == shown.subtracting(["total"]))
        // And nothing of the hidden ones enters a number of the others.
        var other = Self.shares
        other[6] = (4, 44)
        other[7] = (1, 80)
        let again = policy.compare(Self.material(other), in: table)
        #expect(comparison.target == again.target)
        #expect(comparison.groups.map(\.plain) == again.groups.map(\.plain))
        #expect(comparison.groups.map(\.adjusted) == again.groups.map(\.adjusted))
        #expect(comparison.groups.map(\.ranks) == again.groups.map(\.ranks))
        #expect(comparison.heterogeneity == again.heterogeneity)
    }

    @Test func `an internal answer compares them all`() {
        let policy = ReleasePolicy(DisclosureSettings())
        let table = policy.internalTable(Self.table(Self.shares))
        #expect(policy.compare(Self.material(Self.shares), in: table).groups.count == Self.shares.count)
    }

    @Test func `with everything hidden there is nothing to compare, and it is said`() {
        let policy = ReleasePolicy(DisclosureSettings())
        let shares: [(x: Int, n: Int)] = [(1, 5), (2, 6), (3, 7)]
        let table = policy.release([Self.table(shares)]).tables[0]
        let comparison = policy.compare(Self.material(shares), in: table)
        #expect(comparison.groups.isEmpty)
        #expect(comparison.target == nil)
        #expect(!comparison.notes.isEmpty)
    }

    /// Boards of so many persons, of whom every other used 4 hours of 10 in March, the others 6 or 8.
    private static func register(_ sizes: [Int]) -> Dataset {
        var data = Dataset(
            services: [Service(name: "Ledsagning", law: .sol)],
            division: Division(sizes.indices.map { District(name: "N\($0)") }))
        data.observationWindow = YearMonth(year: 2019, month: 1)...YearMonth(year: 2019, month: 12)
        for (board, size) in sizes.enumerated() {
            for place in 0..<size {
                let person = PersonIndex(data.persons.count)
                data.persons.append(Person(birthYear: 1960, sex: .female))
                data.decisions.append(
                    Decision(
                        person: person, service: 0, law: .sol, district: DistrictIndex(board),
                        from: CivilDate(year: 2019, month: 3, day: 1)!, to: CivilDate(year: 2019, month: 3, day: 31)!,
                        hours: Hours(10)))
                data.performed.append(
                    PerformedHours(
                        person: person, service: 0, month: YearMonth(year: 2019, month: 3), district: nil,
                        hours: Hours(place % 2 == 0 ? 4 : place % 3 == 0 ? 6 : 8)))
            }
        }
        return data
    }

    @Test(arguments: [11, 12, 15, 30]) func `a board whose n is left out has limits of ten persons`(n: Int) throws {
        let tabulator = Tabulator(Self.register([n, 40, 41, 42, 43, 44]))
        let question = Question(.utilisation, by: [.district], years: 2019...2019)
        let policy = ReleasePolicy(DisclosureSettings())
        let shown = policy.release([try tabulator.tabulate(question)]).tables[0]
        let table = ReleasedTable(
            question: shown.question, dimensions: shown.dimensions,
            rows: shown.rows.map { row in
                guard row.key[1].code == "N0", case .shown(let value) = row.cell else { return row }
                let cell = ReleasedCell.shown(
                    ReleasedValue(
                        value: value.value, persons: nil, numerator: value.numerator, denominator: value.denominator,
                        unit: value.unit))
                return ReleasedTable.Row(key: row.key, cell: cell, unit: row.unit)
            }, definition: shown.definition, notes: shown.notes)
        let comparison = policy.compare(
            try tabulator.material(for: question, comparing: .district), in: table)
        #expect(comparison.groups.map(\.persons) == [nil, 40, 41, 42, 43, 44])
        let side = try #require(comparison.groups[0].plain)
        func width(_ limits: ReleasedComparison.Limits) -> Double { limits.upper - limits.lower }
        func t(_ level: Double) -> Double { StudentT.twoSided(level: level, degreesOfFreedom: 9) }
        let (found, expected) = (width(side.limits998) / width(side.limits95), t(0.998) / t(0.95))
        #expect(abs(found - expected) < 1e-9)
    }

    /// Six boards of 60 and one of `population`, 30 answered in each, half of them favourably or nearly.
    private static func survey(population: Int) -> Dataset {
        let item = SurveyItem(
            name: "enough", question: Phrase(sv: "Räcker", en: "Enough"), kind: .single,
            categories: ["yes", "no"].map {
                SurveyItem.Category(code: $0, label: Phrase(sv: $0, en: $0), isRight: false)
            }, favourable: [0], unfavourable: [1])
        let boards = (0..<7).map { District(name: "N\($0)") }
        var data = Dataset(municipality: "Exempel", division: Division(boards))
        data.surveys = [
            Survey(
                group: .users, wave: "2019", year: 2019, items: [item],
                frame: SurveyFrame(
                    strata: boards.enumerated().map { place, board in
                        SurveyFrame.Stratum(name: board.name, population: place == 6 ? population : 60, sent: 60)
                    }, strataAreDistricts: true),
                responses: (0..<7).flatMap { board in
                    (0..<30).map { row in
                        SurveyResponse(
                            district: DistrictIndex(board), stratum: board,
                            answers: [.category(row < 13 + board ? 0 : 1)])
                    }
                })
        ]
        return data
    }

    private static func compared(_ data: Dataset, isInternal: Bool = false, beside: Tabulation? = nil) throws
        -> [String]
    {
        let tabulator = Tabulator(data)
        let (question, remarks) = try tabulator.compared(.item("enough", years: 2019...2019), by: .district)
        let tabulation = try tabulator.tabulate(question)
        let policy = ReleasePolicy(DisclosureSettings())
        let table = isInternal ? policy.internalTable(tabulation) : policy.release([tabulation]).tables[0]
        let comparison = policy.compare(
            try tabulator.material(for: question, comparing: .district, remarks: remarks), in: table,
            beside: beside.map { policy.release([$0]).tables[0] })
        if comparison.groups.count < 7 {
            #expect(comparison.notes.contains { $0.swedish.contains("värden och svarsandel får visas") })
        }
        return comparison.groups.map(\.category.code)
    }

    @Test(arguments: [(60, 7), (35, 7), (34, 6), (31, 6), (30, 7)])
    func `limits that would tell that only a few did not answer are not given`(population: Int, groups: Int) throws {
        let found = try Self.compared(Self.survey(population: population))
        #expect(found.count == groups)
        #expect(found.contains("N6") == (groups == 7))
        #expect(try Self.compared(Self.survey(population: population), isInternal: true).count == 7)
    }

    @Test func `a board whose response rate is hidden beside is not compared`() throws {
        let data = Self.survey(population: 60)
        var responded = data
        // Of the last board two more were sent the survey than answered it.
        responded.surveys[0].frame.strata[6].sent = 32
        let rates = try Tabulator(responded).tabulate(
            Question(.responseRate, by: [.group, .wave, .district], years: 2019...2019))
        #expect(try Self.compared(data, beside: rates).contains("N6") == false)
    }
}
