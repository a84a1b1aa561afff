// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms

/// What an intruder can say of numbers he does not see when rounded or perturbed ones are published beside those he
/// sees: each of them bounds its number, and where they add, one that is left out is bounded by the others.
package final class PerturbedAttack {
    /// A number of a table of rounded or perturbed numbers.
    package struct Published: Sendable {
        /// Its place in the problem.
        package let cell: Int
        package let value: Int
        /// The true number is at most this far from it.
        package let reach: Int
        /// Whether it is printed, or left out of the table.
        package var isSeen: Bool

        package init(cell: Int, value: Int, reach: Int, isSeen: Bool) {
            self.cell = cell
            self.value = value
            self.reach = reach
            self.isSeen = isSeen
        }
    }

    private let problem: SuppressionProblem
    private let published: [Published]
    /// Add to zero over the published numbers.
    private let relations: [LinearForm]
    /// Whether whole numbers are searched for: where percentages bind many, branching seldom finds them.
    private let isSearched: Bool
    /// Columns of whole numbers.
    private var wholes: [Int] = []
    /// Column of each number that is not known; −1 for the others.
    private var columns: [Int]
    private var classic = LinearProgram()
    private var knowing = LinearProgram()

    /// `relations` hold for the published numbers too, by their places in the problem.
    package init(_ problem: SuppressionProblem, published: [Published], relations: [LinearForm]) {
        self.problem = problem
        self.published = published
        self.relations = relations
        isSearched = problem.cells.count < Self.mostAmongPercentages || !problem.isBoundByPercentages
        columns = Array(repeating: -1, count: problem.cells.count)
        var count = 0
        for cell in problem.cells.indices where problem.cells[cell].isUnknown {
            columns[cell] = count
            if problem.cells[cell].isWhole { wholes.append(count) }
            count += 1
        }
        fill(&classic, knowingZeros: false)
        fill(&knowing, knowingZeros: true)
    }

    /// Columns are how far a number can be from what it is.
    private func fill(_ program: inout LinearProgram, knowingZeros: Bool) {
        var bounds = problem.cells.indices.map { cell in
            let room = problem.room(of: cell, knowingZeros: knowingZeros)
            return (low: -room.down, high: room.up)
        }
        for number in published where number.isSeen {
            let off = Double(number.value) - problem.cells[number.cell].value
            bounds[number.cell].low = max(bounds[number.cell].low, off - Double(number.reach))
            bounds[number.cell].high = min(bounds[number.cell].high, off + Double(number.reach))
        }
        for cell in problem.cells.indices where columns[cell] >= 0 {
            program.addColumn(
                from: bounds[cell].low, to: bounds[cell].high, isWhole: knowingZeros && problem.cells[cell].isWhole)
        }
        for relation in problem.relations {
            let terms = relation.terms.filter { columns[$0.variable] >= 0 }
            if terms.isEmpty { continue }
            program.addRow(terms.map { (columns[$0.variable], Double($0.coefficient)) }, from: 0, to: 0)
        }
        addUnseen(to: &program)
    }

    /// Numbers left out, as far as those that are printed tell them.
    private func addUnseen(to program: inout LinearProgram) {
        var unseen: [Int: Int] = [:]
        for number in published where !number.isSeen && unseen[number.cell] == nil {
            let column = program.addColumn(from: -.infinity, to: .infinity)
            unseen[number.cell] = column
            let off = Double(number.value) - problem.cells[number.cell].value
            let reach = Double(number.reach)
            if columns[number.cell] >= 0 {
                program.addRow(
                    [(columns[number.cell], 1), (column, -1)], from: off - reach, to: off + reach)
            }
        }
        for relation in relations {
            let terms = relation.terms.compactMap { term in unseen[term.variable].map { ($0, Double(term.coefficient)) }
            }
            if !terms.isEmpty { program.addRow(terms, from: 0, to: 0) }
        }
    }

    /// Whether a number that must not be known keeps its range: its distance to each side, as far as it has room, and
    /// more than one value for who knows that zeros are printed.
    package func withstands(_ cell: Int) -> Bool {
        let column = columns[cell]
        guard column >= 0 else { return false }
        let own = problem.cells[cell]
        let distance = own.distance ?? 1
        let down = min(distance, problem.room(of: cell, knowingZeros: false).down)
        guard let high = end(&classic, column, .greatest), high >= distance - 1e-6,
            let low = end(&classic, column, .least), low <= -down + 1e-6
        else { return false }
        guard own.isWhole, own.value >= own.leastKnowingZeros else { return true }
        return isOpen(column)
    }

    /// Among whole numbers, zeros known. Where they are not searched for, only what is found at once counts.
    private func isOpen(_ column: Int) -> Bool {
        for goal in [LinearProgram.Goal.greatest, .least] {
            guard let end = end(&knowing, column, goal) else { continue }
            if end.magnitude < 1 - 1e-6 { continue }
            if end.isFinite, isWhole { return true }
            if !isSearched { continue }
            knowing.setCost(of: column, 1)
            defer { knowing.setCost(of: column, 0) }
            let outcome = knowing.solveWhole(goal, nodes: Self.nodes)
            if outcome == .optimal, knowing.value.magnitude > 1 - 1e-6 { return true }
        }
        return false
    }

    private static let nodes = 5_000
    /// Numbers of a problem that percentages bind, in which whole ones are searched for, at most.
    private static let mostAmongPercentages = 100

    /// Whether the numbers last found are whole.
    private var isWhole: Bool {
        wholes.allSatisfy { column in
            let value = knowing.value(of: column)
            return (value - value.rounded()).magnitude < 1e-6
        }
    }

    private func end(_ program: inout LinearProgram, _ column: Int, _ goal: LinearProgram.Goal) -> Double? {
        program.setCost(of: column, 1)
        defer { program.setCost(of: column, 0) }
        switch program.solve(goal, dual: false) {
        case .optimal: return program.value
        case .unbounded: return goal == .greatest ? .infinity : -.infinity
        case .infeasible, .undecided: return nil
        }
    }
}
