// SPDX-License-Identifier: EUPL-1.2

/// How long a pattern is searched for, counted in work: the same on every machine.
package struct WorkLimits: Sendable {
    /// Rounds of cuts among real numbers.
    package var roundsAmongReals: Int
    /// Programs of whole numbers solved.
    package var roundsAmongWholes: Int
    /// Nodes of each.
    package var nodes: Int
    /// Nodes of the search for one whole move, at least.
    package var nodesOfMoves: Int
    /// Nodes of the search for one whole move where percentages of numbers bind it, at most.
    package var nodesAmongPercentages = 5_000
    /// Numbers of a problem bound by percentages in which whole moves are searched for, at most.
    package var mostCellsAmongPercentages = Int.max
    /// How far from the cheapest a whole move may be, as a share.
    package var gap: Double
    /// Programs solved when moves are routed instead.
    package var reroutes: Int
    /// Programs solved in all before the exact model is left, times the cells of each.
    package var effort: Int
    /// The same of a problem that was reduced for being too large.
    package var effortWhenReduced: Int
    /// To attack and mend the pattern of a problem.
    package var attack: WorkBudget
    /// To thin a pattern that was mended.
    package var thinning: WorkBudget

    /// A table by itself: to the optimum where it can be had.
    package static let thorough = WorkLimits(
        roundsAmongReals: 200, roundsAmongWholes: 60, nodes: 2_000, nodesOfMoves: 5_000, gap: 0, reroutes: 1_000,
        effort: .max, effortWhenReduced: .max, attack: WorkBudget(.max), thinning: WorkBudget(.max))
    /// One part of a whole release, of which there are many.
    package static let release = WorkLimits(
        roundsAmongReals: 60, roundsAmongWholes: 12, nodes: 200, nodesOfMoves: 200, nodesAmongPercentages: 20,
        mostCellsAmongPercentages: 250, gap: 0.5, reroutes: 150,
        effort: 400_000, effortWhenReduced: 20_000, attack: WorkBudget(4_000_000_000),
        thinning: WorkBudget(8_000_000))
}

/// Work left to do in linear programs: one of n variables, begun where the last one ended, costs n².
package struct WorkBudget: Sendable {
    private var left: Int

    /// With this much to spend; `.max` is without end.
    package init(_ left: Int) { self.left = left }

    /// Something could not be paid for.
    private(set) var isSpent = false

    /// Pays for a program of `size` variables that is `times` slower; false when that is more than there is.
    mutating func spend(_ size: Int, times: Int = 1) -> Bool {
        if left == .max { return true }
        guard suffices(for: size, times: times) else {
            isSpent = true
            return false
        }
        left -= size * size * times
        return true
    }

    /// Whether as many programs of `size` variables can be paid for.
    func suffices(for size: Int, times: Int) -> Bool {
        left == .max || size * size * times <= left
    }

    /// Pays for work of which no more than a quarter of what is left may be spent.
    mutating func spendQuarter(_ work: (inout WorkBudget) -> Void) {
        var part = WorkBudget(left == .max ? .max : left / 4)
        let before = part.left
        work(&part)
        if left != .max { left -= before - part.left }
    }
}
