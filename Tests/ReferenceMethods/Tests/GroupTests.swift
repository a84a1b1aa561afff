// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Values in two or more groups: do the groups differ? Groups without values are left out.
package struct GroupTests: Sendable {
    private let groups: [[Double]]
    private let moments: [Moments]
    private let all: [Double]

    /// nil with fewer than two groups with values.
    package init?(_ groups: [[Double]]) {
        let filled = groups.filter { !$0.isEmpty }
        guard filled.count > 1 else { return nil }
        self.groups = filled
        self.moments = filled.compactMap { Moments($0) }
        self.all = filled.flatMap(\.self)
    }

    private var between: Double { Double(groups.count - 1) }
    private var within: Double { Double(all.count - groups.count) }
    private var total: Double { Double(all.count) }

    /// Ranks: H corrected for ties on k − 1 (Kruskal & Wallis 1952). The estimate is η² = (H − k + 1) ÷ (n − k)
    /// (Tomczak & Tomczak 2014).
    package var kruskalWallis: TestResult {
        let ranks = Ranks(all)
        let centre = (total + 1) / 2
        let terms = split(ranks.values).map { group in
            let mean = ExactSum.sum(of: group) / Double(group.count)
            return Double(group.count) * (mean - centre) * (mean - centre)
        }
        let ties = 1 - ranks.tieSum { $0 * $0 * $0 - $0 } / (total * total * total - total)
        var result = TestResult.chiSquare(
            12 * ExactSum.sum(of: terms) / (total * (total + 1)) / ties, degreesOfFreedom: between)
        result.estimate = result.statistic.map { ($0 - between) / within }
        return result
    }

    /// One-way analysis of variance, equal variances (Fisher 1925), with its sums of squares.
    package var analysisOfVariance: AnalysisOfVariance { AnalysisOfVariance(moments, all: all) }

    /// Means without equal variances: Welch (1951). Undefined when a group has one value or no spread.
    package var welch: TestResult {
        let weights = moments.map { Double($0.count) / ($0.variance ?? .nan) }
        guard weights.allSatisfy(\.isFinite) else { return TestResult(degreesOfFreedom: between) }
        let sum = ExactSum.sum(of: weights)
        let centre = ExactSum.sum(of: zip(weights, moments).map { $0 * $1.mean }) / sum
        let spread = ExactSum.sum(
            of: zip(weights, moments).map { $0 * ($1.mean - centre) * ($1.mean - centre) })
        let k = Double(groups.count)
        let tail =
            ExactSum.sum(
                of: zip(weights, moments).map { (1 - $0 / sum) * (1 - $0 / sum) / Double($1.count - 1) })
            / (k * k - 1)
        return .f(spread / (between * (1 + 2 * (k - 2) * tail)), between, 1 / (3 * tail))
    }

    /// Equal variances, sensitive to non-normal values: Bartlett (1937). Undefined when a group has one value or none
    /// has a spread.
    package var bartlett: TestResult {
        let freedoms = moments.map { Double($0.count - 1) }
        let pooled = ExactSum.sum(of: moments.map(\.sumOfSquares)) / within
        let logarithms = zip(freedoms, moments).map { $0 * Double.logarithm($1.variance ?? .nan) }
        guard logarithms.allSatisfy(\.isFinite) else { return TestResult(degreesOfFreedom: between) }
        let excess = within * Double.logarithm(pooled) - ExactSum.sum(of: logarithms)
        let correction = 1 + (ExactSum.sum(of: freedoms.map { 1 / $0 }) - 1 / within) / (3 * between)
        return .chiSquare(excess / correction, degreesOfFreedom: between)
    }

    /// Equal spread, by normal scores of the ranks of the distances to the groups' medians: Fligner & Killeen (1976),
    /// with the medians of Conover, Johnson & Johnson (1981).
    package var flignerKilleen: TestResult {
        let distances = groups.flatMap { group in
            let median = Quantile.median(group) ?? 0
            return group.map { abs($0 - median) }
        }
        let scores = Ranks(distances).values.map { Normal.quantile((1 + $0 / (total + 1)) / 2) }
        guard let overall = Moments(scores), let variance = overall.variance else { return TestResult() }
        let terms = split(scores).map { group in
            let mean = ExactSum.sum(of: group) / Double(group.count)
            return Double(group.count) * (mean - overall.mean) * (mean - overall.mean)
        }
        return .chiSquare(ExactSum.sum(of: terms) / variance, degreesOfFreedom: between)
    }

    /// Values parallel to all values, group by group.
    private func split(_ values: [Double]) -> [[Double]] {
        var start = 0
        return groups.map { group in
            defer { start += group.count }
            return Array(values[start..<(start + group.count)])
        }
    }
}
