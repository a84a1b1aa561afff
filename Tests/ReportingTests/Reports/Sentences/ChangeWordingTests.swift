// SPDX-License-Identifier: EUPL-1.2
import Terms
import Testing

@testable import Reports

struct ChangeWordingTests {
    @Test(arguments: [
        (0.022, "har ökat något"), (-0.022, "har minskat något"), (0.0494, "har ökat något"),
        (0.05, "har ökat"), (-0.07, "har minskat"), (0.0994, "har ökat"), (0.1, "har ökat mycket"),
        (-0.15, "har minskat mycket"), (0.2, "har ökat kraftigt"), (-0.4, "har minskat kraftigt"),
    ])
    func `a certain change of a share is said by its size in percentage points`(difference: Double, words: String) {
        let change = ChangeWording(ofShares: difference, lower: difference - 0.001, upper: difference + 0.001)
        #expect(change.predicate(of: .common)?.swedish == words)
    }

    @Test func `an interval that holds zero is no clear difference, however large the change`() {
        #expect(ChangeWording(ofShares: 0.3, lower: -0.01, upper: 0.61).verdict == .noCertainDifference)
        #expect(ChangeWording(ofShares: 0.3, lower: 0, upper: 0.6).verdict == .noCertainDifference)
        #expect(ChangeWording(ofShares: -0.02, lower: -0.05, upper: 0.01).verdict == .noCertainDifference)
    }

    @Test func `an interval that keeps within one percentage point of zero is unchanged`() {
        #expect(ChangeWording(ofShares: 0.001, lower: -0.004, upper: 0.006).verdict == .unchanged)
        #expect(ChangeWording(ofShares: 0.001, lower: -0.011, upper: 0.006).verdict == .noCertainDifference)
        #expect(ChangeWording(ofShares: 0, lower: 0, upper: 0).verdict == .unchanged)
    }

    @Test func `a certain change that prints as zero is unchanged`() {
        #expect(ChangeWording(ofShares: 0.0004, lower: 0.0001, upper: 0.0007).verdict == .unchanged)
    }

    @Test(arguments: [
        (1000.0, 1009.4, "är i stort sett oförändrat"), (1000, 1010, "har ökat något"),
        (1000, 951, "har minskat något"),
        (1000, 1050, "har ökat"), (1000, 880, "har minskat"), (1000, 1150, "har ökat mycket"),
        (1000, 701, "har minskat mycket"), (1000, 1300, "har ökat kraftigt"), (1000, 0, "har minskat kraftigt"),
    ])
    func `a full count is compared in percent of the year before`(before: Double, now: Double, words: String) throws {
        let change = try #require(ChangeWording(from: before, to: now))
        #expect(change.predicate(of: .neuter)?.swedish == words)
    }

    @Test func `nothing can be compared with a year of zero`() {
        #expect(ChangeWording(from: 0, to: 10) == nil)
    }

    @Test func `English says the same`() {
        let up = ChangeWording(ofShares: 0.02, lower: 0.01, upper: 0.03)
        #expect(up.predicate(of: .common)?.english == "has risen somewhat")
        let down = ChangeWording(ofShares: -0.25, lower: -0.3, upper: -0.2)
        #expect(down.predicate(of: .common)?.english == "has fallen sharply")
    }
}
