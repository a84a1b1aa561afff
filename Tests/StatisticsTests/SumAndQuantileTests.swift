// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct SumAndQuantileTests {
    @Test func `a compensated sum keeps what rounding takes away`() {
        #expect(ExactSum.sum(of: [1, 1e100, 1, -1e100]) == 2)
        #expect(ExactSum.sum(of: []) == 0)
        #expect(ExactSum.mean(of: []) == nil)
        var running = ExactSum()
        for _ in 0..<1_000_000 { running.add(0.1) }
        #expect(running.value == 100_000)
    }

    @Test func `a sum is the same to the last bit in any order`() {
        var random = SeededGenerator(seed: 21)
        let terms = (0..<1000).map { _ in Double.random(in: -1e6...1e6, using: &random) }
        let sum = ExactSum.sum(of: terms)
        for _ in 0..<20 { #expect(ExactSum.sum(of: terms.shuffled(using: &random)) == sum) }
    }

    @Test func `quantiles are of type 7`() {
        let values = [15.0, 20, 35, 40, 50]
        #expect(Quantile.type7(values, at: 0) == 15)
        #expect(Quantile.type7(values, at: 0.25) == 20)
        #expect(Quantile.type7(values, at: 0.4) == 29)
        #expect(Quantile.type7(values.reversed(), at: 0.4) == 29)
        #expect(Quantile.type7(values, at: 1) == 50)
        #expect(Quantile.type7([7], at: 0.9) == 7)
        #expect(Quantile.type7([], at: 0.5) == nil)
        #expect(Quantile.type7([1, 2], at: 0.5) == 1.5)
    }
}
