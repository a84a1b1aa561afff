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
    /// Rounded shares that, together with others, leave whole numbers less room than they should.
    private(set) var narrow: [Int] = []
    /// Those of them that lack whole values only, and are hidden where rounding gives them none.
    private(set) var lacksWhole: Set<Int> = []
    /// Guarded numbers that the attack had not the time for: only what follows from what is shown is kept from them.
    private(set) var untested = 0
    private let hidesTooLarge: Bool
    private let isBegun: Bool
    /// Whether some part is hidden whole because the attack had not the time for it.
    private(set) var isTooLarge = false

    /// - Parameters:
    ///   - hidesTooLarge: whether what the attack has not the time for is hidden whole, which nothing can narrow.
    ///   - isBegun: whether a choice was made before, which is mended.
    init(
        _ system: LinkedSystem, _ state: SuppressionState, _ settings: DisclosureSettings, hidesTooLarge: Bool,
        isBegun: Bool, solved: inout SolvedParts
    ) {
        self.isBegun = isBegun
        self.hidesTooLarge = hidesTooLarge
        self.system = system
        self.state = state
        self.settings = settings
        for part in LinkedParts(system, state).parts { solve(part, &solved) }
    }

    /// Numbers of a part in which levels are kept, at most: in larger ones, of questions of many breakdowns, the search
    /// takes too long, and the loss alone decides. It is 20–50 times that of the level below, so that many numbers of one
    /// level may there be shown at the cost of one of the level above.
    private static let mostVariablesOfLevels = 600

    /// The year's headlines, the year before and changes, and what is told by law or by board.
    private static let keptLevels = 3

    /// Numbers of the highest levels are kept as long as hiding everything of the levels below protects; those that must
    /// go are let go one by one. A headline goes only where something would else be known: that a number reaches less far
    /// because a headline is shown is not enough.
    private func choose(_ part: LinkedParts.Part, _ solved: inout SolvedParts) -> (LinkedProblem, SuppressionPattern)? {
        if part.variables.count > Self.mostVariablesOfLevels {
            let open = LinkedProblem(part, system, state, settings)
            return open.isTrivial ? nil : (open, solved.pattern(for: open.problem, isBegun: isBegun))
        }
        while true {
            let kept = LinkedProblem(
                part, system, state, settings, keeping: Self.keptLevels, but: solved.letGo)
            if kept.isTrivial { return nil }
            let pattern = solved.pattern(for: kept.problem, isBegun: isBegun)
            if pattern.unprotected.isEmpty, pattern.narrow.isEmpty { return (kept, pattern) }
            let open = LinkedProblem(part, system, state, settings)
            let besideHeadlines = LinkedProblem(part, system, state, settings, keeping: 1)
            let needed =
                solved.needed(for: pattern.unprotected, in: open.problem)
                .union(solved.needed(for: pattern.narrow, in: besideHeadlines.problem))
            let letGo = needed.filter { !kept.problem.cells[$0].mayHide && open.problem.cells[$0].mayHide }
            if !letGo.isEmpty {
                for local in letGo { solved.letGo(part.variables[local]) }
                continue
            }
            if pattern.unprotected.isEmpty { return (kept, pattern) }
            for other in [besideHeadlines, open] {
                let found = solved.pattern(for: other.problem, isBegun: isBegun)
                if found.unprotected.count < pattern.unprotected.count { return (other, found) }
            }
            return (kept, pattern)
        }
    }

    /// Numbers that a part may hold to be attacked: more take minutes.
    private static let mostVariables = 2_000

    /// Hides all that hangs together, so that nothing can narrow it; false where what was published keeps that from being
    /// done. A part that is `tooLarge` is hidden as far as may be, and what it guards is untested then.
    private mutating func hideWhole(_ part: LinkedParts.Part, tooLarge: Bool = false) -> Bool {
        let problem = LinkedProblem(part, system, state, settings).problem
        guard tooLarge || problem.mayHideWhole else { return false }
        isTooLarge = true
        if !problem.mayHideWhole { untested += part.guards.count { $0.terms.count == 1 } }
        quantities += part.variables.enumerated().filter { local, variable in
            state.isKnown[variable] && problem.cells[local].mayHide
        }.map(\.element)
        return true
    }

    private mutating func solve(_ part: LinkedParts.Part, _ solved: inout SolvedParts) {
        if part.variables.count > Self.mostVariables, hideWhole(part, tooLarge: true) { return }
        guard let (problem, pattern) = choose(part, &solved) else { return }
        if !pattern.untested.isEmpty, hidesTooLarge, hideWhole(part) { return }
        untested += pattern.untested.count
        for (local, variable) in part.variables.enumerated() where pattern.hidden[local] && state.isKnown[variable] {
            quantities.append(variable)
        }
        coarsen(part, problem.problem, pattern, &solved)
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

    /// Marks the rounded shares that leave whole numbers less room than they should: not for what would lack room without
    /// the shares, as two answers that are known to be given, of which each is at least one.
    private mutating func coarsen(
        _ part: LinkedParts.Part, _ problem: SuppressionProblem, _ pattern: SuppressionPattern,
        _ solved: inout SolvedParts
    ) {
        let lacking = pattern.narrow.map { (local: $0, cells: shares(beside: $0, part, problem)) }
            .filter { !$0.cells.isEmpty }
        if lacking.isEmpty { return }
        var bare = part
        bare.rounded = []
        let without = LinkedProblem(bare, system, state, settings)
        let anyhow = Set(solved.pattern(for: without.problem, isBegun: isBegun).narrow)
        for (local, cells) in lacking where !anyhow.contains(local) {
            narrow += cells
            if pattern.lacksWhole.contains(local) { lacksWhole.formUnion(cells) }
        }
    }

    /// The cells that show a number, or what it is the rest of, as a share without its parts.
    private func shares(beside local: Int, _ part: LinkedParts.Part, _ problem: SuppressionProblem) -> [Int] {
        let variables =
            local < part.variables.count
            ? [part.variables[local]]
            : problem.relations.first { $0.terms.contains { $0.variable == local } }?.terms
                .compactMap { $0.variable < part.variables.count ? part.variables[$0.variable] : nil } ?? []
        return variables.flatMap { variable in
            system.cellsShowing[variable].filter { !state.isHidden[$0] && state.withheld[$0] == .base }
        }
    }
}
