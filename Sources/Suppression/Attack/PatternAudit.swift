// SPDX-License-Identifier: EUPL-1.2

/// How a pattern stands against the intruders (*angreppsprövning*): primary cells by what can be known of them.
package struct PatternAudit: Sendable {
    /// Primary cells whose value the classic intruder knows.
    package private(set) var exactClassic: [Int] = []
    /// Primary cells of which the classic intruder cannot think both one more and one less.
    package private(set) var underprotected: [Int] = []
    /// Primary cells whose value is known to who knows that zeros are printed.
    package private(set) var exactZerosKnown: [Int] = []

    /// `distance` is how far to each side a primary cell's interval must reach.
    package init(_ problem: SuppressionProblem, hidden: [Bool], distance: Double = 1) {
        let classic = Attack(problem, hidden: hidden, by: .classic)
        let knowing = Attack(problem, hidden: hidden, by: .zerosKnown)
        for cell in problem.primaries {
            let value = problem.cells[cell].value
            if let interval = classic.interval(of: cell) {
                if interval.isExact { exactClassic.append(cell) }
                if interval.low > value - distance + 1e-6 || interval.high < value + distance - 1e-6 {
                    underprotected.append(cell)
                }
            } else {
                underprotected.append(cell)
            }
            // What was not proved to be open is taken to be known.
            if knowing.interval(of: cell)?.isExact ?? true { exactZerosKnown.append(cell) }
        }
    }
}
