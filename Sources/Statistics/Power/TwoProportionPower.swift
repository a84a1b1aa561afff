// SPDX-License-Identifier: EUPL-1.2

/// What a comparison of two shares can show, by the normal approximation (Fleiss, Levin & Paik 2003, ch. 4):
/// power = Φ((√n|p₁ − p₂| − z√(2p̄q̄)) ÷ √(p₁q₁ + p₂q₂)).
package struct TwoProportionPower: Sendable, Hashable {
    /// Per group.
    package var count: Double
    package var first: Double
    package var second: Double
    package var significance: Double
    package var isTwoSided: Bool
    /// Counts rejections on the wrong side too.
    package var isStrict: Bool

    package init(
        count: Double, first: Double, second: Double, significance: Double, isTwoSided: Bool = true,
        isStrict: Bool = false
    ) {
        self.count = count
        self.first = first
        self.second = second
        self.significance = significance
        self.isTwoSided = isTwoSided
        self.isStrict = isStrict
    }

    /// The probability that the test rejects, 0–1.
    package var power: Double {
        let limit = -Normal.quantile(significance / (isTwoSided ? 2 : 1))
        let distance = count.squareRoot() * abs(first - second)
        let mean = (first + second) / 2
        let pooled = limit * (2 * mean * (1 - mean)).squareRoot()
        let spread = (first * (1 - first) + second * (1 - second)).squareRoot()
        let right = Normal.cdf((distance - pooled) / spread)
        return isStrict && isTwoSided ? right + Normal.upperTail((distance + pooled) / spread) : right
    }

    package enum Unknown: Sendable { case count, first, second, significance }

    /// The value of one part at which the power is `power`; nil when none is. A share is looked for on the side that
    /// makes the second the larger.
    package func solved(for unknown: Unknown, power wanted: Double) -> Double? {
        var trial = self
        let (part, range): (WritableKeyPath<TwoProportionPower, Double>, ClosedRange<Double>) =
            switch unknown {
            case .count: (\.count, 1e-3...1e9)
            case .first: (\.first, 0...second)
            case .second: (\.second, first...1)
            case .significance: (\.significance, 1e-10...(1 - 1e-10))
            }
        return Root.brent(in: range) { value in
            trial[keyPath: part] = value
            let power = trial.power
            // At equal or certain shares there may be 0 ÷ 0.
            return (power.isNaN ? 0 : power) - wanted
        }
    }
}
