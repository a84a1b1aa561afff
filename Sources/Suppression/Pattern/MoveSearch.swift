// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms

/// Finds the move that proves a requirement at the least price: a linear program over all cells that may be hidden,
/// where what is hidden already costs next to nothing.
struct MoveSearch: ~Copyable {
    private let problem: SuppressionProblem
    private var program = LinearProgram()
    private let cells: [Int]
    /// The column of a cell's rise; its fall is the next. −1 for a cell that stays.
    private let column: [Int]
    private let room: [(down: Double, up: Double)]
    private var prices: [Double]
    private var isClosed: [Bool]
    /// Linear programs solved.
    private(set) var work = 0

    init(_ problem: SuppressionProblem, knowingZeros: Bool) {
        self.problem = problem
        cells = problem.cells.indices.filter { problem.cells[$0].mayHide || problem.cells[$0].isUnknown }
        var column = Array(repeating: -1, count: problem.cells.count)
        var room = Array(repeating: (down: 0.0, up: 0.0), count: problem.cells.count)
        for (place, cell) in cells.enumerated() {
            column[cell] = 2 * place
            room[cell] = problem.room(of: cell, knowingZeros: knowingZeros)
            program.addColumn(from: 0, to: room[cell].up, cost: 1)
            program.addColumn(from: 0, to: room[cell].down, cost: 1)
        }
        self.column = column
        self.room = room
        prices = Array(repeating: 1, count: problem.cells.count)
        isClosed = Array(repeating: false, count: problem.cells.count)
        for relation in problem.relations {
            var terms: [(column: Int, coefficient: Double)] = []
            for term in relation.terms where column[term.variable] >= 0 {
                terms.append((column[term.variable], Double(term.coefficient)))
                terms.append((column[term.variable] + 1, -Double(term.coefficient)))
            }
            if !terms.isEmpty { program.addRow(terms, from: 0, to: 0) }
        }
    }

    /// What it costs to use a cell.
    mutating func setPrice(of cell: Int, _ price: Double) {
        guard column[cell] >= 0, prices[cell] != price else { return }
        prices[cell] = price
        program.setCost(of: column[cell], price)
        program.setCost(of: column[cell] + 1, price)
    }

    /// A closed cell takes no part in a move.
    mutating func close(_ cell: Int, _ closed: Bool = true) {
        guard column[cell] >= 0, isClosed[cell] != closed else { return }
        isClosed[cell] = closed
        free(cell)
    }

    private mutating func free(_ cell: Int) {
        program.setBounds(of: column[cell], from: 0, to: isClosed[cell] ? 0 : room[cell].up)
        program.setBounds(of: column[cell] + 1, from: 0, to: isClosed[cell] ? 0 : room[cell].down)
    }

    /// The cheapest move that changes the cell by `distance` in the direction, and its price; nil when there is none.
    mutating func move(_ cell: Int, direction: Int, distance: Double) -> (move: Move, price: Double)? {
        let up = column[cell]
        guard up >= 0, distance <= (direction > 0 ? room[cell].up : room[cell].down) + 1e-9 else { return nil }
        program.setBounds(of: up, from: direction > 0 ? distance : 0, to: direction > 0 ? distance : 0)
        program.setBounds(of: up + 1, from: direction > 0 ? 0 : distance, to: direction > 0 ? 0 : distance)
        work += 1
        let outcome = program.solve(.least)
        defer { free(cell) }
        guard outcome == .optimal else { return nil }
        var pairs: [(cell: Int, by: Double)] = []
        for cell in cells {
            let by = program.value(of: column[cell]) - program.value(of: column[cell] + 1)
            if by != 0 { pairs.append((cell, by)) }
        }
        guard let move = Move(pairs, in: problem) else { return nil }
        return (move, program.value)
    }
}
