// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct RatioTests {
    private func persons(_ count: Int, seed: UInt64) -> [RatioContribution] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let granted = Double.random(in: 4...360, using: &random)
            return RatioContribution(
                numerator: granted * Double.random(in: 0...1.2, using: &random), denominator: granted)
        }
    }

    @Test func `a ratio of equal sums is one without error`() throws {
        let all = (1...20).map { RatioContribution(numerator: Double($0), denominator: Double($0)) }
        let estimate = try #require(RatioOfSums.estimate(all))
        #expect(estimate.value == 1)
        #expect(estimate.standardError == 0)
        #expect(estimate.lower == 1 && estimate.upper == 1)
    }

    @Test func `a share is a ratio with the textbook error`() throws {
        let share = (0..<40).map { RatioContribution(numerator: $0 < 10 ? 1 : 0, denominator: 1) }
        let estimate = try #require(RatioOfSums.estimate(share))
        #expect(abs(estimate.value - 0.25) < 1e-15)
        #expect(abs(estimate.standardError! - (0.25 * 0.75 / 39).squareRoot()) < 1e-15)
        #expect(estimate.degreesOfFreedom == 39)
    }

    @Test func `the order of persons changes no bit`() {
        let ordered = persons(500, seed: 1)
        var random = SeededGenerator(seed: 2)
        let shuffled = ordered.shuffled(using: &random)
        #expect(RatioOfSums.estimate(ordered) == RatioOfSums.estimate(shuffled))
    }

    @Test func `nobody has no ratio, and one person a ratio without error`() {
        #expect(RatioOfSums.estimate([]) == nil)
        #expect(RatioOfSums.estimate([.none, .none]) == nil)
        let one = RatioOfSums.estimate([RatioContribution(numerator: 1, denominator: 2)])
        #expect(one == Estimate(value: 0.5, count: 1))
    }

    @Test func `the same persons with the same hours have changed nothing, without error`() throws {
        let year = persons(30, seed: 3)
        let change = try #require(RatioOfSums.change(before: year, after: year))
        #expect(change.value == 0)
        #expect(change.standardError == 0)
    }

    @Test func `without persons in common the change has the errors of both years`() throws {
        let before = persons(40, seed: 4)
        let after = persons(50, seed: 5)
        let blanks = { (count: Int) in [RatioContribution](repeating: .none, count: count) }
        let change = try #require(
            RatioOfSums.change(before: before + blanks(50), after: blanks(40) + after))
        let (old, new) = (try #require(RatioOfSums.estimate(before)), try #require(RatioOfSums.estimate(after)))
        #expect(abs(change.value - (new.value - old.value)) < 1e-15)
        // Each year's N/(N−1) gives way to that of the persons in either.
        let variance =
            90.0 / 89
            * (39.0 / 40 * old.standardError! * old.standardError! + 49.0 / 50 * new.standardError!
                * new.standardError!)
        #expect(abs(change.standardError! - variance.squareRoot()) < 1e-12)
    }

    @Test func `time running backwards only turns the sign`() throws {
        let (before, after) = (persons(25, seed: 6), persons(25, seed: 7))
        let forth = try #require(RatioOfSums.change(before: before, after: after))
        let back = try #require(RatioOfSums.change(before: after, after: before))
        #expect(forth.value == -back.value)
        #expect(forth.standardError == back.standardError)
        #expect(RatioOfSums.change(before: [.none], after: [after[0]]) == nil)
    }
}
