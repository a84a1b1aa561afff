// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// How many persons a compared group is of, from the limits that chance keeps it within, and from other numbers that rest
/// on the same error.
extension Inversion {
    /// Two limits at two levels: their quotient tells the degrees of freedom. nil where too many n fit to be told.
    static func student(quotient: ClosedRange<Double>, levels: (of: Double, over: Double)) -> [Int]? {
        guard levels.of > levels.over, levels.over > 0, levels.of < 1, quotient.lowerBound > 0 else { return nil }
        return fitting(quotient, from: 2) { n in
            let degrees = Double(n - 1)
            return studentQuantile(0.5 + levels.of / 2, degrees: degrees)
                / studentQuantile(0.5 + levels.over / 2, degrees: degrees)
        }
    }

    /// The variance of a group's own estimate ÷ the square of its error: (n − 1) ÷ (n − 3).
    static func allowance(_ n: Int) -> Double { Double(n - 1) / Double(n - 3) }

    /// A limit of counts: x at a quantile of what chance gives.
    struct CountLimits {
        /// Value, lower and upper limits, in shares or in rates.
        let value: Double
        let common: Double
        let ends: [(lower: Double, upper: Double, level: Double)]
        /// How far each printed number may be from the true one.
        let slack: Double
    }

    /// n of a share whose limits are quantiles of the binomial distribution.
    static func binomial(_ limits: CountLimits, n: ClosedRange<Double>) -> [Int]? {
        let p = limits.common
        guard p < 1 else { return nil }
        return counts(limits, n) { n in
            Chance(
                size: Double(n), slack: limits.slack * Double(n) + 1e-9, mean: p * Double(n),
                variance: p * (1 - p) * Double(n))
        } below: { n, x in
            binomialBelow(x, n, p)
        }
    }

    /// x of a rate whose limits are quantiles of the Poisson distribution: x ÷ value is what it is held against.
    static func poisson(_ limits: CountLimits, x: ClosedRange<Double>) -> [Int]? {
        guard limits.value > 0 else { return nil }
        func exposure(_ x: Int) -> Double { Double(x) / limits.value }
        return counts(limits, x) { x in
            Chance(
                size: exposure(x), slack: 3 * limits.slack * exposure(x) + 1e-9, mean: limits.common * exposure(x),
                variance: limits.common * exposure(x))
        } below: { x, count in
            poissonBelow(count, limits.common * exposure(x))
        }
    }

    /// What chance gives a group of one size: what its numbers are divided by, how far from whole they may be, and the
    /// counts it makes.
    private struct Chance {
        let size: Double
        let slack: Double
        let mean: Double
        let variance: Double

        /// Whether a count is about as far from the mean as a tail of so much is: what is not needs no sums.
        func isNear(_ count: Int, _ z: Double) -> Bool {
            let reach = z * variance.squareRoot()
            return ((Double(count) - mean).magnitude - reach).magnitude <= 0.5 * reach + 3
        }
    }

    /// Those of a range that make the value and all limits whole numbers, and these the quantiles of what chance gives.
    private static func counts(
        _ limits: CountLimits, _ range: ClosedRange<Double>, chance: (Int) -> Chance,
        below: (_ candidate: Int, _ count: Int) -> Double
    ) -> [Int]? {
        guard !limits.ends.isEmpty, limits.common > 0, range.lowerBound < Double(largest) else { return nil }
        let first = max(1, Int(range.lowerBound.rounded(.up)))
        let last = range.upperBound < Double(largest) ? Int(range.upperBound) : largest
        guard first <= last else { return nil }
        var found: [Int] = []
        var tried = 0
        for count in first...last {
            let chance = chance(count)
            func whole(_ number: Double) -> Int? { self.whole(number * chance.size, chance.slack) }
            guard whole(limits.value) != nil else { continue }
            let ends = limits.ends.map { end in
                (few: whole(end.lower), many: whole(end.upper), tail: (1 - end.level) / 2)
            }
            let isNear = ends.allSatisfy { end in
                guard let few = end.few, let many = end.many, let z = normalQuantile(1 - end.tail) else { return false }
                return chance.isNear(few, z) && chance.isNear(many, z)
            }
            guard isNear else { continue }
            tried += 1
            // What is whole for many says nothing, and would take long.
            if tried > 200 { return nil }
            let fits = ends.allSatisfy { end in
                guard let few = end.few, let many = end.many else { return false }
                return isQuantile(few, end.tail) { below(count, $0) }
                    && isQuantile(many, 1 - end.tail) { below(count, $0) }
            }
            if fits { found.append(count) }
            if found.count > 60 { return nil }
        }
        return found.isEmpty ? nil : found
    }

    private static func whole(_ number: Double, _ slack: Double) -> Int? {
        let nearest = number.rounded()
        return slack < 0.3 && (number - nearest).magnitude <= slack && nearest >= 0 && nearest < 2e4
            ? Int(nearest) : nil
    }

    /// Whether a count is the least that so much of what chance gives is at or below.
    private static func isQuantile(_ count: Int, _ probability: Double, _ below: (Int) -> Double) -> Bool {
        below(count) >= probability - 1e-7 && (count == 0 || below(count - 1) < probability + 1e-7)
    }

    private static func binomialBelow(_ x: Int, _ n: Int, _ p: Double) -> Double {
        guard p > 0, p < 1, x < n else { return x >= n || p <= 0 ? 1 : 0 }
        let whole = logGamma(Double(n + 1))
        return (0...x).reduce(0) { sum, count in
            let ways = whole - logGamma(Double(count + 1)) - logGamma(Double(n - count + 1))
            return sum + exp(ways + Double(count) * log(p) + Double(n - count) * log1p(-p))
        }
    }

    private static func poissonBelow(_ x: Int, _ mean: Double) -> Double {
        (0...x).reduce(0) { sum, count in
            sum + exp(Double(count) * log(mean) - mean - logGamma(Double(count + 1)))
        }
    }

    /// Which counts have these limits of observed ÷ expected, each printed to within a half: Garwood's for fewer than ten,
    /// Byar's from ten. nil where too many fit to be told.
    static func observed(ratio: Double, lower: Double, upper: Double, half: Double) -> [Int]? {
        guard ratio > half, half > 0, lower >= 0, upper > lower else { return nil }
        func isNear(_ limit: Double, _ printed: Double, _ count: Double) -> Bool {
            let (least, most) = (count / (ratio + half), count / (ratio - half))
            return limit / most <= printed + half && limit / least >= printed - half
        }
        var found: [Int] = []
        for count in 1..<largest {
            let ends = limits(ofCount: count)
            guard isNear(ends.lower, lower, Double(count)), isNear(ends.upper, upper, Double(count)) else {
                continue
            }
            found.append(count)
            if found.count > 60 { return nil }
        }
        return found.isEmpty ? nil : found
    }

    private static func limits(ofCount count: Int) -> (lower: Double, upper: Double) {
        let (own, next) = (Double(count), Double(count + 1))
        if count >= 10 {
            let z = 1.959963984540054
            func byar(_ of: Double, _ side: Double) -> Double {
                let root = 1 - 1 / (9 * of) + side * z / (3 * of.squareRoot())
                return of * root * root * root
            }
            return (byar(own, -1), byar(next, 1))
        }
        func mean(_ isReached: (Double) -> Bool) -> Double {
            var (low, high) = (0.0, 60.0)
            for _ in 0..<60 {
                let middle = (low + high) / 2
                if isReached(middle) { high = middle } else { low = middle }
            }
            return low
        }
        return (
            mean { poissonBelow(count - 1, $0) <= 0.975 }, mean { poissonBelow(count, $0) <= 0.025 }
        )
    }

    /// A group against all others together: twice the smaller tail of the hypergeometric distribution.
    static func hypergeometric(_ x: Int, of n: Int, besides others: (x: Int, n: Int)) -> Double {
        let (marked, all) = (x + others.x, n + others.n)
        func ways(_ of: Int, _ taken: Int) -> Double {
            logGamma(Double(of + 1)) - logGamma(Double(taken + 1)) - logGamma(Double(of - taken + 1))
        }
        func density(_ count: Int) -> Double {
            exp(ways(marked, count) + ways(all - marked, n - count) - ways(all, n))
        }
        let (least, most) = (max(0, n + marked - all), min(n, marked))
        guard least <= x, x <= most else { return 0 }
        let below = (least...x).reduce(0) { $0 + density($1) }
        let above = (x...most).reduce(0) { $0 + density($1) }
        return min(1, 2 * min(below, above))
    }

    // MARK: Adjusted limits

    /// Where a group would lie if it were one like the others (the prediction that adjusted limits are of): a mixture over
    /// how much the others may differ.
    struct Prediction {
        private let points: [(weight: Double, centre: Double, spread: Double)]

        /// The others' estimates and variances on the scale of the limits; nil where there are too few.
        init?(_ others: [(estimate: Double, variance: Double)]) {
            guard others.count > 1, others.allSatisfy({ $0.variance > 0 && $0.variance.isFinite }) else { return nil }
            let typical = (Double(others.count) / others.reduce(0) { $0 + 1 / $1.variance }).squareRoot()
            let steps = 64
            let found = (0..<steps).map { step -> (height: Double, centre: Double, spread: Double) in
                let share = (Double(step) + 0.5) / Double(steps)
                let between = typical * share / (1 - share)
                let weights = others.map { 1 / ($0.variance + between * between) }
                let sum = weights.reduce(0, +)
                let mean = zip(weights, others).reduce(0) { $0 + $1.0 * $1.1.estimate } / sum
                let squares = zip(weights, others).reduce(0) {
                    $0 + $1.0 * ($1.1.estimate - mean) * ($1.1.estimate - mean)
                }
                let height = (weights.reduce(0) { $0 + log($1) } - log(sum) - squares) / 2
                return (height, mean, between * between + 1 / sum)
            }
            let highest = found.map(\.height).max() ?? 0
            let total = found.reduce(0) { $0 + exp($1.height - highest) }
            points = found.map { (exp($0.height - highest) / total, $0.centre, $0.spread) }
        }

        /// How much lies below a number, of a group with this variance of its own.
        func below(_ number: Double, variance: Double) -> Double {
            points.reduce(0) { sum, point in
                let z = (number - point.centre) / (point.spread + variance).squareRoot()
                return sum + point.weight * 0.5 * erfc(-z / 2.0.squareRoot())
            }
        }
    }

    /// Whole numbers from one on for which a falling function lies between two bounds; nil where none does, or too many.
    static func fitting(_ range: ClosedRange<Double>, from first: Int, _ falling: (Int) -> Double) -> [Int]? {
        var (least, most) = (first, largest)
        while least < most {
            let middle = (least + most) / 2
            if falling(middle) <= range.upperBound { most = middle } else { least = middle + 1 }
        }
        var found: [Int] = []
        while least < largest, falling(least) >= range.lowerBound {
            if falling(least) <= range.upperBound { found.append(least) }
            if found.count > 60 { return nil }
            least += 1
        }
        return found.isEmpty ? nil : found
    }
}
