// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression

/// Hides further cells until no hidden number follows from what is shown (*sekundär prickning*).
///
/// The simple, safe step: exact elimination over all relations of the release finds every hidden number that is a
/// linear combination of shown ones; of the shown numbers that give it away the least is hidden too (the finest
/// breakdown first, the fewest persons first, totals last), and the search is repeated until nothing follows. Then
/// what was hidden in vain is shown again, the most valuable first. It does not look for the least loss, and of
/// ranges it sees only the plainest: hidden counts that must all be 1.
struct SecondarySuppression {
    let system: LinkedSystem
    private let primary: [PrimaryFinding]
    /// Cells that compare this one.
    private let comparing: [[Int]]
    private var state: SuppressionState

    /// Cells that are hidden, whatever the reason, in the order of tables and rows.
    var isHidden: [Bool] { state.isHidden }
    /// Cells shown without what they are of, in the same order.
    var isBaseWithheld: [Bool] { state.isBaseWithheld }

    init(_ system: LinkedSystem, primary: [PrimaryFinding]) {
        self.system = system
        self.primary = primary
        var comparing: [[Int]] = Array(repeating: [], count: system.cells.count)
        for (index, cell) in system.cells.enumerated() {
            for other in cell.compared { comparing[other].append(index) }
        }
        self.comparing = comparing
        state = SuppressionState(system, primary: primary, comparing: comparing, hiding: [])
    }

    /// Hides until safe, then shows what need not be hidden.
    mutating func run() {
        while hideDerivable() || hideForced() {}
        showSpared()
    }

    /// One pass over all guarded numbers; true when something was hidden.
    private mutating func hideDerivable() -> Bool {
        guard !state.guards.isEmpty else { return false }
        let systems = [system.relations] + system.views
        var changed = false
        for relations in systems {
            let elimination = Elimination(relations, isKnown: state.isKnown)
            for form in state.guards {
                guard let support = elimination.derivation(of: form) else { continue }
                // Already broken by something hidden in this pass.
                if support.contains(where: { !state.isKnown[$0] }) { continue }
                guard let least = support.min(by: isLess) else { continue }
                state.hide(quantity: least, of: system, comparing)
                changed = true
            }
        }
        return changed
    }

    private mutating func hideForced() -> Bool {
        guard let shown = state.forced(in: system) else { return false }
        guard let least = shown.min(by: isLess) else { return false }
        state.hide(quantity: least, of: system, comparing)
        return true
    }

    /// Each number hidden to protect others is tried in the open again, the most valuable first.
    private mutating func showSpared() {
        for candidate in state.chosen.sorted(by: { isLess($1, $0) }) {
            let rest = state.chosen.filter { $0 != candidate }
            let trial = SuppressionState(system, primary: primary, comparing: comparing, hiding: rest)
            if trial.isSafe(in: system) { state = trial }
        }
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
