// SPDX-License-Identifier: EUPL-1.2
package import Statistics
package import Terms

/// How far apart the groups lie, year by year (likvärdighet över tid).
package struct SpreadOverTime: Sendable {
    package struct Year: Sendable {
        package let year: Int
        /// Groups of at least ten persons.
        package let groups: Int
        /// Highest less lowest value among them, and whose they are; nil with fewer than two.
        package let gap: Double?
        package let highest: Category?
        package let lowest: Category?
        /// The gap that chance alone would give on average, were all at the common value.
        package let chanceGap: Double?
        /// Standard deviation between all groups compared, with its Q-profile interval.
        package let tau: Double?
        package let tauLimits: ConfidenceInterval?
    }

    /// From the first year to the last, with percentile intervals from a bootstrap over persons or respondents.
    package struct Change: Sendable {
        package let from: Int
        package let to: Int
        package let tau: Double
        package let tauLimits: ConfidenceInterval
        package let gap: Double
        package let gapLimits: ConfidenceInterval
        package let replicates: Int
    }

    package let years: [Year]
    /// nil for one year, or where persons are not known.
    package let change: Change?
}

extension SpreadOverTime.Year {
    init(_ year: Int, _ compared: ComparedYear, seed: UInt64) {
        let scaled = compared.scaled
        let large = compared.groups.indices.filter { compared.groups[$0].count >= 10 }
        let highest = large.max { (compared.units[$0].value, $1) < (compared.units[$1].value, $0) }
        let lowest = large.min { (compared.units[$0].value, $0) < (compared.units[$1].value, $1) }
        let heterogeneity = compared.heterogeneity
        self.year = year
        groups = large.count
        tau = heterogeneity?.tau
        tauLimits = heterogeneity?.tauLimits
        guard large.count > 1, let highest, let lowest else {
            (gap, self.highest, self.lowest, chanceGap) = (nil, nil, nil, nil)
            return
        }
        gap = compared.units[highest].value - compared.units[lowest].value
        self.highest = compared.groups[highest].category
        self.lowest = compared.groups[lowest].category
        let errors = scaled.filter { large.contains($0.place) }.map { $0.variance.squareRoot() }
        chanceGap = errors.count == large.count ? Self.chanceGap(errors, seed: seed) : nil
    }

    /// Mean range of normal numbers with these errors.
    private static func chanceGap(_ errors: [Double], seed: UInt64) -> Double {
        var random = SeededDraws(seed: seed)
        let draws = 2000
        let gaps = (0..<draws).map { _ in
            let values = errors.map { $0 * random.normal() }
            return (values.max() ?? 0) - (values.min() ?? 0)
        }
        return ExactSum.mean(of: gaps) ?? 0
    }
}
