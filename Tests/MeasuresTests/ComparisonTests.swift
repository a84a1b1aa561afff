// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import TestSupport
import Testing

@Suite struct ComparisonTests {
    /// One person with a decision the year through, 10 hours a month, who uses a share of them.
    struct Resident {
        var district: DistrictIndex
        var law = Law.sol
        var use: Double
    }

    static func dataset(
        _ residents: [Resident], districts: Int = 6, population: [PopulationCount] = []
    ) -> Dataset {
        var (decisions, performed): ([Decision], [PerformedHours]) = ([], [])
        for (index, resident) in residents.enumerated() {
            let person = PersonIndex(index)
            decisions.append(
                CaseBuilder.decision(
                    person, "2019-01-01", "2019-12-31", hours: 10, service: resident.law == .lss ? 1 : 0,
                    law: resident.law, district: resident.district))
            performed += CaseBuilder.performed(
                person, from: "2019-01", [Double](repeating: (resident.use * 40).rounded() / 4, count: 12),
                service: resident.law == .lss ? 1 : 0)
        }
        return CaseBuilder.dataset(
            decisions, performed, districts: (0..<districts).map { District(name: "Nämnd \($0)") },
            population: population)
    }

    static func compare(
        _ dataset: Dataset, _ measure: MeasureName = .utilisation, _ aspect: Question.Aspect = .headline,
        comparing dimension: Dimension = .district, years: ClosedRange<Int> = 2019...2019,
        isShown: (Int, Category) -> Bool = { _, _ in true }
    ) throws -> Comparison {
        try Tabulator(dataset).material(for: Question(measure, aspect, years: years), comparing: dimension)
            .compare(draws: 500, replicates: 60, telling: { isShown($0, $1) ? .valueAndPersons : .nothing })
    }

    /// Persons whose use varies about their law's: 0.4 under SoL, 0.8 under LSS.
    static func mixed(districts: Int = 6) -> [Resident] {
        var random = SeededGenerator(seed: 5)
        return (0..<districts).flatMap { district in
            (0..<40).map { place in
                let law: Law = place < 5 + 6 * district ? .lss : .sol
                let use = (law == .lss ? 0.8 : 0.4) + Double.random(in: -0.2...0.2, using: &random)
                return Resident(district: DistrictIndex(district), law: law, use: use)
            }
        }
    }

    @Test func `boards that differ only in their mix of laws do not differ once it is evened out`() throws {
        let comparison = try Self.compare(Self.dataset(Self.mixed()))
        let mix = try #require(comparison.caseMix)
        #expect(mix.crude.pValue < 0.001)
        #expect(mix.standardised.pValue > 0.05)
        #expect(mix.mattered == .law)
        #expect(comparison.groups.contains { $0.plain?.position == .outside998 })
        #expect(!comparison.groups.contains { $0.caseMix?.isNamed == true })
        #expect(!comparison.groups.contains { $0.caseMix?.side?.position == .outside998 })
        // The expected values add to what was observed.
        let groups = comparison.groups.compactMap(\.caseMix)
        let difference = groups.reduce(0) { $0 + $1.observed - $1.expected }
        #expect(abs(difference) < 1e-6)
    }

    @Test func `values and common value are those of the tabulation`() throws {
        let dataset = Self.dataset(Self.mixed())
        let comparison = try Self.compare(dataset)
        let table = try dataset.ask(.utilisation, by: [.district])
        for group in comparison.groups {
            #expect(abs(group.value - table[group.category.code]!.value!) < 1e-12)
            #expect(group.persons == table[group.category.code]!.persons)
        }
        #expect(abs(comparison.target! - table["total"]!.value!) < 1e-12)
    }

    @Test func `a group that is not shown enters no number`() throws {
        let all = Self.mixed()
        let without = try Self.compare(Self.dataset(all)) { _, category in category.code != "Nämnd 5" }
        let never = try Self.compare(Self.dataset(all.filter { $0.district != 5 }))
        #expect(without.groups.map(\.value) == never.groups.map(\.value))
        #expect(without.groups.map(\.plain) == never.groups.map(\.plain))
        #expect(without.groups.map(\.adjusted) == never.groups.map(\.adjusted))
        #expect(without.groups.map(\.ranks) == never.groups.map(\.ranks))
        #expect(without.heterogeneity?.tau == never.heterogeneity?.tau)
        #expect(without.target == never.target)
        #expect(without.notes.count == never.notes.count + 1)
    }

    @Test func `one district has nothing to be compared with, and says so`() throws {
        let comparison = try Self.compare(Self.dataset(Self.mixed().filter { $0.district == 0 }))
        #expect(comparison.groups.count == 1)
        #expect(comparison.heterogeneity == nil)
        #expect(comparison.groups[0].plain == nil)
        #expect(comparison.notes.contains { $0.swedish.hasPrefix("Det finns bara en grupp") })
    }

    @Test func `no one to compare says so`() throws {
        let comparison = try Self.compare(Self.dataset(Self.mixed())) { _, _ in false }
        #expect(comparison.groups.isEmpty)
        #expect(comparison.target == nil)
        #expect(comparison.notes.contains { $0.swedish.hasPrefix("Inga grupper") })
    }

    @Test func `four districts have no funnel but tell whether they differ`() throws {
        let comparison = try Self.compare(Self.dataset(Self.mixed(districts: 4)))
        let holds = comparison.groups.allSatisfy { $0.plain == nil && !$0.isNamed }
        #expect(holds)
        #expect((comparison.heterogeneity?.pValue ?? 1) < 0.01)
        #expect(comparison.notes.contains { $0.swedish.hasPrefix("Färre än fem grupper") })
    }

    @Test func `equal districts do not differ, and no one is named`() throws {
        let residents = (0..<6).flatMap { district in
            [0.2, 0.4, 0.6, 0.8, 0.5, 0.5].map { Resident(district: DistrictIndex(district), use: $0) }
        }
        let comparison = try Self.compare(Self.dataset(residents))
        #expect(comparison.heterogeneity?.tau == 0)
        #expect((comparison.heterogeneity?.q ?? 1) < 1e-20)
        #expect(comparison.notes.contains { $0.swedish.hasPrefix("Alla grupper har samma värde") })
        // Nobody can be ranked where nothing differs.
        let holds = comparison.groups.allSatisfy { ($0.ranks?.count ?? 0) >= 5 }
        #expect(holds)
    }

    @Test(arguments: [0.0, 1.0]) func `all alike leaves chance no room`(use: Double) throws {
        let residents = (0..<6).flatMap { district in
            (0..<12).map { _ in Resident(district: DistrictIndex(district), use: use) }
        }
        let comparison = try Self.compare(Self.dataset(residents))
        #expect(comparison.heterogeneity?.pValue == 1)
        let holds = comparison.groups.allSatisfy { $0.notCompared != nil }
        #expect(holds)
        let flexible = try Self.compare(Self.dataset(residents), .flexibleUse)
        #expect(flexible.target == 0)
        #expect(flexible.heterogeneity?.tau == 0)
        let isInside = flexible.groups.allSatisfy { $0.plain?.position == .inside }
        #expect(isInside)
    }

    @Test func `a district with one person is there, without limits for a ratio`() throws {
        let residents = Self.mixed() + [Resident(district: 6, use: 0.5)]
        let comparison = try Self.compare(Self.dataset(residents, districts: 8))
        #expect(comparison.groups.count == 7)
        #expect(comparison.groups[6].persons == 1)
        #expect(comparison.groups[6].plain == nil)
        #expect(comparison.groups[6].notCompared != nil)
        #expect(comparison.groups[0].plain != nil)
    }

    @Test func `persons are compared by inhabitants, and without a population it is said`() throws {
        let residents = Self.mixed()
        let none = try Self.compare(Self.dataset(residents), .persons, .perTenThousand)
        #expect(none.groups.isEmpty)
        #expect(none.notes.contains { $0.swedish.hasPrefix("Befolkningen är inte angiven,") })
        let population = (0..<6).map {
            PopulationCount(district: $0, year: 2019, count: $0 == 0 ? 10_000 : 40_000)
        }
        let found = try Self.compare(
            Self.dataset(residents, population: population), .persons, .perTenThousand)
        #expect(found.groups.map(\.value) == [40, 10, 10, 10, 10, 10])
        #expect(found.groups[0].isNamed)
        #expect(found.groups.dropFirst().filter(\.isNamed).isEmpty)
        #expect(found.notes.contains { $0.swedish.contains("efter ålder och kön") })
    }

    /// Six boards where as many of each age have the service. The first is old: half of its people are, and of the old four
    /// times as many have it.
    @Test func `persons per inhabitants are evened out for age and sex`() throws {
        var persons: [Person] = []
        var decisions: [Decision] = []
        var population: [PopulationCount] = []
        for board in 0..<6 {
            for (ages, born, share, per10000) in [
                (23...64, 1980, board == 0 ? 5_000 : 9_000, 20), (65...79, 1950, board == 0 ? 5_000 : 1_000, 80),
            ] {
                for sex in [Sex.female, .male] {
                    population.append(
                        PopulationCount(
                            district: DistrictIndex(board), year: 2019, ages: ages, sex: sex, count: share / 2))
                    for _ in 0..<(share / 2 * per10000 / 10_000) {
                        decisions.append(
                            CaseBuilder.decision(
                                PersonIndex(persons.count), "2019-01-01", nil, hours: 10,
                                service: persons.count % 2 == 0 ? 0 : 1, law: persons.count % 2 == 0 ? .sol : .lss,
                                district: DistrictIndex(board)))
                        persons.append(Person(birthYear: born, sex: sex))
                    }
                }
            }
            for ages in [0...22, 80...120] {
                for sex in [Sex.female, .male] {
                    population.append(
                        PopulationCount(district: DistrictIndex(board), year: 2019, ages: ages, sex: sex, count: 1))
                }
            }
        }
        let data = CaseBuilder.dataset(
            persons: persons, decisions, [], districts: (0..<6).map { District(name: "Nämnd \($0)") },
            population: population)
        let found = try Self.compare(data, .persons, .perTenThousand)
        let mix = try #require(found.caseMix)
        #expect(mix.crude.pValue < 0.05 && mix.standardised.pValue > 0.9)
        #expect(mix.mattered == .age)
        let ratios = try found.groups.map { try #require($0.caseMix).ratio }
        #expect(ratios.allSatisfy { abs($0 - 1) < 0.05 }, "\(ratios)")
        #expect(!found.notes.contains { $0.swedish.contains("efter ålder och kön") })
    }

    @Test func `the spread is told year by year, its change with an interval over persons`() throws {
        var dataset = Self.dataset(Self.mixed())
        dataset.observationWindow = CaseBuilder.month("2018-01")...CaseBuilder.month("2019-12")
        for person in dataset.persons.indices {
            let decision = dataset.decisions[person]
            dataset.decisions.append(
                CaseBuilder.decision(
                    PersonIndex(person), "2018-01-01", "2018-12-31", hours: 10, service: decision.service,
                    law: decision.law, district: decision.district))
            dataset.performed += CaseBuilder.performed(
                PersonIndex(person), from: "2018-01",
                [Double](repeating: Double(4 + person % 3), count: 12), service: decision.service)
        }
        let comparison = try Self.compare(dataset, years: 2018...2019)
        #expect(comparison.spread.years.map(\.year) == [2018, 2019])
        #expect(comparison.spread.years[0].gap! < comparison.spread.years[1].gap!)
        #expect(comparison.spread.years[1].gap! > comparison.spread.years[1].chanceGap!)
        let change = try #require(comparison.spread.change)
        #expect(change.tauLimits.lower > 0)
        #expect(change.tauLimits.lower <= change.tau && change.tau <= change.tauLimits.upper)
        let again = try Self.compare(dataset, years: 2018...2019)
        #expect(again.spread.change?.tauLimits == change.tauLimits)
    }

    @Test func `estimates that come with their errors are compared in the same way`() {
        let summaries = (0..<6).map { place in
            (
                category: Category(
                    .district, code: "N\(place)", label: Phrase(sv: "N\(place)", en: "N\(place)"), rank: place),
                unit: FunnelUnit.share(x: place == 0 ? 60 : 30, n: 70)
            )
        }
        let comparison = ComparisonMaterial(
            Question(.utilisation, years: 2019...2019), comparing: .district, kind: .share,
            summaries: [2019: summaries]
        ).compare(draws: 200) { _, _ in .valueAndPersons }
        #expect(comparison.groups[0].isNamed)
        #expect(comparison.caseMix == nil)
        #expect(comparison.spread.change == nil)
        #expect(comparison.groups[0].ranks == 1...1)
    }

    @Test func `boards that merged compare as if they had always been one`() throws {
        let residents = Self.mixed()
        var always = Self.dataset(residents)
        always.division = Division((0..<6).map { District(name: "Nämnd \($0)") })
        // The persons of the last board, reported under two that it took over, and some under its own name.
        var merged = Self.dataset(
            residents.enumerated().map { place, resident in
                var resident = resident
                if resident.district == 5 { resident.district = [5, 6, 7][place % 3] }
                return resident
            }, districts: 8)
        merged.division = Division(
            (0..<6).map { District(name: "Nämnd \($0)") }
                + [6, 7].map { District(name: "Nämnd \($0)", validTo: CaseBuilder.day("2019-06-30"), successor: 5) })
        let (one, other) = (try Self.compare(always), try Self.compare(merged))
        #expect(one.groups.map(\.value) == other.groups.map(\.value))
        #expect(one.groups.map(\.plain) == other.groups.map(\.plain))
        #expect(one.groups.map(\.adjusted) == other.groups.map(\.adjusted))
        #expect(one.heterogeneity?.tau == other.heterogeneity?.tau)
        #expect(one.caseMix?.standardised.q == other.caseMix?.standardised.q)
    }

    @Test func `what cannot be compared is refused`() throws {
        let tabulator = Tabulator(Self.dataset(Self.mixed()))
        #expect(throws: QuestionError.notComparable(.grantedHours, nil)) {
            try tabulator.material(for: Question(.grantedHours, years: 2019...2019), comparing: .district)
        }
        #expect(throws: QuestionError.notComparable(.utilisation, .month)) {
            try tabulator.material(for: Question(.utilisation, years: 2019...2019), comparing: .month)
        }
        #expect(throws: QuestionError.comparedByMore(.district)) {
            try tabulator.material(
                for: Question(.utilisation, by: [.district, .sex], years: 2019...2019), comparing: .district)
        }
    }
}
