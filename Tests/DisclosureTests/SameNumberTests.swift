// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import Suppression
import Terms
import Testing

@testable import Disclosure

/// When two numbers are one, and what is known of numbers that no table has.
@Suite struct `Numbers of a release` {
    /// Twenty persons with a decision, of whom some have performed hours, and some others who have hours alone.
    private func dataset(performing: Range<Int>) -> Dataset {
        var data = Dataset(services: [Service(name: "Ledsagning", law: .sol)], division: Division([]))
        data.observationWindow = YearMonth(year: 2019, month: 1)...YearMonth(year: 2019, month: 12)
        for person in 0..<30 {
            data.persons.append(Person(birthYear: 1960, sex: .female))
            if person < 20 {
                data.decisions.append(
                    Decision(
                        person: PersonIndex(person), service: 0, law: .sol,
                        from: CivilDate(year: 2019, month: 1, day: 1)!,
                        to: CivilDate(year: 2019, month: 12, day: 31)!, hours: Hours(10)))
            }
            if performing.contains(person) {
                data.performed.append(
                    PerformedHours(
                        person: PersonIndex(person), service: 0, month: YearMonth(year: 2019, month: 3),
                        district: nil, hours: Hours(4)))
            }
        }
        return data
    }

    /// The numbers of persons with a decision, and of those with performed hours.
    private func numbers(_ data: Dataset) throws -> (persons: Int, performing: Int, values: [Double?]) {
        let tabulator = Tabulator(data)
        let tables = try [MeasureName.persons, .performedHours].map { measure in
            try tabulator.tabulate(Question(measure, years: 2019...2019))
        }
        let system = ReleasePolicy(DisclosureSettings()).suppress(tables).system
        let domain = Domain(year: "2019", places: [], filters: [])
        let performing = system.known(Unknown(.performedHours, .headline, .persons, domain))
        return (
            try #require(system.known(Unknown(.persons, .headline, .value, domain))),
            try #require(performing), system.values
        )
    }

    @Test func `as many persons are one number where they are the same persons, and two where they are others`() throws
    {
        let same = try numbers(dataset(performing: 0..<20))
        #expect(same.persons == same.performing)
        let others = try numbers(dataset(performing: 1..<21))
        #expect(others.values[others.persons] == 20 && others.values[others.performing] == 20)
        #expect(others.persons != others.performing)
    }

    @Test func `nobody among all is nobody in a board, and the base of a share there is the persons`() throws {
        func table(_ content: TableMaker.Content, _ dimensions: [(Dimension, [String])], _ size: Int) -> Tabulation {
            TableMaker(content: content, dimensions: dimensions).tabulation { _, _ in
                TableMaker.Inner(persons: size, x: size / 2)
            }
        }
        let boards = [(Dimension.district, ["A", "B"])]
        func isTied(unlimited count: Int) throws -> Bool {
            var unlimited = table(.count, [], 30)
            unlimited.question.aspect = .unlimited
            unlimited.rows[0].measurement = TableMaker.count(count)
            let policy = ReleasePolicy(DisclosureSettings(), published: [table(.count, boards, 30), unlimited])
            let system = policy.suppress([table(.share, boards, 30)]).system
            let board = Domain(
                year: "2019", places: [Domain.Place(dimension: .district, code: "A")], filters: [])
            let everyone = try #require(system.known(Unknown(.persons, .headline, .value, board)))
            let base = try #require(system.known(Unknown(.flexibleUse, .headline, .denominator, board)))
            return everyone == base || system.relations.contains(LinearForm([(everyone, 1), (base, -1)]))
                || system.relations.contains(LinearForm([(everyone, -1), (base, 1)]))
        }
        #expect(try isTied(unlimited: 0))
        // Seven somewhere may be in this board.
        #expect(try !isTied(unlimited: 7))
    }
}
