// SPDX-License-Identifier: EUPL-1.2

/// A pattern held up by moves: every requirement has a move that proves it, and hidden is what the moves use.
///
/// Built requirement by requirement, each by the cheapest move beside what is hidden already (after Kelly, Golden and
/// Assad 1992); then made cheaper by closing a hidden cell and leading its requirements another way.
struct RoutedPattern: ~Copyable {
    let problem: SuppressionProblem
    let requirements: [Requirement]
    private var searches: [MoveSearchBox]
    private var moves: [Move] = []
    /// The move that proves a requirement; −1 when none does.
    private(set) var proof: [Int]
    /// How many proofs use a cell.
    private var uses: [Int]
    private(set) var loss = 0.0
    /// Prices that lead the search; the cells' losses to begin with.
    var guide: [Double]
    /// Hidden whatever the moves use.
    private let start: [Bool]

    var work: Int { searches[0].work + searches[1].work }
    var hidden: [Bool] { problem.cells.indices.map { isHidden($0) } }
    /// Requirements that no pattern meets.
    var unmet: [Requirement] { requirements.indices.filter { proof[$0] < 0 }.map { requirements[$0] } }

    /// `start` is what is hidden to begin with, and stays so; by itself it is what the primary rules hide.
    init(_ problem: SuppressionProblem, _ requirements: [Requirement], from start: [Bool]? = nil) {
        self.problem = problem
        self.requirements = requirements
        self.start = start ?? problem.cells.map(\.isUnknown)
        searches = [MoveSearchBox(problem, knowingZeros: false), MoveSearchBox(problem, knowingZeros: true)]
        proof = Array(repeating: -1, count: requirements.count)
        uses = Array(repeating: 0, count: problem.cells.count)
        guide = problem.cells.map(\.loss)
        loss = start.map(problem.loss) ?? problem.primaries.reduce(0) { $0 + problem.cells[$1].loss }
    }

    private func isHidden(_ cell: Int) -> Bool { uses[cell] > 0 || start[cell] }

    /// What a move would add to the loss.
    private func added(by move: Move) -> Double {
        move.steps.reduce(0) { isHidden($1.cell) ? $0 : $0 + problem.cells[$1.cell].loss }
    }

    private mutating func set(_ requirement: Int, to move: Int) {
        if proof[requirement] >= 0 {
            for step in moves[proof[requirement]].steps {
                uses[step.cell] -= 1
                if uses[step.cell] == 0, !start[step.cell] { loss -= problem.cells[step.cell].loss }
            }
        }
        proof[requirement] = move
        guard move >= 0 else { return }
        for step in moves[move].steps {
            if uses[step.cell] == 0, !start[step.cell] { loss += problem.cells[step.cell].loss }
            uses[step.cell] += 1
        }
    }

    /// Gives the requirement a proof, the cheapest beside what is hidden; false when there is none.
    mutating func route(_ requirement: Int, closed: Set<Int> = []) -> Bool {
        let wanted = requirements[requirement]
        var best: (move: Int, added: Double)?
        for (index, move) in moves.enumerated() where move.meets(wanted) {
            if !closed.isEmpty, move.steps.contains(where: { closed.contains($0.cell) }) { continue }
            let added = added(by: move)
            if best.map({ added < $0.added }) ?? true { best = (index, added) }
            if added == 0 { break }
        }
        if best?.added != 0, let found = search(wanted) {
            let added = added(by: found)
            if best.map({ added < $0.added }) ?? true {
                moves.append(found)
                best = (moves.count - 1, added)
            }
        }
        guard let best else { return false }
        set(requirement, to: best.move)
        return true
    }

    private mutating func search(_ wanted: Requirement) -> Move? {
        let box = searches[wanted.knowingZeros ? 1 : 0]
        for cell in problem.cells.indices {
            box.search.setPrice(of: cell, isHidden(cell) ? 1e-3 : guide[cell] + 1e-3)
        }
        var best: (move: Move, price: Double)?
        for direction in wanted.direction.signs {
            guard let found = box.search.move(wanted.cell, direction: direction, distance: wanted.distance),
                found.move.meets(wanted)
            else { continue }
            if best.map({ found.price < $0.price }) ?? true { best = found }
        }
        return best?.move
    }

    /// Proofs for all that lack one, in the order given.
    mutating func routeAll(_ order: [Int]) {
        for requirement in order where proof[requirement] < 0 { _ = route(requirement) }
    }

    /// Leads what uses a cell another way, where that loses less. One pass over the hidden cells, the dearest first;
    /// true when something was won.
    mutating func reroute(work limit: Int) -> Bool {
        var won = false
        let order = problem.cells.indices.filter { uses[$0] > 0 && !start[$0] }
            .sorted { (problem.cells[$0].loss, $1) > (problem.cells[$1].loss, $0) }
        for cell in order where uses[cell] > 0 {
            if work > limit { return won }
            won = close([cell]) || won
        }
        return won
    }

    /// Tries to do without some cells; true when that lost less, else all is as it was.
    mutating func close(_ cells: [Int]) -> Bool {
        let closed = Set(cells)
        let before = (proof: proof, loss: loss, uses: uses)
        let affected = requirements.indices.filter { index in
            proof[index] >= 0 && moves[proof[index]].steps.contains { closed.contains($0.cell) }
        }
        for requirement in affected { set(requirement, to: -1) }
        for cell in cells { for box in searches { box.search.close(cell) } }
        var isBetter = true
        for requirement in affected {
            if !route(requirement, closed: closed) || loss > before.loss - 1e-9 {
                isBetter = false
                break
            }
        }
        for cell in cells { for box in searches { box.search.close(cell, false) } }
        if !isBetter { (proof, loss, uses) = before }
        return isBetter
    }
}
