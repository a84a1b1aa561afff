// SPDX-License-Identifier: EUPL-1.2
// How often rules for comparing boards name one, in simulated cities: the tables of docs/likvardighet.md.
//
//   swift run -c release funnel-bench [CITIES]
import Glibc
import Statistics
import Terms

let cities = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1000

/// With a decimal comma.
func percent(_ hits: Int) -> String {
    let tenths = (hits * 1000 + cities / 2) / cities
    return "\(tenths / 10),\(tenths % 10) %"
}

/// How many cities a rule names a board in: any, or with `onlyDifferent` the one that differs.
func hits(_ truth: City.Truth, rules: [Rule], seed: UInt64, onlyDifferent: Bool = false) -> [Int] {
    var random = SeededDraws(seed: seed)
    var hits = rules.map { _ in 0 }
    for _ in 0..<cities {
        let city = City(truth, &random)
        guard let funnel = Funnel(city.units, target: city.target) else { continue }
        for (place, rule) in rules.enumerated() {
            let marks = rule.marks(city, funnel)
            if onlyDifferent ? marks[city.different] : marks.contains(true) { hits[place] += 1 }
        }
    }
    return hits
}

print("| enkät med 14 nämnder | någon nämnd nämns | den som skiljer sig nämns |")
print("|---|--:|--:|")
for points in [0, 10, 20, 30] {
    let found = SurveyBoards.named(surveys: cities, difference: Double(points) / 100, seed: 5)
    let one = points == 0 ? "–" : percent(found.different)
    print("| \(points) procentenheters skillnad i en | \(percent(found.any)) | \(one) |")
}
print("")
let none = hits(.same, rules: Rule.allCases, seed: 1)
let one = hits(.one(difference: 0.2, size: nil), rules: Rule.allCases, seed: 2, onlyDifferent: true)
let all = hits(.overdispersed(0.05), rules: Rule.allCases, seed: 3)
print(
    "| regel | ingen verklig skillnad: någon nämnd nämns | 20 procentenheter i en: den nämns | alla skiljer sig (0,05): någon nämns |"
)
print("|---|--:|--:|--:|")
for (place, rule) in Rule.allCases.enumerated() {
    print("| \(rule.rawValue) | \(percent(none[place])) | \(percent(one[place])) | \(percent(all[place])) |")
}
print("")
let sizes = SimulatedNaming.sizes
/// What is published, and what came out: the same with the standard number of cities.
var published = [
    (SimulatedNaming.namedWithoutDifference, none[Rule.allCases.firstIndex(of: .named) ?? 0]),
    (SimulatedNaming.namedOfTwentyPoints, one[Rule.allCases.firstIndex(of: .named) ?? 0]),
    (SimulatedNaming.adjustedAmongUnequal, all[Rule.allCases.firstIndex(of: .adjusted) ?? 0]),
    (SimulatedNaming.namedAmongUnequal, all[Rule.allCases.firstIndex(of: .named) ?? 0]),
]
print("| verklig skillnad, procentenheter |" + sizes.map { " \($0) personer |" }.joined())
print("|--:|" + sizes.map { _ in "--:|" }.joined())
for (points, rates) in SimulatedNaming.power {
    let found = sizes.map { size in
        let truth = City.Truth.one(difference: Double(points) / 100, size: size)
        return hits(truth, rules: [.named], seed: 4, onlyDifferent: true)[0]
    }
    published += zip(rates, found)
    print("| \(points) |" + found.map { " \(percent($0)) |" }.joined())
}
if cities == SimulatedNaming.cities, let other = published.first(where: { $0.0.perThousand != $0.1 }) {
    print("\nSources/Terms/SimulatedNaming.swift says \(other.0.perThousand) where \(other.1) came out")
    exit(1)
}
