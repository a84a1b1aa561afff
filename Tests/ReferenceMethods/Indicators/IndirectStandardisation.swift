// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// Observed events over those expected had each group had the reference's rate (indirekt standardisering): O ÷ E with
/// E = Σ n·r (Breslow & Day 1987, ch. 2). Two indirectly standardised ratios are not comparable with each other.
package struct IndirectStandardisation: Sendable {
    package let observed: Int
    package let expected: Double
    /// O ÷ E; nil when nothing is expected.
    package let ratio: Double?
    /// Exact below 10 events, Byar's from 10; nil when nothing is expected.
    package let limits: ConfidenceInterval?

    /// The groups: events, persons, and the reference's events per person.
    package init(_ strata: [(events: Int, population: Double, referenceRate: Double)], level: Double = 0.95) {
        observed = strata.reduce(0) { $0 + $1.events }
        let expected = ExactSum.sum(of: strata.map { $0.population * $0.referenceRate })
        self.expected = expected
        guard expected > 0 else {
            ratio = nil
            limits = nil
            return
        }
        let counts = PoissonInterval.conventional(observed).limits(observed, level: level)
        ratio = Double(observed) / expected
        limits = ConfidenceInterval(lower: counts.lower / expected, upper: counts.upper / expected)
    }
}
