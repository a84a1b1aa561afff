// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct DecompositionTests {
    @Test func `the parts add to the change with nothing left over`() throws {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<500 {
            let factors = { (random: inout SeededGenerator) in
                [
                    Double.random(in: 1...5000, using: &random), Double.random(in: 1...400, using: &random),
                    Double.random(in: 0.01...1.3, using: &random),
                ]
            }
            let (before, after) = (factors(&random), factors(&random))
            let parts = try #require(LogMeanDecomposition.parts(before: before, after: after))
            let change = after.reduce(1, *) - before.reduce(1, *)
            #expect(abs(parts.reduce(0, +) - change) <= 1e-9 * max(abs(change), before.reduce(1, *)))
            let back = try #require(LogMeanDecomposition.parts(before: after, after: before))
            for (forth, back) in zip(parts, back) { #expect(abs(forth + back) <= 1e-9 * max(1, abs(forth))) }
        }
    }

    @Test func `a factor that stands still has no part, and one that moves alone has all of it`() throws {
        let parts = try #require(LogMeanDecomposition.parts(before: [100, 20, 0.6], after: [110, 20, 0.6]))
        #expect(abs(parts[0] - 120) < 1e-9)
        #expect(parts[1] == 0 && parts[2] == 0)
        #expect(LogMeanDecomposition.parts(before: [5, 2], after: [5, 2]) == [0, 0])
    }

    @Test func `a zero or a negative factor has no decomposition`() {
        #expect(LogMeanDecomposition.parts(before: [0, 2], after: [1, 2]) == nil)
        #expect(LogMeanDecomposition.parts(before: [1, 2], after: [1, 0]) == nil)
        #expect(LogMeanDecomposition.parts(before: [1, -2], after: [1, 2]) == nil)
    }

    @Test func `the logarithmic mean lies between its numbers and is theirs when they are equal`() {
        #expect(LogMeanDecomposition.logMean(3, 3) == 3)
        #expect(abs(LogMeanDecomposition.logMean(1, 2.718281828459045) - 1.718281828459045) < 1e-14)
        let near = LogMeanDecomposition.logMean(1, 1 + 1e-12)
        #expect(near >= 1 && near <= 1 + 1e-12)
    }
}
