// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms

/// What an intruder (*angripare*) takes for granted of the numbers he cannot see, beside how they add.
package struct Intruder: Sendable, Hashable {
    /// That zeros are printed: a hidden count is at least 1.
    package let knowsZeros: Bool
    /// That counts are whole.
    package let isWhole: Bool

    package init(knowsZeros: Bool, isWhole: Bool) {
        self.knowsZeros = knowsZeros
        self.isWhole = isWhole
    }

    /// Knows that numbers are not negative.
    package static let classic = Intruder(knowsZeros: false, isWhole: false)
    /// Knows that counts are whole and that zeros are printed.
    package static let zerosKnown = Intruder(knowsZeros: true, isWhole: true)
}

/// What remains possible of a hidden number.
package struct FeasibleInterval: Sendable, Hashable {
    package let low: Double
    package let high: Double

    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Nothing but one value is possible.
    package var isExact: Bool { high - low < 1e-6 }
}

/// Bounds every hidden number by what is shown (*angrepp*): two linear programs a number, whole ones where the
/// intruder counts with whole numbers.
package final class Attack {
    private let problem: SuppressionProblem
    private let intruder: Intruder
    /// Hidden cells that hang together, each with its own program.
    private let parts: [Part]
    private let partOf: [Int]

    private final class Part {
        var program = LinearProgram()
        var cells: [Int] = []
    }

    package init(_ problem: SuppressionProblem, hidden: [Bool], by intruder: Intruder) {
        self.problem = problem
        self.intruder = intruder
        var union = Components(count: problem.cells.count)
        var relevant: [[(cell: Int, coefficient: Double)]] = []
        for relation in problem.relations {
            let terms = relation.terms.filter { hidden[$0.variable] }
            guard let first = terms.first else { continue }
            for term in terms { union.join(first.variable, term.variable) }
            relevant.append(terms.map { ($0.variable, Double($0.coefficient)) })
        }
        var partOf = Array(repeating: -1, count: problem.cells.count)
        var columns = partOf
        var partOfRoot: [Int: Int] = [:]
        var parts: [Part] = []
        for cell in problem.cells.indices where hidden[cell] {
            let root = union.root(of: cell)
            let place = partOfRoot[root] ?? parts.count
            if place == parts.count {
                partOfRoot[root] = place
                parts.append(Part())
            }
            partOf[cell] = place
            columns[cell] = parts[place].cells.count
            parts[place].cells.append(cell)
            let room = problem.room(of: cell, knowingZeros: intruder.knowsZeros)
            parts[place].program.addColumn(
                from: -room.down, to: room.up, isWhole: intruder.isWhole && problem.cells[cell].isWhole)
        }
        for terms in relevant {
            parts[partOf[terms[0].cell]].program.addRow(
                terms.map { (columns[$0.cell], $0.coefficient) }, from: 0, to: 0)
        }
        self.partOf = partOf
        self.parts = parts
    }

    /// What is possible of a hidden cell; nil when the search was given up.
    package func interval(of cell: Int) -> FeasibleInterval? {
        guard partOf[cell] >= 0 else { return nil }
        let part = parts[partOf[cell]]
        guard let column = part.cells.firstIndex(of: cell) else { return nil }
        part.program.setCost(of: column, 1)
        defer { part.program.setCost(of: column, 0) }
        guard let down = end(part, .least), let up = end(part, .greatest) else { return nil }
        let value = problem.cells[cell].value
        return FeasibleInterval(low: value + down, high: value + up)
    }

    /// Whether a hidden cell can be this value; nil when the search was given up, or the cell is not hidden.
    package func isPossible(_ value: Double, of cell: Int, nodes: Int = 2_000) -> Bool? {
        guard partOf[cell] >= 0, let column = parts[partOf[cell]].cells.firstIndex(of: cell) else { return nil }
        let part = parts[partOf[cell]]
        let room = problem.room(of: cell, knowingZeros: intruder.knowsZeros)
        let move = value - problem.cells[cell].value
        part.program.setBounds(of: column, from: move, to: move)
        defer { part.program.setBounds(of: column, from: -room.down, to: room.up) }
        switch part.program.solve(.least, dual: false) {
        case .infeasible: return false
        case .optimal, .unbounded: break
        case .undecided: return nil
        }
        if !intruder.isWhole || isWhole(part) { return true }
        switch part.program.solveWhole(.least, nodes: nodes) {
        case .infeasible: return false
        case .optimal, .unbounded: return true
        case .undecided: return nil
        }
    }

    private func end(_ part: Part, _ goal: LinearProgram.Goal) -> Double? {
        guard part.program.solve(goal, dual: false) == .optimal else { return nil }
        let relaxed = part.program.value
        if !intruder.isWhole { return relaxed }
        if isWhole(part) { return relaxed }
        guard part.program.solveWhole(goal, nodes: 20_000) == .optimal else { return nil }
        return part.program.value
    }

    /// Whether what was found among the real numbers is whole where it must be.
    private func isWhole(_ part: Part) -> Bool {
        part.cells.indices.allSatisfy { column in
            if !problem.cells[part.cells[column]].isWhole { return true }
            let value = part.program.value(of: column)
            return (value - value.rounded()).magnitude < 1e-6
        }
    }
}
