// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// One district enumerated: the coverage of a method at every number marked, and its width over every sample.
struct ExactCoverage {
    let least: Double
    /// Mean of upper − lower over all x, which is also the mean over all numbers marked of the expected width.
    let width: Double

    init(population: Int, drawn: Int, _ limits: (Int) -> ConfidenceInterval?) {
        let intervals = (0...drawn).map { limits($0) ?? ConfidenceInterval(lower: 0, upper: 1) }
        least =
            (0...population).map { marked in
                let truth = Double(marked) / Double(population)
                return (0...drawn).filter { x in
                    intervals[x].lower <= truth + 1e-12 && truth <= intervals[x].upper + 1e-12
                }.map { Hypergeometric.density($0, drawn: drawn, marked: marked, of: population) }.reduce(0, +)
            }.min() ?? 0
        width = intervals.map { $0.upper - $0.lower }.reduce(0, +) / Double(drawn + 1)
    }

    /// No method that keeps the level can be narrower: for each number marked the fewest x that reach it, wherever they
    /// lie, have to be let in.
    static func bound(population: Int, drawn: Int, level: Double) -> Double {
        var pairs = 0
        for marked in 0...population {
            let terms = (0...drawn).map {
                Hypergeometric.density($0, drawn: drawn, marked: marked, of: population)
            }.sorted(by: >)
            var sum = 0.0
            for term in terms {
                sum += term
                pairs += 1
                if sum >= level { break }
            }
        }
        return (Double(pairs) / Double(drawn + 1) - 1) / Double(population)
    }

    /// Blaker (2000), Can. J. Stat. 28:783, for the hypergeometric: the numbers marked whose acceptability exceeds α.
    static func blaker(_ x: Int, of n: Int, population: Int, level: Double) -> ConfidenceInterval {
        func upper(_ x: Int, _ marked: Int) -> Double {
            x <= 0 ? 1 : Hypergeometric.upperTail(x - 1, drawn: n, marked: marked, of: population)
        }
        func lower(_ x: Int, _ marked: Int) -> Double {
            Hypergeometric.cdf(x, drawn: n, marked: marked, of: population)
        }
        let accepted = (0...population).filter { marked in
            let (below, above) = (lower(x, marked), upper(x, marked))
            let own = min(below, above)
            var other = 0.0
            for y in -1...n + 1 {
                let tail = below <= above ? upper(y, marked) : y < 0 ? 0 : lower(y, marked)
                if tail <= own * (1 + 1e-9) { other = max(other, tail) }
            }
            return own + other > 1 - level
        }
        let size = Double(population)
        return ConfidenceInterval(
            lower: Double(accepted.first ?? 0) / size, upper: Double(accepted.last ?? population) / size)
    }
}
