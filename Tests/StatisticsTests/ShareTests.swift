// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct ShareTests {
    @Test func `Wilson's interval holds the share, mirrors itself and never is a point`() throws {
        #expect(WilsonInterval(0, of: 0) == nil)
        for n in 1...60 {
            for x in 0...n {
                let interval = try #require(WilsonInterval(x, of: n))
                let share = Double(x) / Double(n)
                #expect(interval.lower <= share && share <= interval.upper)
                #expect(interval.lower >= 0 && interval.upper <= 1 && interval.lower < interval.upper)
                let mirrored = try #require(WilsonInterval(n - x, of: n))
                #expect(abs(mirrored.lower - (1 - interval.upper)) < 1e-12)
            }
        }
    }

    @Test func `nobody and everybody have limits at exactly zero and one`() throws {
        let none = try #require(WilsonInterval(0, of: 12))
        #expect(none.lower == 0 && none.upper > 0)
        let all = try #require(WilsonInterval(12, of: 12))
        #expect(all.upper == 1 && all.lower < 1)
        #expect(try #require(WilsonInterval(1, of: 1)).lower > 0)
    }

    private func members(_ states: [Int]) -> [ShareChange.Membership] {
        states.map { ShareChange.Membership(inBase: $0 > 0, counts: $0 == 2) }
    }

    @Test func `with other persons each year the interval is Newcombe's`() throws {
        // Newcombe (1998), Stat. Med. 17:873, method 10: 56/70 − 48/80 has 0.0524 to 0.3339.
        let before = members(
            [Int](repeating: 2, count: 48) + [Int](repeating: 1, count: 32) + .init(repeating: 0, count: 70))
        let after = members(
            .init(repeating: 0, count: 80) + [Int](repeating: 2, count: 56) + .init(repeating: 1, count: 14))
        let change = try #require(ShareChange.estimate(before: before, after: after))
        #expect(abs(change.value - 0.2) < 1e-15)
        #expect(abs(change.lower! - 0.0524) < 5e-5)
        #expect(abs(change.upper! - 0.3339) < 5e-5)
    }

    @Test func `persons in both years narrow the interval when they stay as they were`() throws {
        let before = members((0..<100).map { $0 < 40 ? 2 : 1 })
        let same = members((0..<100).map { $0 < 45 ? 2 : 1 })
        let other = members((0..<100).map { $0 >= 55 ? 2 : 1 })
        let steady = try #require(ShareChange.estimate(before: before, after: same))
        let turned = try #require(ShareChange.estimate(before: before, after: other))
        #expect(steady.value == turned.value)
        #expect(steady.upper! - steady.lower! < turned.upper! - turned.lower!)
        #expect(steady.standardError! < turned.standardError!)
    }

    @Test func `all-or-nothing in both years still has an interval that is no point`() throws {
        let none = members([Int](repeating: 1, count: 15))
        let all = members([Int](repeating: 2, count: 15))
        let stayed = try #require(ShareChange.estimate(before: none, after: none))
        #expect(stayed.value == 0 && stayed.lower! < 0 && stayed.upper! > 0)
        let turned = try #require(ShareChange.estimate(before: none, after: all))
        #expect(turned.value == 1 && turned.upper == 1 && turned.lower! < 1)
        #expect(ShareChange.estimate(before: members([0, 0]), after: members([2, 1])) == nil)
    }

    @Test func `limits stay within the possible and hold the change, for random overlaps`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let n = Int.random(in: 2...40, using: &random)
            let states = { (random: inout SeededGenerator) in (0..<n).map { _ in Int.random(in: 0...2, using: &random) }
            }
            let (before, after) = (members(states(&random)), members(states(&random)))
            guard let change = ShareChange.estimate(before: before, after: after) else { continue }
            #expect(change.lower! >= -1 && change.upper! <= 1)
            #expect(change.lower! <= change.value && change.value <= change.upper!)
        }
    }
}
