// SPDX-License-Identifier: EUPL-1.2

/// What a model of a series has beside its level and its step.
package struct SegmentedModel: Hashable, Sendable {
    /// A straight line over the whole series.
    package var hasTrend: Bool
    /// A change of the line's slope from the first time after.
    package var hasSlope: Bool
    /// One yearly wave, of monthly times.
    package var hasHarmonic: Bool

    package init(trend: Bool = false, slope: Bool = false, harmonic: Bool = false) {
        hasTrend = trend
        hasSlope = slope
        hasHarmonic = harmonic
    }

    /// A column of the model. The raw value is its name in results.
    package enum Term: String, CaseIterable, Sendable {
        case intercept, trend, step, slope, sin, cos
    }

    /// The columns, in order.
    package var terms: [Term] {
        var terms = [Term.intercept]
        if hasTrend { terms.append(.trend) }
        terms.append(.step)
        if hasSlope { terms.append(.slope) }
        if hasHarmonic { terms += [.sin, .cos] }
        return terms
    }

    /// The terms that tell what happened: the step, and the change of slope.
    package var effects: [Term] { hasSlope ? [.step, .slope] : [.step] }
}

/// Why a model cannot be fitted to a series.
package enum InterruptedSeriesError: Error, Hashable, Sendable {
    /// There are no more values than terms.
    case tooFewValues
    /// The terms cannot be told apart: no value before, or none after, or too few for a slope or a season.
    case termsNotDetermined
    /// The model fits all values exactly, so that nothing tells how much they vary.
    case noVariation
}

/// A series of values at whole times, one of which is the first after a change (*avbruten tidsserie*, interrupted time
/// series).
///
/// Times are months counted from the first, so that a missing month is a gap and not a zero, and neighbours are told from
/// months that only follow each other in the table.
package struct InterruptedSeries: Sendable {
    /// Rising.
    package let times: [Int]
    package let values: [Double]
    /// The first time that counts as after, whether it has a value or not.
    package let firstAfter: Int

    /// Values with their times, each time at most once; sorted here. Values are finite.
    package init(_ points: [(time: Int, value: Double)], firstAfter: Int) {
        let sorted = points.sorted { $0.time < $1.time }
        precondition(
            zip(sorted, sorted.dropFirst()).allSatisfy { $0.time < $1.time }, "a series has one value at a time")
        precondition(sorted.allSatisfy(\.value.isFinite), "a series has finite values")
        times = sorted.map(\.time)
        values = sorted.map(\.value)
        self.firstAfter = firstAfter
    }

    /// Values at the times 0, 1, 2 …
    package init(_ values: [Double], firstAfter: Int) {
        self.init(values.enumerated().map { (time: $0.offset, value: $0.element) }, firstAfter: firstAfter)
    }

    package var count: Int { values.count }

    /// The columns of a model at the series' times: with k the time and post = 1 from `firstAfter` on, else 0: 1, k, post,
    /// post·(k − firstAfter), sin and cos of 2πk ÷ 12 (Wagner et al. 2002; Lopez Bernal et al. 2017).
    package func columns(_ model: SegmentedModel) -> [[Double]] {
        model.terms.map { term in
            times.map { time in
                let isAfter = time >= firstAfter
                return switch term {
                case .intercept: 1
                case .trend: Double(time)
                case .step: isAfter ? 1 : 0
                case .slope: isAfter ? Double(time - firstAfter) : 0
                case .sin: SineWave.sine(ofTwelfth: time)
                case .cos: SineWave.sine(ofTwelfth: time + 3)
                }
            }
        }
    }
}

/// The yearly wave at whole months, from its few values, so that it is the same to the last bit on every machine.
private enum SineWave {
    private static let quarter = [0, 0.5, 0.75.squareRoot(), 1]

    /// sin(2π·k ÷ 12).
    static func sine(ofTwelfth k: Int) -> Double {
        let month = (k % 12 + 12) % 12
        return switch month {
        case 0...3: quarter[month]
        case 4...6: quarter[6 - month]
        case 7...9: -quarter[month - 6]
        default: -quarter[12 - month]
        }
    }
}
