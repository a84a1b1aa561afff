// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Terms

/// From what persons bring to a cell to its number, one way for each kind of number.
extension Measurement {
    static func notDefined(unit: Unit, kind: Kind = .ratio, _ reason: Phrase) -> Measurement {
        Measurement(kind: kind, unit: unit, value: nil, persons: 0, notDefined: reason)
    }

    /// Distinct persons.
    static func persons(_ sums: [PersonSum]) -> Measurement {
        var count = Measurement(kind: .count, unit: .persons, value: Double(sums.count), persons: sums.count)
        count.keySum = sums.reduce(0) { $0 &+ $1.recordKey }
        return count
    }

    /// Decisions, of so many distinct persons.
    static func decisions(_ sums: [PersonSum]) -> Measurement {
        let decisions = sums.reduce(0) { $0 + $1.numerator }
        var count = Measurement(
            kind: .count, unit: .decisions, value: Double(decisions), persons: sums.count { $0.numerator > 0 })
        count.keySum = sums.reduce(0) { $0 &+ $1.recordKey &* UInt64(bitPattern: $1.numerator) }
        return count
    }

    /// A sum of hours, from numerators in milliseconds.
    static func hours(_ sums: [PersonSum]) -> Measurement {
        let contributions = Contributions(sums.lazy.map(\.numerator), scale: hour)
        return Measurement(
            kind: .sum, unit: .hours, value: contributions.total, persons: contributions.persons,
            numeratorContributions: contributions)
    }

    /// Ratio of two sums of hours with its linearised error over persons.
    static func ratio(_ sums: [PersonSum], level: Double, unit: Unit = .share, empty: Phrase) -> Measurement {
        guard let estimate = RatioOfSums.estimate(sums.map(\.contribution), level: level) else {
            return .notDefined(unit: unit, empty)
        }
        var measurement = Measurement(
            kind: .ratio, unit: unit, value: nil, persons: sums.count,
            numeratorContributions: Contributions(sums.lazy.map(\.numerator), scale: hour),
            denominatorContributions: Contributions(sums.lazy.map(\.denominator), scale: hour))
        measurement.numerator = measurement.numeratorContributions?.total
        measurement.denominator = measurement.denominatorContributions?.total
        measurement.take(estimate)
        // No sum of hours is below zero.
        measurement.lower = measurement.lower.map { max(0, $0) }
        return measurement
    }

    /// x of n persons with the Wilson interval.
    static func share(_ x: Int, of n: Int, level: Double) -> Measurement {
        guard let interval = WilsonInterval(x, of: n, level: level) else {
            return .notDefined(unit: .share, kind: .share, Reasons.nobody)
        }
        return Measurement(
            kind: .share, unit: .share, value: Double(x) / Double(n), lower: interval.lower, upper: interval.upper,
            persons: n, numerator: Double(x), denominator: Double(n))
    }

    /// A share of respondents as they were counted: unweighted, and no estimate of anything.
    static func plainShare(_ x: Int, of n: Int) -> Measurement {
        guard n > 0 else { return .notDefined(unit: .share, kind: .share, SurveyReasons.nobodyAnswered) }
        return Measurement(
            kind: .share, unit: .share, value: Double(x) / Double(n), persons: n, numerator: Double(x),
            denominator: Double(n))
    }

    /// A quantile of values that belong to so many distinct persons.
    static func quantile(_ values: [Double], at p: Double, persons: Int, unit: Unit, empty: Phrase) -> Measurement {
        guard let value = Quantile.type7(values, at: p) else {
            return .notDefined(unit: unit, kind: .quantile, empty)
        }
        return Measurement(kind: .quantile, unit: unit, value: value, persons: persons)
    }

    /// The plain difference of two numbers.
    static func difference(_ after: Measurement, _ before: Measurement, unit: Unit) -> Measurement {
        guard let new = after.value, let old = before.value else {
            return .notDefined(unit: unit, kind: .difference, Reasons.nobodyInOneYear)
        }
        return Measurement(
            kind: .difference, unit: unit, value: new - old, persons: max(after.persons, before.persons),
            compared: [after, before])
    }

    mutating func take(_ estimate: Estimate) {
        value = estimate.value
        lower = estimate.lower
        upper = estimate.upper
        standardError = estimate.standardError
        degreesOfFreedom = estimate.degreesOfFreedom
    }

    /// Milliseconds of an hour.
    static let hour = 3_600_000.0
}

extension Measurement.Contributions {
    /// The largest two and the sum of what persons bring, in units of `scale`.
    init(_ amounts: some Sequence<Int64>, scale: Double) {
        var (persons, total, largest, second): (Int, Int64, Int64, Int64) = (0, 0, 0, 0)
        for amount in amounts where amount != 0 {
            persons += 1
            total += amount
            if amount > largest {
                second = largest
                largest = amount
            } else if amount > second {
                second = amount
            }
        }
        self.init(
            persons: persons, total: Double(total) / scale, largest: Double(largest) / scale,
            second: Double(second) / scale)
    }
}

extension PersonSum {
    /// In hours.
    var contribution: RatioContribution {
        RatioContribution(
            numerator: Double(numerator) / Measurement.hour, denominator: Double(denominator) / Measurement.hour)
    }
}
