// SPDX-License-Identifier: EUPL-1.2

/// Confidence intervals for a share of x among n that are independent, in an endless population (Brown, Cai & DasGupta
/// 2001 compare them). For a sample from a finite population see `HypergeometricInterval`.
package enum BinomialInterval: String, Sendable, CaseIterable {
    /// Exact, never below the level: quantiles of the beta distribution (Clopper & Pearson 1934).
    case clopperPearson = "clopper-pearson"
    /// The score interval: Wilson (1927), see `WilsonInterval`.
    case wilson
    /// The score interval with Yates' correction for continuity, min(½, |x − n/2|), as R's `prop.test` has it
    /// (Newcombe 1998, method 4).
    case wilsonCorrected = "wilson-cc"
    /// Wald about (x + z²/2) ÷ (n + z²): Agresti & Coull (1998). Cut to 0–1.
    case agrestiCoull = "agresti-coull"
    /// Quantiles of beta(x + ½, n − x + ½); 0 at x = 0 and 1 at x = n (Brown, Cai & DasGupta 2001, eq. 9).
    case jeffreys
    /// The exact interval with half the probability of x itself (Lancaster 1961; Berry & Armitage 1995).
    case midP = "mid-p"
    /// p ± z·√(p(1 − p)/n), cut to 0–1. A point at x = 0 and x = n: for comparison only.
    case wald

    /// The interval for 0 ≤ x ≤ n; nil for n = 0, where nothing is known.
    package func limits(_ x: Int, of n: Int, level: Double = 0.95) -> ConfidenceInterval? {
        precondition(x >= 0 && x <= n, "a part is not larger than the whole")
        guard n > 0 else { return nil }
        switch self {
        case .clopperPearson: return Self.beta(x, n, shift: (0, 1), level)
        case .wilson:
            return WilsonInterval(x, of: n, level: level).map { ConfidenceInterval(lower: $0.lower, upper: $0.upper) }
        case .wilsonCorrected: return Self.wilsonCorrected(x, n, level)
        case .agrestiCoull: return Self.agrestiCoull(x, n, level)
        case .jeffreys: return Self.beta(x, n, shift: (0.5, 0.5), level)
        case .midP: return Self.midP(x, n, level)
        case .wald: return Self.wald(Double(x) / Double(n), Double(n), level)
        }
    }

    /// Quantiles of beta(x + s₁, n − x + s₂) below and of beta(x + s₂, n − x + s₁) above.
    private static func beta(_ x: Int, _ n: Int, shift: (Double, Double), _ level: Double) -> ConfidenceInterval {
        let tail = (1 - level) / 2
        let (hits, misses) = (Double(x), Double(n - x))
        return ConfidenceInterval(
            lower: x == 0 ? 0 : Beta.quantile(tail, hits + shift.0, misses + shift.1),
            upper: x == n ? 1 : Beta.quantile(1 - tail, hits + shift.1, misses + shift.0))
    }

    private static func wilsonCorrected(_ x: Int, _ n: Int, _ level: Double) -> ConfidenceInterval {
        let z = Normal.twoSided(level: level)
        let count = Double(n)
        let correction = min(0.5, abs(Double(x) - count / 2))
        let lift = z * z / (2 * count)
        func limit(_ share: Double, sign: Double) -> Double {
            (share + lift + sign * z * (share * (1 - share) / count + lift / (2 * count)).squareRoot())
                / (1 + 2 * lift)
        }
        let below = (Double(x) - correction) / count
        let above = (Double(x) + correction) / count
        return ConfidenceInterval(
            lower: below <= 0 ? 0 : max(0, limit(below, sign: -1)),
            upper: above >= 1 ? 1 : min(1, limit(above, sign: 1)))
    }

    private static func agrestiCoull(_ x: Int, _ n: Int, _ level: Double) -> ConfidenceInterval {
        let z = Normal.twoSided(level: level)
        let count = Double(n) + z * z
        return wald((Double(x) + z * z / 2) / count, count, level)
    }

    private static func wald(_ share: Double, _ count: Double, _ level: Double) -> ConfidenceInterval {
        let half = Normal.twoSided(level: level) * (share * (1 - share) / count).squareRoot()
        return ConfidenceInterval(lower: share - half, upper: share + half).clipped(to: 0...1)
    }

    private static func midP(_ x: Int, _ n: Int, _ level: Double) -> ConfidenceInterval {
        let tail = (1 - level) / 2
        let lower = Root.brent(in: 0...1) { p in
            Binomial.upperTail(x, of: n, p: p) + Binomial.density(x, of: n, p: p) / 2 - tail
        }
        let upper = Root.brent(in: 0...1) { p in
            Binomial.cdf(x - 1, of: n, p: p) + Binomial.density(x, of: n, p: p) / 2 - tail
        }
        return ConfidenceInterval(lower: x == 0 ? 0 : lower ?? 0, upper: x == n ? 1 : upper ?? 1)
    }
}
