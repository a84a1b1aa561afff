// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct SignFlipTests {
    @Test func `all signs of a few units are tried`() {
        // Of the eight ways |±1 ±2 ±4| is 7 in two, and at least 5 in four.
        #expect(SignFlipTest.p([1, 2, 4]) == 0.25)
        #expect(SignFlipTest.p([-1, 2, 4]) == 0.5)
        #expect(SignFlipTest.p([3]) == 1)
        #expect(SignFlipTest.p([5, -5]) == 1)
        // Five to the same side: two ways of thirty-two.
        #expect(SignFlipTest.p([1, 1, 1, 1, 1]) == 2.0 / 32)
    }

    @Test func `who does not deviate changes nothing, and nobody deviating has no p`() {
        #expect(SignFlipTest.p([]) == nil)
        #expect(SignFlipTest.p([0, 0]) == nil)
        #expect(SignFlipTest.p([1, 0, 2, 0, 4]) == SignFlipTest.p([1, 2, 4]))
    }

    @Test func `neither the order of units nor the side matters`() {
        var random = SeededGenerator(seed: 4)
        let deviations = (0..<40).map { _ in Int64.random(in: -1000...1300, using: &random) }
        let p = SignFlipTest.p(deviations)
        #expect(p == SignFlipTest.p(deviations.shuffled(using: &random)))
        #expect(p == SignFlipTest.p(deviations.map { -$0 }))
    }

    @Test func `drawn signs come near the normal distribution`() throws {
        let deviations = [Int64](repeating: 1, count: 26) + [Int64](repeating: -1, count: 14)
        let p = try #require(SignFlipTest.p(deviations))
        // Binomial(40, ½): P(X ≤ 14) + P(X ≥ 26) = 0.0807.
        #expect(abs(p - 0.0807) < 0.02)
        let clear = try #require(SignFlipTest.p([Int64](repeating: 1, count: 100)))
        #expect(clear == 1.0 / Double(1 + SignFlipTest.draws))
    }
}
