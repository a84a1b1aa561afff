// SPDX-License-Identifier: EUPL-1.2

/// All draws of a stratified permutation test, as sums: what each adds to D and to a, and how likely it is.
///
/// Draws with the same sum are one. The strata's sums are combined outright where those are few, or kept in two halves: for a
/// bound on D* − δa* the halves, each sorted, are walked against each other (Horowitz & Sahni 1974), so that their product
/// is never written out.
package struct PermutationSums {
    /// How much is reckoned exactly. Beyond it draws are drawn.
    package struct Limit: Sendable {
        /// Different sums of a stratum, while they are made.
        package var inStratum: Int
        /// Sums of all strata combined.
        package var combined: Int
        /// Sums of half of the strata.
        package var inHalf: Int

        package init(inStratum: Int, combined: Int, inHalf: Int) {
            self.inStratum = inStratum
            self.combined = combined
            self.inHalf = inHalf
        }

        /// Seconds at most.
        package static let standard = Limit(inStratum: 1 << 19, combined: 1 << 20, inHalf: 1 << 18)
    }

    /// What a draw adds to D and to a, and the share of all draws that do.
    fileprivate struct Sum {
        var difference: Double
        var overlap: Double
        var share: Double
    }

    private let observed: Double
    /// The greatest |value|, to which rounding is relative.
    private let largest: Double
    /// The second is one empty sum where the draws are written out.
    private var halves: (first: [Sum], second: [Sum])

    /// nil beyond the limit.
    init?(_ strata: [WeightedStratum], observed: Double, limit: Limit) {
        self.observed = observed
        largest = Self.largest(strata)
        var parts: [[Sum]] = []
        for stratum in strata {
            guard let sums = StratumSums(stratum, limit: limit.inStratum)?.sums else { return nil }
            parts.append(
                sums.map {
                    Sum(
                        difference: stratum.difference(ofTreated: $0.sum), overlap: stratum.overlap($0.same),
                        share: $0.share)
                })
        }
        // The largest first, each to the half that is the smaller so far. Equal sizes keep their order.
        let order = parts.indices.sorted { (-parts[$0].count, $0) < (-parts[$1].count, $1) }
        var places: (first: [Int], second: [Int]) = ([], [])
        var sizes = (first: 1.0, second: 1.0)
        for place in order {
            if sizes.first <= sizes.second {
                places.first.append(place)
                sizes.first *= Double(parts[place].count)
            } else {
                places.second.append(place)
                sizes.second *= Double(parts[place].count)
            }
        }
        func combined(_ places: [Int]) -> [Sum] {
            places.reduce([Sum(difference: 0, overlap: 0, share: 1)]) { Self.combined($0, parts[$1]) }
        }
        if sizes.first * sizes.second <= Double(limit.combined) {
            halves = (combined(order), combined([]))
        } else if max(sizes.first, sizes.second) <= Double(limit.inHalf) {
            // In runs of one overlap, each sorted, so that sorting by D* − δa* merges a few runs.
            func inRuns(_ sums: [Sum]) -> [Sum] {
                sums.sorted { ($0.overlap, $0.difference) < ($1.overlap, $1.difference) }
            }
            halves = (inRuns(combined(places.first)), inRuns(combined(places.second)))
        } else {
            return nil
        }
    }

    /// So many drawn with the one that was, all as likely.
    init(drawn strata: [WeightedStratum], observed: Double, draws: Int, _ random: inout SeededDraws) {
        self.observed = observed
        largest = Self.largest(strata)
        let share = 1 / Double(draws + 1)
        let asItWas = Sum(
            difference: observed, overlap: strata.reduce(0) { $0 + $1.overlap($1.treated.count) }, share: share)
        var pools = strata.map { stratum in
            stratum.treated.map { (value: $0, isTreated: true) }
                + stratum.controls.map { (value: $0, isTreated: false) }
        }
        var all = [asItWas]
        all.reserveCapacity(draws + 1)
        for _ in 0..<draws {
            var drawn = Sum(difference: 0, overlap: 0, share: share)
            for (place, stratum) in strata.enumerated() {
                var (sum, same) = (0.0, 0)
                for chosen in stratum.treated.indices {
                    pools[place].swapAt(chosen, chosen + random.below(stratum.count - chosen))
                    sum += pools[place][chosen].value
                    if pools[place][chosen].isTreated { same += 1 }
                }
                drawn.difference += stratum.difference(ofTreated: sum)
                drawn.overlap += stratum.overlap(same)
            }
            all.append(drawn)
        }
        halves = (all, [Sum(difference: 0, overlap: 0, share: 1)])
    }

    private static func largest(_ strata: [WeightedStratum]) -> Double {
        strata.flatMap { $0.treated + $0.controls }.map { abs($0) }.max() ?? 0
    }

    private static func combined(_ first: [Sum], _ second: [Sum]) -> [Sum] {
        first.flatMap { one in
            second.map {
                Sum(
                    difference: one.difference + $0.difference, overlap: one.overlap + $0.overlap,
                    share: one.share * $0.share)
            }
        }
    }

    /// The shares of draws with |D*| ≥ |D|, D* ≥ D and D* ≤ D, to within a slack.
    func shares(slack: Double) -> (twoSided: Double, greater: Double, less: Double) {
        let sorted = SortedHalves(halves.first, halves.second) { $0.difference }
        let distance = abs(observed)
        // Both tails hold all draws where D is 0.
        let twoSided =
            distance <= slack
            ? 1 : sorted.share(atLeast: distance - slack) + sorted.share(atMost: -(distance - slack))
        return (
            min(1, twoSided), min(1, sorted.share(atLeast: observed - slack)),
            min(1, sorted.share(atMost: observed + slack))
        )
    }

    /// The lowest and the highest δ at which a share of draws above alpha counts.
    func interval(alpha: Double) -> ConfidenceInterval {
        // Shares that are equal to alpha but for rounding do not exceed it.
        let bound = alpha + 1e-12
        return halves.second.count == 1
            ? intervalOfEnds(bound)
            : ConfidenceInterval(lower: limit(bound, isUpper: false), upper: limit(bound, isUpper: true))
    }

    /// From each draw's own ends.
    private func intervalOfEnds(_ bound: Double) -> ConfidenceInterval {
        var ends: [(low: Double, high: Double, share: Double)] = []
        ends.reserveCapacity(halves.first.count)
        for draw in halves.first {
            // A draw that is as it was, or its mirror image, counts at every δ.
            let away = 1 - draw.overlap
            let toward = 1 + draw.overlap
            guard away > 1e-12, toward > 1e-12 else {
                ends.append((-.infinity, .infinity, draw.share))
                continue
            }
            let one = (observed - draw.difference) / away
            let other = (observed + draw.difference) / toward
            ends.append((min(one, other), max(one, other), draw.share))
        }
        func reached(_ sorted: [(end: Double, share: Double)]) -> Double {
            var sum = CompensatedSum()
            for place in sorted {
                sum.add(place.share)
                if sum.value > bound { return place.end }
            }
            return observed
        }
        return ConfidenceInterval(
            lower: reached(ends.map { (end: $0.low, share: $0.share) }.sorted { $0 < $1 }),
            upper: reached(
                ends.map { (end: $0.high, share: $0.share) }.sorted { ($1.end, $0.share) < ($0.end, $1.share) }))
    }

    /// By halving the distance to a δ that is rejected.
    private func limit(_ bound: Double, isUpper: Bool) -> Double {
        let side: Double = isUpper ? 1 : -1
        // Far away only draws count of which a is 1 or −1.
        let always = SortedHalves(halves.first, halves.second) { $0.overlap }
        guard always.share(atLeast: 1 - 1e-9) + always.share(atMost: -1 + 1e-9) <= bound else {
            return side * .infinity
        }
        let spread = [halves.first, halves.second].reduce(0.0) { sum, half in
            sum + (half.map { abs($0.difference) }.max() ?? 0)
        }
        func isKept(_ delta: Double) -> Bool {
            let sorted = SortedHalves(halves.first, halves.second) { $0.difference - delta * $0.overlap }
            // Draws that count at every δ must not be lost by rounding.
            let distance = abs(observed - delta) - 4e-14 * (largest + spread + abs(delta))
            if distance <= 0 { return true }
            return sorted.share(atLeast: distance) + sorted.share(atMost: -distance) > bound
        }
        var step = max(spread, abs(observed), Double.leastNormalMagnitude)
        while isKept(observed + side * step) { step *= 2 }
        let precision = 1e-13 * (step + abs(observed))
        var (kept, rejected) = (observed, observed + side * step)
        while abs(rejected - kept) > precision {
            let middle = kept + (rejected - kept) / 2
            if isKept(middle) { kept = middle } else { rejected = middle }
        }
        return kept
    }
}

/// Two lists of sums, each sorted by some value.
private struct SortedHalves {
    private let first: [(value: Double, share: Double)]
    private let second: [(value: Double, share: Double)]
    /// Shares of the second half at the place and before, and at the place and after.
    private let upTo: [Double]
    private let onFrom: [Double]

    init(
        _ first: [PermutationSums.Sum], _ second: [PermutationSums.Sum], _ value: (PermutationSums.Sum) -> Double
    ) {
        func sorted(_ sums: [PermutationSums.Sum]) -> [(value: Double, share: Double)] {
            sums.map { (value: value($0), share: $0.share) }.sorted { $0 < $1 }
        }
        self.first = sorted(first)
        self.second = sorted(second)
        upTo = Self.running(self.second.map(\.share))
        onFrom = Self.running(self.second.map(\.share).reversed()).reversed()
    }

    private static func running(_ shares: [Double]) -> [Double] {
        var sum = 0.0
        return shares.map { share in
            sum += share
            return sum
        }
    }

    /// The share of pairs whose sum is at least a bound.
    func share(atLeast bound: Double) -> Double {
        var place = second.count
        var sum = CompensatedSum()
        // From the least of the first half on, ever more of the second are enough.
        for one in first {
            while place > 0, one.value + second[place - 1].value >= bound { place -= 1 }
            if place < second.count { sum.add(one.share * onFrom[place]) }
        }
        return sum.value
    }

    /// The share of pairs whose sum is at most a bound.
    func share(atMost bound: Double) -> Double {
        var place = 0
        var sum = CompensatedSum()
        for one in first.reversed() {
            while place < second.count, one.value + second[place].value <= bound { place += 1 }
            if place > 0 { sum.add(one.share * upTo[place - 1]) }
        }
        return sum.value
    }
}

/// A running sum with what rounding lost beside it (Neumaier 1974).
private struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    mutating func add(_ term: Double) {
        let next = sum + term
        lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }

    var value: Double { sum + lost }
}
