// SPDX-License-Identifier: EUPL-1.2

/// The exact interval for how many of a finite population of N are marked, when x of n drawn without replacement are:
/// Buonaccorsi (1987). Its coverage is never below the level. The interval of a survey share in one district or stratum.
///
/// Assumes that the n are a simple random sample of the N. A census (n = N) has a point: no sampling error.
package struct HypergeometricInterval: Sendable, Hashable {
    /// Smallest number marked K with P(X ≥ x | K) > α/2.
    package let lowerTotal: Int
    /// Largest K with P(X ≤ x | K) > α/2.
    package let upperTotal: Int
    /// The totals as shares of N.
    package let limits: ConfidenceInterval

    /// nil for n = 0, where nothing is known, and for N = 0. 0 ≤ x ≤ n ≤ N.
    package init?(_ x: Int, of n: Int, population: Int, level: Double = 0.95) {
        precondition(x >= 0 && x <= n && n <= population, "a sample is not larger than its population")
        guard n > 0 else { return nil }
        let tail = (1 - level) / 2
        let (least, most) = (x, population - (n - x))
        let lower = Self.first(in: least...most) { marked in
            Hypergeometric.upperTail(x - 1, drawn: n, marked: marked, of: population) > tail
        }
        let beyond = Self.first(in: least...most) { marked in
            Hypergeometric.cdf(x, drawn: n, marked: marked, of: population) <= tail
        }
        self.lowerTotal = lower ?? most
        self.upperTotal = beyond.map { max(least, $0 - 1) } ?? most
        self.limits = ConfidenceInterval(
            lower: Double(lowerTotal) / Double(population), upper: Double(upperTotal) / Double(population))
    }

    /// The first number where the condition holds, when it holds for all that follow.
    private static func first(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
        var (low, high) = (range.lowerBound, range.upperBound + 1)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low <= range.upperBound ? low : nil
    }

    /// The quick form: Wilson's score interval with n* = n(N − 1) ÷ (N − n) for n. A point in a census; nil for n = 0.
    package static func wilson(_ x: Int, of n: Int, population: Int, level: Double = 0.95) -> ConfidenceInterval? {
        precondition(x >= 0 && x <= n && n <= population, "a sample is not larger than its population")
        guard n > 0 else { return nil }
        let share = Double(x) / Double(n)
        guard n < population else { return ConfidenceInterval(lower: share, upper: share) }
        let effective = Double(n) * Double(population - 1) / Double(population - n)
        let z = Normal.twoSided(level: level)
        let centre = share + z * z / (2 * effective)
        let half = z * (share * (1 - share) / effective + z * z / (4 * effective * effective)).squareRoot()
        let scale = 1 + z * z / effective
        return ConfidenceInterval(
            lower: x == 0 ? 0 : (centre - half) / scale, upper: x == n ? 1 : (centre + half) / scale)
    }
}
