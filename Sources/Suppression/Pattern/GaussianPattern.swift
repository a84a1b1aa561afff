// SPDX-License-Identifier: EUPL-1.2

/// Secondary suppression by Gaussian elimination (Langsrud 2024, *Secondary cell suppression by Gaussian elimination:
/// an algorithm suitable for handling issues with zeros and singletons*, PSD 2024).
///
/// The numbers are taken in order of their worth to the reader, totals and the main figures first, and each is
/// published unless a primary number would then be a linear combination of published ones, or numbers that all are
/// their least would add up to a published one: who knows that zeros are printed knows that each of them is 1. What
/// cannot be published is hidden. No number that is hidden could be shown for all that was published before it.
package struct GaussianPattern: Sendable {
    package let hidden: [Bool]
    package let loss: Double

    /// The same pattern whatever the order of cells and relations, but for cells that nothing tells apart.
    package init(_ problem: SuppressionProblem, profile: ProtectionProfile) {
        let rows = IndependentRelations(problem.relations, count: problem.cells.count).rows
        let order = WorthOrder(problem, rows)
        let cells = problem.cells
        let isKnown = cells.map { !$0.mayHide && !$0.isUnknown }
        let isOpen = cells.map { $0.isOpen && !$0.isPrimary }
        let isSingleton = cells.indices.map { cell in
            !isKnown[cell] && problem.room(of: cell, knowingZeros: profile.asksForWholes).down < 1e-9
        }
        var tableau = RelationTableau(
            rows, order: order.fromLeast, isKnown: isKnown, isOpen: isOpen, isSingleton: isSingleton)
        let isPrimary = cells.map(\.isPrimary)
        var hidden = cells.map(\.isUnknown)
        for cell in order.mostFirst where !isKnown[cell] && !cells[cell].isUnknown {
            if Self.tells(of: cell, &tableau, order, isPrimary, isSingleton) {
                hidden[cell] = true
            } else {
                tableau.publish(cell)
            }
        }
        self.hidden = hidden
        loss = problem.loss(hidden)
    }

    /// Whether publishing a number would tell a primary one.
    private static func tells(
        of cell: Int, _ tableau: inout RelationTableau, _ order: WorthOrder, _ isPrimary: [Bool], _ isSingleton: [Bool]
    ) -> Bool {
        if let beside = tableau.row(ofPivot: cell) {
            // It follows from what is published.
            if beside.isEmpty { return false }
            if tells(beside, isPrimary, isSingleton) { return true }
            tableau.unpivot(cell, order: order.fromLeast)
        }
        return tableau.remainders(without: cell).contains { tells($0, isPrimary, isSingleton) }
    }

    /// Whether the sum of these, which would be known, tells a primary one: because it stands alone, or because all
    /// are their least.
    private static func tells(
        _ sum: [RelationTableau.Entry], _ isPrimary: [Bool], _ isSingleton: [Bool]
    ) -> Bool {
        guard sum.contains(where: { isPrimary[$0.column] }) else { return false }
        if sum.count == 1 { return true }
        let isUp = PrimeField.isPositive(sum[0].value)
        return sum.allSatisfy { PrimeField.isPositive($0.value) == isUp && isSingleton[$0.column] }
    }
}
