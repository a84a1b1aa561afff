// SPDX-License-Identifier: EUPL-1.2

/// On which scale the confidence limits of a probability of survival or of a state are made: R's `conf.type`.
///
/// With z the normal quantile and P the probability: `plain` P ∓ z·se; `log` P·exp(∓z·se ÷ P); `logLog`
/// P^exp(∓z·se ÷ (P·ln P)) (Kalbfleisch & Prentice 1980, section 1.3). Clipped to 0–1. Log-log limits keep their level
/// in small groups and stay within 0–1 by themselves; they do not exist at P = 0 and P = 1, and those of log do not at 0.
package enum SurvivalLimits: Sendable, Hashable, CaseIterable {
    case logLog, log, plain

    /// The limits of a probability; nil where they do not exist.
    /// - Parameters:
    ///   - probability: 0–1.
    ///   - se: its standard error; nil gives no limits.
    ///   - level: between 0 and 1.
    package func interval(_ probability: Double, se: Double?, level: Double) -> ConfidenceInterval? {
        guard let se, se.isFinite else { return nil }
        let z = Normal.twoSided(level: level)
        let interval: ConfidenceInterval
        switch self {
        case .plain:
            interval = ConfidenceInterval(lower: probability - z * se, upper: probability + z * se)
        case .log:
            guard probability > 0 else { return nil }
            let factor = Double.exponential(z * se / probability)
            interval = ConfidenceInterval(lower: probability / factor, upper: probability * factor)
        case .logLog:
            guard probability > 0, probability < 1 else { return nil }
            let logarithm = Double.logarithm(probability)
            // ln P is below 0, and so is the exponent of the lower limit's factor: its power is the greater.
            let width = z * se / (probability * logarithm)
            interval = ConfidenceInterval(
                lower: Double.exponential(logarithm * Double.exponential(-width)),
                upper: Double.exponential(logarithm * Double.exponential(width)))
        }
        return interval.clipped(to: 0...1)
    }
}

/// A number that changes at certain times, and where it first crosses a line: R's `quantile` of a survival curve.
struct StepCurve: Sendable {
    /// Numbers within it are equal: R's square root of the smallest number that adds to 1.
    static let slack = 1.5e-8

    /// In order of time; points where the curve is not defined are left out.
    let points: [(time: Double, value: Double)]
    /// To where the curve is known.
    let last: Double

    /// The first time at which the curve is at or below a value. Where it lies exactly on the value, the midpoint of that
    /// time and the next fall; of that time and the last one where it falls no more. nil when it never comes so low.
    func firstTime(atOrBelow value: Double) -> Double? {
        guard let first = points.firstIndex(where: { $0.value <= value + Self.slack }) else { return nil }
        guard points[first].value >= value - Self.slack else { return points[first].time }
        let later = points[(first + 1)...].first { $0.value < points[first].value - Self.slack }
        return (points[first].time + (later?.time ?? last)) / 2
    }
}
