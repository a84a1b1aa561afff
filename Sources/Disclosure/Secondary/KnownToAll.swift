// SPDX-License-Identifier: EUPL-1.2
import Measures
import Suppression

/// What everybody knows of numbers that a release hides or leaves out: what another table shows, and what follows from it.
struct KnownToAll {
    private let suppression: SecondarySuppression
    private let elimination: Elimination

    init(_ suppression: SecondarySuppression) {
        self.suppression = suppression
        elimination = Elimination(suppression.system.relations, isKnown: suppression.state.isKnown)
    }

    /// Of a cell that shows not all of it.
    func parts(of number: Measurement, _ cell: Int) -> ReleasedTable.KnownParts {
        guard number.value != nil, suppression.isHidden[cell] || suppression.withheld[cell] != .nothing else {
            return ReleasedTable.KnownParts()
        }
        // How many persons there are is the number itself: what is hidden is not printed beside the sign for it.
        let parts = suppression.system.cells[cell].quantities
        let isItself = parts[.persons] != nil && parts[.persons] == parts[.value]
        return ReleasedTable.KnownParts(
            persons: !isItself && isKnown(.persons, cell) ? number.persons : nil,
            numerator: isKnown(.numerator, cell) && !number.isWeighted ? number.numerator : nil,
            denominator: isKnown(.denominator, cell) && !number.isWeighted ? number.denominator : nil)
    }

    private func isKnown(_ part: Part, _ cell: Int) -> Bool {
        guard let variable = suppression.system.cells[cell].quantities[part] else { return false }
        // That nobody has it is what a shown share of 0 per cent says.
        if part == .numerator, !suppression.isHidden[cell], suppression.system.isZero(variable) { return true }
        return suppression.state.isKnown[variable] || elimination.derivation(of: LinearForm(variable)) != nil
    }
}
