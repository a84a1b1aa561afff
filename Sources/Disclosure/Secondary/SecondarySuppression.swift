// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression

/// Hides further cells until no hidden number follows from what is shown (*sekundär prickning*).
///
/// What to hide is chosen with least loss so that everything guarded keeps its range (`LeastLoss`). What is hidden
/// takes others with it (a share with its numerator), which must be guarded too: the choice is repeated until nothing
/// is lacking. Last, exact elimination over all relations, and over what holds more or less, looks for hidden
/// numbers that are linear combinations of shown ones, and hides the least of what gives one away.
struct SecondarySuppression {
    let system: LinkedSystem
    let settings: DisclosureSettings
    let primary: [PrimaryFinding]
    /// Cells that compare this one.
    private let comparing: [[Int]]
    private(set) var state: SuppressionState
    /// Guarded numbers that nothing protects, by number.
    private(set) var unprotected: [Int] = []
    private var solved = SolvedParts()
    /// How many guarded numbers stand in parts too large to be attacked by linear programs.
    private(set) var untested = 0
    /// Whether something is hidden because what it hangs together with is too large to be attacked.
    private(set) var isTooLarge = false

    /// Cells that are hidden, whatever the reason, in the order of tables and rows.
    var isHidden: [Bool] { state.isHidden }
    /// What is left out of cells that are shown, in the same order.
    var withheld: [Withholding] { state.withheld }

    init(_ system: LinkedSystem, primary: [PrimaryFinding], settings: DisclosureSettings) {
        self.system = system
        self.settings = settings
        self.primary = primary
        var comparing: [[Int]] = Array(repeating: [], count: system.cells.count)
        for (index, cell) in system.cells.enumerated() {
            for other in cell.compared { comparing[other].append(index) }
        }
        self.comparing = comparing
        state = SuppressionState(system, primary: primary, comparing: comparing, threshold: settings.threshold)
    }

    /// Begins with what was hidden of the same cells in a system that knows less.
    mutating func adopt(_ other: SecondarySuppression) {
        solved = other.solved
        isTooLarge = other.isTooLarge
        for index in system.cells.indices {
            if other.isHidden[index] {
                state.hide(cell: index, of: system, comparing)
            } else if other.withheld[index] != .nothing {
                state.withhold(index, as: other.withheld[index], of: system, comparing)
            }
        }
    }

    /// Hides until safe. Every turn hides something that was shown, so it ends.
    mutating func run() {
        if state.guards.isEmpty { return }
        var changed = true
        while changed {
            // What is hidden guards something of its own, so the choice is made until nothing is lacking.
            while hideAtLeastLoss() {}
            changed = false
            while hideDerivable() || hideForced() { changed = true }
            if !changed, untested > 0 { changed = hideAtLeastLoss(hidesTooLarge: true) }
        }
    }

    /// One choice over all linked parts; true when something was hidden.
    private mutating func hideAtLeastLoss(hidesTooLarge: Bool = false) -> Bool {
        let choice = LeastLoss(system, state, settings, hidesTooLarge: hidesTooLarge, solved: &solved)
        unprotected = choice.unprotected
        untested = choice.untested
        isTooLarge = isTooLarge || choice.isTooLarge
        var changed = false
        for cell in choice.tooNarrow where !state.isHidden[cell] {
            state.hide(cell: cell, of: system, comparing)
            changed = true
        }
        for variable in choice.quantities where state.isKnown[variable] {
            if hide(variable) { changed = true }
        }
        return changed
    }

    /// One pass over all guarded numbers; true when something was hidden.
    private mutating func hideDerivable() -> Bool {
        guard !state.guards.isEmpty else { return false }
        let systems =
            [(system.relations, state.guards)]
            + system.views.map { ($0, Array(state.guards.prefix(state.primaryGuards))) }
        var changed = false
        for (relations, guards) in systems {
            let elimination = Elimination(relations, isKnown: state.isKnown)
            for form in guards {
                guard let support = elimination.derivation(of: form) else { continue }
                // Already broken by something hidden in this pass.
                if support.contains(where: { !state.isKnown[$0] }) { continue }
                guard let least = support.filter({ !system.isPublished[$0] }).min(by: isLess) else { continue }
                if hide(least) { changed = true }
            }
        }
        return changed
    }

    private mutating func hideForced() -> Bool {
        guard let shown = state.forced(in: system) else { return false }
        return shown.min(by: isLess).map { hide($0) } ?? false
    }

    /// Hides a number; where leaving it out of a cell is not enough, the cell too. False when nothing can hide it.
    private mutating func hide(_ variable: Int) -> Bool {
        state.hide(quantity: variable, of: system, comparing)
        if state.isKnown[variable] {
            for cell in system.cellsShowing[variable] { state.hide(cell: cell, of: system, comparing) }
        }
        return !state.isKnown[variable]
    }

    /// Which of two shown numbers is hidden rather: what is not zero, the finest breakdown, the fewest persons, the
    /// smallest, the first.
    private func isLess(_ a: Int, _ b: Int) -> Bool {
        let first = cost(a)
        let second = cost(b)
        return (first.zero, -first.depth, first.persons, first.size, a)
            < (second.zero, -second.depth, second.persons, second.size, b)
    }

    private func cost(_ variable: Int) -> (zero: Int, depth: Int, persons: Int, size: Double) {
        let cells = system.cellsShowing[variable].map { system.cells[$0] }
        return (
            system.isZero(variable) ? 1 : 0, cells.map(\.depth).max() ?? 0, cells.map(\.persons).max() ?? 0,
            system.values[variable]?.magnitude ?? 0
        )
    }
}
