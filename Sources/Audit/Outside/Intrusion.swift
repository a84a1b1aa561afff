// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms
import Published

/// What the outsider can say of each number he does not see: two linear programs a number, on what hangs together.
struct Intrusion {
    struct Bounds {
        let low: Double
        /// Infinite where nothing bounds it.
        let high: Double
    }

    private let system: OutsideSystem
    private var partOf: [Int]
    private var parts: [Part] = []

    private final class Part {
        var variables: [Int] = []
        var plain = LinearProgram()
        /// Counts are at least 1, since zeros are printed, and whole.
        var knowing = LinearProgram()
    }

    init(_ system: OutsideSystem) {
        self.system = system
        var parent = Array(system.numbers.indices)
        func root(_ item: Int) -> Int {
            var place = item
            while parent[place] != place {
                parent[place] = parent[parent[place]]
                place = parent[place]
            }
            return place
        }
        let hidden = { (variable: Int) in system.printed[variable] == nil }
        for terms in system.equations.map(\.terms) + system.bounds.map(\.terms) {
            let unknown = terms.filter { hidden($0.variable) }
            for term in unknown.dropFirst() {
                let (a, b) = (root(unknown[0].variable), root(term.variable))
                if a != b { parent[max(a, b)] = min(a, b) }
            }
        }
        partOf = Array(repeating: -1, count: system.numbers.count)
        var placeOfRoot: [Int: Int] = [:]
        for variable in system.numbers.indices where hidden(variable) {
            let own = root(variable)
            if placeOfRoot[own] == nil {
                placeOfRoot[own] = parts.count
                parts.append(Part())
            }
            partOf[variable] = placeOfRoot[own] ?? 0
            parts[partOf[variable]].variables.append(variable)
        }
        var equations: [[OutsideSystem.Equation]] = Array(repeating: [], count: parts.count)
        for equation in system.equations {
            if let first = equation.terms.first(where: { hidden($0.variable) }) {
                equations[partOf[first.variable]].append(equation)
            }
        }
        var bounds: [[OutsideSystem.Bound]] = Array(repeating: [], count: parts.count)
        for bound in system.bounds {
            if let first = bound.terms.first(where: { hidden($0.variable) }) {
                bounds[partOf[first.variable]].append(bound)
            }
        }
        for (place, part) in parts.enumerated() { fill(part, equations[place], bounds[place]) }
    }

    private func fill(
        _ part: Part, _ equations: [OutsideSystem.Equation], _ bounds: [OutsideSystem.Bound]
    ) {
        var column: [Int: Int] = [:]
        for variable in part.variables {
            let least = system.mayBeNegative[variable] ? -Double.infinity : 0
            column[variable] = part.plain.addColumn(from: least, to: .infinity)
            let isCount = system.isCount[variable] && system.numbers[variable].series.column == .value
            let isPositive = isCount && !system.mayBeZero.contains(variable)
            part.knowing.addColumn(from: isPositive ? 1 : least, to: .infinity, isWhole: system.isCount[variable])
        }
        let sorted = equations.filter { !$0.isLearnt } + equations.filter(\.isLearnt)
        let rows = sorted.compactMap { equation in
            row(equation.terms, column).map { (terms: $0.terms, rest: $0.rest, slack: equation.slack) }
        }
        for row in rows { add(row.terms, row.rest, row.slack, to: part) }
        let limits = bounds.compactMap { row($0.terms, column) }
        for row in limits { addLimit(row.terms, row.rest, to: part) }
        guard part.plain.solve(.least, dual: false) != .optimal else { return }
        // What was taken to hold does not: the equations are taken one by one, and those that contradict are left.
        part.plain = LinearProgram()
        part.knowing = LinearProgram()
        for variable in part.variables {
            let least = system.mayBeNegative[variable] ? -Double.infinity : 0
            part.plain.addColumn(from: least, to: .infinity)
            part.knowing.addColumn(from: least, to: .infinity)
        }
        for row in rows {
            let (low, high) = (row.rest - row.slack, row.rest + row.slack)
            let place = part.plain.addRow(row.terms, from: low, to: high)
            if part.plain.solve(.least) == .optimal {
                part.knowing.addRow(row.terms, from: low, to: high)
            } else {
                part.plain.freeRow(place)
            }
        }
    }

    private typealias Row = (terms: [(column: Int, coefficient: Double)], rest: Double)

    /// What a sum says of what is not printed; nil when it says nothing.
    private func row(_ sum: [(variable: Int, coefficient: Double)], _ column: [Int: Int]) -> Row? {
        var terms: [Int: Double] = [:]
        var rest = 0.0
        for term in sum {
            if let value = system.printed[term.variable] {
                rest -= term.coefficient * value
            } else if let place = column[term.variable] {
                terms[place, default: 0] += term.coefficient
            }
        }
        let kept = terms.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        return kept.isEmpty ? nil : (kept.map { (column: $0.key, coefficient: $0.value) }, rest)
    }

    private func addLimit(_ terms: [(column: Int, coefficient: Double)], _ rest: Double, to part: Part) {
        let least = rest - 1e-6 * max(1, rest.magnitude)
        part.plain.addRow(terms, from: least, to: .infinity)
        part.knowing.addRow(terms, from: least, to: .infinity)
    }

    private func add(_ terms: [(column: Int, coefficient: Double)], _ rest: Double, _ wide: Double, to part: Part) {
        // Printed sums of hours are rounded to hundredths.
        let isWhole = rest == rest.rounded() && terms.allSatisfy { $0.coefficient == $0.coefficient.rounded() }
        let slack = wide + (isWhole ? 0 : 1e-6 * max(1, rest.magnitude))
        part.plain.addRow(terms, from: rest - slack, to: rest + slack)
        part.knowing.addRow(terms, from: rest - slack, to: rest + slack)
    }

    /// Bounds of a number that is not printed, for who knows that nothing is below zero.
    func bounds(of variable: Int) -> Bounds {
        let part = parts[partOf[variable]]
        guard let column = part.variables.firstIndex(of: variable) else { return Bounds(low: 0, high: .infinity) }
        return Bounds(low: end(&part.plain, column, .least), high: end(&part.plain, column, .greatest))
    }

    /// Whether who knows that zeros are printed and counts are whole is left with one value.
    func isExact(_ variable: Int) -> Bool {
        let part = parts[partOf[variable]]
        guard let column = part.variables.firstIndex(of: variable) else { return false }
        let low = end(&part.knowing, column, .least)
        let high = end(&part.knowing, column, .greatest)
        if low > high { return false }
        let lowest = (low - 1e-6).rounded(.up)
        let highest = (high + 1e-6).rounded(.down)
        if highest - lowest > 3 { return false }
        if highest <= lowest { return true }
        part.knowing.setCost(of: column, 1)
        defer { part.knowing.setCost(of: column, 0) }
        guard part.knowing.solveWhole(.least) == .optimal else { return false }
        let least = part.knowing.value.rounded()
        guard part.knowing.solveWhole(.greatest) == .optimal else { return false }
        return part.knowing.value.rounded() == least
    }

    private func end(_ program: inout LinearProgram, _ column: Int, _ goal: LinearProgram.Goal) -> Double {
        program.setCost(of: column, 1)
        defer { program.setCost(of: column, 0) }
        switch program.solve(goal, dual: false) {
        case .optimal: return program.value
        case .infeasible, .unbounded, .undecided: return goal == .least ? -.infinity : .infinity
        }
    }
}
