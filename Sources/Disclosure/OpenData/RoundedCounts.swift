// SPDX-License-Identifier: EUPL-1.2
import Suppression

/// The counts of a release, rounded together so that they still add: the same count is rounded alike in every table.
struct RoundedCounts {
    struct Number {
        let value: Int
        /// The exact count is at most this far from it.
        let reach: Int
        let isAdditive: Bool
    }

    /// By the number of the quantity.
    private(set) var numbers: [Int: Number] = [:]
    /// Hold for the rounded numbers as for the exact ones.
    private(set) var relations: [LinearForm] = []

    /// How long a rounding that adds is searched for, in nodes of each part that hangs together.
    private static let nodes = 3_000

    /// `counts` by the number of the quantity.
    init(_ counts: [Int: Int], of system: LinkedSystem, base: Int) {
        let variables = counts.keys.sorted()
        var local: [Int: Int] = [:]
        for (place, variable) in variables.enumerated() { local[variable] = place }
        let holding = system.relations.filter { form in
            form.terms.allSatisfy { counts[$0.variable] != nil }
                && form.terms.reduce(0) { $0 + $1.coefficient * (counts[$1.variable] ?? 0) } == 0
        }
        var union = Components(count: variables.count)
        for form in holding {
            for term in form.terms { union.join(local[form.terms[0].variable] ?? 0, local[term.variable] ?? 0) }
        }
        var parts: [Int: [Int]] = [:]
        for place in variables.indices { parts[union.root(of: place), default: []].append(variables[place]) }
        for root in parts.keys.sorted() {
            let members = parts[root] ?? []
            let own = holding.filter { union.root(of: local[$0.terms[0].variable] ?? 0) == root }
            round(members, counts, own, base)
        }
    }

    private mutating func round(_ members: [Int], _ counts: [Int: Int], _ own: [LinearForm], _ base: Int) {
        var place: [Int: Int] = [:]
        for (index, variable) in members.enumerated() { place[variable] = index }
        let exact = members.map { counts[$0] ?? 0 }
        let forms = own.map { form in LinearForm(form.terms.map { (place[$0.variable] ?? 0, $0.coefficient) }) }
        let rounding = ControlledRounding(exact, relations: forms, base: base, nodes: Self.nodes)
        let rounded = rounding?.values ?? exact.map { ($0 + base / 2) / base * base }
        // Every number may have moved as far as the one that moved furthest: nobody can tell which did.
        let furthest = zip(exact, rounded).reduce(0) { max($0, abs($1.0 - $1.1)) }
        let reach = (furthest / base + 1) * base - 1
        for (index, variable) in members.enumerated() {
            numbers[variable] = Number(value: rounded[index], reach: reach, isAdditive: rounding != nil)
        }
        if rounding != nil { relations += own }
    }
}
