// SPDX-License-Identifier: EUPL-1.2

/// The shortest exact intervals for how many of a finite population of N are marked, one for each x of n drawn
/// without replacement: the survey's default in one district or stratum.
///
/// For each number marked M an acceptance set of neighbouring x is chosen that has at least the level and as few x as
/// any set can have; the interval of x holds every M that accepts it. The coverage at M is the probability of its set,
/// so it is never below the level. The lengths of all intervals add up to the sizes of all sets, so no exact method has
/// a smaller sum (Crow 1956, Biometrika 43:423, for the binomial; Wang 2015, JASA 110:1510, for the hypergeometric).
/// Which of several smallest sets is taken is decided by a dynamic programme over M: both ends of the sets must rise
/// with M, so that each interval is whole, and among such choices the one with the greatest coverage is taken. The
/// interval of n − x is that of x mirrored, but for one thing: where N is even and the smallest set of M = N ÷ 2 cannot
/// be its own mirror image, it leans towards the smaller x.
///
/// The tail-inverting interval (`HypergeometricInterval`) demands α/2 of each tail and is wider. Assumes that the n
/// are a simple random sample of the N. A census (n = N) has points.
package struct ShortestHypergeometricIntervals: Sendable {
    package let drawn: Int
    package let population: Int
    /// For each x the smallest and the largest number marked.
    private let least: [Int]
    private let most: [Int]

    /// nil for n = 0 and for a population above `largestPopulation`, where the choice takes too long and
    /// `HypergeometricInterval` is hardly wider. n ≤ N.
    package init?(drawn n: Int, population: Int, level: Double = 0.95) {
        precondition(n <= population, "a sample is not larger than its population")
        precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
        guard n > 0, population <= Self.largestPopulation else { return nil }
        self.drawn = n
        self.population = population
        guard n < population else {
            least = Array(0...n)
            most = Array(0...n)
            return
        }
        let half = (0...population / 2).map { marked in
            AcceptanceSets(drawn: n, marked: marked, population: population, level: level)
        }
        let first = Self.choice(half, n: n, isCentred: population % 2 == 0)
        // The sets of the upper half are those of the lower, mirrored.
        var sets = first
        for marked in (population / 2 + 1)..<(population + 1) {
            let mirrored = first[population - marked]
            sets.append((n - mirrored.upperBound)...(n - mirrored.lowerBound))
        }
        var least = [Int](repeating: population, count: n + 1)
        var most = [Int](repeating: 0, count: n + 1)
        for (marked, set) in sets.enumerated() {
            for x in set {
                least[x] = min(least[x], marked)
                most[x] = max(most[x], marked)
            }
        }
        self.least = least
        self.most = most
    }

    /// Populations up to this are enumerated.
    package static let largestPopulation = 1000

    /// The numbers marked that x of n do not contradict. 0 ≤ x ≤ n.
    package func total(_ x: Int) -> ClosedRange<Int> { least[x]...most[x] }

    /// The same as shares of the population.
    package func limits(_ x: Int) -> ConfidenceInterval {
        ConfidenceInterval(
            lower: Double(least[x]) / Double(population), upper: Double(most[x]) / Double(population))
    }

    // MARK: Choice

    /// One set for each M of the lower half, with the fewest x altogether, then the greatest coverage.
    private static func choice(_ half: [AcceptanceSets], n: Int, isCentred: Bool) -> [ClosedRange<Int>] {
        struct State {
            let set: ClosedRange<Int>
            let size: Int
            let coverage: Double
            let before: Int
        }
        var layers: [[State]] = []
        for (marked, sets) in half.enumerated() {
            let isLast = marked == half.count - 1
            var layer: [State] = []
            for candidate in sets.candidates {
                let set = candidate.set
                // The last set meets its own mirror image: it may not lie past it. Where N is even it stands in the
                // middle, or as near as its size allows.
                let lean = set.lowerBound + set.upperBound - n
                if isLast, isCentred ? lean != 0 && lean != -1 : lean > 0 { continue }
                var best: State?
                if marked == 0 {
                    best = State(set: set, size: set.count, coverage: candidate.probability, before: 0)
                } else {
                    for (place, state) in layers[marked - 1].enumerated()
                    where state.set.lowerBound <= set.lowerBound && state.set.upperBound <= set.upperBound {
                        let next = State(
                            set: set, size: state.size + set.count,
                            coverage: state.coverage + candidate.probability, before: place)
                        if let known = best, (known.size, -known.coverage) <= (next.size, -next.coverage) { continue }
                        best = next
                    }
                }
                if let best { layer.append(best) }
            }
            layers.append(layer)
        }
        guard
            var place = layers[layers.count - 1].indices.min(by: { left, right in
                let (a, b) = (layers[layers.count - 1][left], layers[layers.count - 1][right])
                return (a.size, -a.coverage) < (b.size, -b.coverage)
            })
        else { preconditionFailure("every x together is a set that fits everywhere") }
        var chosen: [ClosedRange<Int>] = []
        for layer in layers.reversed() {
            chosen.append(layer[place].set)
            place = layer[place].before
        }
        return chosen.reversed()
    }
}

/// The sets of neighbouring x that have at least the level when M are marked: the smallest, and somewhat larger ones
/// for where the smallest do not fit their neighbours.
private struct AcceptanceSets {
    let candidates: [(set: ClosedRange<Int>, probability: Double)]

    /// How many x more than the smallest set a candidate may have; the whole range is one besides.
    private static let slack = 2

    init(drawn n: Int, marked: Int, population: Int, level: Double) {
        let range = max(0, n - (population - marked))...min(n, marked)
        // The far tails cannot decide anything: eight standard deviations are looked at.
        let (size, share) = (Double(population), Double(marked) / Double(population))
        let variance = Double(n) * share * (1 - share) * (size - Double(n)) / max(1, size - 1)
        let (centre, reach) = (Double(n) * share, 8 * variance.squareRoot() + 2)
        let first = max(range.lowerBound, Int((centre - reach).rounded(.down)))
        let last = min(range.upperBound, Int((centre + reach).rounded(.up)))
        var cumulative = [0.0]
        for x in first...last {
            let term = Hypergeometric.density(x, drawn: n, marked: marked, of: population)
            cumulative.append(cumulative[cumulative.count - 1] + term)
        }
        // The shortest set from each start, the end moving on with it. Less a hair's breadth: small samples reach the
        // level exactly.
        let wanted = level - 1e-13
        var ends: [Int] = []
        var end = 0
        for start in 0..<(cumulative.count - 1) {
            while end < cumulative.count, cumulative[end] - cumulative[start] < wanted { end += 1 }
            guard end < cumulative.count else { break }
            ends.append(end)
        }
        let smallest = ends.enumerated().map { $0.element - $0.offset }.min() ?? 0
        var found: [(set: ClosedRange<Int>, probability: Double)] = []
        for (start, end) in ends.enumerated() where end - start <= smallest + Self.slack {
            for stop in end...max(end, min(start + smallest + Self.slack, cumulative.count - 1)) {
                found.append(((first + start)...(first + stop - 1), cumulative[stop] - cumulative[start]))
            }
        }
        if !found.contains(where: { $0.set == range }) { found.append((range, 1)) }
        candidates = found
    }
}
