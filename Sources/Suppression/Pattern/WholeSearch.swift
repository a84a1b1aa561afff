// SPDX-License-Identifier: EUPL-1.2

/// Finds the cheapest moves of a whole problem one after the other. Each begins where the one before ended, which in a
/// problem of some size is quicker than to begin anew among the nearest cells.
struct WholeSearch {
    private let problem: SuppressionProblem
    /// For those who do not know that zeros are printed, and for those who do.
    private var searches: [MoveSearchBox?] = [nil, nil]

    /// In larger ones the nearest cells are quicker.
    private static let mostCells = 1_500

    init(_ problem: SuppressionProblem) { self.problem = problem }

    var isQuicker: Bool { problem.cells.count <= Self.mostCells }

    /// The cheapest move that meets the requirement, where what is hidden costs next to nothing; nil where there is none.
    mutating func cheapest(_ wanted: Requirement, hidden: [Bool]) -> Move? {
        let place = wanted.knowingZeros ? 1 : 0
        let box = searches[place] ?? MoveSearchBox(problem, knowingZeros: wanted.knowingZeros)
        searches[place] = box
        for cell in problem.cells.indices {
            box.search.setPrice(of: cell, hidden[cell] ? 1e-3 : problem.cells[cell].loss + 1e-3)
        }
        let moves = wanted.direction.signs.compactMap {
            box.search.move(wanted.cell, direction: $0, distance: wanted.distance)
        }
        return moves.min { $0.price < $1.price }?.move
    }
}
