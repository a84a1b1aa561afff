// SPDX-License-Identifier: EUPL-1.2

/// The shares for which each of several events has happened first, by time, and the share still without any: cumulative
/// incidence by Aalen & Johansen (1978), by the conventions of R's `survival::survfit` with a multi-state event.
///
/// Everybody begins waiting. F_k(t) = Σ S(s−)·d_k(s) ÷ Y(s) over times of events up to t, S the share without any. An event
/// of another kind is no censoring: who was closed otherwise can no longer start, and counting them as still waiting would
/// overstate the share that starts.
///
/// The standard error is the infinitesimal jackknife over subjects: √Σ U_i², the influence of each subject on the share.
package struct AalenJohansen: Sendable {
    /// A share at a time.
    package struct Point: Sendable, Hashable {
        /// 0–1.
        package let share: Double
        package let se: Double
    }

    /// All shares at a time.
    package struct State: Sendable {
        /// Without any event.
        package let waiting: Point
        /// With each event first, by its place.
        package let events: [Point]
        /// Followed at the time, and without an event before it.
        package let atRisk: Int
        /// Events of each kind at or before the time.
        package let counts: [Int]
    }

    private let sets: RiskSets
    private let subjects: [(subject: SurvivalTime, count: Int)]
    private let kinds: Int

    /// - Parameter kinds: how many kinds of events there are.
    package init(_ subjects: [SurvivalTime], kinds: Int) {
        self.sets = RiskSets(subjects, kinds: kinds)
        self.kinds = kinds
        var counts: [SurvivalTime: Int] = [:]
        for subject in subjects { counts[subject, default: 0] += 1 }
        // Those who are alike have the same influence; the order settles the last bit.
        self.subjects = counts.sorted { Self.order($0.key) < Self.order($1.key) }.map { ($0.key, $0.value) }
    }

    private static func order(_ subject: SurvivalTime) -> (Double, Double, Int) {
        (subject.time, subject.entry ?? -.infinity, subject.event ?? -1)
    }

    /// The times at which something happens, in order.
    package var times: [Double] { sets.moments.map(\.time) }

    /// The shares at times in order, each 0 or later.
    package func states(at times: [Double]) -> [State] {
        precondition(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }, "times are asked for in order")
        var walk = Walk(subjects.map(\.subject), kinds: kinds)
        var next = 0
        return times.map { time in
            while next < sets.moments.count, sets.moments[next].time <= time {
                walk.pass(sets.moments[next])
                next += 1
            }
            return walk.state(counts: subjects.map(\.count), atRisk: sets.atRisk(time))
        }
    }

    /// The time within which a share of all have had an event: the first time at which its curve is at or above p, the
    /// midpoint where it lies exactly on it. The lower limit is where the upper limit's curve comes so high, the upper
    /// where the lower one does. Each is nil where its curve never comes so high.
    ///
    /// - Parameter p: above 0 and below 1.
    package func quantile(
        _ p: Double, of event: Int, limits: SurvivalLimits, level: Double
    ) -> (value: Double?, lower: Double?, upper: Double?) {
        let times = self.times
        let points = zip(times, states(at: times).map { $0.events[event] })
        let intervals = points.map { ($0, limits.interval($1.share, se: $1.se, level: level)) }
        // What rises to p is what falls to 1 − p when it is turned round.
        func first(_ points: [(time: Double, value: Double)]) -> Double? {
            StepCurve(points: points.map { ($0.time, 1 - $0.value) }, last: sets.last).firstTime(atOrBelow: 1 - p)
        }
        return (
            first(points.map { ($0, $1.share) }),
            first(intervals.compactMap { time, interval in interval.map { (time, $0.upper) } }),
            first(intervals.compactMap { time, interval in interval.map { (time, $0.lower) } })
        )
    }

    /// The mean time spent waiting and after each event, up to τ: the areas under the shares. They add to τ.
    package func timeInState(to end: Double) -> (waiting: Double, events: [Double]) {
        let times = self.times.filter { $0 < end }
        let states = states(at: times)
        var waiting = times.first ?? end
        var events = [Double](repeating: 0, count: kinds)
        for (place, state) in states.enumerated() {
            let length = (place + 1 < times.count ? times[place + 1] : end) - times[place]
            waiting += state.waiting.share * length
            for kind in 0..<kinds { events[kind] += state.events[kind].share * length }
        }
        return (waiting, events)
    }
}

extension AalenJohansen {
    /// Shares and each subject's influence on them, carried from event to event.
    private struct Walk {
        let subjects: [SurvivalTime]
        var survival = 1.0
        var shares: [Double]
        var counts: [Int]
        /// By subject: on the share without any event.
        var influence: [Double]
        /// By event, then subject.
        var eventInfluence: [[Double]]

        init(_ subjects: [SurvivalTime], kinds: Int) {
            self.subjects = subjects
            shares = [Double](repeating: 0, count: kinds)
            counts = [Int](repeating: 0, count: kinds)
            influence = [Double](repeating: 0, count: subjects.count)
            eventInfluence = [[Double]](
                repeating: [Double](repeating: 0, count: subjects.count), count: kinds)
        }

        mutating func pass(_ moment: RiskSets.Moment) {
            let atRisk = Double(moment.atRisk)
            let rates = moment.events.map { Double($0) / atRisk }
            let rate = Double(moment.allEvents) / atRisk
            for place in subjects.indices {
                let subject = subjects[place]
                let isAtRisk = (subject.entry ?? -.infinity) < moment.time && moment.time <= subject.time
                let event = subject.time == moment.time ? subject.event : nil
                let before = influence[place]
                for kind in rates.indices {
                    var own = before * rates[kind]
                    if isAtRisk { own += survival * ((event == kind ? 1 : 0) - rates[kind]) / atRisk }
                    eventInfluence[kind][place] += own
                }
                var after = before * (1 - rate)
                if isAtRisk { after -= survival * ((event == nil ? 0 : 1) - rate) / atRisk }
                influence[place] = after
            }
            for kind in rates.indices {
                shares[kind] += survival * rates[kind]
                counts[kind] += moment.events[kind]
            }
            survival *= (atRisk - Double(moment.allEvents)) / atRisk
        }

        func state(counts subjectCounts: [Int], atRisk: Int) -> State {
            func se(_ influence: [Double]) -> Double {
                ExactSum.sum(of: zip(influence, subjectCounts).map { $0 * $0 * Double($1) }).squareRoot()
            }
            return State(
                waiting: Point(share: survival, se: se(influence)),
                events: zip(shares, eventInfluence).map { Point(share: $0, se: se($1)) }, atRisk: atRisk, counts: counts
            )
        }
    }
}
