// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Persons drawn with replacement, each with all years and groups they are in, and what the spread between groups is
/// among those drawn (Efron 1979): so the change from year to year counts that the years share most of their persons.
struct PersonBootstrap: Sendable {
    /// Sums of one group over those drawn.
    private struct Sums {
        var n = 0.0
        var (u, b, uu, ub, bb) = (0.0, 0.0, 0.0, 0.0, 0.0)
    }

    /// What one person brings to one group of one of the two years.
    private struct Part {
        let person: Int32
        let numerator: Double
        let denominator: Double
    }

    private let kind: ComparisonMaterial.Kind
    private let years: [ComparedYear]
    /// Where each year's groups begin.
    private let starts: [Int]
    private let persons: Int
    /// The groups' parts one after the other, each group's by person; and where each group's begin.
    private let parts: [Part]
    private let firstParts: [Int]

    init(_ first: ComparedYear, _ last: ComparedYear) {
        kind = first.kind
        years = [first, last]
        starts = [0, first.groups.count]
        let groups = years.flatMap(\.groups)
        var number: [Int32: Int32] = [:]
        for person in Set(groups.flatMap { $0.members.lazy.map(\.person) }).sorted() {
            number[person] = Int32(number.count)
        }
        persons = number.count
        var parts: [Part] = []
        var firstParts = [0]
        for group in groups {
            for member in group.members {
                parts.append(
                    Part(
                        person: number[member.person] ?? 0, numerator: member.numerator,
                        denominator: member.denominator))
            }
            firstParts.append(parts.count)
        }
        self.parts = parts
        self.firstParts = firstParts
    }

    /// τ and gap of the last year less those of the first.
    func change(from: Int, to: Int, replicates: Int, seed: UInt64) -> SpreadOverTime.Change? {
        guard persons > 0, let observed = difference(sums(drawn: [Int32](repeating: 1, count: persons))) else {
            return nil
        }
        // Each replicate goes on where the draws of the one before end.
        let found = concurrentMap(Array(0..<replicates)) { replicate in
            var random = SeededDraws(seed: seed)
            random.skip(replicate * persons)
            var drawn = [Int32](repeating: 0, count: persons)
            for _ in 0..<persons { drawn[random.below(persons)] += 1 }
            return difference(sums(drawn: drawn))
        }.compactMap { $0 }
        let (taus, gaps) = (found.map(\.tau), found.map(\.gap))
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

    /// The sums of each group when each person has been drawn so many times.
    private func sums(drawn: [Int32]) -> [Sums] {
        let (parts, drawn) = (self.parts.span, drawn.span)
        return (0..<firstParts.count - 1).map { group in
            var sums = Sums()
            for place in firstParts[group]..<firstParts[group + 1] {
                let part = parts[place]
                let times = Double(drawn[Int(part.person)])
                let (u, b) = (part.numerator, part.denominator)
                sums.n += times
                sums.u += times * u
                sums.b += times * b
                sums.uu += times * u * u
                sums.ub += times * u * b
                sums.bb += times * b * b
            }
            return sums
        }
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
