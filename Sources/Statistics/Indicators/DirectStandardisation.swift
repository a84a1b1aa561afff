// SPDX-License-Identifier: EUPL-1.2

/// A rate as it would be if the groups (ages) stood in the proportions of a standard population (direkt standardisering):
/// Σ W·x/n ÷ Σ W, with the limits of Dobson, Kuulasmaa, Eberle & Scherer (1991): rate + √(V/O)·(Byar(O) − O) for O events
/// in all and V = Σ W²x/n² ÷ (Σ W)².
package struct DirectStandardisation: Sendable {
    /// One group: events, persons and the group's weight in the standard population.
    package struct Stratum: Sendable {
        package var events: Int
        package var population: Double
        package var weight: Double

        package init(events: Int, population: Double, weight: Double) {
            self.events = events
            self.population = population
            self.weight = weight
        }
    }

    package let events: Int
    package let population: Double
    /// Per person; nil with too few events, or nobody.
    package let rate: Double?
    package let limits: ConfidenceInterval?

    /// A group without persons brings nothing. Below `minimumEvents` the rate is too unsteady to be given.
    package init(_ strata: [Stratum], minimumEvents: Int = 10, level: Double = 0.95) {
        events = strata.reduce(0) { $0 + $1.events }
        population = ExactSum.sum(of: strata.map(\.population))
        let weights = ExactSum.sum(of: strata.map(\.weight))
        guard events >= max(1, minimumEvents), weights > 0 else {
            rate = nil
            limits = nil
            return
        }
        let peopled = strata.filter { $0.population > 0 }
        let rate = ExactSum.sum(of: peopled.map { $0.weight * Double($0.events) / $0.population }) / weights
        let variance =
            ExactSum.sum(
                of: peopled.map { $0.weight * $0.weight * Double($0.events) / ($0.population * $0.population) })
            / (weights * weights)
        let byar = PoissonInterval.byar.limits(events, level: level)
        let scale = (variance / Double(events)).squareRoot()
        self.rate = rate
        self.limits = ConfidenceInterval(
            lower: rate + scale * (byar.lower - Double(events)), upper: rate + scale * (byar.upper - Double(events)))
    }
}
