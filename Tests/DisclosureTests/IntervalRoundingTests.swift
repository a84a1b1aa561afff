// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@testable import Disclosure

/// What an interval tells of an n that is left out.
@Suite struct IntervalRoundingTests {
    private typealias Limits = IntervalRounding.Limits

    /// An intruder who knows the rule and tries every n, at two levels one after the other.
    @Test(arguments: 1...500) func `limits at two levels fit five numbers of persons`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let n = Int.random(in: 10...400, using: &random)
        let share = Double.random(in: 0.05...0.95, using: &random)
        func interval(_ n: Int, _ z: Double) -> Limits {
            let reach = z * (share * (1 - share) / Double(n)).squareRoot()
            return Limits(lower: max(0, share - reach), upper: min(1, share + reach))
        }
        var fitting = Set(5...n + 60)
        for z in [1.96, 2.576] {
            let exact = interval(n, z)
            let shown = try #require(IntervalRounding.limits(exact, around: share, of: n))
            #expect(shown.lower <= exact.lower && exact.upper <= shown.upper)
            #expect(exact.lower - shown.lower < 0.011 + (share - exact.lower) * 0.2)
            fitting = fitting.filter { IntervalRounding.limits(interval($0, z), around: share, of: $0) == shown }
        }
        #expect(fitting.contains(n) && fitting.count >= 5)
    }

    /// An intruder who knows the error from the limits of a comparison, and asks at several levels.
    @Test(arguments: 1...500) func `limits of a ratio fit one person more and one less though its error is known`(
        seed: Int
    ) {
        var random = SeededGenerator(seed: UInt64(seed))
        let n = Int.random(in: 10...60, using: &random)
        let ratio = Double.random(in: 0.2...1.1, using: &random)
        let error = Double.random(in: 0.01...0.2, using: &random)
        func interval(_ n: Int, _ level: Double) -> Limits {
            let reach = error * StudentT.twoSided(level: level, degreesOfFreedom: Double(n - 1))
            return Limits(lower: ratio - reach, upper: ratio + reach)
        }
        for level in [0.8, 0.95, 0.99] {
            let exact = interval(n, level)
            guard let shown = IntervalRounding.limits(exact, around: ratio, error: error, of: n) else { continue }
            #expect(shown.lower <= exact.lower && exact.upper <= shown.upper)
            for other in n - 1...n + 1 { #expect(IntervalRounding.outward(interval(other, level)) == shown) }
        }
    }

    @Test func `of a hundred persons most ratios have their limits`() {
        var random = SeededGenerator(seed: 7)
        let shown = (0..<100).count { _ in
            let ratio = Double.random(in: 0.2...1.1, using: &random)
            let reach = 0.03 * StudentT.twoSided(level: 0.95, degreesOfFreedom: 99)
            let exact = Limits(lower: ratio - reach, upper: ratio + reach)
            return IntervalRounding.limits(exact, around: ratio, error: 0.03, of: 100) != nil
        }
        #expect(shown > 90)
    }
}
