// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct RespondentBootstrapTests {
    @Test func `replicates vary as the design says, stratum by stratum`() throws {
        // A stratum half answered, one nearly whole, one whole.
        let strata = [String](repeating: "a", count: 40) + [String](repeating: "b", count: 20) + ["c", "c", "c"]
        let populations = [Double](repeating: 80, count: 40) + [Double](repeating: 25, count: 20) + [3, 3, 3]
        let design = try SurveyDesign(count: 63, strata: strata, populations: [populations])
        var random = SeededDraws(seed: 3)
        let values = (0..<63).map { _ in random.uniform() }
        for part in ["a", "b", "c"] {
            let inside = strata.map { $0 == part }
            let own = values.indices.map { inside[$0] ? values[$0] : 0 }
            let scores = own.indices.map { own[$0] * design.weights[$0] }
            let right = try design.variance(Linearised(value: 0, scores: scores))
            let totals = (0..<4000).map { _ in
                let weights = design.replicateWeights((0..<63).map { _ in random.exponential() })
                return own.indices.reduce(0) { $0 + weights[$1] * own[$1] }
            }
            let mean = totals.reduce(0, +) / 4000
            let variance = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3999
            #expect(abs(variance - right) <= 0.08 * right + 1e-12, "\(part)")
            #expect(abs(mean - scores.reduce(0, +)) < 0.1 + 0.001 * mean)
        }
    }

    @Test func `the persons without an answer are those of the one stratum`() throws {
        let design = try SurveyDesign(
            count: 5, strata: ["a", "a", "b", "b", "b"], populations: [[4, 4, 3, 3, 3]])
        #expect(design.unansweredInStratum([0, 1]) == 2)
        #expect(design.unansweredInStratum([2, 4]) == 0)
        #expect(design.unansweredInStratum([0, 2]) == nil)
        #expect(try SurveyDesign(count: 2).unansweredInStratum([0]) == nil)
    }
}
