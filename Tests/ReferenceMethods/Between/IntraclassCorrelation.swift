// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// How much of the variance of a measurement lies between groups (variansandel, ICC).
package struct IntraclassCorrelation: Sendable {
    /// Variance between groups. From the analysis of variance it may be negative, and is given as it is.
    package let between: Double
    package let within: Double
    /// between ÷ (between + within).
    package var correlation: Double { between / (between + within) }
    /// The mean of the groups' means, weighted by the model, with its error; nil from the analysis of variance.
    package let mean: Double?
    package let meanStandardError: Double?

    /// From mean squares: between = (MSB − MSW) ÷ n₀ with n₀ = (N − Σn²/N) ÷ (k − 1) (Donner 1986). nil with fewer than
    /// two groups, or with only groups of one.
    package static func analysisOfVariance(_ groups: [[Double]]) -> IntraclassCorrelation? {
        let moments = groups.compactMap { Moments($0) }
        let analysis = AnalysisOfVariance(moments, all: groups.flatMap(\.self))
        guard let between = analysis.betweenMeanSquare, let within = analysis.withinMeanSquare else { return nil }
        let sizes = moments.map { Double($0.count) }
        let total = ExactSum.sum(of: sizes)
        let typical = (total - ExactSum.sum(of: sizes.map { $0 * $0 }) / total) / Double(sizes.count - 1)
        return IntraclassCorrelation(
            between: (between - within) / typical, within: within, mean: nil, meanStandardError: nil)
    }

    /// By restricted maximum likelihood, never below 0 (Searle, Casella & McCulloch 1992, 3.8): with λ = between ÷ within,
    /// w = n ÷ (1 + λn) and R(λ) = SSW + Σ w(ȳ − μ)², the λ that makes
    /// (N − 1) ln R + Σ ln(1 + λn) + ln Σ w least. nil as above, or without spread within the groups.
    package static func restrictedLikelihood(_ groups: [[Double]]) -> IntraclassCorrelation? {
        let moments = groups.compactMap { Moments($0) }
        let analysis = AnalysisOfVariance(moments, all: groups.flatMap(\.self))
        guard moments.count > 1, analysis.withinDegrees > 0, analysis.withinSquares > 0 else { return nil }
        let model = Profile(groups: moments, withinSquares: analysis.withinSquares)
        var upper = 1.0
        for _ in 0..<200 where model.slope(at: upper) < 0 { upper *= 2 }
        let ratio = model.slope(at: 0) >= 0 ? 0 : Root.brent(in: 0...upper, model.slope(at:)) ?? 0
        let state = model.state(at: ratio)
        let within = state.squares / (model.count - 1)
        return IntraclassCorrelation(
            between: ratio * within, within: within, mean: state.mean,
            meanStandardError: (within / state.sum).squareRoot())
    }

    private struct Profile {
        let groups: [Moments]
        let withinSquares: Double
        var count: Double { Double(groups.reduce(0) { $0 + $1.count }) }

        /// Σ w, μ and R at a λ.
        func state(at ratio: Double) -> (weights: [Double], sum: Double, mean: Double, squares: Double) {
            let weights = groups.map { Double($0.count) / (1 + ratio * Double($0.count)) }
            let sum = ExactSum.sum(of: weights)
            let mean = ExactSum.sum(of: zip(weights, groups).map { $0 * $1.mean }) / sum
            let between = zip(weights, groups).map { $0 * ($1.mean - mean) * ($1.mean - mean) }
            return (weights, sum, mean, withinSquares + ExactSum.sum(of: between))
        }

        /// The derivative of the criterion in λ.
        func slope(at ratio: Double) -> Double {
            let state = state(at: ratio)
            let pull = ExactSum.sum(
                of: zip(state.weights, groups).map { $0 * $0 * ($1.mean - state.mean) * ($1.mean - state.mean) })
            let squares = ExactSum.sum(of: state.weights.map { $0 * $0 })
            return state.sum - squares / state.sum - (count - 1) * pull / state.squares
        }
    }
}
