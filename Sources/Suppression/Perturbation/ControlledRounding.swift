// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms

/// A table rounded so that it still adds (*kontrollerad avrundning*; Cox 1987, Salazar-González 2006).
package struct ControlledRounding: Sendable {
    /// Multiples of the base, cell by cell.
    package let values: [Int]
    /// Σ |rounded − value|.
    package let distance: Int
    /// Whether every number moved to one of its two neighbouring multiples, and multiples stayed. Tables of three
    /// dimensions and more may have no such rounding; numbers then move as little further as they must.
    package let isAdjacent: Bool
    /// Whether no rounding of that kind is nearer.
    package let isOptimal: Bool

    /// The nearest rounding to multiples of `base` for which all relations hold; nil when the search was given up
    /// without one. `relations` add to zero over `values`.
    package init?(_ values: [Int], relations: [LinearForm], base: Int, nodes: Int = 20_000) {
        precondition(base > 1, "a base of rounding is at least 2")
        for reach in 0...2 {
            var program = LinearProgram()
            // Steps below the number's floor, from the floor to the ceiling, and above; each dearer than the last.
            var columns: [[(column: Int, size: Int)]] = []
            for value in values {
                let rest = value % base
                var steps: [(column: Int, size: Int)] = []
                if rest > 0 {
                    let gain = Double(base - 2 * rest)
                    steps.append((program.addColumn(from: 0, to: 1, cost: gain, isWhole: true), base))
                }
                for step in 0..<reach where value > 0 {
                    let dear = Double(base) * Double(1 + step)
                    steps.append((program.addColumn(from: 0, to: 1, cost: dear, isWhole: true), base))
                    if value / base > step {
                        steps.append((program.addColumn(from: 0, to: 1, cost: dear, isWhole: true), -base))
                    }
                }
                columns.append(steps)
            }
            for relation in relations {
                var terms: [(column: Int, coefficient: Double)] = []
                var floors = 0
                for term in relation.terms {
                    floors += term.coefficient * (values[term.variable] / base)
                    for step in columns[term.variable] {
                        terms.append((step.column, Double(term.coefficient * step.size / base)))
                    }
                }
                let rest = -Double(floors)
                if !terms.isEmpty { program.addRow(terms, from: rest, to: rest) }
            }
            let outcome = program.solveWhole(.least, nodes: nodes)
            if outcome == .infeasible { continue }
            guard outcome == .optimal || program.hasWholeAnswer else { return nil }
            let rounded = values.indices.map { cell in
                columns[cell].reduce(values[cell] / base * base) { sum, step in
                    sum + (program.value(of: step.column) > 0.5 ? step.size : 0)
                }
            }
            self.values = rounded
            distance = zip(values, rounded).reduce(0) { $0 + abs($1.0 - $1.1) }
            isAdjacent = zip(values, rounded).allSatisfy { abs($0 - $1) < base }
            isOptimal = outcome == .optimal
            return
        }
        return nil
    }
}
