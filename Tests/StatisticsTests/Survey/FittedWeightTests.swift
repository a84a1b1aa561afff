// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Testing

@Suite struct FittedWeightTests {
    private let town = SampledTown(seed: 11)
    private let groupTotals = ["LSS": 58.0, "SoL": 72]

    private func sum(_ weights: [Double], where holds: (Int) -> Bool) -> Double {
        ExactSum.sum(of: weights.indices.map { holds($0) ? weights[$0] : 0 })
    }

    @Test func `post-stratified weights add to the register's groups, which then have no error`() throws {
        let design = try town.design().poststratified(by: town.groups, to: groupTotals)
        #expect(abs(sum(design.weights) { town.groups[$0] == "LSS" } - 58) < 1e-10)
        let share = try #require(design.share(town.groups.map { $0 == "LSS" }))
        #expect(abs(share.value - 58.0 / 130) < 1e-14)
        #expect(try design.variance(share) < 1e-28)
    }

    @Test func `a fit that changes no weight still takes away what it explains`() throws {
        let plain = try SurveyDesign(count: 4, weights: [2, 2, 2, 2])
        let fitted = try plain.poststratified(by: ["a", "a", "b", "b"], to: ["a": 4, "b": 4])
        #expect(fitted.weights == plain.weights)
        let values: [Double?] = [1, 1, 5, 5]
        #expect(try plain.variance(plain.total(values)) > 1)
        #expect(try fitted.variance(fitted.total(values)) < 1e-20)
    }

    @Test func `raking meets every margin`() throws {
        let places = ["A": 20.0, "B": 12, "C": 58, "D": 31, "E": 9]
        let design = try town.design().raked(to: [
            .init(classes: town.groups, totals: groupTotals), .init(classes: town.strata, totals: places),
        ])
        for (name, total) in groupTotals {
            #expect(abs(sum(design.weights) { town.groups[$0] == name } - total) < 1e-8)
        }
        for (name, total) in places {
            #expect(abs(sum(design.weights) { town.strata[$0] == name } - total) < 1e-8)
        }
    }

    @Test func `raking on one margin is post-stratification`() throws {
        let raked = try town.design().raked(to: [.init(classes: town.groups, totals: groupTotals)])
        let fitted = try town.design().poststratified(by: town.groups, to: groupTotals)
        let (a, b) = (raked.total(town.performed), fitted.total(town.performed))
        #expect(abs(a.value - b.value) < 1e-8)
        #expect(abs(try raked.variance(a) / fitted.variance(b) - 1) < 1e-10)
    }

    @Test func `margins that contradict each other are refused`() {
        #expect(throws: WeightFitError.notConverged) {
            try town.design().raked(to: [
                .init(classes: town.groups, totals: groupTotals),
                .init(classes: town.groups, totals: ["LSS": 60, "SoL": 72]),
            ])
        }
    }

    @Test func `a group without a total and a total without a group are errors that name it`() {
        #expect(throws: WeightFitError.noTotal("SoL")) {
            try town.design().poststratified(by: town.groups, to: ["LSS": 58])
        }
        #expect(throws: WeightFitError.noRows("HSL")) {
            try town.design().poststratified(by: town.groups, to: ["LSS": 58, "SoL": 72, "HSL": 3])
        }
    }

    @Test(arguments: [
        SurveyDesign.CalibrationDistance.linear, .raking, .logit(lower: 0.5, upper: 2),
    ]) func `calibrated weights meet the totals, whose estimates then have no error`(
        distance: SurveyDesign.CalibrationDistance
    ) throws {
        let totals = [130.0, 13500]
        let design = try town.design().calibrated(
            to: [town.granted.map { _ in 1 }, town.granted], totals: totals, distance: distance)
        let estimate = design.total(town.granted)
        #expect(abs(estimate.value - 13500) < 1e-4)
        #expect(abs(sum(design.weights) { _ in true } - 130) < 1e-6)
        #expect(try design.variance(estimate) < 1e-10)
        if case .logit(let lower, let upper) = distance {
            let before = try town.design().weights
            #expect(zip(design.weights, before).allSatisfy { $0 / $1 >= lower && $0 / $1 <= upper })
        }
    }

    @Test func `linear calibration on indicators is post-stratification`() throws {
        let indicators = ["LSS", "SoL"].map { name in town.groups.map { $0 == name ? 1.0 : 0 } }
        let calibrated = try town.design().calibrated(to: indicators, totals: [58, 72], distance: .linear)
        let fitted = try town.design().poststratified(by: town.groups, to: groupTotals)
        let (a, b) = (calibrated.total(town.performed), fitted.total(town.performed))
        #expect(abs(a.value - b.value) < 1e-8)
        #expect(abs(try calibrated.variance(a) / fitted.variance(b) - 1) < 1e-10)
    }

    @Test func `auxiliaries that say the same twice are refused`() {
        #expect(throws: WeightFitError.dependentAuxiliaries) {
            try town.design().calibrated(
                to: [town.granted, town.granted], totals: [1000, 1000], distance: .linear)
        }
    }

    @Test func `nonresponse weights carry all who were asked`() throws {
        let classes = ["ung", "ung", "ung", "ung", "gammal", "gammal"]
        let responded = [true, false, false, false, true, true]
        let adjusted = try #require(
            try NonresponseClasses(weights: [2, 2, 2, 2, 3, 3], responded: responded, classes: classes))
        #expect(adjusted.weights == [8, 0, 0, 0, 3, 3])
        #expect(adjusted.responseRate == 0.5)
        #expect(abs(adjusted.weightedResponseRate - 8.0 / 14) < 1e-15)
        #expect(adjusted.classes.map(\.name) == ["gammal", "ung"])
        #expect(adjusted.classes.map(\.factor) == [1, 4])
        #expect(throws: WeightFitError.noRows("gammal")) {
            try NonresponseClasses(
                weights: [2, 2, 2, 2, 3, 3], responded: [true, true, true, true, false, false], classes: classes)
        }
    }

    @Test func `Kish's design effect is 1 for equal weights`() throws {
        #expect(DesignEffect.kish([3, 3, 3]) == 1)
        #expect(abs(try #require(DesignEffect.kish([1, 3])) - 1.25) < 1e-15)
        #expect(DesignEffect.kish([]) == nil)
    }

    @Test func `standardising to a domain's own mix changes nothing`() throws {
        let design = try town.design()
        let domain = town.domain("LSS")
        let sizes = Set(town.strata).sorted().compactMap { cell -> (cell: String, share: Double)? in
            let rows = domain.intersection(Domain(town.strata.map { $0 == cell }))
            return (cell, sum(design.weights) { rows.contains[$0] })
        }
        let present = sizes.filter { $0.share > 0 }
        let result = try #require(
            design.standardisedMean(town.performed, cells: town.strata, standard: present, in: domain))
        #expect(result.missing.isEmpty)
        let mean = try #require(design.mean(town.performed, in: domain))
        #expect(abs(result.mean.value - mean.value) < 1e-10)
    }

    @Test func `a standard's cell without rows is told`() throws {
        let design = try town.design()
        let result = design.standardisedMean(
            town.performed, cells: town.strata, standard: [("A", 0.5), ("Z", 0.5)])
        #expect(try #require(result).missing == ["Z"])
        #expect(design.standardisedMean(town.performed, cells: town.strata, standard: [("Z", 1)]) == nil)
    }
}
