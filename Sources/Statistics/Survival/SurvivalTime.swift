// SPDX-License-Identifier: EUPL-1.2

/// How long one subject was followed, and what ended it.
///
/// A subject is at risk at t when entry < t ≤ time. Without a later entry it is at risk from the start, day 0 included, so
/// that an event on day 0 is an event like any other.
package struct SurvivalTime: Sendable, Hashable {
    /// The time after which the subject is followed (*delayed entry*, left truncation); nil for one followed from the start.
    package let entry: Double?
    /// Time of the event, or to which the subject was followed without one; 0 or more.
    package let time: Double
    /// The place of the event among those that can happen; nil for a censored subject: it was still waiting at `time`.
    package let event: Int?

    package init(entry: Double? = nil, time: Double, event: Int?) {
        precondition(time >= 0 && time.isFinite, "a time is a number from 0")
        self.entry = entry
        self.time = time
        self.event = event
    }
}

/// At each time with an event: how many were at risk, and how many events of each kind there were.
///
/// Events come before censoring at the same time, as in R's `survival`: who is censored at t is at risk at t.
struct RiskSets: Sendable {
    struct Moment: Sendable {
        let time: Double
        let atRisk: Int
        /// By the event's place.
        let events: [Int]

        var allEvents: Int { events.reduce(0, +) }
    }

    /// In order of time.
    let moments: [Moment]
    /// The last time to which anyone was followed; 0 of nobody.
    let last: Double
    private let times: [Double]
    private let entries: [Double]

    /// - Parameter kinds: how many kinds of events there are.
    init(_ subjects: [SurvivalTime], kinds: Int) {
        let times = subjects.map(\.time).sorted()
        let entries = subjects.compactMap(\.entry).sorted()
        self.times = times
        self.entries = entries
        self.last = times.last ?? 0
        var counts: [Double: [Int]] = [:]
        for subject in subjects {
            guard let event = subject.event else { continue }
            precondition((0..<kinds).contains(event), "an event is one of those that can happen")
            counts[subject.time, default: [Int](repeating: 0, count: kinds)][event] += 1
        }
        self.moments = counts.sorted { $0.key < $1.key }.map { time, events in
            Moment(time: time, atRisk: Self.atRisk(time, times, entries), events: events)
        }
    }

    /// How many are at risk at a time, whether or not anything happens then.
    func atRisk(_ time: Double) -> Int { Self.atRisk(time, times, entries) }

    private static func atRisk(_ time: Double, _ times: [Double], _ entries: [Double]) -> Int {
        (times.count - times.countBelow(time)) - (entries.count - entries.countBelow(time))
    }
}

extension [Double] {
    /// How many numbers of a sorted list are below a number.
    fileprivate func countBelow(_ number: Double) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
