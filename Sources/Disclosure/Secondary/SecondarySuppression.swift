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
    private let rules: PrimaryRules
    /// Cells that compare this one.
    let comparing: [[Int]]
    var state: SuppressionState
    /// Guarded numbers that nothing protects, by number.
    private(set) var unprotected: [Int] = []
    private var solved = SolvedParts()
    private var isBegun = false
    /// How many guarded numbers stand in parts too large to be attacked by linear programs.
    private(set) var untested = 0
    /// Whether something is hidden because what it hangs together with is too large to be attacked.
    private(set) var isTooLarge = false

    /// Cells that are hidden, whatever the reason, in the order of tables and rows.
    var isHidden: [Bool] { state.isHidden }
    /// What is left out of cells that are shown, in the same order.
    var withheld: [Withholding] { state.withheld }

    init(_ system: LinkedSystem, primary: [PrimaryFinding], rules: PrimaryRules) {
        self.system = system
        self.rules = rules
        settings = rules.settings
        self.primary = primary
        var comparing: [[Int]] = Array(repeating: [], count: system.cells.count)
        for (index, cell) in system.cells.enumerated() {
            for other in cell.compared { comparing[other].append(index) }
        }
        self.comparing = comparing
        state = SuppressionState(system, primary: primary, comparing: comparing, threshold: settings.threshold)
    }

    /// What a cell shows of a share that stands without its base, and of a difference from one: that of what is shown, so
    /// that it tells no more than the two.
    func rounded(_ value: Double, _ cell: Int) -> Double {
        guard withheld[cell] == .base else { return value }
        let own = system.cells[cell]
        if let before = system.pair(of: cell).flatMap(system.earlierShares.shown) { return before }
        guard own.kind == .difference else {
            return ShareRounding.rounded(value, step: state.step(of: cell, in: system) ?? Self.coarsest)
        }
        let shown = own.compared.compactMap { other in
            system.shares[other].map { (share: $0, shown: rounded($0, other)) }
        }
        guard shown.count == 2, (shown[0].share - shown[1].share - value).magnitude < 1e-9 else {
            return ShareRounding.rounded(
                value, step: own.compared.compactMap { state.step(of: $0, in: system) }.max() ?? Self.coarsest)
        }
        // In tenths of a per cent, as the two are read beside it.
        return ((shown[0].shown - shown[1].shown) * 1000).rounded() / 1000
    }

    /// What an earlier report showed of a share that is hidden now to protect others: it cannot be taken back. What is
    /// hidden for its own sake is not printed again.
    func shownBefore(_ cell: Int) -> Double? {
        primary[cell].isHidden ? nil : system.pair(of: cell).flatMap(system.earlierShares.shown)
    }

    private static let coarsest = ShareRounding.steps.last ?? 100

    /// Hides until safe. Every turn hides something that was shown, so it ends.
    mutating func run() {
        if state.guards.isEmpty { return }
        var changed = true
        while changed {
            // What is hidden guards something of its own, so the choice is made until nothing is lacking.
            while hideAtLeastLoss() {}
            changed = false
            while hideDerivable() || hideForced() { changed = true }
            if hideWithoutFactors() || guardUnions() || roundAsDerived() || roundAsBounded() { changed = true }
            if !changed, untested > 0 { changed = hideAtLeastLoss(hidesTooLarge: true) }
        }
    }

    /// One choice over all linked parts; true when something was hidden.
    private mutating func hideAtLeastLoss(hidesTooLarge: Bool = false) -> Bool {
        let choice = LeastLoss(
            system, state, settings, hidesTooLarge: hidesTooLarge, isBegun: isBegun, solved: &solved)
        isBegun = true
        unprotected = choice.unprotected
        untested = choice.untested
        isTooLarge = isTooLarge || choice.isTooLarge
        var changed = false
        for cell in choice.tooNarrow where !state.isHidden[cell] {
            state.hide(cell: cell, of: system, comparing)
            changed = true
        }
        for cell in Set(choice.narrow).sorted() where !state.isHidden[cell] && state.withheld[cell] == .base {
            if state.coarsen(cell, of: system, comparing) {
                changed = true
            } else if choice.lacksWhole.contains(cell) {
                state.hide(cell: cell, of: system, comparing)
                changed = true
            }
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

    /// What tells its factors is shown only where all of them are. True when something was hidden.
    private mutating func hideWithoutFactors() -> Bool {
        var changed = false
        for (index, cell) in system.cells.enumerated()
        where !state.isHidden[index] && cell.factors.contains(where: { !state.isKnown[$0] }) {
            state.hide(cell: index, of: system, comparing)
            changed = true
        }
        return changed
    }

    /// What is hidden adds up to something known wherever the rest of a sum is shown: where that is a few persons, or
    /// the hours of few, it is guarded like a number of its own. True when something new is.
    private mutating func guardUnions() -> Bool {
        var changed = false
        for union in HiddenUnions(system, state).forms
        where rules.isTooLittle(union.contributions, isCount: union.isCount) {
            if state.guardUnion(union.form) { changed = true }
        }
        return changed
    }

    /// Shares are rounded for who works out one of their parts from what is shown. True when one is coarser or hidden.
    private mutating func roundAsDerived() -> Bool {
        let elimination = Elimination(system.relations, isKnown: state.isKnown)
        func isTold(_ variable: Int) -> Bool {
            state.isKnown[variable] || elimination.derivation(of: LinearForm(variable)) != nil
        }
        var changed = false
        for index in system.cells.indices where state.withheld[index] == .base && !state.isHidden[index] {
            guard let pair = system.pair(of: index) else { continue }
            let known = (x: isTold(pair.x), n: isTold(pair.n))
            if state.round(index, knowing: known, of: system, comparing) { changed = true }
        }
        return changed
    }

    /// Hides a number; where leaving it out of a cell is not enough, the cell too. False when nothing can hide it.
    private mutating func hide(_ variable: Int) -> Bool {
        state.hide(quantity: variable, of: system, comparing)
        if state.isKnown[variable] {
            for cell in system.cellsShowing[variable] { state.hide(cell: cell, of: system, comparing) }
        }
        return !state.isKnown[variable]
    }

    /// Which of two shown numbers is hidden rather: what is not zero, what the reader loses least by, the smallest, the
    /// first.
    private func isLess(_ a: Int, _ b: Int) -> Bool {
        let first = cost(a)
        let second = cost(b)
        return (first.zero, first.loss, first.size, a) < (second.zero, second.loss, second.size, b)
    }

    private func cost(_ variable: Int) -> (zero: Int, loss: Double, size: Double) {
        (
            system.isZero(variable) ? 1 : 0, system.loss(ofHiding: variable, state),
            system.values[variable]?.magnitude ?? 0
        )
    }
}
