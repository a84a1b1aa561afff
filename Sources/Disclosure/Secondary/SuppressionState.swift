// SPDX-License-Identifier: EUPL-1.2
import Measures
import Suppression

/// What of a number that is shown is left out (*underlaget utelämnas*).
enum Withholding: Int, Comparable, Sendable {
    case nothing
    /// n alone.
    case persons
    /// n and what is divided, and the number is rounded.
    case base

    static func < (a: Withholding, b: Withholding) -> Bool { a.rawValue < b.rawValue }
}

/// Which cells are hidden, and what an outsider must not be able to compute because of it.
struct SuppressionState {
    private(set) var isHidden: [Bool]
    /// What is left out of a cell that is shown: see `LinkedSystem.Cell.base(_:)`.
    private(set) var withheld: [Withholding]
    /// Whether an outsider sees the number printed somewhere.
    private(set) var isKnown: [Bool]
    /// Forms an outsider must not be able to compute, in the order they came up.
    private(set) var guards: [LinearForm] = []
    /// How many of them, the first, are hidden for their own sake.
    private(set) var primaryGuards = 0
    /// In how many per cent shares that stand without their bases are rounded, where that is coarser than what each alone
    /// would need.
    private var coarser: [Int: Int] = [:]
    private var guardSet: Set<LinearForm> = []
    private let isPublished: [Bool]

    /// What the primary rules hide, and what fewer than the threshold would be known of without being printed.
    init(_ system: LinkedSystem, primary: [PrimaryFinding], comparing: [[Int]], threshold: Int) {
        isHidden = Array(repeating: false, count: system.cells.count)
        withheld = Array(repeating: .nothing, count: system.cells.count)
        isPublished = system.isPublished
        isKnown = zip(system.cellsShowing, isPublished).map { !$0.isEmpty || $1 }
        for (index, finding) in primary.enumerated() where finding.isHidden {
            let cell = system.cells[index]
            for part in finding.parts { protect(part, of: cell) }
            if finding.guardsComplement, let x = cell.quantities[.numerator], let n = cell.quantities[.denominator] {
                protect(LinearForm([(n, 1), (x, -1)]))
            }
            hide(cell: index, of: system, comparing)
        }
        for index in system.cells.indices where system.pair(of: index).map(system.earlierShares.isHidden) ?? false {
            hide(cell: index, of: system, comparing)
        }
        for secret in system.secrets { protect(secret) }
        primaryGuards = guards.count
        for told in system.told {
            let persons = told.terms.reduce(0.0) { $0 + Double($1.coefficient) * (system.values[$1.variable] ?? 0) }
            if persons > 0, persons < Double(threshold) { protect(told) }
        }
    }

    /// Hides the number wherever it is printed, and keeps it from being computed. Where it is only what a number
    /// speaks of, that number stays and its base is withheld.
    mutating func hide(quantity variable: Int, of system: LinkedSystem, _ comparing: [[Int]]) {
        if !system.isZero(variable)
            || system.cellsShowing[variable].contains(where: { system.cells[$0].base(variable) == nil })
        {
            protect(LinearForm(variable))
        }
        for index in system.cellsShowing[variable] where !isHidden[index] {
            if let part = system.cells[index].base(variable) {
                withhold(index, part, of: system, comparing)
                continue
            }
            hide(cell: index, of: system, comparing, because: variable)
            // A ratio hidden for an n that is no part of it: its sums may not be left open for it to be made of.
            let cell = system.cells[index]
            let isPart = [Part.numerator, .denominator].contains { cell.quantities[$0] == variable }
            if cell.quantities[.persons] == variable, !isPart { protect(.numerator, of: cell) }
        }
    }

    /// Zeros are shown, so a hidden count is at least 1: hidden counts that are known to add to no more than their
    /// number are all taken to be 1, rightly or not. The shown numbers, not zero, of the first such relation; nil when
    /// there is none.
    func forced(in system: LinkedSystem) -> [Int]? {
        guard !guards.isEmpty else { return nil }
        for relation in system.relations {
            let hidden = relation.terms.filter { !isKnown[$0.variable] }
            let shown = relation.terms.filter { system.mayHide($0.variable) && isKnown[$0.variable] }
            guard hidden.count > 1, !shown.isEmpty, hidden.allSatisfy({ $0.coefficient == hidden[0].coefficient }),
                hidden.allSatisfy({ system.isCount[$0.variable] && !system.isOfRest($0.variable) })
            else { continue }
            let rest = relation.terms.reduce(0.0) { sum, term in
                isKnown[term.variable] ? sum + Double(term.coefficient) * (system.values[term.variable] ?? 0) : sum
            }
            // Who has changed board counts in both: the parts may be more than they seem.
            if rest / Double(-hidden[0].coefficient) < Double(hidden.count) + 0.5 { return shown.map(\.variable) }
        }
        return nil
    }

    private mutating func withhold(_ index: Int, _ part: Part, of system: LinkedSystem, _ comparing: [[Int]]) {
        withhold(index, as: system.cells[index].kind == .share ? .base : .persons, of: system, comparing)
    }

    /// Leaves something out of a cell that is shown.
    mutating func withhold(
        _ index: Int, as wanted: Withholding, of system: LinkedSystem, _ comparing: [[Int]]
    ) {
        guard withheld[index] < wanted else { return }
        withheld[index] = wanted
        let before = system.cells[index].quantities.values.filter { isKnown[$0] }
        updateKnown(index, of: system)
        roundAsKnown(index, of: system, comparing)
        // What is left out is kept like what is hidden; how many answered, beside an estimate, only where it was asked for.
        let answered = system.cells[index].isWeighted ? system.cells[index].quantities[.persons] : nil
        for variable in before.sorted() where !isKnown[variable] && !system.isZero(variable) && variable != answered {
            protect(LinearForm(variable))
        }
        // A difference from a number in whole per cent is in whole per cent too, or the two would tell it exactly.
        if wanted == .base {
            for other in comparing[index] { withhold(other, as: .base, of: system, comparing) }
        }
    }

    /// Rounds a share so that what it leaves out does not follow from the part of it that another table shows.
    private mutating func roundAsKnown(_ index: Int, of system: LinkedSystem, _ comparing: [[Int]]) {
        guard let pair = system.pair(of: index) else { return }
        round(index, knowing: (isKnown[pair.x], isKnown[pair.n]), of: system, comparing)
    }

    /// Rounds a share that stands without its parts as coarsely as it must be for who knows one of them; hides it where no
    /// rounding is enough. True when that is coarser than it was. An estimate does not tell the one by the other.
    @discardableResult
    mutating func round(
        _ index: Int, knowing known: (x: Bool, n: Bool), of system: LinkedSystem, _ comparing: [[Int]]
    ) -> Bool {
        guard withheld[index] == .base, !isHidden[index], !system.cells[index].isWeighted, known.x != known.n,
            let pair = system.pair(of: index)
        else { return false }
        guard let step = step(of: index, in: system) else { return false }
        let asked = system.rounding.step(
            system.values[pair.x], of: system.values[pair.n], knowing: known.n ? .base : .numerator, noFinerThan: step)
        guard let asked else {
            hide(cell: index, of: system, comparing)
            return true
        }
        if asked == step { return false }
        for twin in system.twins(of: index) { coarser[twin] = asked }
        return true
    }

    /// In how many per cent a cell is rounded that stands without its base.
    func step(of index: Int, in system: LinkedSystem) -> Int? { coarser[index] ?? system.cells[index].coarseness }

    /// Rounds a share that stands without its base more coarsely; false where that goes no further. An estimate tells no
    /// parts.
    mutating func coarsen(_ index: Int, of system: LinkedSystem, _ comparing: [[Int]]) -> Bool {
        guard let step = step(of: index, in: system) else { return false }
        let cell = system.cells[index]
        let next =
            cell.isWeighted
            ? ShareRounding.steps.first { $0 > step }
            : system.pair(of: index).flatMap { pair in
                system.rounding.step(
                    system.values[pair.x], of: system.values[pair.n], noFinerThan: step + 1)
            }
        if let next {
            for twin in system.twins(of: index) { coarser[twin] = next }
            return true
        }
        return false
    }

    /// Whether a cell that is shown leaves the number out.
    func isWithheld(_ variable: Int, in index: Int, of system: LinkedSystem) -> Bool {
        let cell = system.cells[index]
        switch withheld[index] {
        case .nothing: return false
        case .persons:
            return cell.quantities[.persons] == variable
                && ![Part.value, .numerator, .denominator].contains { cell.quantities[$0] == variable }
        case .base:
            return cell.kind == .difference ? cell.quantities[.persons] == variable : cell.base(variable) != nil
        }
    }

    /// Hides a cell and what compares it, and keeps from being computed what it is about.
    ///
    /// - Parameter variable: the number it is hidden for. A ratio cannot be had without either of its parts: its other part
    ///   then stays.
    mutating func hide(
        cell index: Int, of system: LinkedSystem, _ comparing: [[Int]], because variable: Int? = nil
    ) {
        guard !isHidden[index] else { return }
        isHidden[index] = true
        let cell = system.cells[index]
        updateKnown(index, of: system)
        let isKept =
            (cell.kind == .ratio || cell.kind == .mean) && variable != nil
            && [Part.numerator, .denominator].contains { cell.quantities[$0] == variable }
        if !isKept { protect(secret(of: cell), of: cell) }
        for other in comparing[index] + system.twins(of: index) { hide(cell: other, of: system, comparing) }
    }

    /// What must not be had of a hidden cell. A ratio is had when both of its parts are: one that is not known already
    /// is kept.
    private func secret(of cell: LinkedSystem.Cell) -> Part {
        switch cell.kind {
        case .share: return .numerator
        case .ratio, .mean:
            let isKept = [Part.numerator, .denominator].first { part in
                cell.quantities[part].map { !isKnown[$0] } ?? false
            }
            return isKept ?? (cell.quantities[.numerator] == nil ? .value : .numerator)
        case .count, .sum, .quantile, .difference: return .value
        }
    }

    /// What an outsider still sees printed of a cell's numbers, there or elsewhere.
    private mutating func updateKnown(_ index: Int, of system: LinkedSystem) {
        for variable in system.cells[index].quantities.values {
            isKnown[variable] =
                isPublished[variable]
                || system.cellsShowing[variable].contains { cell in
                    !isHidden[cell] && !isWithheld(variable, in: cell, of: system)
                }
        }
    }

    /// Guards a sum of hidden numbers; false when it is guarded already.
    mutating func guardUnion(_ form: LinearForm) -> Bool {
        let before = guards.count
        protect(form)
        return guards.count > before
    }

    private mutating func protect(_ part: Part, of cell: LinkedSystem.Cell) {
        if let variable = cell.quantities[part] { protect(LinearForm(variable)) }
    }

    /// What an earlier report shows is past keeping.
    private mutating func protect(_ form: LinearForm) {
        if form.terms.allSatisfy({ isPublished[$0.variable] }) { return }
        if guardSet.insert(form).inserted { guards.append(form) }
    }
}

extension LinkedSystem {
    /// What a share is of; nil for other numbers.
    func pair(of index: Int) -> SharePair? {
        let cell = cells[index]
        guard cell.kind == .share, let x = cell.quantities[.numerator], let n = cell.quantities[.denominator] else {
            return nil
        }
        return SharePair(x: x, n: n)
    }

    /// The cells that print the same share, itself among them.
    func twins(of index: Int) -> [Int] {
        guard let pair = pair(of: index) else { return [index] }
        return cellsShowing[pair.x].filter { self.pair(of: $0) == pair }
    }

    func isZero(_ variable: Int) -> Bool { (values[variable] ?? 0) == 0 }

    /// A count of zero is printed, and what was published before cannot be taken back. That a group has none of
    /// something, or no hours, may be hidden: it tells of every part of the group.
    func mayHide(_ variable: Int) -> Bool {
        if isPublished[variable] { return false }
        return !isZero(variable) || cellsShowing[variable].allSatisfy { cells[$0].kind != .count }
    }
}
