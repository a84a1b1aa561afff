// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// Association in 2 × 2 tables over strata (Mantel & Haenszel 1959), with the common odds ratio. Assumes that the odds
/// ratio is the same in all strata; a stratum with fewer than two units tells nothing and is left out.
package struct MantelHaenszelTest: Sendable {
    /// (|Σ(a − E a)| − correction)² ÷ Σ var a on 1 degree of freedom.
    package let test: TestResult
    /// Σ(ad/n) ÷ Σ(bc/n); nil when both sums are 0.
    package let oddsRatio: Double?
    /// With the variance of Robins, Breslow & Greenland (1986); nil when the odds ratio is 0, infinite or undefined.
    package let limits: ConfidenceInterval?

    /// One table a stratum, [[a, b], [c, d]]. `corrected` takes ½ off |Σ(a − E a)| when that is at least ½.
    package init(_ strata: [ContingencyTable], corrected: Bool, level: Double = 0.95) {
        var (excess, variance) = (ExactSum(), ExactSum())
        var (diagonal, off) = (ExactSum(), ExactSum())
        var (first, second, third) = (ExactSum(), ExactSum(), ExactSum())
        for stratum in strata where stratum.total > 1 {
            let (a, b) = (Double(stratum.counts[0][0]), Double(stratum.counts[0][1]))
            let (c, d) = (Double(stratum.counts[1][0]), Double(stratum.counts[1][1]))
            let n = a + b + c + d
            excess.add(a - (a + b) * (a + c) / n)
            variance.add((a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1)))
            diagonal.add(a * d / n)
            off.add(b * c / n)
            first.add((a + d) * a * d / (n * n))
            second.add(((a + d) * b * c + (b + c) * a * d) / (n * n))
            third.add((b + c) * b * c / (n * n))
        }
        let distance = abs(excess.value)
        let reduced = distance - (corrected && distance >= 0.5 ? 0.5 : 0)
        self.test = .chiSquare(reduced * reduced / variance.value, degreesOfFreedom: 1)
        let (r, s) = (diagonal.value, off.value)
        self.oddsRatio = r == 0 && s == 0 ? nil : r / s
        guard r > 0, s > 0 else {
            self.limits = nil
            return
        }
        let error =
            (first.value / (2 * r * r) + second.value / (2 * r * s) + third.value / (2 * s * s)).squareRoot()
        let factor = Double.exponential(Normal.twoSided(level: level) * error)
        self.limits = ConfidenceInterval(lower: r / s / factor, upper: r / s * factor)
    }
}
