// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures

/// Hides further cells until no hidden number follows from what is shown (*sekundär prickning*).
///
/// The simple, safe step: exact elimination over all relations of the release finds every hidden number that is a
/// linear combination of shown ones; of the shown numbers that give it away the least is hidden too (the finest
/// breakdown first, the fewest persons first, totals last), and the search is repeated until nothing follows. It
/// does not look for the least loss, and of ranges it sees only the plainest: hidden counts that must all be 1.
struct SecondarySuppression {
    private(set) var system: LinkedSystem
    /// Cells that are hidden, whatever the reason.
    private(set) var isHidden: [Bool]
    /// Forms an outsider must not be able to compute, in the order they came up.
    private var guards: [LinearForm] = []
    private var guardSet: Set<LinearForm> = []
    /// Cells that compare this one.
    private let comparing: [[Int]]
    /// Whether an outsider sees the number printed somewhere.
    private var isKnown: [Bool]

    init(_ system: LinkedSystem, primary: [PrimaryFinding]) {
        self.system = system
        isHidden = Array(repeating: false, count: system.cells.count)
        var comparing: [[Int]] = Array(repeating: [], count: system.cells.count)
        for (index, cell) in system.cells.enumerated() {
            for other in cell.compared { comparing[other].append(index) }
        }
        self.comparing = comparing
        isKnown = system.cellsShowing.map { !$0.isEmpty }
        for (index, finding) in primary.enumerated() where finding.isHidden { hide(index, finding) }
    }

    /// Hides until safe. Each turn hides at least one cell, so it ends.
    mutating func run() {
        while hideDerivable() || hideForced() {}
    }

    // MARK: - Hiding

    private mutating func hide(_ index: Int, _ finding: PrimaryFinding) {
        let cell = system.cells[index]
        for part in finding.parts { guardPart(part, of: cell) }
        if finding.guardsComplement, let x = cell.quantities[.numerator], let n = cell.quantities[.denominator] {
            protect(LinearForm([(n, 1), (x, -1)]))
        }
        hide(index)
    }

    private mutating func hide(_ index: Int) {
        guard !isHidden[index] else { return }
        isHidden[index] = true
        let cell = system.cells[index]
        for variable in cell.quantities.values {
            isKnown[variable] = system.cellsShowing[variable].contains { !isHidden[$0] }
        }
        switch cell.kind {
        case .share: guardPart(.numerator, of: cell)
        default: guardPart(.value, of: cell)
        }
        for other in comparing[index] { hide(other) }
    }

    /// Hides every cell that prints the number, and keeps it from being computed.
    private mutating func hide(quantity variable: Int) {
        protect(LinearForm(variable))
        for cell in system.cellsShowing[variable] where !isHidden[cell] {
            let isBase = system.cells[cell].quantities[.persons] == variable
            hide(cell)
            // A ratio hidden for its n: neither of its sums may be left open for the ratio to be made of.
            if isBase { guardPart(.numerator, of: system.cells[cell]) }
        }
    }

    private mutating func guardPart(_ part: Part, of cell: LinkedSystem.Cell) {
        if let variable = cell.quantities[part] { protect(LinearForm(variable)) }
    }

    private mutating func protect(_ form: LinearForm) {
        if guardSet.insert(form).inserted { guards.append(form) }
    }

    // MARK: - Searching

    /// One pass over all guarded numbers; true when something was hidden.
    private mutating func hideDerivable() -> Bool {
        guard !guards.isEmpty else { return false }
        let elimination = Elimination(system.relations, isKnown: isKnown)
        var changed = false
        for form in guards {
            guard let support = elimination.derivation(of: form) else { continue }
            // Already broken by something hidden in this pass.
            if support.contains(where: { !isKnown[$0] }) { continue }
            guard let least = support.min(by: { isLess($0, $1) }) else { continue }
            hide(quantity: least)
            changed = true
        }
        return changed
    }

    /// Zeros are shown, so a hidden count is at least 1: hidden counts whose known sum is their number are all 1.
    private mutating func hideForced() -> Bool {
        guard !guards.isEmpty else { return false }
        for relation in system.relations {
            let hidden = relation.terms.filter { !isKnown[$0.variable] }
            let shown = relation.terms.filter { isKnown[$0.variable] }
            guard hidden.count > 1, !shown.isEmpty, hidden.allSatisfy({ $0.coefficient == hidden[0].coefficient }),
                hidden.allSatisfy({ system.isCount[$0.variable] })
            else { continue }
            let values = hidden.compactMap { system.values[$0.variable] }
            guard values.count == hidden.count, values.allSatisfy({ $0 <= 1 }) else { continue }
            // A zero among the shown tells nothing when hidden, unless nothing else is left.
            guard let least = shown.map(\.variable).min(by: { isLess($0, $1) }), !isZero(least) else { continue }
            hide(quantity: least)
            return true
        }
        return false
    }

    private func isZero(_ variable: Int) -> Bool { (system.values[variable] ?? 0) == 0 }

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
            isZero(variable) ? 1 : 0, cells.map(\.depth).max() ?? 0, cells.map(\.persons).max() ?? 0,
            system.values[variable]?.magnitude ?? 0
        )
    }
}
