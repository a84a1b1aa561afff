// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Disclosure

/// How coarsely a share is rounded that stands without its parts.
@Suite struct ShareRoundingTests {
    private let rounding = ShareRounding(DisclosureSettings())

    @Test func `a coarser rounding is not always a safer one`() {
        // 24, 25 and 26 of 56 are 45 per cent in fives; in tens 25 is 40 per cent, and 26 is 50.
        #expect(rounding.step(25, of: 56, knowing: .base) == 5)
        #expect(rounding.step(25, of: 56, knowing: .base, noFinerThan: 10) == nil)
        #expect(rounding.step(28, of: 56, knowing: .base, noFinerThan: 10) == 10)
    }

    @Test(arguments: 1...300) func `one more and one less fit whatever the rounding begins with`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let n = Int.random(in: 11...400, using: &random)
        let x = Int.random(in: 1..<n, using: &random)
        for least in ShareRounding.steps {
            guard let step = rounding.step(Double(x), of: Double(n), knowing: .base, noFinerThan: least) else {
                continue
            }
            #expect(step >= least)
            let shown = ShareRounding.rounded(Double(x) / Double(n), step: step)
            for other in [x - 1, x + 1] {
                #expect(ShareRounding.rounded(Double(other) / Double(n), step: step) == shown)
            }
        }
    }
}
