// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Simulated surveys of several districts: how often the interval for the city holds the city's own share.
struct StratifiedCoverage {
    struct Scenario {
        let name: String
        let populations: [Int]
        /// Share of each district that answers.
        let fractions: [Double]
    }

    let share: Double
    let width: Double

    static let surveys = 2000

    /// A population is drawn for each survey, its districts' chances ±30 per cent about p, and a simple random sample
    /// without replacement in each district.
    init(_ scenario: Scenario, p: Double, seed: UInt64) throws {
        var generator = SplitMix64(state: seed)
        var covered = 0
        var width = 0.0
        for _ in 0..<Self.surveys {
            var strata: [String] = []
            var sizes: [Double] = []
            var holds: [Bool?] = []
            var marked = 0
            for (number, population) in scenario.populations.enumerated() {
                let lean = 0.7 + 0.6 * Double(number) / Double(max(1, scenario.populations.count - 1))
                let persons = (0..<population).map { _ in
                    Double.random(in: 0..<1, using: &generator) < min(1, p * lean)
                }
                marked += persons.count { $0 }
                let drawn = max(2, Int((Double(population) * scenario.fractions[number]).rounded()))
                for holdsOf in persons.shuffled(using: &generator).prefix(drawn) {
                    strata.append("\(number)")
                    sizes.append(Double(population))
                    holds.append(holdsOf)
                }
            }
            let design = try SurveyDesign(count: holds.count, strata: strata, populations: [sizes])
            guard let limits = try design.surveyShare(holds, in: .all(holds.count))?.limits else { continue }
            let truth = Double(marked) / Double(scenario.populations.reduce(0, +))
            if limits.lower <= truth, truth <= limits.upper { covered += 1 }
            width += limits.upper - limits.lower
        }
        self.share = Double(covered) / Double(Self.surveys)
        self.width = width / Double(Self.surveys)
    }

    static let scenarios: [Scenario] = [
        Scenario(
            name: "4 districts of 18, 40, 83, 150; half of each", populations: [18, 40, 83, 150],
            fractions: [0.5, 0.5, 0.5, 0.5]),
        Scenario(
            name: "the same; four fifths of each", populations: [18, 40, 83, 150], fractions: [0.8, 0.8, 0.8, 0.8]),
        Scenario(
            name: "13 districts of 20 to 140; half of each", populations: Array(stride(from: 20, through: 140, by: 10)),
            fractions: Array(repeating: 0.5, count: 13)),
        Scenario(
            name: "the same; from a fifth of the small to four fifths of the large",
            populations: Array(stride(from: 20, through: 140, by: 10)),
            fractions: (0..<13).map { 0.2 + 0.05 * Double($0) }),
        Scenario(
            name: "the same; from four fifths of the small to a fifth of the large",
            populations: Array(stride(from: 20, through: 140, by: 10)),
            fractions: (0..<13).map { 0.8 - 0.05 * Double($0) }),
    ]
}

/// Seeded random numbers: Steele, Lea & Flood (2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
