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
    /// How far from the cheapest a whole move may be, as a share.
    package var gap: Double
    /// Programs solved when moves are routed instead.
    package var reroutes: Int
    /// Programs solved in all before moves are routed, times the cells of each.
    package var effort: Int

    /// A table by itself: to the optimum where it can be had.
    package static let thorough = WorkLimits(
        roundsAmongReals: 200, roundsAmongWholes: 60, nodes: 2_000, nodesOfMoves: 5_000, gap: 0, reroutes: 1_000,
        effort: .max)
    /// One part of a whole release, of which there are many.
    package static let release = WorkLimits(
        roundsAmongReals: 60, roundsAmongWholes: 12, nodes: 200, nodesOfMoves: 200, gap: 0.5, reroutes: 150,
        effort: 400_000)
}
