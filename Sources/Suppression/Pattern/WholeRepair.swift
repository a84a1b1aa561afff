// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms

/// Sees to it that every primary cell can have another whole value, where real numbers promised more than whole ones
/// keep (tables of three dimensions and more), by hiding what the cheapest whole move uses.
struct WholeRepair {
    private(set) var hidden: [Bool]
    /// Primary cells that no pattern protects.
    private(set) var lost: [Int] = []

    /// Tries `cells`, or all primary ones; where none of the hidden have a move, `isLacking`, others only.
    init(
        _ problem: SuppressionProblem, hidden start: [Bool], cells: [Int]? = nil, isLacking: Bool = false,
        skipping: Set<Int>, limits: WorkLimits, _ patience: inout SearchPatience
    ) {
        hidden = start
        var search = WholeMoveSearch(problem, limits)
        var proven: Set<Int> = []
        for cell in cells ?? problem.primaries where !skipping.contains(cell) && !proven.contains(cell) {
            if !problem.cells[cell].isWhole || problem.cells[cell].value < problem.cells[cell].leastKnowingZeros {
                continue
            }
            guard let move = search.move(cell, hidden: hidden, isLacking: isLacking, &patience) else {
                lost.append(cell)
                continue
            }
            for step in move.steps {
                hidden[step.cell] = true
                proven.insert(step.cell)
            }
        }
    }
}

/// How long whole moves are searched for. What binds the moves of many cells (a percentage of them all) makes one search
/// after the other end without an answer, and then no more are begun.
struct SearchPatience {
    private var fruitless = 0

    var isLost: Bool { fruitless >= 6 }

    mutating func note(_ outcome: LinearProgram.Outcome) { if outcome == .undecided { fruitless += 1 } }
}

/// Finds whole moves for the intruder who knows that zeros are printed: among what is hidden if there is one, else
/// the cheapest of all.
private struct WholeMoveSearch: ~Copyable {
    private let problem: SuppressionProblem

    private let nodes: Int
    private let gap: Double

    init(_ problem: SuppressionProblem, _ limits: WorkLimits) {
        self.problem = problem
        // A small problem is soon searched through, however many its nodes.
        nodes = max(limits.nodesOfMoves, min(5_000, 200_000 / max(1, problem.cells.count)))
        gap = limits.gap
    }

    mutating func move(
        _ cell: Int, hidden: [Bool], isLacking: Bool, _ patience: inout SearchPatience
    ) -> Move? {
        let isAllHidden = problem.cells.indices.allSatisfy { hidden[$0] || !problem.cells[$0].mayHide }
        for mayAdd in [false, true] where mayAdd ? !isAllHidden : !isLacking {
            var best: (move: Move, price: Double)?
            for direction in [1.0, -1.0] {
                guard let found = solve(cell, direction, hidden: hidden, mayAdd: mayAdd, &patience) else { continue }
                if best.map({ found.price < $0.price }) ?? true { best = found }
                if !mayAdd { break }
            }
            if let best { return best.move }
        }
        return nil
    }

    private func solve(
        _ cell: Int, _ direction: Double, hidden: [Bool], mayAdd: Bool, _ patience: inout SearchPatience
    ) -> (move: Move, price: Double)? {
        var program = LinearProgram()
        var cells: [Int] = []
        var column = Array(repeating: -1, count: problem.cells.count)
        for (index, other) in problem.cells.enumerated() where hidden[index] || (mayAdd && other.mayHide) {
            column[index] = program.columns
            cells.append(index)
            let price = hidden[index] ? 1e-3 : other.loss + 1e-3
            let isOwn = index == cell
            let (down, up) = problem.room(of: index, knowingZeros: true)
            if isOwn, (direction < 0 ? down : up) < 1 { return nil }
            let own = isOwn ? 1.0 : 0
            program.addColumn(
                from: direction > 0 ? own : 0, to: isOwn && direction < 0 ? 0 : up, cost: price,
                isWhole: other.isWhole)
            program.addColumn(
                from: direction < 0 ? own : 0, to: isOwn && direction > 0 ? 0 : down, cost: price,
                isWhole: other.isWhole)
        }
        for relation in problem.relations {
            var terms: [(column: Int, coefficient: Double)] = []
            for term in relation.terms where column[term.variable] >= 0 {
                terms.append((column[term.variable], Double(term.coefficient)))
                terms.append((column[term.variable] + 1, -Double(term.coefficient)))
            }
            if !terms.isEmpty { program.addRow(terms, from: 0, to: 0) }
        }
        // Among what is hidden already any move will do; another cell hidden is to be a cheap one.
        guard program.solve(.least) == .optimal else { return nil }
        if let move = read(program, cells, column), move.move.isWhole { return move }
        if patience.isLost { return nil }
        let outcome = program.solveWhole(.least, nodes: nodes, gap: mayAdd ? gap : 1e6)
        patience.note(outcome)
        return outcome == .optimal ? read(program, cells, column) : nil
    }

    private func read(
        _ program: borrowing LinearProgram, _ cells: [Int], _ column: [Int]
    ) -> (move: Move, price: Double)? {
        var pairs: [(cell: Int, by: Double)] = []
        for cell in cells {
            let by = program.value(of: column[cell]) - program.value(of: column[cell] + 1)
            if by != 0 { pairs.append((cell, by)) }
        }
        return Move(pairs, in: problem).map { ($0, program.value) }
    }
}
