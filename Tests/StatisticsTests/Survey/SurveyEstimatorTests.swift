// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics
import Testing

@Suite struct SurveyEstimatorTests {
    private let town = SampledTown(seed: 7)

    @Test func `the share of everyone is 1, without error`() throws {
        let design = try town.design()
        let share = try #require(design.share(town.groups.map { _ in true }))
        #expect(share.value == 1)
        #expect(try design.variance(share) == 0)
    }

    @Test func `the total of ones is the population`() throws {
        let design = try town.design()
        let total = design.total(town.groups.map { _ in 1 })
        #expect(abs(total.value - 130) < 1e-9)
        #expect(try design.variance(total) < 1e-20)
    }

    @Test func `a domain mean is a ratio of two totals`() throws {
        let design = try town.design()
        let domain = town.domain("LSS")
        let inside = town.groups.map { $0 == "LSS" }
        let mean = try #require(design.mean(town.performed, in: domain))
        let numerator = design.total(zip(town.performed, inside).map { $1 ? $0 : 0 })
        let size = design.total(inside.map { $0 ? 1 : 0 })
        let quotient = numerator / size
        let ratio = try #require(quotient)
        #expect(abs(mean.value - ratio.value) < 1e-12)
        #expect(abs(try design.variance(mean) - design.variance(ratio)) < 1e-10)
    }

    @Test func `a mean is the ratio to a column of ones`() throws {
        let design = try town.design()
        let mean = try #require(design.mean(town.granted))
        let ratio = try #require(design.ratio(town.granted, town.granted.map { _ in 1 }))
        #expect(mean.value == ratio.value)
        #expect(mean.scores == ratio.scores)
    }

    @Test func `shares of the categories add to 1 and their errors cancel`() throws {
        let design = try town.design()
        let first = try #require(design.share(town.groups.map { $0 == "LSS" }))
        let second = try #require(design.share(town.groups.map { $0 == "SoL" }))
        #expect(abs((first + second).value - 1) < 1e-15)
        #expect(try design.variance(first + second) < 1e-30)
        let correlation = try #require(try design.correlation(first, second))
        #expect(abs(correlation + 1) < 1e-12)
    }

    @Test func `a difference counts the covariance`() throws {
        let design = try town.design()
        let a = try #require(design.mean(town.performed, in: town.domain("LSS")))
        let b = try #require(design.mean(town.performed, in: town.domain("SoL")))
        let parts = try design.variance(a) + design.variance(b) - 2 * design.covariance(a, b)
        #expect(abs(try design.variance(a - b) - parts) < 1e-9)
    }

    @Test func `rows without an answer are a domain, not deleted`() throws {
        let design = try town.design()
        let known = Domain.answered(town.answers)
        #expect(known.count < town.count)
        let mean = try #require(design.mean(town.answers))
        let inside = try #require(design.mean(town.answers.map { $0 ?? 0 }, in: known))
        #expect(mean.scores == inside.scores)
    }

    @Test func `an empty domain has no mean`() throws {
        let design = try town.design()
        #expect(design.mean(town.granted, in: town.domain("none")) == nil)
        #expect(design.degreesOfFreedom(in: town.domain("none")) == 0)
    }

    @Test func `without degrees of freedom there is an error but no interval`() throws {
        let design = try SurveyDesign(
            count: 2, strata: ["A", "B"], weights: [2, 3], lonelyRule: .adjust)
        let mean = try #require(design.mean([1, 2]))
        let result = try design.inference(mean)
        #expect(result.standardError != nil)
        #expect(result.lower == nil && result.upper == nil)
        #expect(result.degreesOfFreedom == 0)
    }

    @Test func `equal weights and one stratum are the textbook's mean`() throws {
        let values: [Double?] = [3, 5, 8, 4]
        let design = try SurveyDesign(count: 4, weights: [1, 1, 1, 1])
        let mean = try #require(design.mean(values))
        let result = try design.inference(mean)
        #expect(result.value == 5)
        // s² = 14 ÷ 3.
        let error = try #require(result.standardError)
        let upper = try #require(result.upper)
        let expected = (14.0 / 12).squareRoot()
        #expect(abs(error - expected) < 1e-15)
        #expect(abs(upper - 5 - 3.182446305284263 * expected) < 1e-11)
        let effect = try DesignEffect.ofMean(values, design, comparedWith: .withReplacement)
        #expect(abs(try #require(effect) - 1) < 1e-14)
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `the order of rows changes no digit`(seed: UInt64) throws {
        #expect(try Self.everything(town) == Self.everything(town.shuffled(seed: seed)))
    }

    /// One number or two of each estimator.
    private static func everything(_ town: SampledTown) throws -> [Double] {
        let design = try town.design()
        var numbers: [Double] = []
        func add(_ estimate: Linearised?, _ design: SurveyDesign) throws {
            let estimate = try #require(estimate)
            numbers += [estimate.value, try design.variance(estimate)]
        }
        try add(design.total(town.performed), design)
        try add(design.mean(town.answers), design)
        try add(design.ratio(town.performed, town.granted, in: town.domain("SoL")), design)
        let fitted = try design.poststratified(by: town.groups, to: ["LSS": 60, "SoL": 70])
        try add(fitted.mean(town.performed), fitted)
        let raked = try design.raked(to: [
            .init(classes: town.groups, totals: ["LSS": 60, "SoL": 70]),
            .init(classes: town.strata, totals: ["A": 20, "B": 12, "C": 59, "D": 30, "E": 9]),
        ])
        try add(raked.ratio(town.performed, town.granted), raked)
        let calibrated = try design.calibrated(
            to: [town.granted.map { _ in 1 }, town.granted], totals: [130, 14000], distance: .raking)
        try add(calibrated.total(town.performed), calibrated)
        let jackknife = try Jackknife(design) { weights in
            ExactSum.sum(of: zip(weights, town.performed).map { $0 * $1 })
        }
        numbers.append(try #require(jackknife?.standardError))
        for rule in WeightedQuantile.allCases {
            let median = try SurveyQuantile(town.performed, design, at: 0.5, rule: rule)
            let lower = try #require(median?.lower)
            numbers += [try #require(median?.value), lower]
        }
        let labels = town.answers.map { $0.map { $0 > 0 ? "ja" : "nej" } }
        let test = try RaoScottTest(rows: town.groups, columns: labels, design)
        numbers.append(try #require(test?.secondOrder?.p))
        for score in SurveyGroupTest.Score.allCases {
            let ranks = try SurveyGroupTest(town.performed, groups: town.groups, design, score: score)
            numbers.append(try #require(ranks?.p))
        }
        return numbers
    }
}
