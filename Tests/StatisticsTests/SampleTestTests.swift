// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics
import TestSupport
import Testing

@Suite struct SampleTestTests {
    private func values(_ count: Int, seed: UInt64) -> [Double] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in Double.random(in: 0...10, using: &random) }
    }

    @Test func `tests do not depend on the order of values and turn round with the samples`() throws {
        let (x, y) = (values(12, seed: 1), values(9, seed: 2))
        var random = SeededGenerator(seed: 3)
        let forth = try #require(TwoSampleTests.rankSum(x, y, exact: true))
        let shuffled = try #require(TwoSampleTests.rankSum(x.shuffled(using: &random), y, exact: true))
        #expect(forth == shuffled)
        let back = try #require(TwoSampleTests.rankSum(y, x, exact: true))
        #expect(abs(forth.pValue! - back.pValue!) < 1e-12)
        #expect(abs(forth.estimate! + back.estimate!) < 1e-12)
        #expect(forth.statistic! + back.statistic! == 108)
        let welch = try #require(TwoSampleTests.welch(x, y))
        #expect(abs(welch.pValue! - TwoSampleTests.welch(y, x)!.pValue!) < 1e-14)
    }

    @Test func `exact rank distributions are those of all orders`() {
        // Two of four: the sums of ranks above the least are 0, 1, 2, 2, 3, 4.
        let sum = RankDistribution.rankSum(2, 2)
        #expect(abs(sum.cdf(0) - 1 / 6) < 1e-15 && abs(sum.cdf(2) - 4 / 6) < 1e-15)
        let signed = RankDistribution.signedRank(3)
        #expect(abs(signed.cdf(0) - 1 / 8) < 1e-15 && abs(signed.cdf(3) - 5 / 8) < 1e-15)
        let kendall = RankDistribution.kendall(3)
        #expect(abs(kendall.cdf(0) - 1 / 6) < 1e-15 && abs(kendall.cdf(1) - 3 / 6) < 1e-15)
    }

    @Test func `two groups' analysis of variance is the t test squared`() throws {
        let (x, y) = (values(8, seed: 4), values(11, seed: 5))
        let tests = try #require(GroupTests([x, [], y]))
        let t = try #require(TwoSampleTests.student(x, y))
        let table = tests.analysisOfVariance
        #expect(abs(try #require(table.test.statistic) - t.statistic! * t.statistic!) < 1e-9)
        #expect(abs(try #require(table.test.pValue) - t.pValue!) < 1e-12)
        let all = try #require(Moments(x + y))
        #expect(abs(table.betweenSquares + table.withinSquares - all.sumOfSquares) < 1e-9)
        let welch = try #require(TwoSampleTests.welch(x, y))
        #expect(abs(try #require(tests.welch.pValue) - welch.pValue!) < 1e-12)
    }

    @Test func `values without spread have no test, and one value has none`() {
        #expect(TwoSampleTests.welch([1], [2, 3]) == nil)
        #expect(TwoSampleTests.student([1, 1], [1, 1])?.pValue == nil)
        #expect(TwoSampleTests.signedRank([0, 0], exact: true) == nil)
        #expect(TwoSampleTests.pairedT([2]) == nil)
        #expect(TwoSampleTests.rankSum([1, 1], [1, 1], exact: true)?.pValue == nil)
        #expect(GroupTests([[1, 2]]) == nil)
        #expect(CorrelationTests.pearson([1, 1, 1], [1, 2, 3]) == nil)
        #expect(TrendTests.MannKendall([1, 2, 3], [5, 5, 5]) == nil)
    }

    @Test func `correlations are one for the same order and turn sign with one of the arrays`() throws {
        let (x, y) = (values(15, seed: 6), values(15, seed: 7))
        #expect(abs(try #require(CorrelationTests.kendall(x, x)?.estimate) - 1) < 1e-15)
        let exact = try #require(CorrelationTests.kendallExact(x, y))
        let turned = try #require(CorrelationTests.kendallExact(x.map { -$0 }, y))
        #expect(abs(exact.estimate! + turned.estimate!) < 1e-15)
        #expect(abs(exact.pValue! - turned.pValue!) < 1e-12)
        let spearman = try #require(CorrelationTests.spearman(x, y)?.estimate)
        let stretched = try #require(CorrelationTests.spearman(x.map { $0 * $0 * $0 }, y)?.estimate)
        #expect(abs(spearman - stretched) < 1e-15)
    }

    @Test func `a trend follows the units of time and value`() throws {
        let times = (0..<20).map(Double.init)
        let rising = times.map { 3 * $0 + 1 }
        let trend = try #require(TrendTests.MannKendall(times, rising))
        #expect(trend.slope == 3 && trend.score.tau == 1 && trend.score.score == 190)
        let noisy = zip(rising, values(20, seed: 8)).map { $0 + $1 }
        let one = try #require(TrendTests.linear(times, noisy))
        let other = try #require(TrendTests.linear(times.map { $0 * 12 }, noisy))
        #expect(abs(one.estimate! - 12 * other.estimate!) < 1e-12)
        #expect(abs(one.pValue! - other.pValue!) < 1e-12)
    }

    @Test func `treatments in one order in equal blocks have an infinite F and the probability of that order`() throws {
        let blocks = [[Double]](repeating: [1, 2, 3], count: 4)
        let quade = try #require(BlockTests(blocks)).quade
        #expect(quade.statistic == nil)
        #expect(abs(try #require(quade.pValue) - 1 / 216) < 1e-12)
    }

    @Test func `power grows with the size and is found again from its own answer`() throws {
        var plan = TTestPower(count: 20, difference: 1, standardDeviation: 1.4, significance: 0.05)
        let power = plan.power
        let size = try #require(plan.solved(for: .count, power: power))
        #expect(abs(size - 20) < 1e-6)
        plan.count = 40
        #expect(plan.power > power)
        let shares = TwoProportionPower(count: 60, first: 0.3, second: 0.5, significance: 0.05)
        #expect(abs(try #require(shares.solved(for: .second, power: shares.power)) - 0.5) < 1e-9)
        #expect(shares.solved(for: .second, power: 1.5) == nil)
    }

    @Test func `alpha of items that are one item is one, and of one item nothing`() throws {
        let item: [Double?] = [1, 4, 2, 5, 3]
        let alpha = try #require(CronbachAlpha([item, item, item]))
        #expect(abs(alpha.raw - 1) < 1e-12 && abs(alpha.averageCorrelation - 1) < 1e-12)
        #expect(alpha.guttman6 == nil)
        #expect(CronbachAlpha([item]) == nil)
        #expect(CronbachAlpha([item, [2, 2, 2, 2, 2]]) == nil)
        let shifted = try #require(CronbachAlpha([item, item.map { $0.map { 2 * $0 + 7 } }]))
        #expect(abs(shifted.standardised - 1) < 1e-12)
        #expect(shifted.alphaIfDropped == [nil, nil])
    }

    @Test func `moments keep their digits far from zero`() throws {
        let near = try #require(Moments([0.1, 0.3, 0.2]))
        let far = try #require(Moments([1e9 + 0.125, 1e9 + 0.375, 1e9 + 0.25]))
        #expect(abs(near.variance! - 0.01) < 1e-16)
        #expect(far.variance == 0.015625 && far.mean == 1e9 + 0.25)
        #expect(Moments([]) == nil && Moments([1])?.variance == nil)
    }
}
