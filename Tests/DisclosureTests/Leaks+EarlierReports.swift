// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import Terms
import Testing

@testable import Disclosure

/// What reports published before tell, and what they hid.
extension Leaks {
    @Test func `what an earlier report shows protects nothing`() {
        let districts = ["A", "B", "C", "D"]
        let now = table([(.district, districts)], years: 2018...2019) { _, key in persons(sizes[key[0]]!) }
        var earlier = table([(.district, districts)], years: 2018...2018) { _, key in persons(sizes[key[0]]!) }
        for place in earlier.rows.indices where ["A", "C"].contains(earlier.rows[place].key[1].code) {
            earlier.rows[place].measurement.value = nil
        }
        let policy = ReleasePolicy(DisclosureSettings(), published: [earlier])
        let released = policy.release([now]).tables[0]
        func hidden(_ year: String) -> [String] {
            released.rows.filter { $0.cell == .hidden && $0.key[0].code == year }.map { $0.key[1].code }
        }
        // B is cheapest to hide, and was printed.
        #expect(hidden("2018") == ["A", "C"])
        #expect(hidden("2019") == ["A", "B"])
    }

    @Test func `what an earlier report hid stays hidden, though no table of this year has it`() {
        let districts = ["A", "B", "C", "D"]
        let then = table([(.district, districts)]) { _, key in persons(sizes[key[0]]!) }
        var earlier = then
        for place in earlier.rows.indices where ["A", "C"].contains(earlier.rows[place].key[1].code) {
            earlier.rows[place].measurement.value = nil
        }
        // Of C alone: with what was shown then it would tell A.
        let now = TableMaker(
            content: .count, dimensions: [], filters: [Question.Filter(.district, .isOneOf, ["C"])]
        ).tabulation { _, _ in persons(sizes["C"]!) }
        let careful = ReleasePolicy(DisclosureSettings(), published: [earlier], kept: [then])
        #expect(hidden(careful.release([now]).tables[0]).count == 1)
    }

    @Test func `what was published though it is small drags nothing with it`() {
        let now = table([(.district, ["A", "B", "C"])]) { _, key in persons(sizes[key[0]]!) }
        let released = ReleasePolicy(DisclosureSettings(), published: [now]).release([now]).tables[0]
        #expect(hidden(released) == ["A"])
    }

    @Test func `what an earlier report shows of other data does not tell what the number is now`() {
        // A was 7 and has been corrected to 3; the others are as they were.
        let now = table([(.district, ["A", "B", "C", "D"])]) { _, key in persons(sizes[key[0]]!) }
        let before = table([(.district, ["A", "B", "C", "D"])]) { _, key in
            persons(key[0] == "A" ? 7 : sizes[key[0]]!)
        }
        // It told of A alone.
        var earlier = before
        earlier.rows.removeAll { $0.key.last?.code != "A" }
        let release = ReleasePolicy(DisclosureSettings(), published: [earlier]).release([now])
        #expect(hidden(release.tables[0]) == ["A", "B"])
        #expect(release.corrected > 0)
    }

    private static let boards = ["A", "B", "C", "D"]

    /// x of n by board.
    private func shares(_ numbers: [String: (x: Int, n: Int)]) -> Tabulation {
        table(of: .share, [(.district, numbers.keys.sorted())]) { _, key in
            Inner(persons: numbers[key[0]]!.n, x: numbers[key[0]]!.x)
        }
    }

    /// A table as an earlier report has it: rows as they were changed by what the report shows.
    private func earlier(_ table: Tabulation, _ change: (_ code: String, inout Measurement) -> Void) -> Tabulation {
        var table = table
        for place in table.rows.indices {
            change(table.rows[place].key.last?.code ?? "", &table.rows[place].measurement)
        }
        return table
    }

    @Test func `n that an earlier report prints beside a hidden number is known`() {
        let counts = table([(.district, Self.boards)]) { _, key in persons(sizes[key[0]]!) }
        let now = shares(sizes.mapValues { ($0 / 2, $0) })
        // Of A nothing was told, of B how many they are; the others were not in it.
        var before = earlier(now) { code, number in
            (number.value, number.numerator, number.denominator) = (nil, nil, nil)
            if code == "A" { number.persons = 0 }
        }
        before.rows.removeAll { !["A", "B"].contains($0.key.last?.code ?? "") }
        func hiddenCounts(_ published: [Tabulation]) -> Set<String> {
            hidden(ReleasePolicy(DisclosureSettings(), published: published).release([counts, now]).tables[0])
        }
        // B is cheapest to hide, and was told.
        #expect(hiddenCounts([]) == ["A", "B"])
        #expect(hiddenCounts([before]) == ["A", "C"])
    }

    @Test func `of a share that an earlier report hid neither the numerator nor how many it is of is told`() {
        let numbers = ["A": (x: 12, n: 30), "B": (x: 20, n: 41), "C": (x: 25, n: 52)]
        let now = shares(numbers)
        let counts = table([(.district, ["A", "B", "C"])]) { _, key in persons(numbers[key[0]]!.n) }
        let before = earlier(now) { code, number in
            if code == "A" || code == "B" {
                (number.value, number.numerator, number.denominator, number.persons) = (nil, nil, nil, 0)
            }
        }
        let released = ReleasePolicy(DisclosureSettings(), published: [before]).release([counts, now]).tables
        #expect(hidden(released[0]).isSuperset(of: ["A", "B"]))
        #expect(hidden(released[1]).isSuperset(of: ["A", "B"]))
    }

    @Test func `a rounded share of an earlier report says nothing of other numbers`() throws {
        let now = table(of: .share, []) { _, _ in Inner(persons: 50, x: 20) }
        // Of numbers that have been corrected since it was printed.
        for printed in [0.4, 0.6] {
            let before = earlier(now) { _, number in
                (number.value, number.numerator, number.denominator, number.persons) = (nil, nil, nil, 0)
                number.publishedShare = printed
            }
            let released = ReleasePolicy(DisclosureSettings(), published: [before]).release([now]).tables[0]
            guard case .shown(let share) = released.rows[0].cell else {
                Issue.record("the share is hidden")
                continue
            }
            #expect(share.value == 0.4, "\(printed) was printed")
        }
        #expect(EarlierShares.isPossible(0.42, of: 0.42) && EarlierShares.isPossible(0.4, of: 0.42))
        #expect(EarlierShares.isPossible(0.45, of: 0.43) && EarlierShares.isPossible(0.4, of: 0.4437))
        #expect(!EarlierShares.isPossible(0.43, of: 0.4237) && !EarlierShares.isPossible(0.6, of: 0.4))
    }
}
