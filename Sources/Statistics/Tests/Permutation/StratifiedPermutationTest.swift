// SPDX-License-Identifier: EUPL-1.2

/// Whether those drawn by lot differ from the others, when the lot was drawn within strata (*permutationstest inom skikt*;
/// Fisher 1935, section 21; Edgington & Onghena 2007).
///
/// All draws with as many treated in every stratum were equally likely, so no model of the values is needed. The difference is
/// D = Σ N_h/N · (mean of treated − mean of controls), N_h the persons of the stratum and N of all strata. p is the share of
/// all draws with |D*| ≥ |D|, with a slack of 10⁻⁹ times the greatest |value|.
///
/// The interval holds every shift δ that the test of y − δ·treated does not reject: with a*, the D of being treated itself
/// under the draw, a draw counts at δ if |D* − δa*| ≥ |D − δ|. For each draw that is so from (D − D*)/(1 − a*) to
/// (D + D*)/(1 + a*), or the reverse, and D lies between the two: hence the limits are quantiles of these ends, and infinite
/// where draws that always count are too many.
///
/// Exact wherever the draws can be told apart by few enough sums; else `draws` are drawn, with the draw as it was among them.
/// Strata without treated or without controls tell nothing and are left out. The order of persons changes nothing.
package struct StratifiedPermutationTest: Sendable {
    /// Drawn where the test is not exact.
    package static let draws = 99_999

    /// The values of a stratum's treated and controls.
    package struct Stratum: Sendable, Hashable {
        package var treated: [Double]
        package var controls: [Double]

        package init(treated: [Double], controls: [Double]) {
            self.treated = treated
            self.controls = controls
        }

        package var count: Int { treated.count + controls.count }
    }

    /// D.
    package let difference: Double
    /// Limits of the shift at the level; infinite where too few draws are possible for any limit.
    package let interval: ConfidenceInterval
    /// The shares of draws with |D*| ≥ |D|, D* ≥ D and D* ≤ D.
    package let twoSided: Double
    package let greater: Double
    package let less: Double
    /// How many draws are possible, to within a double's precision.
    package let assignments: Double
    /// Strata with both treated and controls, and the persons in them.
    package let strata: Int
    package let persons: Int
    /// Whether all draws were reckoned with; else p and the limits come from drawn ones.
    package let isExact: Bool

    /// nil where no stratum has both treated and controls. Values are finite.
    package init?(
        _ all: [Stratum], level: Double = 0.95, seed: UInt64 = SeededDraws.standardSeed,
        draws: Int = StratifiedPermutationTest.draws,
        limit: PermutationSums.Limit = .standard
    ) {
        precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
        let used = Self.used(all)
        guard !used.isEmpty else { return nil }
        let persons = used.reduce(0) { $0 + $1.count }
        let weighted = used.map { stratum in
            WeightedStratum(stratum, share: Double(stratum.count) / Double(persons))
        }
        let observed = ExactSum.sum(of: weighted.map(\.difference))
        let largest = used.flatMap { $0.treated + $0.controls }.map { abs($0) }.max() ?? 0
        strata = used.count
        self.persons = persons
        difference = observed
        assignments = used.reduce(1) { $0 * Self.ways($1.treated.count, of: $1.count) }
        let alpha = 1 - level
        let slack = 1e-9 * largest
        if let sums = PermutationSums(weighted, observed: observed, limit: limit) {
            (twoSided, greater, less) = sums.shares(slack: slack)
            interval = sums.interval(alpha: alpha)
            isExact = true
        } else {
            var random = SeededDraws(seed: seed)
            let sums = PermutationSums(
                drawn: weighted, observed: observed, draws: draws, &random)
            (twoSided, greater, less) = sums.shares(slack: slack)
            interval = sums.interval(alpha: alpha)
            isExact = false
        }
    }

    /// Strata with both, in an order of their own.
    static func used(_ all: [Stratum]) -> [Stratum] {
        all.filter { !$0.treated.isEmpty && !$0.controls.isEmpty }
            .map { Stratum(treated: $0.treated.sorted(), controls: $0.controls.sorted()) }
            .sorted { first, second in
                first.treated == second.treated
                    ? first.controls.lexicographicallyPrecedes(second.controls)
                    : first.treated.lexicographicallyPrecedes(second.treated)
            }
    }

    /// n choose k.
    private static func ways(_ k: Int, of n: Int) -> Double {
        let k = min(k, n - k)
        var ways = 1.0
        for place in 0..<k { ways = (ways * Double(n - place) / Double(place + 1)).rounded() }
        return ways
    }
}

/// A stratum with its share of all persons, and what a draw in it adds to D and a.
struct WeightedStratum {
    let treated: [Double]
    let controls: [Double]
    let share: Double

    init(_ stratum: StratifiedPermutationTest.Stratum, share: Double) {
        treated = stratum.treated
        controls = stratum.controls
        self.share = share
    }

    var count: Int { treated.count + controls.count }
    private var total: Double { ExactSum.sum(of: treated + controls) }

    /// What it adds to D if the values of those treated sum to this.
    func difference(ofTreated sum: Double) -> Double {
        share * (sum / Double(treated.count) - (total - sum) / Double(controls.count))
    }

    /// As it was.
    var difference: Double { difference(ofTreated: ExactSum.sum(of: treated)) }

    /// What it adds to a if so many of those treated were in fact treated.
    func overlap(_ same: Int) -> Double {
        share * (Double(same) / Double(treated.count) - Double(treated.count - same) / Double(controls.count))
    }
}
