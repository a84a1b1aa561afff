// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@testable import Disclosure

/// What a filter on several months tells beside the months one by one.
extension Leaks {
    /// Persons with a decision in January alone, in February alone, and in both.
    private func dataset(january: Int, february: Int, both: Int) -> Dataset {
        var data = Dataset(services: [Service(name: "Ledsagning", law: .sol)], division: Division([]))
        func add(_ persons: Int, from: (Int, Int), to: (Int, Int)) {
            for _ in 0..<persons {
                data.persons.append(Person(birthYear: 1960, sex: .female))
                data.decisions.append(
                    Decision(
                        person: PersonIndex(data.persons.count - 1), service: 0, law: .sol,
                        from: CivilDate(year: 2019, month: from.0, day: from.1)!,
                        to: CivilDate(year: 2019, month: to.0, day: to.1)!, hours: Hours(10)))
            }
        }
        add(january, from: (1, 1), to: (1, 31))
        add(february, from: (2, 1), to: (2, 28))
        add(both, from: (1, 1), to: (2, 28))
        return data
    }

    private static let twoMonths = [Question.Filter(.month, .isOneOf, ["2019-01", "2019-02"])]

    private func release(_ measure: MeasureName, _ data: Dataset) throws -> (both: ReleasedTable, each: ReleasedTable) {
        let tabulator = Tabulator(data)
        let tables = release(
            try tabulator.tabulate([
                Question(measure, where: Self.twoMonths, years: 2019...2019),
                Question(measure, by: [.month], years: 2019...2019),
            ]))
        return (tables[0], tables[1])
    }

    private func shown(_ table: ReleasedTable) -> [Double] {
        table.rows.compactMap { row in
            if case .shown(let value) = row.cell { value.value } else { nil }
        }
    }

    /// 3 in January, 20 in February, 21 in either, and nobody after. The 21 is no sum of the two: it leaves open whether January had 1 or 21.
    @Test func `persons of several months are no sum of the months, and tell no hidden one`() throws {
        let released = try release(.persons, dataset(january: 1, february: 18, both: 2))
        #expect(shown(released.both) == [21])
        #expect(hidden(released.each) == ["2019-01"])
        #expect(shown(released.each).filter { $0 > 0 } == [20])
    }

    /// Hours of several months are the sum of the months, so what is shown of them must leave the hidden one uncertain.
    @Test func `hours of several months less the shown months tell no hidden one`() throws {
        let released = try release(.grantedHours, dataset(january: 1, february: 18, both: 2))
        #expect(hidden(released.each).contains("2019-01"))
        #expect(hidden(released.both) == [""] || hidden(released.each) == ["2019-01", "2019-02"])
    }

    /// 29 persons with hours and one without a ceiling: the n of the hours is left out, or the two tell of the one. All 29 had
    /// the service in January too, and January's persons are some of the year's.
    @Test func `persons of a month do not bound a year's n that is left out`() throws {
        var data = dataset(january: 0, february: 0, both: 29)
        data.persons.append(Person(birthYear: 1950, sex: .male))
        data.decisions.append(
            Decision(
                person: 29, service: 0, law: .sol, from: CivilDate(year: 2019, month: 1, day: 1)!, hours: Hours(0),
                isUnlimited: true))
        let tables = release(
            try Tabulator(data).tabulate([
                Question(.persons, years: 2019...2019),
                Question(.grantedHours, years: 2019...2019),
                Question(.grantedHours, by: [.month], years: 2019...2019),
            ]))
        let n = tables.dropFirst().map { table in
            table.rows.compactMap { row -> Int? in
                if case .shown(let value) = row.cell { value.persons } else { nil }
            }
        }
        #expect(shown(tables[0]) == [30])
        #expect(n[0].isEmpty)
        #expect(n[1].allSatisfy { $0 < 29 })
    }
}
