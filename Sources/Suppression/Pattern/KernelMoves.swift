// SPDX-License-Identifier: EUPL-1.2

/// The simplest moves among what is hidden: one for every hidden number that the relations leave free, with what must
/// follow it. Read off the eliminated relations, they prove most of what is to be proved without a linear program.
enum KernelMoves {
    /// Longer moves are not worth looking at.
    private static let mostSteps = 200
    /// Greater steps stand for fractions.
    private static let greatestStep: UInt64 = 1_000

    /// Totals follow from their parts.
    static func moves(_ problem: SuppressionProblem, hidden: [Bool]) -> [Move] {
        let relations = IndependentRelations(problem.relations, count: hidden.count).rows
        let order = problem.cells.indices.map { $0 }
        return moves(problem, RelationTableau(relations, order: order, isKnown: hidden.map { !$0 }), hidden)
    }

    /// Of numbers that are all hidden, what comes last in the order moves what comes first: each order has moves of its
    /// own.
    static func moves(_ problem: SuppressionProblem, order: [Int]) -> [Move] {
        let relations = IndependentRelations(problem.relations, count: order.count).rows
            .map { IndependentRelations.Row(relation: $0.relation, total: nil) }
        let hidden = order.map { _ in true }
        return moves(problem, RelationTableau(relations, order: order, isKnown: order.map { _ in false }), hidden)
    }

    private static func moves(
        _ problem: SuppressionProblem, _ tableau: RelationTableau, _ hidden: [Bool]
    ) -> [Move] {
        var pairs: [[(cell: Int, by: Double)]] = hidden.map { _ in [] }
        var isLong = hidden.map { _ in false }
        for cell in problem.cells.indices where hidden[cell] {
            guard let beside = tableau.row(ofPivot: cell) else {
                pairs[cell].append((cell, 1))
                continue
            }
            for entry in beside {
                let size = min(entry.value, PrimeField.negate(entry.value))
                if size > greatestStep || pairs[entry.column].count >= mostSteps {
                    isLong[entry.column] = true
                    continue
                }
                let step = Double(size)
                pairs[entry.column].append((cell, PrimeField.isPositive(entry.value) ? -step : step))
            }
        }
        return problem.cells.indices.compactMap { cell in
            if isLong[cell] || pairs[cell].isEmpty || tableau.row(ofPivot: cell) != nil { return nil }
            return Move(pairs[cell].sorted { $0.cell < $1.cell }, in: problem)
        }
    }
}
