// SPDX-License-Identifier: EUPL-1.2

/// Rates x ÷ n of areas drawn towards their common rate b = Σx ÷ Σn by the method of moments: s² = Σ n(r − b)² ÷ Σ n.
package struct ShrunkenRates: Sendable {
    package enum Family: String, Sendable, CaseIterable {
        /// b + A(r − b) ÷ (A + b/n), A = max(0, s² − b/n̄) (Marshall 1991). Zero counts are no harm.
        case poisson
        /// ρr + (1 − ρ)b with ρ = (n·s² − n/n̄·q) ÷ ((n − 1)s² + (n̄ − n)/n̄·q), q = b(1 − b) (Martuzzi & Elliott 1996). As
        /// published: ρ is below 0 where areas differ less than chance makes them.
        case binomial
    }

    package let commonRate: Double
    /// A for Poisson counts, s² for shares.
    package let variance: Double
    /// In the order of the counts.
    package let estimates: [Double]

    /// nil for no areas, or one with nobody in it.
    package init?(_ counts: [(x: Double, n: Double)], family: Family) {
        guard !counts.isEmpty, counts.allSatisfy({ $0.n > 0 && $0.x >= 0 }) else { return nil }
        let total = ExactSum.sum(of: counts.map(\.n))
        let common = ExactSum.sum(of: counts.map(\.x)) / total
        let size = total / Double(counts.count)
        let spread =
            ExactSum.sum(of: counts.map { $0.n * ($0.x / $0.n - common) * ($0.x / $0.n - common) }) / total
        commonRate = common
        switch family {
        case .poisson:
            let variance = max(0, spread - common / size)
            self.variance = variance
            estimates = counts.map { count in
                variance == 0
                    ? common : common + variance * (count.x / count.n - common) / (variance + common / count.n)
            }
        case .binomial:
            let chance = common * (1 - common)
            self.variance = spread
            estimates = counts.map { count in
                let below = (count.n - 1) * spread + (size - count.n) / size * chance
                guard below != 0 else { return common }
                let weight = (count.n * spread - count.n / size * chance) / below
                return weight * count.x / count.n + (1 - weight) * common
            }
        }
    }
}
