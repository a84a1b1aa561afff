// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// The one-way analysis of variance (variansanalys): how much of the spread of values lies between groups (Fisher 1925).
/// Assumes independent values with one variance in all groups.
package struct AnalysisOfVariance: Sendable {
    package let betweenDegrees: Double
    package let withinDegrees: Double
    /// Σ n_g (ȳ_g − ȳ)².
    package let betweenSquares: Double
    /// Σ (y − ȳ_g)².
    package let withinSquares: Double

    init(_ groups: [Moments], all: [Double]) {
        let centre = Moments(all)?.mean ?? 0
        betweenDegrees = Double(groups.count - 1)
        withinDegrees = Double(all.count - groups.count)
        betweenSquares = ExactSum.sum(
            of: groups.map { Double($0.count) * ($0.mean - centre) * ($0.mean - centre) })
        withinSquares = ExactSum.sum(of: groups.map(\.sumOfSquares))
    }

    /// nil with as many groups as values, or none.
    package var withinMeanSquare: Double? { withinDegrees > 0 ? withinSquares / withinDegrees : nil }
    package var betweenMeanSquare: Double? { betweenDegrees > 0 ? betweenSquares / betweenDegrees : nil }

    /// F with its p-value; undefined without spread within the groups. The estimate is η², the share of the sum of
    /// squares that lies between groups.
    package var test: TestResult {
        guard let within = withinMeanSquare, let between = betweenMeanSquare else { return TestResult() }
        var result = TestResult.f(between / within, betweenDegrees, withinDegrees)
        result.estimate = rSquared
        return result
    }

    /// nil when the values do not vary.
    package var rSquared: Double? {
        let all = betweenSquares + withinSquares
        return all > 0 ? betweenSquares / all : nil
    }
}
