// SPDX-License-Identifier: EUPL-1.2

/// Between which places each unit lies when units are put in order, highest first, with what is known of them (rangintervall;
/// Goldstein & Spiegelhalter 1996). Drawn from the same model as `Prediction`: τ from its posterior, then the common mean,
/// then every unit's own value l·y + (1 − l)·μ with variance l·v, l = τ² ÷ (τ² + v). So it never gives a firm order to units
/// that chance alone tells apart.
package struct RankIntervals: Sendable {
    /// 1 is the highest value. In the order of the units.
    package let ranks: [ClosedRange<Int>]
    package let seed: UInt64

    /// Estimates with their variances, on a scale that keeps their order. nil with fewer than two, or a variance that is
    /// not above 0.
    package init?(
        _ units: [(estimate: Double, variance: Double)], draws: Int = 10_000, level: Double = 0.95,
        seed: UInt64 = SeededDraws.standardSeed
    ) {
        guard units.count > 1, units.allSatisfy({ $0.variance > 0 && $0.variance.isFinite }) else { return nil }
        let posterior = BetweenPosterior(units, steps: 64)
        var random = SeededDraws(seed: seed)
        // How often each unit has each place.
        var counts = units.map { _ in [Int](repeating: 0, count: units.count) }
        var values = [Double](repeating: 0, count: units.count)
        for _ in 0..<draws {
            let point = posterior.point(at: random.uniform())
            let mean = point.mean + point.meanVariance.squareRoot() * random.normal()
            let between = point.tau * point.tau
            for place in units.indices {
                let weight = between / (between + units[place].variance)
                values[place] =
                    weight * units[place].estimate + (1 - weight) * mean
                    + (weight * units[place].variance).squareRoot() * random.normal()
            }
            for place in units.indices {
                var rank = 0
                for other in values where other > values[place] { rank += 1 }
                counts[place][rank] += 1
            }
        }
        let tail = (1 - level) / 2 * Double(draws)
        ranks = counts.map { counts in
            func place(from places: some Sequence<Int>) -> Int {
                var passed = 0
                for place in places {
                    passed += counts[place]
                    if Double(passed) > tail { return place + 1 }
                }
                return 1
            }
            return place(from: 0..<counts.count)...place(from: (0..<counts.count).reversed())
        }
        self.seed = seed
    }
}
