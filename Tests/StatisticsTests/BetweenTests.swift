// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics
import Testing

@Suite struct BetweenTests {
    static let estimates = [0.42, 0.55, 0.61, 0.38, 0.50, 0.71]
    static let variances = [0.004, 0.002, 0.006, 0.003, 0.001, 0.005]

    @Test(arguments: BetweenVariance.allCases) func `equal areas have no variance between them`(
        method: BetweenVariance
    ) throws {
        let found = try #require(
            RandomEffects(estimates: [0.5, 0.5, 0.5], variances: [0.01, 0.02, 0.03], method: method))
        #expect(found.tauSquared == 0)
        #expect(found.heterogeneity == 0)
        #expect(found.iSquared == 0)
        #expect(found.pValue == 1)
    }

    @Test(arguments: BetweenVariance.allCases) func `the order of the areas changes nothing`(
        method: BetweenVariance
    ) throws {
        let found = try #require(
            RandomEffects(estimates: Self.estimates, variances: Self.variances, method: method))
        let turned = try #require(
            RandomEffects(
                estimates: Self.estimates.reversed(), variances: Self.variances.reversed(), method: method))
        #expect(found.tauSquared == turned.tauSquared)
        #expect(found.mean == turned.mean)
    }

    @Test func `one area has a mean, and nothing between it and others`() throws {
        let found = try #require(RandomEffects(estimates: [0.4], variances: [0.01]))
        #expect(found.mean == 0.4)
        #expect(found.tauSquared == 0)
        #expect(found.pValue == 1)
        #expect(BetweenVarianceInterval.limits(estimates: [0.4], variances: [0.01]) == nil)
    }

    @Test func `an error of zero has no answer`() {
        #expect(RandomEffects(estimates: [0.4, 0.5], variances: [0, 0.01]) == nil)
    }

    @Test func `the interval of the variance holds Paule and Mandel's estimate`() throws {
        let found = try #require(
            RandomEffects(estimates: Self.estimates, variances: Self.variances, method: .pauleMandel))
        let limits = try #require(
            BetweenVarianceInterval.limits(estimates: Self.estimates, variances: Self.variances))
        #expect(limits.lower <= found.tauSquared && found.tauSquared <= limits.upper)
        #expect(limits.upper > 3 * found.tauSquared)
    }

    @Test func `without variance between areas every estimate becomes the mean`() throws {
        let found = try #require(
            AreaEstimates(estimates: [0.50, 0.51, 0.49], variances: [0.01, 0.02, 0.01]))
        #expect(found.tauSquared == 0)
        for area in found.areas {
            #expect(area.weight == 0)
            #expect(abs(area.value - found.coefficients[0]) < 1e-15)
        }
    }

    @Test func `shrunken estimates lie between the area's own and the mean`() throws {
        let found = try #require(AreaEstimates(estimates: Self.estimates, variances: Self.variances))
        for (own, area) in zip(Self.estimates, found.areas) {
            let (low, high) = (min(own, found.coefficients[0]), max(own, found.coefficients[0]))
            #expect(low <= area.value && area.value <= high)
        }
    }

    @Test func `a covariate that repeats another determines nothing`() {
        let ones = Self.estimates.map { _ in 1.0 }
        #expect(AreaEstimates(estimates: Self.estimates, variances: Self.variances, covariates: [ones]) == nil)
    }

    @Test func `shares that differ less than chance have no variance between them`() throws {
        let found = try #require(LogisticBetween([(x: 10, n: 20), (x: 20, n: 40), (x: 15, n: 30)]))
        #expect(found.variance == 0)
        #expect(found.medianOddsRatio == 1)
        let isHalf = found.predicted.allSatisfy { abs($0 - 0.5) < 1e-12 }
        #expect(isHalf)
    }

    @Test func `no one or everyone has no likelihood to climb`() {
        #expect(LogisticBetween([(x: 0, n: 20), (x: 0, n: 40)]) == nil)
        #expect(LogisticBetween([(x: 20, n: 20), (x: 40, n: 40)]) == nil)
        #expect(LogisticBetween([(x: 3, n: 20)]) == nil)
    }

    @Test func `a share of none in one area is drawn towards the others`() throws {
        let found = try #require(LogisticBetween([(x: 0, n: 12), (x: 20, n: 40), (x: 15, n: 30), (x: 9, n: 30)]))
        #expect(found.predicted[0] > 0 && found.predicted[0] < 0.5)
        #expect(found.variance > 0)
    }

    @Test func `negative variance between groups is given as it is`() throws {
        let groups = [[1.0, 5, 9], [2, 5, 8], [1, 4, 10]]
        let moments = try #require(IntraclassCorrelation.analysisOfVariance(groups))
        #expect(moments.correlation < 0)
        let likelihood = try #require(IntraclassCorrelation.restrictedLikelihood(groups))
        #expect(likelihood.between == 0)
        #expect(IntraclassCorrelation.analysisOfVariance([[1], [2], [3]]) == nil)
    }

    @Test func `zero counts shrink towards the common rate`() throws {
        let found = try #require(ShrunkenRates([(x: 0, n: 30), (x: 20, n: 40), (x: 9, n: 90)], family: .poisson))
        #expect(found.estimates[0] > 0 && found.estimates[0] < found.commonRate)
        #expect(ShrunkenRates([(x: 0, n: 0)], family: .poisson) == nil)
        let none = try #require(ShrunkenRates([(x: 0, n: 10), (x: 0, n: 20)], family: .poisson))
        #expect(none.estimates == [0, 0])
    }
}

@Suite struct IndividualsChartTests {
    @Test func `seven in a row on one side are a shift`() throws {
        let chart = try #require(IndividualsChart([9, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9]))
        #expect(chart.points.map(\.isShift) == [false] + Array(repeating: true, count: 7) + [false, false, false])
    }

    @Test func `seven that rise or fall are a trend`() throws {
        let chart = try #require(IndividualsChart([3, 1, 2, 3, 4, 5, 6, 7, 7]))
        #expect(chart.points.map(\.isTrend) == [false] + Array(repeating: true, count: 7) + [false])
        let falling = try #require(IndividualsChart([7, 6, 5, 4, 3, 2, 1]))
        #expect(falling.points.map(\.isTrend) == Array(repeating: true, count: 7))
    }

    @Test func `two of three near a limit are marked, and only those two`() throws {
        // The first ten set the limits: mean 5, mean range 2, so 2/3 of the way up is at 8.55 and the limit at 10.32.
        let chart = try #require(
            IndividualsChart([4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 9, 6, 9, 5], baseline: 10, screensRanges: false))
        #expect(chart.points.map(\.isTwoOfThree).suffix(4) == [true, false, true, false])
        #expect(!chart.points.map(\.isOutside).contains(true))
    }

    @Test func `one value has a centre and no limits, equal values have both in one`() throws {
        let one = try #require(IndividualsChart([5]))
        #expect(one.limits == nil)
        #expect(!one.points[0].isOutside)
        let equal = try #require(IndividualsChart([5, 5, 5]))
        #expect(equal.limits?.lower == 5 && equal.limits?.upper == 5)
    }

    @Test func `a wild range is left out of the limits once`() throws {
        let calm = [10.0, 11, 10, 11, 10, 11, 10, 11, 30, 11, 10, 11, 10, 11, 10, 11]
        let screened = try #require(IndividualsChart(calm)?.limits)
        let whole = try #require(IndividualsChart(calm, screensRanges: false)?.limits)
        #expect(screened.upper < whole.upper)
    }
}
