// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import Suppression
import Terms
import Testing

@testable import Disclosure

/// What numbers tell of how many they are of, when that is left out or hidden.
extension Leaks {
    /// A table by board of so many persons each.
    private func byBoard(
        _ sizes: [String: Int], of content: TableMaker.Content = .count, totals: Bool = true
    ) -> Tabulation {
        table(of: content, [(.district, sizes.keys.sorted())], totals: totals) { _, key in persons(sizes[key[0]]!) }
    }

    private func value(_ table: ReleasedTable, _ code: String? = nil) -> ReleasedValue? {
        let row = table.rows.first { code == nil || $0.key.last?.code == code }
        guard case .shown(let value) = row?.cell else { return nil }
        return value
    }

    @Test func `a ratio hidden because its n is hidden is not made of its two sums`() {
        // B's n must go with A's, and the ratio of ten persons does not stand without it.
        let sizes = ["A": 3, "B": 10]
        func hours(_ each: Double) -> Tabulation {
            table(of: .sum, [(.district, ["A", "B"])], totals: false) { _, key in
                Inner(persons: sizes[key[0]]!, hours: Array(repeating: each, count: sizes[key[0]]!))
            }
        }
        var performed = hours(5)
        performed.question.measure = .performedHours
        performed.question.aspect = .insideDecisions
        let released = release([
            byBoard(sizes), byBoard(sizes, of: .ratio, totals: false), hours(10), performed,
        ])
        #expect(hidden(released[0]) == ["A", "B"] && hidden(released[1]) == ["A", "B"])
        #expect(hidden(released[2]).contains("B") || hidden(released[3]).contains("B"))
    }

    @Test(arguments: 5...14) func `a ratio of as few as its limits are drawn for never stands without n`(n: Int) {
        let sizes = ["A": 3, "B": n]
        let released = release([byBoard(sizes), byBoard(sizes, of: .ratio, totals: false)])
        #expect(hidden(released[0]) == ["A", "B"])
        let ratio = value(released[1], "B")
        #expect(ratio?.persons == nil)
        #expect((ratio != nil) == (n > 10))
    }

    @Test func `a number that is about to be hidden is known to be what lets a number stand without it`() throws {
        let sizes = ["A": 3, "B": 12, "C": 40]
        /// What everybody would know the persons of a board to be at least, though no table printed them.
        func least(_ board: String, beside others: TableMaker.Content...) throws -> Double {
            let found = ReleasePolicy(DisclosureSettings()).suppress(
                [byBoard(sizes)] + others.map { byBoard(sizes, of: $0, totals: false) })
            let domain = Domain(year: "2019", places: [.init(dimension: .district, code: board)], filters: [])
            let number = try #require(found.system.known(Unknown(.persons, .headline, .value, domain)))
            let part = try #require(
                LinkedParts(found.system, found.state).parts.first { $0.variables.contains(number) })
            let place = try #require(part.variables.firstIndex(of: number))
            let problem = LinkedProblem(part, found.system, found.state, found.settings).problem
            #expect(found.state.isKnown[number] == (board == "C"))
            return problem.cells[place].leastKnowingZeros
        }
        #expect(try least("C") == 1)
        #expect(try least("C", beside: .sum) == 5)
        #expect(try least("C", beside: .sum, .ratio) == 10)
        // And so it is once it is hidden.
        #expect(try least("B") == 1)
        #expect(try least("B", beside: .sum, .ratio) == 10)
        // A is hidden wherever it stands.
        #expect(try least("A", beside: .sum, .ratio) == 1)
    }

    @Test func `a share is rounded anew when what another table shows of it is left out later`() throws {
        func flexible(_ denominator: String, _ table: Tabulation) -> Tabulation {
            var table = table
            table.question.aspect = .flexible(definition: "F1", denominator: denominator, anchor: "spell")
            return table
        }
        func share(_ x: Int, of n: Int, _ denominator: String) -> Tabulation {
            flexible(denominator, table(of: .share, []) { _, _ in Inner(persons: n, x: x) })
        }
        var without = table([]) { _, _ in persons(5) }
        without.question.aspect = .withoutPerformed
        // 9 of everyone, of those with performed hours, and of those with a whole period, by sex: 8 of 10 and 1 of 17.
        let bySex = flexible(
            "D3",
            table(of: .share, [(.sex, ["female", "male"])], totals: false) { _, key in
                key[0] == "female" ? Inner(persons: 10, x: 8) : Inner(persons: 17, x: 1)
            })
        let released = release([
            table([]) { _, _ in persons(37) }, without, share(9, of: 37, "D1"), share(9, of: 32, "D2"), bySex,
        ])
        #expect(hidden(released[4]) == ["female", "male"])
        #expect(value(released[0])?.persons == 37)
        // No rounding of 9 of 37 leaves both 8 and 10 possible.
        #expect(
            [1, 2, 5, 10].allSatisfy { step in
                [8, 10].contains { x in
                    ShareRounding.rounded(Double(x) / 37, step: step) != ShareRounding.rounded(9.0 / 37, step: step)
                }
            })
        #expect(hidden(released[2]) == [""])
    }

    @Test func `a share is rounded until one more and one less are possible of as many as are told beside it`() throws {
        func share(_ x: Int, of n: Int, _ definition: String, _ denominator: String) -> Tabulation {
            var table = table(of: .share, []) { _, _ in Inner(persons: n, x: x) }
            table.question.aspect = .flexible(definition: definition, denominator: denominator, anchor: "spell")
            return table
        }
        // That 27 of them are 45 per cent, in steps of five, leaves 57 to 63.
        let tables = [share(12, of: 60, "F1", "D1"), share(27, of: 60, "F2", "D1"), share(27, of: 50, "F2", "D2")]
        func step(of tables: [Tabulation], without cells: [Int]) throws -> Int {
            var found = ReleasePolicy(DisclosureSettings()).suppress(tables)
            #expect(!found.isHidden.contains(true) && found.withheld.allSatisfy { $0 == .nothing })
            for cell in cells { found.state.withhold(cell, as: .base, of: found.system, found.comparing) }
            // The last table tells that they are 27.
            found.state.round(1, knowing: (x: true, n: false), of: found.system, found.comparing)
            if cells.contains(1) { #expect(found.state.step(of: 1, in: found.system) == 5) }
            while found.roundAsBounded() {}
            #expect(!found.state.isHidden[0])
            return try #require(found.state.step(of: 0, in: found.system))
        }
        func isPossible(_ x: Int, _ bases: ClosedRange<Int>, _ step: Int) -> Bool {
            bases.contains { ShareRounding.rounded(Double(x) / Double($0), step: step) == 0.2 }
        }
        #expect(try step(of: [tables[0], tables[2]], without: [0]) == 1)
        #expect(isPossible(13, 54...66, 1) && !isPossible(13, 57...63, 1))
        #expect(isPossible(13, 57...63, try step(of: tables, without: [1, 0])))
    }

    @Test func `a difference whose base is left out with a share has its n left out`() throws {
        var shares = table(of: .share, [], years: 2018...2019) { year, _ in
            Inner(persons: year == 2018 ? 60 : 70, x: year == 2018 ? 28 : 33)
        }
        shares.question.measure = .flexibleUse
        var change = shares
        change.question.aspect = .change
        let numbers = shares.rows.map(\.measurement)
        change.rows = [
            Tabulation.Row(
                key: shares.rows[1].key,
                measurement: Measurement(
                    kind: .difference, unit: .shareDifference, value: numbers[1].value! - numbers[0].value!,
                    persons: 85, compared: [numbers[1], numbers[0]]))
        ]
        let suppression = ReleasePolicy(DisclosureSettings()).suppress([shares, change])
        let system = suppression.system
        let place = try #require(system.cells.firstIndex { $0.kind == .difference })
        let n = try #require(system.cells[place].quantities[.persons])
        var state = suppression.state
        #expect(system.cells[place].compared.count == 2 && state.isKnown[n])
        state.withhold(system.cells[place].compared[0], as: .base, of: system, suppression.comparing)
        #expect(state.withheld[place] == .base && !state.isKnown[n])
        // To hide it later takes nothing more.
        state.hide(quantity: n, of: system, suppression.comparing)
        #expect(!state.isHidden.contains(true))
    }
}
