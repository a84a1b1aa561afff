// SPDX-License-Identifier: EUPL-1.2
import Suppression

/// The linked parts that were solved before: while one part of a release is mended the others are as they were, and
/// the same problem has the same pattern.
struct SolvedParts {
    private var patterns: [SuppressionProblem: SuppressionPattern] = [:]

    mutating func pattern(for problem: SuppressionProblem) -> SuppressionPattern {
        if let solved = patterns[problem] { return solved }
        let pattern = SuppressionPattern.best(for: problem, profile: .zerosKnown, limits: .release)
        patterns[problem] = pattern
        return pattern
    }
}
