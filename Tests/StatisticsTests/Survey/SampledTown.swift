// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport

/// A made-up stratified sample: five districts, of which one was asked whole.
struct SampledTown {
    var strata: [String] = []
    var populations: [Double] = []
    var weights: [Double] = []
    var groups: [String] = []
    var answers: [Double?] = []
    var granted: [Double] = []
    var performed: [Double] = []

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let districts = [("A", 7, 19), ("B", 12, 12), ("C", 9, 60), ("D", 15, 31), ("E", 4, 8)]
        for (name, drawn, size) in districts {
            for _ in 0..<drawn {
                strata.append(name)
                populations.append(Double(size))
                weights.append(Double(size) / Double(drawn))
                groups.append(Bool.random(using: &generator) ? "LSS" : "SoL")
                answers.append(
                    Int.random(in: 0..<8, using: &generator) == 0
                        ? nil : Double.random(in: 0..<1, using: &generator).rounded())
                let hours = Double.random(in: 10..<200, using: &generator)
                granted.append(hours)
                performed.append(hours * Double.random(in: 0.2..<1, using: &generator))
            }
        }
    }

    var count: Int { strata.count }

    func design() throws -> SurveyDesign {
        try SurveyDesign(count: count, strata: strata, weights: weights, populations: [populations])
    }

    /// The same rows in another order.
    func shuffled(seed: UInt64) -> SampledTown {
        var generator = SeededGenerator(seed: seed)
        let order = Array(0..<count).shuffled(using: &generator)
        var town = self
        town.strata = order.map { strata[$0] }
        town.populations = order.map { populations[$0] }
        town.weights = order.map { weights[$0] }
        town.groups = order.map { groups[$0] }
        town.answers = order.map { answers[$0] }
        town.granted = order.map { granted[$0] }
        town.performed = order.map { performed[$0] }
        return town
    }

    func domain(_ group: String) -> Domain { Domain(groups.map { $0 == group }) }
}
