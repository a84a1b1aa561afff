// SPDX-License-Identifier: EUPL-1.2

/// Where a unit would lie if it were one like the others (prediktionsgräns): the distribution of its estimate, given
/// those of the other units and how much they differ among themselves.
///
/// y_i = μ + u_i + e_i with u ~ N(0, τ²) and e_i ~ N(0, v_i). A unit is judged by the others only, so that one that
/// stands out does not widen the limits it is held against. With a dozen units τ is poorly known; the usual limits put
/// in one estimate of it (often 0) as if it were the truth. Here every τ is weighed by how believable the other units
/// make it: the density of y_i is ∫ N(y; μ̂(τ), v_i + τ² + se(μ̂)²) π(τ | y_−i) dτ, with μ integrated out under a flat
/// prior. The prior of τ is DuMouchel's (1994), s₀ ÷ (s₀ + τ)² with s₀² the harmonic mean of the others' v: as likely
/// below the typical error as above it, and without a scale of its own. Put u = τ ÷ (s₀ + τ) and it is even on 0–1, where
/// the integral is taken by the midpoint rule.
///
/// Assumes normal errors with known v: use a scale that makes it so (`FunnelScale`). `docs/likvardighet.md` shows what it
/// holds and what plug-in limits, t quantiles and the winsorised adjustment hold.
package struct Prediction: Sendable {
    private struct Component: Sendable {
        let weight: Double
        let centre: Double
        let spread: Double
    }

    private static let steps = 64
    private let components: [Component]

    /// The prediction of one unit from the `others`, with `variance` the unit's own sampling variance. nil with fewer than
    /// two others or a variance that is not above 0.
    package init?(others: [(estimate: Double, variance: Double)], variance: Double) {
        guard others.count > 1, variance > 0, others.allSatisfy({ $0.variance > 0 && $0.variance.isFinite }) else {
            return nil
        }
        let posterior = BetweenPosterior(others, steps: Self.steps)
        // What weighs next to nothing would only take time.
        components = posterior.points.filter { $0.weight > 1e-12 }.map { point in
            Component(
                weight: point.weight, centre: point.mean,
                spread: (variance + point.tau * point.tau + point.meanVariance).squareRoot())
        }
    }

    /// P(Y ≤ y).
    package func cdf(_ y: Double) -> Double {
        components.reduce(0) { $0 + $1.weight * Normal.cdf((y - $1.centre) / $1.spread) }
    }

    /// Twice the smaller tail beyond y, 0–1.
    package func pValue(_ y: Double) -> Double {
        let above = components.reduce(0) { $0 + $1.weight * Normal.upperTail((y - $1.centre) / $1.spread) }
        return min(1, 2 * min(cdf(y), above))
    }

    /// The equal-tailed limits that hold the unit with this probability.
    package func limits(level: Double) -> ConfidenceInterval {
        let tail = (1 - level) / 2
        return ConfidenceInterval(lower: quantile(tail), upper: quantile(1 - tail))
    }

    /// By Newton's method, kept inside a bracket that shrinks with every step.
    private func quantile(_ p: Double) -> Double {
        let centre = components.reduce(0) { $0 + $1.weight * $1.centre }
        let spread = components.reduce(0) { $0 + $1.weight * $1.spread }
        var (low, high) = (-Double.infinity, Double.infinity)
        var place = centre + spread * Normal.quantile(p)
        for _ in 0..<200 {
            let excess = cdf(place) - p
            if excess > 0 { high = place } else { low = place }
            let density = components.reduce(0) { sum, component in
                let z = (place - component.centre) / component.spread
                return sum + component.weight * Double.exponential(-z * z / 2) / component.spread
            }
            let step = excess * (2 * Double.pi).squareRoot() / density
            var next = place - max(-4 * spread, min(4 * spread, step))
            if next <= low || next >= high { next = (low + high) / 2 }
            if abs(next - place) <= 1e-10 * spread || !next.isFinite { return place }
            place = next
        }
        return place
    }
}

/// What the estimates of some units say of the variance between them: the posterior of τ on a grid, and at each τ the
/// normal posterior of their mean. See `Prediction` for model and prior.
struct BetweenPosterior: Sendable {
    struct Point: Sendable {
        let tau: Double
        /// They add to 1.
        var weight: Double
        let mean: Double
        let meanVariance: Double
    }

    private(set) var points: [Point] = []

    /// At least two units, with variances above 0.
    init(_ units: [(estimate: Double, variance: Double)], steps: Int) {
        let precision = ExactSum.sum(of: units.map { 1 / $0.variance })
        let typical = (Double(units.count) / precision).squareRoot()
        var heights: [Double] = []
        for step in 0..<steps {
            let u = (Double(step) + 0.5) / Double(steps)
            let tau = typical * u / (1 - u)
            let weights = units.map { 1 / ($0.variance + tau * tau) }
            let sum = ExactSum.sum(of: weights)
            let mean = ExactSum.sum(of: zip(weights, units).map { $0 * $1.estimate }) / sum
            let squares = ExactSum.sum(
                of: zip(weights, units).map { $0 * ($1.estimate - mean) * ($1.estimate - mean) })
            let logs = ExactSum.sum(of: weights.map { Double.logarithm($0) })
            heights.append((logs - Double.logarithm(sum) - squares) / 2)
            points.append(Point(tau: tau, weight: 0, mean: mean, meanVariance: 1 / sum))
        }
        let highest = heights.max() ?? 0
        let likelihoods = heights.map { Double.exponential($0 - highest) }
        let total = ExactSum.sum(of: likelihoods)
        for place in points.indices { points[place].weight = likelihoods[place] / total }
    }

    /// The point that a number drawn evenly between 0 and 1 falls on.
    func point(at uniform: Double) -> Point {
        var passed = 0.0
        for point in points {
            passed += point.weight
            if uniform < passed { return point }
        }
        return points[points.count - 1]
    }
}
