// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// The variance between areas of a share, on the logit scale (slumpintercept): x of n binomial with
/// logit p = β + σu, u standard normal, by maximum likelihood with adaptive Gauss–Hermite quadrature (Pinheiro & Bates
/// 1995), as the R package lme4 has it with `nAGQ`.
package struct LogisticBetween: Sendable {
    /// β.
    package let intercept: Double
    /// σ²; 0 when the areas do not differ more than chance makes them.
    package let variance: Double
    /// 1 ÷ (1 + e^−(β + σû)) at each area's most likely u: shares drawn towards the common one.
    package let predicted: [Double]

    /// The part of the variance on the latent scale that lies between areas: σ² ÷ (σ² + π²/3) (Goldstein, Browne &
    /// Rasbash 2002).
    package var latentCorrelation: Double { variance / (variance + Double.pi * Double.pi / 3) }

    /// The median of the odds ratio between two areas drawn at random, the higher to the lower: exp(√(2σ²)·Φ⁻¹(¾)) (Larsen
    /// & Merlo 2005). 1 when they do not differ.
    package var medianOddsRatio: Double {
        Double.exponential((2 * variance).squareRoot() * Normal.quantile(0.75))
    }

    /// nil with fewer than two areas, with nobody in all, or when no one or everyone counts: the likelihood then has no
    /// highest point. `points` of quadrature, 1 for Laplace's approximation.
    package init?(_ counts: [(x: Int, n: Int)], points: Int = 15) {
        let (hits, all) = (counts.reduce(0) { $0 + $1.x }, counts.reduce(0) { $0 + $1.n })
        guard counts.count > 1, hits > 0, hits < all else { return nil }
        let likelihood = Likelihood(
            counts: counts.map { (Double($0.x), Double($0.n)) }, rule: GaussHermite(max(1, points)))
        let pooled = Double.logarithm(Double(hits) / Double(all - hits))
        // σ = 0 up to 8, an odds ratio of a million between areas: first coarsely, then about the best.
        let steps = (0...40).map { Double($0) * Double($0) / 200 }
        let heights = steps.map { likelihood.best(sigma: $0, near: pooled).height }
        let top = heights.indices.max { heights[$0] < heights[$1] } ?? 0
        let bracket = steps[max(0, top - 1)]...steps[min(steps.count - 1, top + 1)]
        let sigma = Maximum.golden(in: bracket) { likelihood.best(sigma: $0, near: pooled).height }
        let best = likelihood.best(sigma: sigma, near: pooled)
        let isFlat = best.height <= heights[0] + 1e-10
        let chosen = isFlat ? (sigma: 0, intercept: pooled) : (sigma: sigma, intercept: best.intercept)
        intercept = chosen.intercept
        variance = chosen.sigma * chosen.sigma
        predicted = likelihood.counts.map { count in
            let effect = Likelihood.mode(count, chosen.intercept, chosen.sigma).effect
            return 1 / (1 + Double.exponential(-(chosen.intercept + chosen.sigma * effect)))
        }
    }

    private struct Likelihood {
        let counts: [(x: Double, n: Double)]
        let rule: GaussHermite

        /// The intercept that is most likely at a σ; the likelihood is concave in it.
        func best(sigma: Double, near pooled: Double) -> (intercept: Double, height: Double) {
            let reach = 2 + 2 * sigma
            let intercept = Maximum.golden(in: (pooled - reach)...(pooled + reach)) { height($0, sigma) }
            return (intercept, height(intercept, sigma))
        }

        /// ln L, without the binomial coefficients.
        func height(_ intercept: Double, _ sigma: Double) -> Double {
            ExactSum.sum(
                of: counts.map { count in
                    let mode = Self.mode(count, intercept, sigma)
                    let peak = Self.exponent(count, intercept, sigma, mode.effect)
                    var sum = 0.0
                    for (node, weight) in zip(rule.nodes, rule.weights) {
                        let effect = mode.effect + mode.spread * node
                        let exponent = Self.exponent(count, intercept, sigma, effect) + node * node / 2 - peak
                        sum += weight * Double.exponential(exponent)
                    }
                    return peak + Double.logarithm(mode.spread * sum)
                })
        }

        /// x·η − n·ln(1 + e^η) − u²/2, η = β + σu.
        private static func exponent(
            _ count: (x: Double, n: Double), _ intercept: Double, _ sigma: Double, _ effect: Double
        ) -> Double {
            let eta = intercept + sigma * effect
            let softplus = max(eta, 0) + Double.logarithm(1 + Double.exponential(-abs(eta)))
            return count.x * eta - count.n * softplus - effect * effect / 2
        }

        /// The u that makes the exponent highest, by Newton's method (it is concave), and 1 ÷ √(−curvature) there.
        static func mode(
            _ count: (x: Double, n: Double), _ intercept: Double, _ sigma: Double
        ) -> (effect: Double, spread: Double) {
            var (effect, curvature) = (0.0, 1.0)
            for _ in 0..<100 {
                let share = 1 / (1 + Double.exponential(-(intercept + sigma * effect)))
                curvature = 1 + sigma * sigma * count.n * share * (1 - share)
                let full = (sigma * (count.x - count.n * share) - effect) / curvature
                // A long step may overshoot where the curvature is small.
                let step = max(-2, min(2, full))
                effect += step
                if abs(step) < 1e-13 { break }
            }
            return (effect, 1 / curvature.squareRoot())
        }
    }
}

/// Highest points of functions of one variable.
enum Maximum {
    /// The place where a function that rises and then falls in `interval` is highest, by golden sections (Kiefer 1953), to
    /// the half of the digits that a highest point has.
    static func golden(in interval: ClosedRange<Double>, _ function: (Double) -> Double) -> Double {
        let ratio = (5.0.squareRoot() - 1) / 2
        var (low, high) = (interval.lowerBound, interval.upperBound)
        var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
        var (atLeft, atRight) = (function(left), function(right))
        while high - low > 1e-9 * (1 + abs(low) + abs(high)) {
            if atLeft >= atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - ratio * (high - low)
                atLeft = function(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + ratio * (high - low)
                atRight = function(right)
            }
        }
        return (low + high) / 2
    }
}
