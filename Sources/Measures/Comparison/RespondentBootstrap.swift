// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Replicate weights of respondents within their strata, and what the spread between groups of two waves then is: so
/// the change counts how the answers were drawn, that those who answered both times bring the same to both, and that
/// who was asked of all is no matter of chance. See `SurveyDesign.replicateWeights`.
struct RespondentBootstrap {
    /// One group in one of the waves.
    private struct Group {
        /// Which of the designs its rows are of.
        let design: Int
        let rows: [Int]
        /// Without weights.
        let numerators: [Double]
        let denominators: [Double]
        let source: ComparisonMaterial.Group
    }

    private let waves: [[Group]]
    private let years: [ComparedYear]
    private let designs: [SurveyDesign]
    /// The place of each row's person among the multipliers.
    private let places: [[Int]]
    private let persons: Int

    init(_ years: [ComparedYear]) {
        var designs: [SurveyDesign] = []
        var people: [[Int32]] = []
        var waves: [[Group]] = []
        for year in years {
            var groups: [Group] = []
            let first = designs.count
            for group in year.groups {
                guard let drawn = group.respondents else { continue }
                var design = people[first...].firstIndex(of: drawn.people)
                if design == nil {
                    designs.append(drawn.design)
                    people.append(drawn.people)
                    design = people.count - 1
                }
                let weights = drawn.rows.map { drawn.design.weights[$0] }
                groups.append(
                    Group(
                        design: design ?? first, rows: drawn.rows,
                        numerators: zip(group.members, weights).map { $0.numerator / $1 },
                        denominators: zip(group.members, weights).map { $0.denominator / $1 }, source: group))
            }
            waves.append(groups)
        }
        var number: [Int32: Int] = [:]
        for person in Set(people.joined()).sorted() { number[person] = number.count }
        self.waves = waves
        self.years = years
        self.designs = designs
        places = people.map { $0.map { number[$0] ?? 0 } }
        persons = number.count
    }

    /// τ and gap of the last wave less those of the first. nil where either wave has none, as when everybody answered.
    func change(
        _ first: SpreadOverTime.Year, _ last: SpreadOverTime.Year, replicates: Int, seed: UInt64
    ) -> SpreadOverTime.Change? {
        guard let tau = (first.tau, last.tau) as? (Double, Double), let gap = (first.gap, last.gap) as? (Double, Double)
        else { return nil }
        var random = SeededDraws(seed: seed)
        var taus: [Double] = []
        var gaps: [Double] = []
        for _ in 0..<replicates {
            let multipliers = (0..<persons).map { _ in random.exponential() }
            let weights = designs.indices.map { design in
                designs[design].replicateWeights(places[design].map { multipliers[$0] })
            }
            let found = waves.indices.map { spread($0, weights) }
            guard let before = found[0], let after = found[1] else { continue }
            taus.append(after.tau - before.tau)
            gaps.append(after.gap - before.gap)
        }
        guard let tauLimits = PersonBootstrap.limits(taus), let gapLimits = PersonBootstrap.limits(gaps) else {
            return nil
        }
        return SpreadOverTime.Change(
            from: first.year, to: last.year, tau: tau.1 - tau.0, tauLimits: tauLimits, gap: gap.1 - gap.0,
            gapLimits: gapLimits, replicates: taus.count)
    }

    private func spread(_ wave: Int, _ weights: [[Double]]) -> (tau: Double, gap: Double)? {
        let values = waves[wave].map { group -> Double? in
            let weights = weights[group.design]
            var (above, below) = (0.0, 0.0)
            for (place, row) in group.rows.enumerated() {
                above += weights[row] * group.numerators[place]
                below += weights[row] * group.denominators[place]
            }
            return below > 0 ? above / below : nil
        }
        let sizes = waves[wave].map { $0.source.summary?.size ?? 0 }
        let known = values.indices.filter { values[$0] != nil }
        let size = known.reduce(0) { $0 + sizes[$1] }
        guard size > 0 else { return nil }
        let target = known.reduce(0) { $0 + sizes[$1] * (values[$1] ?? 0) } / size
        let large = known.filter { waves[wave][$0].source.count >= 10 }.compactMap { values[$0] }
        guard let highest = large.max(), let lowest = large.min(), large.count > 1 else { return nil }
        var (estimates, variances): ([Double], [Double]) = ([], [])
        for place in known {
            guard let value = values[place], let unit = waves[wave][place].source.summary?.unit,
                let variance = unit.variance(target: target), variance > 0
            else { continue }
            estimates.append(value)
            // A replicate varies about answers that vary themselves: counting that once would find spread where there
            // is none, and more of it the fewer answers a wave has.
            variances.append(2 * variance)
        }
        let found = RandomEffects(estimates: estimates, variances: variances)
        return (found?.tauSquared.squareRoot() ?? 0, highest - lowest)
    }
}
