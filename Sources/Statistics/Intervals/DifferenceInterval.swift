// SPDX-License-Identifier: EUPL-1.2

/// Intervals for the difference between two independent shares, p₁ − p₂.
package enum DifferenceInterval: String, Sendable, CaseIterable {
    /// p₁ − p₂ ± z·√(p₁q₁/n₁ + p₂q₂/n₂), with Pearson's chi-square.
    case wald
    /// The same with Yates' correction for continuity, min(½, |p₁ − p₂| ÷ (1/n₁ + 1/n₂)), as R's `prop.test` has it.
    case waldCorrected = "wald-cc"
    /// The hybrid score interval: Newcombe (1998), Stat. Med. 17:873, method 10. Never a point, never outside −1–1.
    case newcombe

    /// A difference with its limits and, for the Wald kinds, the test that it is 0.
    package struct Result: Sendable {
        package let estimate: Double
        package let limits: ConfidenceInterval
        /// nil when both shares are 0 or both are 1, and for Newcombe's interval, which has no test.
        package let chiSquare: Double?
        package var pValue: Double? { chiSquare.map { ChiSquared.upperTail($0, degreesOfFreedom: 1) } }
    }

    /// The difference between x₁ among n₁ and x₂ among n₂; nil when either n is 0.
    package func result(
        _ first: (x: Int, n: Int), _ second: (x: Int, n: Int), level: Double = 0.95
    ) -> Result? {
        guard first.n > 0, second.n > 0 else { return nil }
        let counts = (Double(first.n), Double(second.n))
        let shares = (Double(first.x) / counts.0, Double(second.x) / counts.1)
        let difference = shares.0 - shares.1
        guard self != .newcombe else {
            return Self.newcombe(first, second, shares, level).map {
                Result(estimate: difference, limits: $0, chiSquare: nil)
            }
        }
        let inverse = 1 / counts.0 + 1 / counts.1
        let correction = self == .wald ? 0 : min(0.5, abs(difference) / inverse)
        let variance = shares.0 * (1 - shares.0) / counts.0 + shares.1 * (1 - shares.1) / counts.1
        let half = Normal.twoSided(level: level) * variance.squareRoot() + correction * inverse
        return Result(
            estimate: difference,
            limits: ConfidenceInterval(lower: difference - half, upper: difference + half).clipped(to: -1...1),
            chiSquare: Self.chiSquare(first, second, correction))
    }

    private static func newcombe(
        _ first: (x: Int, n: Int), _ second: (x: Int, n: Int), _ shares: (Double, Double), _ level: Double
    ) -> ConfidenceInterval? {
        guard let one = WilsonInterval(first.x, of: first.n, level: level),
            let two = WilsonInterval(second.x, of: second.n, level: level)
        else { return nil }
        func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let difference = shares.0 - shares.1
        return ConfidenceInterval(
            lower: difference - length(shares.0 - one.lower, two.upper - shares.1),
            upper: difference + length(one.upper - shares.0, shares.1 - two.lower))
    }

    /// Σ (|O − E| − correction)² ÷ E over the four cells.
    private static func chiSquare(
        _ first: (x: Int, n: Int), _ second: (x: Int, n: Int), _ correction: Double
    ) -> Double? {
        let pooled = Double(first.x + second.x) / Double(first.n + second.n)
        guard pooled > 0, pooled < 1 else { return nil }
        var terms: [Double] = []
        for group in [first, second] {
            let hits = Double(group.n) * pooled
            let misses = Double(group.n) * (1 - pooled)
            let distance = abs(Double(group.x) - hits) - correction
            terms += [distance * distance / hits, distance * distance / misses]
        }
        return ExactSum.sum(of: terms)
    }
}
