// SPDX-License-Identifier: EUPL-1.2

/// The score interval for a share of x among n: Wilson (1927).
///
/// (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n). It never leaves 0–1 and never shrinks to a point: at x = 0
/// the lower limit is exactly 0 and the upper above it, at x = n the other way round.
package struct WilsonInterval: Sendable, Hashable {
    package let lower: Double
    package let upper: Double

    /// nil for n = 0, where nothing is known. 0 ≤ x ≤ n.
    package init?(_ x: Int, of n: Int, level: Double = 0.95) {
        precondition(x >= 0 && x <= n, "a part is not larger than the whole")
        guard n > 0 else { return nil }
        let z = Normal.twoSided(level: level)
        let count = Double(n)
        let share = Double(x) / count
        let centre = share + z * z / (2 * count)
        let half = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        let scale = 1 + z * z / count
        self.lower = x == 0 ? 0 : (centre - half) / scale
        self.upper = x == n ? 1 : (centre + half) / scale
    }
}
