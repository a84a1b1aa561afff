// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// Change in a yes-or-no answer of the same persons (McNemar 1947): only those who changed, b one way and c the other,
/// tell anything about its direction.
package struct McNemarTest: Sendable {
    /// (b − c)² ÷ (b + c) on 1 degree of freedom; undefined when nobody changed.
    package let chiSquare: TestResult
    /// With (|b − c| − 1)² (Edwards 1948).
    package let corrected: TestResult
    /// b of b + c against ½, two-sided; 1 when nobody changed.
    package let exactPValue: Double
    /// Share that says yes the first time less the share that does the second, −1–1; nil for nobody.
    package let difference: Double?
    /// difference ± z·√(b + c − (b − c)²/n) ÷ n (Fleiss, Levin & Paik 2003, 13.1): a point when nobody changed.
    package let limits: ConfidenceInterval?

    /// `firstOnly` (b) said yes the first time only, `secondOnly` (c) the second only; `total` are all persons.
    package init(firstOnly: Int, secondOnly: Int, total: Int, level: Double = 0.95) {
        let (b, c, n) = (Double(firstOnly), Double(secondOnly), Double(total))
        let distance = abs(b - c)
        let corrected = distance > 0 ? distance - 1 : 0
        self.chiSquare = .chiSquare(distance * distance / (b + c), degreesOfFreedom: 1)
        self.corrected = .chiSquare(corrected * corrected / (b + c), degreesOfFreedom: 1)
        self.exactPValue = BinomialTest.twoSided(firstOnly, of: firstOnly + secondOnly, p: 0.5)
        guard total > 0 else {
            self.difference = nil
            self.limits = nil
            return
        }
        let difference = (b - c) / n
        let half = Normal.twoSided(level: level) * max(0, b + c - (b - c) * (b - c) / n).squareRoot() / n
        self.difference = difference
        self.limits = ConfidenceInterval(lower: difference - half, upper: difference + half)
    }
}
