// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Testing

@Suite struct SurveyDesignTests {
    @Test func `more drawn than there are is an error that names the stratum`() {
        #expect(throws: SurveyDesignError.moreDrawnThanThere(stratum: "B", drawn: 3, population: 2)) {
            try SurveyDesign(count: 5, strata: ["A", "A", "B", "B", "B"], populations: [[4, 4, 2, 2, 2]])
        }
    }

    @Test func `a share where a population should stand is refused`() {
        #expect(throws: SurveyDesignError.populationIsShare(stratum: "A", population: 0.4)) {
            try SurveyDesign(count: 2, strata: ["A", "A"], populations: [[0.4, 0.4]])
        }
    }

    @Test func `one stratum has one population`() {
        #expect(throws: SurveyDesignError.populationVaries(stratum: "A")) {
            try SurveyDesign(count: 2, strata: ["A", "A"], populations: [[4, 5]])
        }
    }

    @Test func `a unit in two strata is refused unless units are nested in them`() throws {
        let strata = ["A", "A", "B", "B"]
        let units = [["1", "2", "1", "2"]]
        #expect(throws: SurveyDesignError.unitInTwoStrata(unit: "1")) {
            try SurveyDesign(count: 4, strata: strata, clusters: units)
        }
        let design = try SurveyDesign(count: 4, strata: strata, clusters: units, isNested: true)
        #expect(design.degreesOfFreedom() == 2)
    }

    @Test func `without weights each unit stands for the units of its stratum over those drawn`() throws {
        let design = try SurveyDesign(count: 3, strata: ["A", "A", "B"], populations: [[5, 5, 1]])
        #expect(design.weights == [2.5, 2.5, 1])
    }

    @Test func `a negative or missing weight is refused`() {
        #expect(throws: SurveyDesignError.weight(row: 1)) { try SurveyDesign(count: 2, weights: [1, .nan]) }
        #expect(throws: SurveyDesignError.weight(row: 0)) { try SurveyDesign(count: 2, weights: [-1, 1]) }
        #expect(throws: SurveyDesignError.unequalLengths) { try SurveyDesign(count: 3, weights: [1, 1]) }
    }

    @Test func `a stratum drawn whole brings no error`() throws {
        let design = try SurveyDesign(count: 4, strata: ["A", "A", "A", "A"], populations: [[4, 4, 4, 4]])
        let mean = try #require(design.mean([1, 5, 2, 9]))
        #expect(try design.variance(mean) == 0)
    }

    @Test func `a lonely unit that is its whole stratum is no fault`() throws {
        let design = try SurveyDesign(count: 3, strata: ["A", "B", "B"], populations: [[1, 3, 3]])
        let mean = try #require(design.mean([1, 5, 2]))
        #expect(try design.variance(mean) > 0)
    }

    @Test func `a lonely unit is an error naming its stratum, unless a rule is chosen`() throws {
        func variance(_ rule: LonelyStratumRule) throws -> Double {
            let design = try SurveyDesign(
                count: 5, strata: ["A", "B", "B", "C", "C"], weights: [2, 2, 2, 2, 2], lonelyRule: rule)
            return try design.variance(design.total([4, 1, 3, 2, 6]))
        }
        #expect(throws: SurveyDesignError.lonelyStrata(["A"])) { try variance(.fail) }
        // Within B: 2·(2·1)² and within C: 2·(2·2)², doubled by n ÷ (n − 1).
        let others = 2.0 * (4 + 4) + 2 * (16 + 16)
        #expect(try variance(.remove) == others)
        #expect(try variance(.certainty) == others)
        #expect(try variance(.average) == others * 3 / 2)
        // The mean of all unit totals is 6.4, that of A 8.
        #expect(abs(try variance(.adjust) - (others + 1.6 * 1.6)) < 1e-12)
    }

    @Test func `two stages add the spread within units`() throws {
        // Two of four units drawn, two of three and two of five rows in them: Cochran (1977) 11.22.
        let design = try SurveyDesign(
            count: 4, clusters: [["a", "a", "b", "b"], ["1", "2", "1", "2"]],
            populations: [[4, 4, 4, 4], [3, 3, 5, 5]])
        #expect(design.weights == [3, 3, 5, 5])
        let total = design.total([1, 3, 2, 6])
        #expect(total.value == 52)
        let (first, second) = (3.0 * 2, 5.0 * 4)
        let mean = (first + second) / 2
        let between = 4.0 * 4 * (1 - 0.5) / 2 * ((first - mean) * (first - mean) + (second - mean) * (second - mean))
        let within = 4.0 / 2 * (3.0 * 3 * (1 - 2.0 / 3) / 2 * 2 + 5.0 * 5 * (1 - 2.0 / 5) / 2 * 8)
        #expect(abs(try design.variance(total) - (between + within)) < 1e-10)
    }

    @Test func `with the population of the first stage only, units are taken to be drawn whole`() throws {
        let clusters = [["a", "a", "b", "b"], ["1", "2", "1", "2"]]
        let weights = [2.0, 2, 2, 2]
        let two = try SurveyDesign(count: 4, weights: weights, clusters: clusters, populations: [[4, 4, 4, 4]])
        let one = try SurveyDesign(
            count: 4, weights: weights, clusters: [clusters[0]], populations: [[4, 4, 4, 4]])
        let values: [Double?] = [1, 3, 2, 6]
        #expect(try two.variance(two.total(values)) == one.variance(one.total(values)))
    }
}
