// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics
import TestSupport
import Testing

@Suite struct SurveyShareTests {
    private static func design(_ strata: [(name: String, drawn: Int, population: Double?)]) throws -> SurveyDesign {
        let labels = strata.flatMap { Array(repeating: $0.name, count: $0.drawn) }
        let sizes = strata.flatMap { stratum in
            (0..<stratum.drawn).compactMap { _ in stratum.population }
        }
        return try SurveyDesign(
            count: labels.count, strata: labels, populations: sizes.count == labels.count ? [sizes] : [],
            lonelyRule: .adjust)
    }

    private static func share(
        _ design: SurveyDesign, _ holds: [Bool?], in domain: [Bool]? = nil
    ) throws -> SurveyShare? {
        try design.surveyShare(holds, in: Domain(domain ?? holds.map { _ in true }))
    }

    @Test func `one stratum of known size has the exact interval, never a point at 0 per cent`() throws {
        let design = try Self.design([("A", 9, 18)])
        let share = try #require(try Self.share(design, Array(repeating: false, count: 9)))
        #expect(share.method == .hypergeometric)
        #expect(share.limits?.lower == 0)
        #expect(try #require(share.limits).upper > 0.1)
        let exact = try #require(ShortestHypergeometricIntervals(drawn: 9, population: 18)).limits(0)
        #expect(share.limits == exact)
    }

    @Test func `those known to be outside leave the population, those without an answer stay in it`() throws {
        let design = try Self.design([("A", 10, 20)])
        let answers: [Bool?] = [true, true, true, false, false, false, nil, nil, true, false]
        let all = try #require(try Self.share(design, answers))
        #expect(all.count == 8)
        #expect(all.limits == ShortestHypergeometricIntervals(drawn: 8, population: 20)?.limits(4))
        var domain = Array(repeating: true, count: 10)
        domain[8] = false
        domain[9] = false
        let part = try #require(try Self.share(design, answers, in: domain))
        #expect(part.limits == ShortestHypergeometricIntervals(drawn: 6, population: 18)?.limits(3))
    }

    @Test func `a census has no error, in one stratum or several`() throws {
        let one = try #require(try Self.share(try Self.design([("A", 6, 6)]), [true, false, true, true, false, false]))
        #expect(one.method == .census && one.standardError == 0)
        #expect(one.limits == ConfidenceInterval(lower: 0.5, upper: 0.5))
        let two = try #require(
            try Self.share(try Self.design([("A", 3, 3), ("B", 2, 2)]), [true, false, true, true, false]))
        #expect(two.method == .census && two.limits == ConfidenceInterval(lower: 0.6, upper: 0.6))
    }

    @Test func `a stratum of unknown size has Wilson's interval`() throws {
        let share = try #require(try Self.share(try Self.design([("A", 4, nil)]), [true, false, false, false]))
        let wilson = try #require(WilsonInterval(1, of: 4))
        #expect(share.method == .binomial)
        #expect(share.limits == ConfidenceInterval(lower: wilson.lower, upper: wilson.upper))
    }

    @Test
    func `several strata have Wilson's interval with effective n and t, which is none without degrees of freedom`()
        throws
    {
        let design = try Self.design([("A", 20, 60), ("B", 15, 30)])
        let holds = (0..<35).map { Optional($0 % 3 == 0) }
        let share = try #require(try Self.share(design, holds))
        #expect(share.method == .wilson && share.degreesOfFreedom == 33 && share.isWeighted)
        let variance = share.standardError * share.standardError
        let expected = SurveyProportionInterval.wilson.limits(
            share.estimate.value, variance: variance, rows: 35, degreesOfFreedom: 33)
        #expect(abs((share.limits?.lower ?? 0) - (expected?.lower ?? 1)) < 1e-12)
        #expect(abs((share.limits?.upper ?? 0) - (expected?.upper ?? 1)) < 1e-12)
        let single = try #require(try Self.share(try Self.design([("A", 1, 9), ("B", 1, 5)]), [true, false]))
        #expect(single.method == .none && single.limits == nil)
    }

    @Test func `nobody at all in several strata still leaves room for some`() throws {
        let share = try #require(
            try Self.share(try Self.design([("A", 8, 40), ("B", 8, 40)]), Array(repeating: false, count: 16)))
        #expect(share.limits?.lower == 0)
        #expect(try #require(share.limits).upper > 0.05)
        #expect(try Self.share(try Self.design([("A", 3, 9)]), [nil, nil, nil]) == nil)
    }

    @Test func `the order of rows does not change a bit`() throws {
        var generator = SeededGenerator(seed: 7)
        let rows = (0..<40).map { row in (stratum: row % 3, holds: generator.next() % 3 == 0) }
        func share(_ rows: [(stratum: Int, holds: Bool)]) throws -> SurveyShare? {
            let design = try SurveyDesign(
                count: rows.count, strata: rows.map { "\($0.stratum)" },
                populations: [rows.map { Double(30 + 10 * $0.stratum) }])
            return try design.surveyShare(rows.map(\.holds), in: .all(rows.count))
        }
        let (one, other) = (try share(rows), try share(rows.reversed()))
        #expect(one?.estimate.value == other?.estimate.value && one?.standardError == other?.standardError)
        #expect(one?.limits == other?.limits)
    }

    // MARK: Differences

    @Test func `when everybody is in both waves the covariance is that of the stacked design`() throws {
        var generator = SeededGenerator(seed: 11)
        let count = 30
        let strata = (0..<count).map { $0 < 18 ? "A" : "B" }
        let sizes = strata.map { $0 == "A" ? 40.0 : 25.0 }
        let first = (0..<count).map { _ in Optional(generator.next() % 2 == 0) }
        let second = first.map { generator.next() % 4 == 0 ? $0.map { !$0 } : $0 }
        let design = try SurveyDesign(count: count, strata: strata, populations: [sizes])
        let (before, after) = (try #require(design.share(first)), try #require(design.share(second)))
        let covariance = design.overlapCovariance(
            after, with: before, of: design, pairs: (0..<count).map { (here: $0, there: $0) })
        #expect(abs(covariance - (try design.covariance(before, after))) < 1e-15)

        let stacked = try SurveyDesign(
            count: 2 * count, strata: strata + strata, weights: design.weights + design.weights,
            clusters: [(0..<2 * count).map { "\($0 % count)" }], populations: [sizes + sizes])
        let times = Domain((0..<2 * count).map { $0 < count })
        let later = Domain((0..<2 * count).map { $0 >= count })
        let change =
            try #require(stacked.share(first + second, in: later)) - #require(stacked.share(first + second, in: times))
        let direct = try design.variance(before) + design.variance(after) - 2 * covariance
        #expect(abs(try stacked.variance(change) - direct) < 1e-15)
    }

    @Test func `samples with nobody in common have no covariance`() throws {
        let design = try Self.design([("A", 6, 30)])
        let share = try #require(design.share([true, false, true, false, true, true]))
        #expect(design.overlapCovariance(share, with: share, of: design, pairs: []) == 0)
        #expect(design.overlapCovariance(share, with: share, of: design, pairs: [(here: 0, there: 3)]) == 0)
    }

    @Test func `a difference of shares is no point where both are 0, and is narrower for the same persons`() {
        let side = SurveyDifference.Side(
            value: 0, limits: ConfidenceInterval(lower: 0, upper: 0.2), standardError: 0)
        let none = SurveyDifference.estimate(side, side, count: 10)
        #expect(none.value == 0 && none.lower == -0.2 && none.upper == 0.2)
        let half = SurveyDifference.Side(
            value: 0.5, limits: ConfidenceInterval(lower: 0.3, upper: 0.7), standardError: 0.1)
        let apart = SurveyDifference.estimate(half, half, count: 10)
        let same = SurveyDifference.estimate(half, half, covariance: 0.005, count: 10)
        #expect(same.upper ?? 1 < apart.upper ?? 0)
        #expect(abs((same.standardError ?? 0) - 0.1) < 1e-12)
        #expect(SurveyDifference.p(apart, degreesOfFreedom: 0) == nil)
        #expect(SurveyDifference.p(apart, degreesOfFreedom: 20) == 1)
    }
}
