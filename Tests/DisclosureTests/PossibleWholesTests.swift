// SPDX-License-Identifier: EUPL-1.2
import TestSupport
import Testing

@testable import Disclosure

/// What rounded shares leave together.
@Suite struct PossibleWholesTests {
    private typealias Share = LinkedSystem.RoundedShare

    private func share(_ x: Int, _ having: Int, of n: Int, _ all: Int, step: Int = 1) -> Share {
        let shown = ShareRounding.rounded(Double(having) / Double(all), step: step)
        return Share(x: x, n: n, twiceR: 2 * Int((shown * 100).rounded()), step: step)
    }

    /// 50 per cent can be of any even number; 33 per cent beside it leaves multiples of six.
    @Test func `two shares of one base tell more than each`() {
        let half = share(1, 9, of: 0, 18)
        let third = share(2, 6, of: 0, 18)
        let ranges = [0: 11...25, 1: 0...25, 2: 0...25]
        let values: [Double?] = [18, 9, 6]
        #expect(PossibleWholes([half], within: ranges).leavesNeighbours(of: [1], values))
        #expect(PossibleWholes([third], within: ranges).leavesNeighbours(of: [2], values))
        #expect(!PossibleWholes([half, third], within: ranges).leavesNeighbours(of: [1], values))
    }

    /// Beside trying every base, and every number of each share.
    @Test(arguments: 1...300) func `what remains of shares of one base is what trying finds`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let all = Int.random(in: 11...60, using: &random)
        let having = (1...Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 0...all, using: &random) }
        let shares = having.enumerated().map { place, x in
            share(place + 1, x, of: 0, all, step: ShareRounding.steps.randomElement(using: &random) ?? 1)
        }
        var ranges = [0: max(1, all - 12)...all + 12]
        for place in having.indices { ranges[place + 1] = 0...all + 12 }
        let possible = PossibleWholes(shares, within: ranges)
        func fits(_ share: Share, _ x: Int, _ n: Int) -> Bool {
            x <= n && abs(200 * x - share.twiceR * n) <= share.step * n
        }
        func isBase(_ n: Int) -> Bool { shares.allSatisfy { share in (0...n).contains { fits(share, $0, n) } } }
        let values: [Double?] = [Double(all)] + having.map { Double($0) }
        for place in 0...having.count {
            let value = Int(values[place] ?? 0)
            let isOpen = [value - 1, value + 1].allSatisfy { other in
                guard let range = ranges[place], range.contains(other) else { return true }
                return place == 0
                    ? isBase(other)
                    : (ranges[0] ?? 0...0).contains { fits(shares[place - 1], other, $0) && isBase($0) }
            }
            #expect(possible.leavesNeighbours(of: [place], values) == isOpen)
        }
    }
}
