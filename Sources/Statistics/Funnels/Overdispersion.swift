// SPDX-License-Identifier: EUPL-1.2

/// How much more units vary about a target than chance alone would make them: the multiplier φ and the variance τ² between
/// units (Spiegelhalter 2005, A.3; DerSimonian & Laird 1986). With few units φ is unsteady.
package struct Overdispersion: Sendable {
    /// Mean squared z; 1 when only chance is at work, nil for no units.
    package let phi: Double?
    /// (kφ − (k − 1)) ÷ (Σ 1/s² − Σ 1/s⁴ ÷ Σ 1/s²), not below 0, on the scale of s.
    package let tauSquared: Double

    /// z-scores, winsorised or truncated already, and the errors they rest on.
    package init(_ scores: [Double], errors: [Double]) {
        let k = Double(scores.count)
        let phi = ExactSum.mean(of: scores.map { $0 * $0 })
        let weights = errors.map { 1 / ($0 * $0) }
        let sum = ExactSum.sum(of: weights)
        let spread = sum - ExactSum.sum(of: weights.map { $0 * $0 }) / sum
        self.phi = phi
        self.tauSquared = phi.map { spread > 0 ? max(0, (k * $0 - (k - 1)) / spread) : 0 } ?? 0
    }

    /// The scores with those beyond the quantiles `share` and 1 − `share` (type 7) drawn in to them.
    package static func winsorised(_ scores: [Double], share: Double) -> [Double] {
        guard let low = Quantile.type7(scores, at: share), let high = Quantile.type7(scores, at: 1 - share) else {
            return []
        }
        return scores.map { min(high, max(low, $0)) }
    }

    /// Which scores stay when the lowest and highest of `groups` groups by rank are left out: the group of rank r among
    /// n is ⌊r·groups ÷ (n + 1)⌋ (NHS Digital, SHMI).
    package static func kept(_ scores: [Double], groups: Double) -> [Bool] {
        Ranks(scores).values.map { rank in
            let group = (rank * groups / Double(scores.count + 1)).rounded(.down)
            return group > 0 && group < groups - 1
        }
    }
}
