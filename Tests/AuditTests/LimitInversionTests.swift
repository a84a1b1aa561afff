// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Testing

@testable import Audit

/// What the audit computes backwards, beside what reports compute forwards: they share no code.
@Suite struct `Limits computed backwards` {
    @Test(arguments: [3, 4, 9, 10, 11, 14, 25, 60, 150]) func `two levels of t tell n`(n: Int) {
        let far = StudentT.twoSided(level: 0.998, degreesOfFreedom: Double(n - 1))
        let near = StudentT.twoSided(level: 0.95, degreesOfFreedom: Double(n - 1))
        let quotient = far / near
        #expect(
            Inversion.student(quotient: (quotient - 1e-8)...(quotient + 1e-8), levels: (0.998, 0.95)) == [n])
    }

    @Test func `the prediction is the one that adjusted limits are of`() throws {
        let others = [(0.66, 0.0012), (0.58, 0.0009), (0.59, 0.0026), (0.57, 0.0025)].map {
            (estimate: $0.0, variance: $0.1)
        }
        let own = try #require(Inversion.Prediction(others))
        for variance in [0.0004, 0.002, 0.01] {
            let made = try #require(Prediction(others: others, variance: variance))
            for y in [0.4, 0.55, 0.6, 0.8] {
                #expect(abs(own.below(y, variance: variance) - made.cdf(y)) < 1e-10)
            }
            let limits = made.limits(level: 0.998)
            #expect(abs(own.below(limits.lower, variance: variance) - 0.001) < 1e-8)
        }
    }

    @Test(arguments: [(8, 19), (0, 12), (12, 12), (31, 67), (2, 200)]) func `the tails of a share among others`(
        x: Int, n: Int
    ) {
        let others = (x: 183, n: 402)
        let below = Hypergeometric.cdf(x, drawn: n, marked: x + others.x, of: n + others.n)
        let above = Hypergeometric.upperTail(x - 1, drawn: n, marked: x + others.x, of: n + others.n)
        let p = min(1, 2 * min(below, above))
        #expect(abs(Inversion.hypergeometric(x, of: n, besides: others) - p) < 1e-9)
    }

    @Test(arguments: [11, 19, 23, 37]) func `the limits of a share tell n`(n: Int) throws {
        let (target, x) = (0.4837, n / 2)
        let ends = [0.95, 0.998].map { level in
            let limits = FunnelLimits.acceptedShares(target: target, n: n, level: level)
            return (lower: limits.lower, upper: limits.upper, level: level)
        }
        let found = try #require(
            Inversion.binomial(
                Inversion.CountLimits(value: Double(x) / Double(n), common: target, ends: ends, slack: 1e-10),
                n: 1...200))
        #expect(found.contains(n) && found.count < 3)
    }

    @Test(arguments: [6, 11, 19, 46]) func `the limits of persons of a population tell how many they are`(x: Int) throws
    {
        let (target, exposure) = (22.6, Double(x) / 20.3)
        let ends = [0.95, 0.998].map { level in
            let limits = FunnelLimits.acceptedRates(target: target, exposure: exposure, level: level)
            return (lower: limits.lower, upper: limits.upper, level: level)
        }
        let found = try #require(
            Inversion.poisson(
                Inversion.CountLimits(value: 20.3, common: target, ends: ends, slack: 1e-9), x: 1...(.infinity)))
        #expect(found.contains(x) && found.count < 3)
    }

    @Test(arguments: [3, 8, 9, 10, 11, 40]) func `limits of observed divided by expected tell the observed`(x: Int)
        throws
    {
        let expected = Double(x) * 1.083
        let limits = PoissonInterval.conventional(x).limits(x)
        func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
        let found = try #require(
            Inversion.observed(
                ratio: rounded(Double(x) / expected), lower: rounded(limits.lower / expected),
                upper: rounded(limits.upper / expected), half: 0.005))
        #expect(found.contains(x))
        #expect(x > 11 || found.count < 4)
    }
}
