// SPDX-License-Identifier: EUPL-1.2
import Suppression

/// The linked parts that were solved before: while one part of a release is mended the others are as they were, and
/// the same problem has the same pattern.
struct SolvedParts {
    private var patterns: [SuppressionProblem: SuppressionPattern] = [:]
    private var moves: [SuppressionProblem: [[Int]: Set<Int>]] = [:]
    /// Numbers of the highest levels that had to be let go.
    private(set) var letGo: Set<Int> = []

    /// - Parameter isBegun: whether the part was searched before, so that it need only be mended.
    mutating func pattern(for problem: SuppressionProblem, isBegun: Bool) -> SuppressionPattern {
        if let solved = patterns[problem] { return solved }
        let pattern =
            isBegun
            ? SuppressionPattern.mended(problem, profile: .promised, limits: .release)
            : SuppressionPattern.best(for: problem, profile: .promised, limits: .release)
        patterns[problem] = pattern
        return pattern
    }

    /// What must be hidden to give these cells what is asked of them.
    mutating func needed(for cells: [Int], in problem: SuppressionProblem) -> Set<Int> {
        if let found = moves[problem]?[cells] { return found }
        let found = problem.usedByMoves(of: cells, profile: .promised)
        moves[problem, default: [:]][cells] = found
        return found
    }

    mutating func letGo(_ variable: Int) { letGo.insert(variable) }
}
