// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics
import Testing

@Suite struct ShareIntervalTests {
    @Test(arguments: BinomialInterval.allCases)
    func `an interval of a share holds it, lies in 0–1 and mirrors itself`(kind: BinomialInterval) throws {
        #expect(kind.limits(0, of: 0) == nil)
        for n in 1...30 {
            for x in 0...n {
                let interval = try #require(kind.limits(x, of: n))
                let share = Double(x) / Double(n)
                #expect(interval.lower <= share + 1e-12 && share <= interval.upper + 1e-12)
                #expect(interval.lower >= 0 && interval.upper <= 1)
                let mirrored = try #require(kind.limits(n - x, of: n))
                #expect(abs(mirrored.lower - (1 - interval.upper)) < 1e-9)
            }
        }
    }

    @Test func `Clopper and Pearson's limits leave half the error in each tail`() throws {
        for n in [1, 7, 25] {
            for x in 0...n {
                let limits = try #require(BinomialInterval.clopperPearson.limits(x, of: n, level: 0.9))
                if x > 0 { #expect(abs(Binomial.upperTail(x - 1, of: n, p: limits.lower) - 0.05) < 1e-9) }
                if x < n { #expect(abs(Binomial.cdf(x, of: n, p: limits.upper) - 0.05) < 1e-9) }
            }
        }
    }

    @Test(arguments: [(18, 9), (18, 14), (40, 20), (40, 32), (83, 41), (83, 66), (150, 75), (150, 120)])
    func `the exact interval of a finite population is right at least 95 times in 100`(population: Int, n: Int) throws {
        let intervals = try (0...n).map {
            try #require(HypergeometricInterval($0, of: n, population: population))
        }
        for marked in 0...population {
            var coverage = 0.0
            for x in max(0, n - (population - marked))...min(n, marked)
            where intervals[x].lowerTotal <= marked && marked <= intervals[x].upperTotal {
                coverage += Hypergeometric.density(x, drawn: n, marked: marked, of: population)
            }
            #expect(coverage >= 0.95 - 1e-12, "\(marked) of \(population)")
        }
    }

    @Test func `a census has a point and nothing known has none`() throws {
        let census = try #require(HypergeometricInterval(20, of: 40, population: 40))
        #expect(census.lowerTotal == 20 && census.upperTotal == 20)
        #expect(census.limits == ConfidenceInterval(lower: 0.5, upper: 0.5))
        #expect(HypergeometricInterval(0, of: 0, population: 12) == nil)
        #expect(HypergeometricInterval.wilson(0, of: 0, population: 12) == nil)
        let nobody = try #require(HypergeometricInterval(0, of: 8, population: 12))
        #expect(nobody.lowerTotal == 0 && nobody.upperTotal > 0)
        #expect(HypergeometricInterval(1, of: 1, population: 1)?.limits == ConfidenceInterval(lower: 1, upper: 1))
    }

    @Test func `the finite interval nears the binomial one as the population grows`() throws {
        let finite = try #require(HypergeometricInterval(9, of: 30, population: 3_000_000))
        let endless = try #require(BinomialInterval.clopperPearson.limits(9, of: 30))
        #expect(abs(finite.limits.lower - endless.lower) < 1e-5)
        #expect(abs(finite.limits.upper - endless.upper) < 1e-5)
    }

    @Test(arguments: DifferenceInterval.allCases)
    func `a difference turned round is the same with the other sign`(kind: DifferenceInterval) throws {
        let forth = try #require(kind.result((9, 10), (3, 12)))
        let back = try #require(kind.result((3, 12), (9, 10)))
        #expect(abs(forth.estimate + back.estimate) < 1e-15)
        #expect(abs(forth.limits.lower + back.limits.upper) < 1e-15)
        #expect(forth.chiSquare == back.chiSquare)
        #expect(kind.result((0, 0), (3, 12)) == nil)
    }

    @Test func `the limits of a count leave half the error in each tail`() {
        for x in [0, 1, 4, 30] {
            let limits = PoissonInterval.exact.limits(x)
            #expect(abs(Poisson.cdf(x, mean: limits.upper) - 0.025) < 1e-9)
            if x > 0 { #expect(abs(1 - Poisson.cdf(x - 1, mean: limits.lower) - 0.025) < 1e-9) }
        }
        #expect(PoissonInterval.exact.limits(0).lower == 0 && PoissonInterval.byar.limits(0).lower == 0)
    }

    @Test func `two rates where nothing happened have no ratio, and one has an infinite`() {
        let nothing = RateRatio((0, 10), (0, 12))
        #expect(nothing.estimate == nil && nothing.pValue == 1)
        #expect(nothing.limits == ConfidenceInterval(lower: 0, upper: .infinity))
        let infinite = RateRatio((5, 10), (0, 12))
        #expect(infinite.estimate == .infinity && infinite.limits.upper == .infinity && infinite.limits.lower > 0)
        let same = RateRatio((6, 10), (6, 10))
        #expect(same.estimate == 1 && same.pValue == 1)
    }
}
