// SPDX-License-Identifier: EUPL-1.2

/// Limits about a target within which chance alone keeps a unit of a given size (trattdiagram).
package enum FunnelLimits {
    /// Exact for a share among n: (r − a) ÷ n at the binomial quantile r, drawn in by a = (F(r) − p) ÷ P(r), so that the
    /// limits are smooth in n (Spiegelhalter 2005, A.1). Cut to 0–1.
    package static func binomial(target: Double, n: Int, level: Double) -> ConfidenceInterval {
        func limit(_ p: Double) -> Double {
            let r = Binomial.quantile(p, of: n, p: target)
            let step = Binomial.density(r, of: n, p: target)
            return (Double(r) - (Binomial.cdf(r, of: n, p: target) - p) / step) / Double(n)
        }
        let tail = (1 - level) / 2
        return ConfidenceInterval(lower: limit(tail), upper: limit(1 - tail)).clipped(to: 0...1)
    }

    /// The same for the ratio of observed to `expected` events, Poisson with mean target · expected. Not below 0.
    package static func poisson(target: Double, expected: Double, level: Double) -> ConfidenceInterval {
        let mean = target * expected
        func limit(_ p: Double) -> Double {
            let r = Poisson.quantile(p, mean: mean)
            return (Double(r) - (Poisson.cdf(r, mean: mean) - p) / Poisson.density(r, mean: mean)) / expected
        }
        let tail = (1 - level) / 2
        return ConfidenceInterval(lower: limit(tail), upper: limit(1 - tail)).clipped(to: 0 ... .infinity)
    }

    /// The shares of n that chance gives with at least half of 1 − level in each tail: a value beyond them has an exact
    /// one-sided p below that. Never wrong for few: one person is always inside. Where `binomial` draws a smooth curve and
    /// counts the last step beyond it, this is what a unit may be judged by.
    package static func acceptedShares(target: Double, n: Int, level: Double) -> ConfidenceInterval {
        let tail = (1 - level) / 2
        return ConfidenceInterval(
            lower: Double(Binomial.quantile(tail, of: n, p: target)) / Double(n),
            upper: Double(Binomial.quantile(1 - tail, of: n, p: target)) / Double(n))
    }

    /// The same for x over an exposure, Poisson with mean target · exposure.
    package static func acceptedRates(target: Double, exposure: Double, level: Double) -> ConfidenceInterval {
        let tail = (1 - level) / 2
        return ConfidenceInterval(
            lower: Double(Poisson.quantile(tail, mean: target * exposure)) / exposure,
            upper: Double(Poisson.quantile(1 - tail, mean: target * exposure)) / exposure)
    }

    /// The shares whose Wilson interval just reaches the target: target ± z·√(target(1 − target)/n), cut to 0–1 (UKHSA).
    package static func score(target: Double, n: Int, level: Double) -> ConfidenceInterval {
        let half = Normal.twoSided(level: level) * (target * (1 - target) / Double(n)).squareRoot()
        return ConfidenceInterval(lower: target - half, upper: target + half).clipped(to: 0...1)
    }
}
