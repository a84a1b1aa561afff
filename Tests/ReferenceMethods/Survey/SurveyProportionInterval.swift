// SPDX-License-Identifier: EUPL-1.2
package import Statistics
import Glibc

/// Intervals for a share estimated under a design, from its value p, variance v, the rows n and degrees of freedom.
///
/// At p = 0 and p = 1 the linearised v is 0 and says nothing: only `mean` has limits there, and they are a point. For
/// one stratum use the hypergeometric interval instead; across strata `wilson`.
package enum SurveyProportionInterval: String, Sendable, CaseIterable {
    /// p ± t·se (Wald). May leave 0–1.
    case mean
    /// expit of logit p ± t·se ÷ (p(1 − p)), from an intercept-only logistic model. Rust & Hsu (2007).
    case logit
    /// The same by the delta method.
    case xlogit
    /// sin² of arcsin √p ± t·se ÷ (2√(p(1 − p))), the angle kept in 0–π/2.
    case asin
    /// Korn & Graubard (1998), Surv. Meth. 24:193, as in R: n_e = p(1 − p) ÷ v · (t_{n−1} ÷ t_df)², then
    /// Clopper–Pearson.
    case beta
    /// The same with n_e never above n: NCHS, Parker et al. (2017). Gives up what a large sampling fraction gains.
    case kornGraubard = "korn-graubard"
    /// Wilson's score interval with n_e = p(1 − p) ÷ v and t for z.
    case wilson
    /// The shares whose scaled quasi-deviance 2n_e(p̂·ln(p̂/p) + (1 − p̂)·ln((1 − p̂)/(1 − p))) is at most t².
    case likelihood

    /// nil without degrees of freedom, and where the method has no answer.
    package func limits(
        _ p: Double, variance v: Double, rows n: Int, degreesOfFreedom df: Int, level: Double = 0.95
    ) -> ConfidenceInterval? {
        guard df > 0 else { return nil }
        let t = StudentT.twoSided(level: level, degreesOfFreedom: Double(df))
        let spread = p * (1 - p)
        if self == .mean {
            let half = t * v.squareRoot()
            return ConfidenceInterval(lower: p - half, upper: p + half)
        }
        guard spread > 0 else { return nil }
        // Everybody was asked: nothing is uncertain.
        guard v > 0 else { return ConfidenceInterval(lower: p, upper: p) }
        let effective = spread / v
        switch self {
        case .mean: return nil
        case .logit, .xlogit:
            let centre = log(p / (1 - p))
            let half = t * v.squareRoot() / spread
            return ConfidenceInterval(lower: 1 / (1 + exp(half - centre)), upper: 1 / (1 + exp(-half - centre)))
        case .asin:
            let centre = Glibc.asin(p.squareRoot())
            let half = t * v.squareRoot() / (2 * spread.squareRoot())
            let (low, high) = (sin(max(0, centre - half)), sin(min(.pi / 2, centre + half)))
            return ConfidenceInterval(lower: low * low, upper: high * high)
        case .beta, .kornGraubard:
            guard n > 1 else { return nil }
            let ratio = StudentT.twoSided(level: level, degreesOfFreedom: Double(n - 1)) / t
            let scaled = effective * ratio * ratio
            let count = self == .beta ? scaled : min(scaled, Double(n))
            let tail = (1 - level) / 2
            return ConfidenceInterval(
                lower: Beta.quantile(tail, count * p, count * (1 - p) + 1),
                upper: Beta.quantile(1 - tail, count * p + 1, count * (1 - p)))
        case .wilson:
            let square = t * t
            let half = t / (2 * effective) * (4 * effective * spread + square).squareRoot()
            let centre = p + square / (2 * effective)
            let scale = 1 + square / effective
            return ConfidenceInterval(lower: (centre - half) / scale, upper: (centre + half) / scale)
        case .likelihood:
            func excess(_ other: Double) -> Double {
                2 * effective * (p * log(p / other) + (1 - p) * log((1 - p) / (1 - other))) - t * t
            }
            guard let lower = Root.brent(in: Double.leastNormalMagnitude...p, excess),
                let upper = Root.brent(in: p...(1 - Double.ulpOfOne / 2), excess)
            else { return nil }
            return ConfidenceInterval(lower: lower, upper: upper)
        }
    }
}
