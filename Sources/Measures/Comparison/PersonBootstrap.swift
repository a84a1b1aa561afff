// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Persons drawn with replacement, each with all years and groups they are in, and what the spread between groups is
/// among those drawn (Efron 1979): so the change from year to year counts that the years share most of their persons.
struct PersonBootstrap {
    /// What one person brings to one group of one of the two years.
    private struct Part {
        let slot: Int
        let numerator: Double
        let denominator: Double
    }

    /// Running sums of one group.
    private struct Sums {
        var n = 0.0
        var (u, b, uu, ub, bb) = (0.0, 0.0, 0.0, 0.0, 0.0)
    }

    private let kind: ComparisonMaterial.Kind
    private let years: [ComparedYear]
    private let persons: [[Part]]
    /// Where each year's groups begin.
    private let starts: [Int]

    init(_ first: ComparedYear, _ last: ComparedYear) {
        kind = first.kind
        years = [first, last]
        starts = [0, first.groups.count]
        var parts: [Int32: [Part]] = [:]
        for (place, year) in years.enumerated() {
            for (number, group) in year.groups.enumerated() {
                for member in group.members {
                    parts[member.person, default: []].append(
                        Part(
                            slot: starts[place] + number, numerator: member.numerator,
                            denominator: member.denominator))
                }
            }
        }
        persons = parts.keys.sorted().compactMap { parts[$0] }
    }

    /// τ and gap of the last year less those of the first.
    func change(from: Int, to: Int, replicates: Int, seed: UInt64) -> SpreadOverTime.Change? {
        guard !persons.isEmpty, let observed = difference(sums(of: persons)) else { return nil }
        var random = SeededDraws(seed: seed)
        var taus: [Double] = []
        var gaps: [Double] = []
        for _ in 0..<replicates {
            let drawn = (0..<persons.count).map { _ in persons[random.below(persons.count)] }
            guard let found = difference(sums(of: drawn)) else { continue }
            taus.append(found.tau)
            gaps.append(found.gap)
        }
        guard let tauLimits = Self.limits(taus), let gapLimits = Self.limits(gaps) else { return nil }
        return SpreadOverTime.Change(
            from: from, to: to, tau: observed.tau, tauLimits: tauLimits, gap: observed.gap, gapLimits: gapLimits,
            replicates: taus.count)
    }

    /// What 95 of 100 lie between.
    static func limits(_ values: [Double]) -> ConfidenceInterval? {
        guard let lower = Quantile.type7(values, at: 0.025), let upper = Quantile.type7(values, at: 0.975) else {
            return nil
        }
        return ConfidenceInterval(lower: lower, upper: upper)
    }

    private func sums(of persons: [[Part]]) -> [Sums] {
        var sums = [Sums](repeating: Sums(), count: starts[1] + years[1].groups.count)
        for person in persons {
            for part in person {
                let (u, b) = (part.numerator, part.denominator)
                sums[part.slot].n += 1
                sums[part.slot].u += u
                sums[part.slot].b += b
                sums[part.slot].uu += u * u
                sums[part.slot].ub += u * b
                sums[part.slot].bb += b * b
            }
        }
        return sums
    }

    private func difference(_ sums: [Sums]) -> (tau: Double, gap: Double)? {
        let found = years.indices.map { spread(sums, year: $0) }
        guard let first = found[0], let last = found[1] else { return nil }
        return (last.tau - first.tau, last.gap - first.gap)
    }

    private func spread(_ sums: [Sums], year place: Int) -> (tau: Double, gap: Double)? {
        let year = years[place]
        var values: [Double?] = []
        var (total, base) = (0.0, 0.0)
        for number in year.groups.indices {
            let sum = sums[starts[place] + number]
            let below = kind == .rate ? year.groups[number].exposure ?? 0 : sum.b
            values.append(below > 0 ? sum.u / below : nil)
            total += sum.u
            base += below
        }
        guard base > 0 else { return nil }
        let target = total / base
        let large = year.groups.indices.filter { year.groups[$0].count >= 10 }.compactMap { values[$0] }
        guard let highest = large.max(), let lowest = large.min(), large.count > 1 else { return nil }
        var (estimates, variances): ([Double], [Double]) = ([], [])
        for number in year.groups.indices {
            guard let value = values[number] else { continue }
            let sum = sums[starts[place] + number]
            let variance: Double
            switch kind {
            case .share: variance = target * (1 - target) / max(sum.n, 1)
            case .rate: variance = target / (year.groups[number].exposure ?? 1)
            case .ratio:
                let squares = sum.uu - 2 * value * sum.ub + value * value * sum.bb
                variance = sum.n > 3 ? sum.n / (sum.n - 3) * max(0, squares) / (sum.b * sum.b) : 0
            }
            guard variance > 0 else { continue }
            estimates.append(value)
            variances.append(variance)
        }
        let found = RandomEffects(estimates: estimates, variances: variances)
        return (found?.tauSquared.squareRoot() ?? 0, highest - lowest)
    }
}
