// SPDX-License-Identifier: EUPL-1.2

/// The share for which an event has not yet happened, by time, when some are followed only for a while or from a later
/// time: the product-limit estimator (Kaplan & Meier 1958), by the conventions of R's `survival::survfit`.
///
/// S(t) = ∏ (1 − d ÷ Y) over times of events up to t, with d events and Y at risk. Assumes that who is censored, or is
/// followed from later on, has the same prospects as the others. se by Greenwood (1926): S·√Σ d ÷ (Y(Y − d)).
package struct KaplanMeier: Sendable {
    /// The curve at a time.
    package struct Point: Sendable {
        package let survival: Double
        /// Standard error; nil where the curve is 0.
        package let se: Double?
        /// At risk: followed at the time and without an event before it.
        package let atRisk: Int
        /// Events at or before the time.
        package let events: Int
    }

    private struct Step: Sendable {
        let time: Double
        let survival: Double
        /// Greenwood's sum; infinite where all at risk had the event.
        let greenwood: Double
        let events: Int

        var se: Double? { survival > 0 ? survival * greenwood.squareRoot() : nil }
    }

    private let sets: RiskSets
    private let steps: [Step]

    /// - Parameter subjects: their event is the first kind, whatever its place says.
    package init(_ subjects: [SurvivalTime]) {
        let subjects = subjects.map { SurvivalTime(entry: $0.entry, time: $0.time, event: $0.event.map { _ in 0 }) }
        sets = RiskSets(subjects, kinds: 1)
        var (survival, greenwood, events) = (1.0, 0.0, 0)
        var steps: [Step] = []
        for moment in sets.moments {
            let (atRisk, happened) = (Double(moment.atRisk), Double(moment.allEvents))
            survival *= (atRisk - happened) / atRisk
            greenwood += happened / (atRisk * (atRisk - happened))
            events += moment.allEvents
            steps.append(Step(time: moment.time, survival: survival, greenwood: greenwood, events: events))
        }
        self.steps = steps
    }

    /// The times at which the curve falls, in order.
    package var times: [Double] { steps.map(\.time) }

    /// The curve at a time, 0 or later: after the last time it stays where it was.
    package subscript(time: Double) -> Point {
        let step = steps.last { $0.time <= time }
        return Point(
            survival: step?.survival ?? 1, se: step.map(\.se) ?? 0, atRisk: sets.atRisk(time), events: step?.events ?? 0
        )
    }

    /// The time within which a share of all have had the event: the first time at which S is at or below 1 − p, and the
    /// midpoint where S lies exactly on it, as R has it. Limits are read off the curves of the limits in the same way
    /// (Brookmeyer & Crowley 1982). Each is nil where its curve never comes so low.
    ///
    /// - Parameter p: above 0 and below 1; ½ is the median.
    package func quantile(
        _ p: Double, limits: SurvivalLimits, level: Double
    ) -> (value: Double?, lower: Double?, upper: Double?) {
        let intervals = steps.map { ($0.time, limits.interval($0.survival, se: $0.se, level: level)) }
        func first(_ points: [(time: Double, value: Double)]) -> Double? {
            StepCurve(points: points, last: sets.last).firstTime(atOrBelow: 1 - p)
        }
        return (
            first(steps.map { ($0.time, $0.survival) }),
            first(intervals.compactMap { time, interval in interval.map { (time, $0.lower) } }),
            first(intervals.compactMap { time, interval in interval.map { (time, $0.upper) } })
        )
    }

    /// The mean time to the event or to τ, whichever comes first: the area under the curve up to τ, and its standard error
    /// √Σ A(s)²·d ÷ (Y(Y − d)) with A(s) the area from s to τ. The curve goes on level after the last time.
    package func restrictedMean(to end: Double) -> (mean: Double, se: Double) {
        let inside = steps.filter { $0.time < end }
        var (area, variance) = (0.0, 0.0)
        var until = end
        for (place, step) in inside.enumerated().reversed() {
            area += step.survival * (until - step.time)
            until = step.time
            let before = place > 0 ? inside[place - 1].greenwood : 0
            // Where all at risk had the event, nothing is left to be uncertain of.
            if step.greenwood.isFinite { variance += area * area * (step.greenwood - before) }
        }
        return (area + until, variance.squareRoot())
    }
}
