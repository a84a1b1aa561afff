// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms

/// Sees to it that every number that counts whole things can have the whole values asked for, where real numbers
/// promised more than whole ones keep (tables of three dimensions and more), by hiding what the cheapest whole move uses.
struct WholeRepair {
    private(set) var hidden: [Bool]
    /// Requirements that no pattern meets.
    private(set) var failing: [Requirement] = []
    /// Those of them that may not fail.
    var lost: [Requirement] { failing.filter { !$0.mayFail } }

    /// Where none of the hidden have a move, `isLacking`, others only.
    init(
        _ problem: SuppressionProblem, hidden start: [Bool], _ requirements: [Requirement], isLacking: Bool = false,
        limits: WorkLimits, _ patience: inout SearchPatience
    ) {
        hidden = start
        var search = WholeMoveSearch(problem, limits)
        var moves: [Move] = []
        for wanted in requirements where !moves.contains(where: { $0.meets(wanted) }) {
            switch search.move(wanted, hidden: hidden, isLacking: isLacking, &patience) {
            case .found(let move):
                for step in move.steps { hidden[step.cell] = true }
                moves.append(move)
            case .none: failing.append(wanted)
            // What was not settled within the limit of work is kept among real numbers.
            case .undecided: continue
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
    /// Whether the search is left: in a large problem that percentages bind it would find nothing.
    private let isLeft: Bool
    private let gap: Double

    init(_ problem: SuppressionProblem, _ limits: WorkLimits) {
        self.problem = problem
        // A small problem is soon searched through, however many its nodes.
        let most = max(limits.nodesOfMoves, min(5_000, 200_000 / max(1, problem.cells.count)))
        // What percentages bind is seldom found by branching, if it is not found soon.
        let isBoundByPercentages = problem.isBoundByPercentages
        isLeft = isBoundByPercentages && problem.cells.count > limits.mostCellsAmongPercentages
        nodes =
            isBoundByPercentages
            ? min(most, max(limits.nodesAmongPercentages, 6_000 / max(1, problem.cells.count))) : most
        gap = limits.gap
    }

    enum Outcome {
        case found(Move)
        case none
        case undecided
    }

    mutating func move(
        _ wanted: Requirement, hidden: [Bool], isLacking: Bool, _ patience: inout SearchPatience
    ) -> Outcome {
        if isLeft { return .undecided }
        let isAllHidden = problem.cells.indices.allSatisfy { hidden[$0] || !problem.cells[$0].mayHide }
        var isUndecided = false
        for mayAdd in [false, true] where mayAdd ? !isAllHidden : !isLacking {
            var best: (move: Move, price: Double)?
            for sign in wanted.direction.signs {
                let answer = solve(wanted, Double(sign), hidden: hidden, mayAdd: mayAdd, &patience)
                guard let found = answer.found else {
                    if !answer.isSettled { isUndecided = true }
                    continue
                }
                if best.map({ found.price < $0.price }) ?? true { best = found }
                if !mayAdd { break }
            }
            if let best { return .found(best.move) }
        }
        return isUndecided ? .undecided : .none
    }

    private func solve(
        _ wanted: Requirement, _ direction: Double, hidden: [Bool], mayAdd: Bool, _ patience: inout SearchPatience
    ) -> (found: (move: Move, price: Double)?, isSettled: Bool) {
        var program = LinearProgram()
        var cells: [Int] = []
        var column = Array(repeating: -1, count: problem.cells.count)
        for (index, other) in problem.cells.enumerated() where hidden[index] || (mayAdd && other.mayHide) {
            column[index] = program.columns
            cells.append(index)
            let price = hidden[index] ? 1e-3 : other.loss + 1e-3
            let isOwn = index == wanted.cell
            let (down, up) = problem.room(of: index, knowingZeros: true)
            if isOwn, (direction < 0 ? down : up) < wanted.distance { return (nil, true) }
            let own = isOwn ? wanted.distance : 0
            // Another value is any; a value at a distance is that.
            let isFixed = isOwn && wanted.direction != .either
            program.addColumn(
                from: direction > 0 ? own : 0, to: isOwn && direction < 0 ? 0 : isFixed ? own : up, cost: price,
                isWhole: other.isWhole)
            program.addColumn(
                from: direction < 0 ? own : 0, to: isOwn && direction > 0 ? 0 : isFixed ? own : down, cost: price,
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
        switch program.solve(.least) {
        case .optimal: break
        case .infeasible: return (nil, true)
        case .unbounded, .undecided: return (nil, false)
        }
        if let move = read(program, cells, column), move.move.isWhole { return (move, true) }
        if patience.isLost { return (nil, false) }
        let outcome = program.solveWhole(.least, nodes: nodes, gap: mayAdd ? gap : 1e6)
        patience.note(outcome)
        switch outcome {
        case .optimal: return (read(program, cells, column), true)
        case .infeasible: return (nil, true)
        case .unbounded, .undecided: return (nil, false)
        }
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
