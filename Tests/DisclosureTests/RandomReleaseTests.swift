// SPDX-License-Identifier: EUPL-1.2
import DisclosureTrials
import Testing

/// The first of the thousand that `disclosure-bench` tries, and more of them than a debug build does in reasonable time.
@Suite struct `Random releases` {
    @Test(arguments: 0..<10) func `nothing hidden follows from all that is published together`(_ batch: Int) {
        for seed in 0..<10 {
            let trial = DisclosureTrial(seed: UInt64(batch * 10 + seed))
            #expect(trial.leaks == [], "release \(batch * 10 + seed)")
        }
    }
}
