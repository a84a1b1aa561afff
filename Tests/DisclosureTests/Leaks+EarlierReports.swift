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
        let careless = ReleasePolicy(DisclosureSettings(), published: [earlier])
        #expect(hidden(careless.release([now]).tables[0]).isEmpty)
        let careful = ReleasePolicy(DisclosureSettings(), published: [earlier], kept: [then])
        #expect(hidden(careful.release([now]).tables[0]).count == 1)
    }

    @Test func `what was published though it is small drags nothing with it`() {
        let now = table([(.district, ["A", "B", "C"])]) { _, key in persons(sizes[key[0]]!) }
        let released = ReleasePolicy(DisclosureSettings(), published: [now]).release([now]).tables[0]
        #expect(hidden(released) == ["A"])
    }
}
