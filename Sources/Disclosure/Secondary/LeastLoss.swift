// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Suppression

/// Which further numbers to hide so that what is guarded keeps its range, at the least loss to the reader.
///
/// Numbers that hang together by relations are a problem of their own. What the primary rules hide must withstand the
/// intruder who knows that zeros are printed; so must what is hidden to protect it, or it would be hidden in vain.
struct LeastLoss {
    private let system: LinkedSystem
    private let state: SuppressionState
    private let settings: DisclosureSettings
    /// Numbers to hide beside those hidden already, in order.
    private(set) var quantities: [Int] = []
    /// Guarded numbers that no pattern protects.
    private(set) var unprotected: [Int] = []
    /// Cells in whole per cent that still tell too much, and must be hidden whole.
    private(set) var tooNarrow: [Int] = []
    /// Guarded numbers that the attack had not the time for: only what follows from what is shown is kept from them.
    private(set) var untested = 0
    private let hidesTooLarge: Bool
    /// Whether some part is hidden whole because the attack had not the time for it.
    private(set) var isTooLarge = false

    /// - Parameter hidesTooLarge: whether what the attack has not the time for is hidden whole, which nothing can narrow.
    init(
        _ system: LinkedSystem, _ state: SuppressionState, _ settings: DisclosureSettings, hidesTooLarge: Bool,
        solved: inout SolvedParts
    ) {
        self.hidesTooLarge = hidesTooLarge
        self.system = system
        self.state = state
        self.settings = settings
        for part in LinkedParts(system, state).parts { solve(part, &solved) }
    }

    private mutating func solve(_ part: LinkedParts.Part, _ solved: inout SolvedParts) {
        let problem = LinkedProblem(part, system, state, settings)
        if problem.isTrivial { return }
        let pattern = solved.pattern(for: problem.problem)
        if !pattern.untested.isEmpty, hidesTooLarge, problem.problem.mayHideWhole {
            isTooLarge = true
            quantities += part.variables.enumerated().filter { local, variable in
                state.isKnown[variable] && problem.problem.cells[local].mayHide
            }.map(\.element)
            return
        }
        untested += pattern.untested.count
        for (local, variable) in part.variables.enumerated() where pattern.hidden[local] && state.isKnown[variable] {
            quantities.append(variable)
        }
        var lost: Set<Int> = []
        for local in pattern.unprotected {
            lost.insert(local)
            for relation in problem.problem.relations where relation.terms.contains(where: { $0.variable == local }) {
                for term in relation.terms { lost.insert(term.variable) }
            }
        }
        var narrow: Set<Int> = []
        for local in lost where local < part.variables.count {
            for cell in system.cellsShowing[part.variables[local]]
            where !state.isHidden[cell] && state.withheld[cell] == .base { narrow.insert(cell) }
        }
        tooNarrow += narrow.sorted()
        if narrow.isEmpty {
            // Nothing protects these: everything that stands beside them is hidden too.
            for local in lost.sorted() where local < part.variables.count {
                let variable = part.variables[local]
                if state.isKnown[variable], problem.problem.cells[local].mayHide { quantities.append(variable) }
            }
            for local in pattern.unprotected where local < part.variables.count {
                unprotected.append(part.variables[local])
            }
        }
    }
}
