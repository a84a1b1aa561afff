// SPDX-License-Identifier: EUPL-1.2
// How often rules for comparing boards name one, in simulated cities: the tables of docs/likvardighet.md.
//
//   swift run -c release funnel-bench [CITIES]
import Statistics

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
let sizes = [20, 50, 110, 200]
print("| verklig skillnad, procentenheter |" + sizes.map { " \($0) personer |" }.joined())
print("|--:|" + sizes.map { _ in "--:|" }.joined())
for points in stride(from: 5, through: 30, by: 5) {
    let row = sizes.map { size in
        let truth = City.Truth.one(difference: Double(points) / 100, size: size)
        return " \(percent(hits(truth, rules: [.named], seed: 4, onlyDifferent: true)[0])) |"
    }
    print("| \(points) |" + row.joined())
}
