// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@testable import Disclosure

/// Advice on coarser classes is what was found by trying.
@Suite struct Advice {
    /// Persons with a decision all of 2019: `sizes` by the year they were born in, one board after another.
    private static func dataset(born sizes: [(year: Int, persons: Int)], boards: [String] = ["A"]) -> Dataset {
        var data = Dataset(
            services: [Service(name: "Ledsagning", law: .sol)], division: Division(boards.map { District(name: $0) }))
        for (year, persons) in sizes {
            for place in 0..<persons {
                data.persons.append(Person(birthYear: year, sex: .female))
                data.decisions.append(
                    Decision(
                        person: PersonIndex(data.persons.count - 1), service: 0, law: .sol,
                        district: DistrictIndex(place % boards.count), from: CivilDate(year: 2019, month: 1, day: 1)!,
                        hours: Hours(10)))
            }
        }
        return data
    }

    private func advice(
        _ question: Question, _ dataset: Dataset, ageGroups: [Int], mayMergeBoards: Bool = false
    ) throws -> [CoarserTable] {
        var settings = MeasureSettings()
        settings.ageGroups = ageGroups
        let tabulator = Tabulator(dataset, settings: settings)
        let policy = ReleasePolicy(DisclosureSettings(), division: dataset.division)
        let release = policy.release([try tabulator.tabulate(question)])
        return policy.advice(on: release, tabulator, mayMergeBoards: mayMergeBoards)
    }

    @Test func `names the two age groups whose merging shows most, with numbers that hold`() throws {
        // In each of six boards 4 from 65 to 79 and 3 above, neither shown; together they are 7.
        let dataset = Self.dataset(
            born: [(2005, 60), (1990, 60), (1945, 24), (1932, 18)], boards: ["A", "B", "C", "D", "E", "F"])
        let question = Question(.persons, by: [.district, .age], years: 2019...2019, totals: true)
        let found = try advice(question, dataset, ageGroups: [0, 23, 65, 80])
        let best = try #require(found.first)
        #expect(best.coarsening == .ageGroups(["65–79", "80+"], limits: [0, 23, 65]))
        #expect(best.after.shown > best.before.shown)

        var merged = MeasureSettings()
        merged.ageGroups = [0, 23, 65]
        let again = ReleasePolicy(DisclosureSettings(), division: dataset.division)
            .release([try Tabulator(dataset, settings: merged).tabulate(question)]).tables[0]
        #expect(again.rows.count { $0.cell != .hidden } == best.after.shown)
        #expect(again.rows.count == best.after.of)
    }

    @Test func `says nothing when no merging helps`() throws {
        let dataset = Self.dataset(born: [(2005, 2), (1990, 2), (1945, 2), (1932, 2)])
        let question = Question(.persons, by: [.age], years: 2019...2019, totals: true)
        #expect(try advice(question, dataset, ageGroups: [0, 23, 65, 80]).isEmpty)
    }

    @Test func `says nothing of a table that shows most`() throws {
        let dataset = Self.dataset(born: [(2005, 40), (1990, 40), (1970, 40), (1945, 40), (1932, 3)])
        let question = Question(.persons, by: [.age], years: 2019...2019, totals: true)
        #expect(try advice(question, dataset, ageGroups: [0, 23, 40, 65, 75, 80]).isEmpty)
    }

    @Test func `merges as many neighbours as it takes`() throws {
        let dataset = Self.dataset(born: [(2005, 40), (1990, 40), (1945, 2), (1935, 2), (1925, 3)])
        let question = Question(.persons, by: [.age], years: 2019...2019, totals: true)
        let best = try #require(try advice(question, dataset, ageGroups: [0, 23, 65, 75, 85]).first)
        #expect(best.coarsening == .ageGroups(["65–74", "75–84", "85+"], limits: [0, 23, 65]))
        #expect(best.after == CoarserTable.Count(shown: 4, of: 4))
    }

    @Test func `boards taken for one are one in every table`() throws {
        let dataset = Self.dataset(born: [(1990, 40)], boards: ["A", "B", "C", "D"])
        let merged = Tabulator(dataset).merging([1, 2])
        let table = try merged.tabulate(Question(.persons, by: [.district], years: 2019...2019, totals: true))
        #expect(table.rows.map { $0.key[1].code } == ["A", "B-C", "D", "total"])
        #expect(table.rows.map { $0.measurement.value } == [10, 20, 10, 40])
    }

    @Test func `how alone persons stand is counted in persons and in rows`() {
        let classes = [(1, 4), (1, 1), (3, 9), (12, 40)].map { RowAnonymity.RowClass(persons: $0.0, rows: $0.1) }
        let file = RowAnonymity(classes, known: ["district", "sex"], k: 5)
        #expect((file.smallestClass, file.alone, file.classes) == (1, 2, 4))
        #expect((file.personsBelow, file.rowsBelow) == (5, 14))
        #expect((file.persons, file.rows) == (17, 54))
    }
}
