// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Numbers that are no sums but give sums away: which whole numbers fit the digits of an interval, and what the parts of a
/// decomposition say of the whole.
enum Inversion {
    /// No group is larger than this when it is sought: more would take long and tell nothing.
    static let largest = 5_000

    struct Interval {
        let value: Double
        let lower: Double
        let upper: Double
        /// How far each may be from the true one.
        let slack: (value: Double, lower: Double, upper: Double)
    }

    /// Which n, and which x of n, have this share and Wilson's interval; nil where too many fit to be told.
    static func wilson(
        _ interval: Interval, level: Double, n: ClosedRange<Double>, x: ClosedRange<Double>
    ) -> (n: [Int], x: [Int])? {
        guard level > 0, level < 1, let z = normalQuantile(0.5 + level / 2) else { return nil }
        guard let first = whole(n.lowerBound.rounded(.up), or: 1) else { return nil }
        let last = min(whole(n.upperBound.rounded(.down), or: largest) ?? largest, largest)
        guard first <= last else { return nil }
        let slack = interval.slack
        var fitting: (n: [Int], x: Set<Int>) = ([], [])
        for count in max(1, first)...max(1, last) {
            let total = Double(count)
            let least = max(((interval.value - slack.value) * total - 1e-9).rounded(.up), x.lowerBound.rounded(.up), 0)
            let most = min(
                ((interval.value + slack.value) * total + 1e-9).rounded(.down), x.upperBound.rounded(.down), total)
            guard least <= most, most - least < 1000 else { continue }
            var isFitting = false
            for held in Int(least)...Int(most) {
                let (lower, upper) = wilson(Double(held), total, z)
                if (lower - interval.lower).magnitude <= slack.lower + 1e-9,
                    (upper - interval.upper).magnitude <= slack.upper + 1e-9
                {
                    isFitting = true
                    fitting.x.insert(held)
                }
            }
            if isFitting { fitting.n.append(count) }
        }
        guard let greatest = fitting.n.last, greatest < largest else { return nil }
        return (fitting.n, fitting.x.sorted())
    }

    private static func whole(_ number: Double, or other: Int) -> Int? {
        if !number.isFinite { return other }
        return number.magnitude < 1e9 ? Int(number) : other
    }

    private static func wilson(_ x: Double, _ n: Double, _ z: Double) -> (Double, Double) {
        let share = x / n
        let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        return (centre - half, centre + half)
    }

    /// Which n have t(n − 1) between two bounds; nil where too many fit to be told.
    static func student(width: ClosedRange<Double>, level: Double) -> [Int]? {
        guard level > 0, level < 1, width.lowerBound > 0, width.upperBound.isFinite else { return nil }
        let probability = 0.5 + level / 2
        func quantile(_ n: Int) -> Double { studentQuantile(probability, degrees: Double(n - 1)) }
        return fitting(width, from: 2, quantile)
    }

    /// The earlier year's number: part = L · ln growth, change = L · ln(later ÷ earlier).
    static func logarithmicMean(
        part: Double, slack: Double, change: Double, changeSlack: Double, growth: Double
    ) -> ClosedRange<Double>? {
        guard growth > 0, growth.isFinite else { return nil }
        let logarithm = log(growth)
        guard logarithm.magnitude > 1e-9, change.magnitude > 1e-6 else { return nil }
        var ends: [Double] = []
        for one in [part - slack, part + slack] {
            for whole in [change - changeSlack, change + changeSlack] {
                let mean = one / logarithm
                guard mean > 0 else { return nil }
                let ratio = exp(whole / mean)
                guard ratio.isFinite, (ratio - 1).magnitude > 1e-12 else { return nil }
                ends.append(whole / (ratio - 1))
            }
        }
        guard let least = ends.min(), let most = ends.max(), least > 0, most.isFinite else { return nil }
        let width = most * 1e-9
        return (least - width)...(most + width)
    }

    // MARK: Distributions

    static func normalQuantile(_ probability: Double) -> Double? {
        guard probability > 0.5, probability < 1 else { return nil }
        return bisected { 0.5 * erfc(-$0 / 2.0.squareRoot()) < probability }
    }

    static func studentQuantile(_ probability: Double, degrees: Double) -> Double {
        bisected { t in
            1 - 0.5 * incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t)) < probability
        }
    }

    /// Where a test that holds for small numbers ceases to.
    private static func bisected(_ isBelow: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, 1e5)
        for _ in 0..<90 {
            let middle = (low + high) / 2
            if isBelow(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The regularised incomplete beta function by its continued fraction (Lentz).
    private static func incompleteBeta(_ a: Double, _ b: Double, _ x: Double) -> Double {
        if x <= 0 || x >= 1 { return x <= 0 ? 0 : 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(b, a, 1 - x) }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)) / a
        let tiny = 1e-300
        func nonzero(_ number: Double) -> Double { number.magnitude > tiny ? number : tiny }
        var c = 1.0
        var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1..<400 {
            let m = Double(step)
            var factor = 1.0
            for numerator in [
                m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
            ] {
                d = 1 / nonzero(1 + numerator * d)
                c = nonzero(1 + numerator / c)
                factor = c * d
                result *= factor
            }
            if (factor - 1).magnitude < 1e-15 { break }
        }
        return front * result
    }

    /// ln Γ by Lanczos' series, for arguments above zero.
    static func logGamma(_ x: Double) -> Double {
        let series = [
            676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ]
        if x < 0.5 { return log(Double.pi / sin(Double.pi * x)) - logGamma(1 - x) }
        let shifted = x - 1
        var sum = 0.99999999999980993
        for (place, coefficient) in series.enumerated() { sum += coefficient / (shifted + Double(place) + 1) }
        let t = shifted + 7.5
        return 0.5 * log(2 * Double.pi) + (shifted + 0.5) * log(t) - t + log(sum)
    }
}
