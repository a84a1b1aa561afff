// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Shares in ordered groups.
package enum ProportionTrend {
    /// The trend in shares over scores on 1 degree of freedom (Cochran 1954; Armitage 1955):
    /// (Σ x(s − s̄))² ÷ (p(1 − p) Σ n(s − s̄)²). Undefined when all or none say yes, or all scores are equal.
    package static func cochranArmitage(_ groups: [(x: Int, n: Int, score: Double)]) -> TestResult {
        let n = Double(groups.reduce(0) { $0 + $1.n })
        let share = Double(groups.reduce(0) { $0 + $1.x }) / n
        let centre = ExactSum.sum(of: groups.map { Double($0.n) * $0.score }) / n
        let slope = ExactSum.sum(of: groups.map { (Double($0.x) - Double($0.n) * share) * ($0.score - centre) })
        let spread = ExactSum.sum(of: groups.map { Double($0.n) * ($0.score - centre) * ($0.score - centre) })
        return .chiSquare(slope * slope / (share * (1 - share) * spread), degreesOfFreedom: 1)
    }

    /// Pearson's chi-square that the groups have one share, on their number less one.
    package static func homogeneity(_ groups: [(x: Int, n: Int, score: Double)]) -> TestResult {
        ContingencyTable(groups.map { [$0.x, $0.n - $0.x] }).pearson
    }
}
