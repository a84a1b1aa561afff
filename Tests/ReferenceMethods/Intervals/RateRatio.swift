// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// The ratio of two Poisson rates, (x₁/t₁) ÷ (x₂/t₂), with the exact interval and test given x₁ + x₂ (Lehmann & Romano
/// 2005, 4.5): x₁ is binomial with p = ρt₁ ÷ (ρt₁ + t₂), so limits of p by Clopper–Pearson become limits of ρ.
package struct RateRatio: Sendable {
    /// Infinite when only x₂ is 0; nil when both are.
    package let estimate: Double?
    /// 0–∞ when nothing has happened in either.
    package let limits: ConfidenceInterval
    /// Two-sided, that the rates are equal; 1 when nothing has happened.
    package let pValue: Double

    /// Counts ≥ 0 and exposures > 0.
    package init(
        _ first: (events: Int, exposure: Double), _ second: (events: Int, exposure: Double), level: Double = 0.95
    ) {
        precondition(first.exposure > 0 && second.exposure > 0, "a rate has an exposure above 0")
        let total = first.events + second.events
        let share = first.exposure / (first.exposure + second.exposure)
        self.estimate =
            total == 0
            ? nil : (Double(first.events) / first.exposure) / (Double(second.events) / second.exposure)
        self.pValue = BinomialTest.twoSided(first.events, of: total, p: share)
        let binomial =
            BinomialInterval.clopperPearson.limits(first.events, of: total, level: level)
            ?? ConfidenceInterval(lower: 0, upper: 1)
        let scale = second.exposure / first.exposure
        self.limits = ConfidenceInterval(
            lower: binomial.lower / (1 - binomial.lower) * scale,
            upper: binomial.upper == 1 ? .infinity : binomial.upper / (1 - binomial.upper) * scale)
    }
}
