// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct SurvivalTests {
    /// Random subjects with ties, later entries and two kinds of events.
    private func subjects(_ seed: UInt64, count: Int = 40, entries: Bool = true) -> [SurvivalTime] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let time = Double(Int.random(in: 0...30, using: &random))
            let entersLater = entries && time > 1 && Int.random(in: 0..<4, using: &random) == 0
            let entry = entersLater ? Double(Int.random(in: 0..<Int(time), using: &random)) : nil
            return SurvivalTime(entry: entry, time: time, event: [nil, 0, 0, 1].randomElement(using: &random)!)
        }
    }

    /// The product and the sums written out, subject by subject.
    private func naive(_ subjects: [SurvivalTime], at end: Double) -> (survival: Double, shares: [Double]) {
        var survival = 1.0
        var shares = [0.0, 0.0]
        for day in 0...Int(end) {
            let time = Double(day)
            let atRisk = subjects.filter { ($0.entry ?? -1) < time && $0.time >= time }
            guard !atRisk.isEmpty else { continue }
            let happened = (0...1).map { kind in atRisk.count { $0.time == time && $0.event == kind } }
            for kind in 0...1 { shares[kind] += survival * Double(happened[kind]) / Double(atRisk.count) }
            survival *= 1 - Double(happened[0] + happened[1]) / Double(atRisk.count)
        }
        return (survival, shares)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `both estimators agree with their sums written out`(
        seed: UInt64
    ) {
        let subjects = subjects(seed)
        let curve = KaplanMeier(subjects)
        let curves = AalenJohansen(subjects, kinds: 2)
        let times = [0, 3, 10, 17, 30, 90].map(Double.init)
        for (time, state) in zip(times, curves.states(at: times)) {
            let expected = naive(subjects, at: time)
            #expect(abs(curve[time].survival - expected.survival) < 1e-12)
            #expect(abs(state.waiting.share - expected.survival) < 1e-12)
            for kind in 0...1 { #expect(abs(state.events[kind].share - expected.shares[kind]) < 1e-12) }
            #expect(abs(state.waiting.share + state.events[0].share + state.events[1].share - 1) < 1e-12)
        }
        #expect(abs(curves.timeInState(to: 25).events.reduce(curves.timeInState(to: 25).waiting, +) - 25) < 1e-9)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func `order does not matter, and doubling halves the variance`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let subjects = subjects(seed)
        let states = AalenJohansen(subjects, kinds: 2).states(at: [5, 20])
        #expect(
            states.map(\.events)
                == AalenJohansen(subjects.shuffled(using: &random), kinds: 2).states(at: [5, 20]).map(\.events))
        let doubled = AalenJohansen(subjects + subjects, kinds: 2).states(at: [5, 20])
        for (one, two) in zip(states, doubled) {
            for kind in 0...1 {
                #expect(abs(one.events[kind].share - two.events[kind].share) < 1e-12)
                #expect(abs(one.events[kind].se / 2.0.squareRoot() - two.events[kind].se) < 1e-12)
            }
        }
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `without censoring the shares and their errors are the plain ones`(
        seed: UInt64
    ) {
        let subjects = subjects(seed, entries: false).map { SurvivalTime(time: $0.time, event: $0.event ?? 0) }
        let n = Double(subjects.count)
        let state = AalenJohansen(subjects, kinds: 2).states(at: [12])[0]
        for kind in 0...1 {
            let share = Double(subjects.count { $0.event == kind && $0.time <= 12 }) / n
            #expect(abs(state.events[kind].share - share) < 1e-12)
            #expect(abs(state.events[kind].se - (share * (1 - share) / n).squareRoot()) < 1e-12)
        }
    }

    @Test func `a curve exactly on one half has its median in the middle of the step`() {
        let subjects = [1.0, 2, 4, 8].map { SurvivalTime(time: $0, event: 0) }
        let median = KaplanMeier(subjects).quantile(0.5, limits: .logLog, level: 0.95)
        #expect(median.value == 3)
        #expect(AalenJohansen(subjects, kinds: 1).quantile(0.5, of: 0, limits: .logLog, level: 0.95).value == 3)
    }

    @Test func `nobody starting has no median, and everybody starting the same day has it that day`() {
        let waiting = (0..<5).map { SurvivalTime(time: Double($0), event: nil) }
        let none = KaplanMeier(waiting).quantile(0.5, limits: .logLog, level: 0.95)
        #expect(none.value == nil && none.lower == nil && none.upper == nil)
        let same = KaplanMeier((0..<5).map { _ in SurvivalTime(time: 0, event: 0) })
        #expect(same[0].survival == 0 && same[0].se == nil)
        #expect(same.quantile(0.5, limits: .logLog, level: 0.95).value == 0)
        #expect(KaplanMeier([])[10].survival == 1)
        #expect(AalenJohansen([], kinds: 2).states(at: [10])[0].waiting.share == 1)
    }

    @Test func `groups alike have no difference, and one group has no test`() {
        let group = subjects(3)
        let same = LogRankTest([group, group])
        #expect(same.statistic < 1e-20)
        #expect(same.degreesOfFreedom == 1)
        #expect(LogRankTest([group]).p == nil)
        #expect(LogRankTest([group, []]).p == nil)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func `the test does not depend on the order of the groups`(
        seed: UInt64
    ) {
        let groups = [subjects(seed), subjects(seed + 100, count: 25), subjects(seed + 200, count: 15)]
        let one = LogRankTest(groups)
        let other = LogRankTest(groups.reversed())
        #expect(abs(one.statistic - other.statistic) < 1e-9)
        #expect(one.degreesOfFreedom == 2)
        #expect(abs(one.observed.reduce(0, +) - one.expected.reduce(0, +)) < 1e-9)
    }
}
