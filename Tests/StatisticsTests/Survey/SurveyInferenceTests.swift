// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics
import Testing

@Suite struct SurveyInferenceTests {
    private let town = SampledTown(seed: 23)

    @Test(arguments: SurveyProportionInterval.allCases)
    func `an interval holds the share and mirrors with it`(method: SurveyProportionInterval) throws {
        for p in [0.03, 0.4, 0.5, 0.9] {
            let limits = try #require(method.limits(p, variance: 0.002, rows: 60, degreesOfFreedom: 50))
            let mirror = try #require(method.limits(1 - p, variance: 0.002, rows: 60, degreesOfFreedom: 50))
            #expect(limits.lower < p && p < limits.upper)
            #expect(abs(limits.lower + mirror.upper - 1) < 1e-9)
            if method != .mean { #expect(limits.lower >= 0 && limits.upper <= 1) }
        }
    }

    @Test(arguments: SurveyProportionInterval.allCases.filter { $0 != .mean })
    func `none or all is no interval of a point`(method: SurveyProportionInterval) throws {
        #expect(method.limits(0, variance: 0, rows: 20, degreesOfFreedom: 19) == nil)
        #expect(method.limits(1, variance: 0, rows: 20, degreesOfFreedom: 19) == nil)
        #expect(method.limits(0.5, variance: 0.01, rows: 20, degreesOfFreedom: 0) == nil)
        let census = try #require(method.limits(0.25, variance: 0, rows: 20, degreesOfFreedom: 19))
        #expect(census.lower == 0.25 && census.upper == 0.25)
    }

    @Test func `Korn and Graubard's interval is never narrower than R's beta`() throws {
        let beta = try #require(
            SurveyProportionInterval.beta.limits(0.3, variance: 0.0005, rows: 100, degreesOfFreedom: 90))
        let capped = try #require(
            SurveyProportionInterval.kornGraubard.limits(0.3, variance: 0.0005, rows: 100, degreesOfFreedom: 90))
        #expect(capped.lower < beta.lower && capped.upper > beta.upper)
    }

    @Test func `with equal weights type 7 is the ordinary quantile`() throws {
        let values = [3.0, 9, 4, 4, 12, 7, 1.5]
        for p in stride(from: 0.0, through: 1, by: 0.125) {
            let weighted = try #require(WeightedQuantile.hf7.value(values.map { ($0, 2.5) }, at: p))
            let plain = try #require(Quantile.type7(values, at: p))
            #expect(abs(weighted - plain) < 1e-12)
        }
    }

    @Test func `a quantile lies among the values, and the median of two is their middle only by the school's rule`() {
        #expect(WeightedQuantile.math.value([(1, 1), (2, 1)], at: 0.5) == 1)
        #expect(WeightedQuantile.school.value([(1, 1), (2, 1)], at: 0.5) == 1.5)
        #expect(WeightedQuantile.math.value([(1, 0), (2, 1)], at: 0) == 2)
        #expect(WeightedQuantile.math.value([], at: 0.5) == nil)
        for rule in WeightedQuantile.allCases { #expect(rule.value([(4, 2)], at: 0.3) == 4) }
    }

    @Test func `the jackknife of a total is the linearised error`() throws {
        let design = try town.design()
        let performed = town.performed
        let result = try #require(
            try Jackknife(design) { weights in
                ExactSum.sum(of: zip(weights, performed).map { $0 * $1 })
            })
        let variance = try design.variance(design.total(performed))
        // Replicates' overall mean is the total itself, so that the two agree exactly.
        #expect(abs(result.standardError - variance.squareRoot()) < 1e-8)
        // District B was asked whole.
        #expect(result.replicates == town.count - 12)
    }

    @Test func `in a table of two by two all corrections of one design effect agree`() throws {
        let design = try town.design()
        let labels = town.answers.map { $0.map { $0 > 0 ? "ja" : "nej" } }
        let test = try #require(try RaoScottTest(rows: town.groups, columns: labels, design))
        let second = try #require(test.secondOrder)
        let first = try #require(test.firstOrder)
        #expect(abs(second.numeratorDegrees - 1) < 1e-10)
        #expect(first.value == test.pearson)
        let wald = try #require(try test.wald(adjusted: false))
        let adjusted = try #require(try test.wald(adjusted: true))
        #expect(abs(wald.value - adjusted.value) < 1e-12)
        let turned = try #require(try RaoScottTest(rows: labels, columns: town.groups, design))
        let p = try #require(turned.secondOrder?.p)
        #expect(abs(p - second.p) < 1e-12)
    }

    @Test func `a question all answer alike cannot be tested`() throws {
        let design = try town.design()
        #expect(try RaoScottTest(rows: town.groups, columns: town.groups.map { _ in "ja" }, design) == nil)
        #expect(
            try SurveyGroupTest(town.performed, groups: town.groups.map { _ in "a" }, design, score: .ttest) == nil)
    }

    @Test func `a t test is the difference of two domain means`() throws {
        let design = try town.design()
        let test = try #require(
            try SurveyGroupTest(town.performed, groups: town.groups, design, score: .ttest))
        let a = try #require(design.mean(town.performed, in: town.domain("LSS")))
        let b = try #require(design.mean(town.performed, in: town.domain("SoL")))
        #expect(test.difference.value == (b - a).value)
        #expect(test.difference.degreesOfFreedom == Double(town.count - 5 - 1))
    }

    @Test func `a rank test sees only the order of values`() throws {
        let design = try town.design()
        let plain = try SurveyGroupTest(town.performed, groups: town.groups, design, score: .wilcoxon)
        let squared = town.performed.map { Optional($0 * $0) }
        let bent = try SurveyGroupTest(squared, groups: town.groups, design, score: .wilcoxon)
        #expect(plain == bent)
    }

    @Test func `net balance is the mean of plus one, zero and minus one`() throws {
        let design = try town.design()
        let answers = town.performed.indices.map { $0 % 7 == 0 ? nil : Double(1 + $0 % 5) }
        let item = try #require(LikertItem(answers, top: [4, 5], bottom: [1, 2], design))
        let signs = answers.map { $0.map { $0 >= 4 ? 1.0 : $0 <= 2 ? -1 : 0 } }
        let mean = try #require(design.mean(signs))
        #expect(abs(item.netBalance.value - mean.value) < 1e-14)
        #expect(abs(try design.variance(item.netBalance) - design.variance(mean)) < 1e-14)
        #expect(item.missing == answers.count { $0 == nil })
        #expect(item.answered.count + item.missing == town.count)
        #expect(LikertItem(answers.map { _ in nil }, top: [5], bottom: [1], design) == nil)
    }
}
