// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import TestSupport
import Terms
import Testing

/// How long decisions wait, and which are not carried out.
@Suite struct WaitingTests {
    private static func decision(
        _ person: PersonIndex, _ made: String, to: String? = nil, from: String? = nil, applied: String? = nil,
        service: Int16 = 0, law: Law = .sol, postponed: Bool = false, executed: String? = nil,
        outcome: Outcome = .granted
    ) -> Decision {
        Decision(
            person: person, service: service, law: law, district: 0, outcome: outcome,
            from: CaseBuilder.day(from ?? made), to: to.map(CaseBuilder.day), hours: Hours(10),
            applied: applied.map(CaseBuilder.day), decided: CaseBuilder.day(made),
            executedFrom: executed.map(CaseBuilder.day), isPostponed: postponed)
    }

    /// Visits on days.
    private static func visits(_ person: PersonIndex, _ days: String..., service: Int16 = 0) -> [PerformedHours] {
        let days = days.map(CaseBuilder.day)
        return Dictionary(grouping: days, by: \.month).sorted { $0.key < $1.key }.map { month, days in
            PerformedHours(
                person: person, service: service, month: month, hours: Hours(2), visits: Int32(days.count),
                days: days.reduce(0) { $0 | 1 << UInt32($1.components.day - 1) })
        }
    }

    /// The example of `explain waiting-time`.
    private static let example = CaseBuilder.dataset(
        [
            decision(0, "2019-03-01"), decision(1, "2019-03-01"), decision(2, "2019-03-01"),
            decision(3, "2019-03-01", to: "2019-03-31"), decision(4, "2019-12-06"),
        ],
        visits(0, "2019-03-11", "2019-05-02") + visits(1, "2019-03-21") + visits(2, "2019-04-10"))

    @Test func `the worked example is right`() throws {
        func share(_ days: Int) throws -> Double? {
            try Self.example.value(.waitingTime, .waiting("start-\(days)"))
        }
        #expect(abs(try #require(try share(14)) - 0.2) < 1e-12)
        #expect(abs(try #require(try share(30)) - 0.4) < 1e-12)
        #expect(abs(try #require(try Self.example.value(.waitingTime)) - 0.7) < 1e-12)
        #expect(try Self.example.value(.waitingTime, .waiting("start-median")) == 40)
        let headline = try #require(try Self.example.ask(.waitingTime)["2019"])
        #expect(headline.persons == 5 && headline.numerator == 3 && headline.denominator == 5)
        #expect(try Self.example.value(.waitingTime, .waiting("at-risk-30")) == 2)
        #expect(try Self.example.value(.waitingTime, .waiting("at-risk-7")) == 5)
    }

    @Test func `an hour on the day of the decision is the same day, and one before it in the decision's time is too`()
        throws
    {
        let data = CaseBuilder.dataset(
            [Self.decision(0, "2019-03-01"), Self.decision(1, "2019-03-10", from: "2019-03-01")],
            Self.visits(0, "2019-03-01") + Self.visits(1, "2019-03-04"))
        #expect(try data.value(.waitingTime, .waiting("start-7")) == 1)
        #expect(try data.value(.waitingTime, .waiting("start-median")) == 0)
    }

    @Test func `nobody waits for a renewal, and a decision after one never carried out waits anew`() throws {
        let data = CaseBuilder.dataset(
            [
                Self.decision(0, "2019-02-01", to: "2019-05-31"), Self.decision(0, "2019-05-20", from: "2019-06-01"),
                Self.decision(1, "2019-02-01", to: "2019-05-31"), Self.decision(1, "2019-06-01"),
            ], Self.visits(0, "2019-02-11", "2019-06-02") + Self.visits(1, "2019-06-21"))
        // Person 0 begins on day 10; person 1's first ends on day 119 and the second begins on day 20.
        let headline = try #require(try data.ask(.waitingTime)["2019"])
        #expect(headline.persons == 2 && headline.numerator == 2)
        #expect(try data.value(.waitingTime, .waiting("at-risk-7")) == 2)
        #expect(abs(try #require(headline.value) - 2.0 / 3) < 1e-12)
    }

    @Test func `a decision older than the year is followed from its first day`() throws {
        let data = CaseBuilder.dataset(
            [Self.decision(0, "2018-11-01"), Self.decision(1, "2019-01-10"), Self.decision(2, "2018-11-01")],
            Self.visits(0, "2019-01-20") + Self.visits(1, "2019-01-15") + Self.visits(2, "2018-12-01"),
            window: ("2018-01", "2019-12"))
        // Person 2 began in 2018. On day 5 only person 1 is followed, and begins; on day 80 person 0 begins.
        let answer = try #require(try data.ask(.waitingTime)["2019"])
        #expect(answer.persons == 2)
        #expect(try data.value(.waitingTime, .waiting("start-7")) == 1)
        #expect(try data.value(.waitingTime, .waiting("at-risk-60")) == 0)
    }

    @Test func `decisions from before the files count only where their start is registered`() throws {
        let data = CaseBuilder.dataset(
            [Self.decision(0, "2018-11-01"), Self.decision(1, "2018-11-01", executed: "2019-02-01")],
            Self.visits(0, "2019-01-20"))
        let answer = try #require(try data.ask(.waitingTime)["2019"])
        #expect(answer.persons == 1 && answer.numerator == 0)
    }

    @Test func `hours by month do not tell a day, and a registered start does`() throws {
        let months = CaseBuilder.performed(0, from: "2019-04", [3, 0, 2])
        let unknown = CaseBuilder.dataset([Self.decision(0, "2019-03-01")], months)
        #expect(try unknown.value(.waitingTime) == nil)
        let known = CaseBuilder.dataset([Self.decision(0, "2019-03-01", executed: "2019-03-11")], months)
        #expect(try known.value(.waitingTime, .waiting("start-median")) == 10)
    }

    @Test func `none waiting has no share, all waiting has zero, and applications have their own clock`() throws {
        let nobody = CaseBuilder.dataset([], [])
        #expect(try nobody.value(.waitingTime) == nil)
        let all = CaseBuilder.dataset((0..<12).map { Self.decision($0, "2019-03-01") }, [])
        #expect(try all.value(.waitingTime) == 0)
        #expect(try all.value(.waitingTime, .waiting("start-median")) == nil)
        let applied = CaseBuilder.dataset(
            [
                Self.decision(0, "2019-03-01", applied: "2019-02-01"),
                Self.decision(1, "2019-03-01", applied: "2019-01-01", outcome: .refused),
                Self.decision(2, "2019-03-01"),
            ], Self.visits(0, "2019-03-03"))
        #expect(try applied.value(.waitingTime, .waiting("decision-30")) == 0.5)
        #expect(try applied.value(.waitingTime, .waiting("decision-60")) == 1)
        #expect(try applied.value(.waitingTime, .waiting("whole-30")) == 1)
    }

    @Test func `nine in ten of few persons is the lower limit`() throws {
        let days = (1...20).map { "2019-03-\($0 + 9)" }
        let data = CaseBuilder.dataset(
            (0..<20).map { Self.decision($0, "2019-03-01") },
            days.enumerated().flatMap { Self.visits(PersonIndex($0.offset), $0.element) })
        let number = try #require(try data.ask(.waitingTime, .waiting("start-p90"))["2019"])
        let curve = KaplanMeier((0..<20).map { SurvivalTime(time: Double($0 + 9), event: 0) })
        #expect(number.upper == nil)
        #expect(try #require(number.value) <= 26)
        #expect(try #require(number.value) >= #require(curve.quantile(0.5, limits: .logLog, level: 0.95).value))
    }

    // MARK: Not carried out

    private func notExecuted(_ data: Dataset, _ part: String = "", quarter: Int) throws -> Double? {
        try data.value(.notExecuted, .notExecuted(part, quarter: quarter))
    }

    @Test func `the limit is three calendar months, and its day is in time`() throws {
        func data(_ made: String, _ visit: String? = nil, months: (String, String)) -> Dataset {
            CaseBuilder.dataset(
                [Self.decision(0, made)], visit.map { Self.visits(0, $0) } ?? [], window: months)
        }
        // Made on 30 December: the limit is 30 March, and the quarter ends on the 31st.
        #expect(
            try data("2018-12-30", months: ("2018-01", "2019-12")).value(.notExecuted, .notExecuted(quarter: 1)) == 1)
        #expect(
            try data("2018-12-31", months: ("2018-01", "2019-12")).value(.notExecuted, .notExecuted(quarter: 1)) == 0)
        #expect(
            try data("2019-03-31", months: ("2018-01", "2019-12")).value(.notExecuted, .notExecuted(quarter: 2)) == 0)
        #expect(
            try data("2019-03-29", months: ("2018-01", "2019-12")).value(.notExecuted, .notExecuted(quarter: 2)) == 1)
        #expect(
            try data("2018-12-30", "2019-03-31", months: ("2018-01", "2019-12"))
                .value(.notExecuted, .notExecuted(quarter: 1)) == 0)
        #expect(
            try data("2018-12-30", "2019-04-01", months: ("2018-01", "2019-12"))
                .value(.notExecuted, .notExecuted(quarter: 1)) == 1)
        #expect(
            try data("2018-12-30", months: ("2018-01", "2019-02")).value(.notExecuted, .notExecuted(quarter: 1)) == nil)
    }

    @Test func `the parts add to all, and what ended or was never granted is no part`() throws {
        var data = CaseBuilder.dataset(
            [
                Self.decision(0, "2019-01-15"), Self.decision(1, "2019-01-15", postponed: true),
                Self.decision(2, "2019-01-15"), Self.decision(3, "2018-11-15"),
                Self.decision(4, "2019-01-15", to: "2019-08-31"), Self.decision(5, "2019-01-15", outcome: .refused),
                Self.decision(6, "2019-01-15"),
            ], Self.visits(2, "2019-02-01", "2019-05-30") + Self.visits(6, "2019-02-01", "2019-05-30"))
        data.absences = [Absence(person: 6, from: CaseBuilder.day("2019-06-01"), to: CaseBuilder.day("2019-08-15"))]
        #expect(try notExecuted(data, quarter: 3) == 4)
        #expect(try notExecuted(data, "not-begun", quarter: 3) == 2)
        #expect(try notExecuted(data, "interrupted", quarter: 3) == 1)
        #expect(try notExecuted(data, "no-hours-in-files", quarter: 3) == 1)
        #expect(try notExecuted(data, "postponed", quarter: 3) == 1)
        // By then the one who was away has had none for three months either.
        #expect(try notExecuted(data, "interrupted", quarter: 4) == 2)
        let classes = try data.ask(.notExecuted, .notExecuted(quarter: 3), by: [.monthsWaited])
        #expect(classes["7-9"]?.value == 3)
        #expect(classes["10-12"]?.value == 1)
        let since = try data.ask(.notExecuted, .notExecuted("since-break", quarter: 3), by: [.monthsWaited])
        #expect(since["3-6"]?.value == 1)
    }

    @Test func `hours by month are an interruption after three whole months`() throws {
        let data = CaseBuilder.dataset(
            [Self.decision(0, "2019-01-15"), Self.decision(1, "2019-01-15")],
            CaseBuilder.performed(0, from: "2019-06", [2]) + CaseBuilder.performed(1, from: "2019-07", [2]))
        #expect(try notExecuted(data, "interrupted", quarter: 3) == 1)
        #expect(try notExecuted(data, "interrupted", quarter: 4) == 2)
    }

    @Test func `decisions near the limit are told, the nearest first`() {
        let data = CaseBuilder.dataset(
            [
                Self.decision(0, "2019-03-31"), Self.decision(1, "2019-04-20"), Self.decision(2, "2019-05-02"),
                Self.decision(3, "2019-04-10"),
            ], Self.visits(3, "2019-05-01"), window: ("2019-01", "2019-06"))
        let near = DecisionsNotExecuted(data, settings: MeasureSettings()).nearLimit(
            at: CaseBuilder.day("2019-06-30"), within: 30)
        #expect(near.map(\.decision) == [0, 1])
        #expect(near.map(\.limit) == [CaseBuilder.day("2019-06-30"), CaseBuilder.day("2019-07-20")])
    }

    /// Day by day, decision by decision, with no index and no masks.
    private func naive(_ data: Dataset, at end: CivilDate) -> [DecisionNotExecuted.State: Int] {
        var counts: [DecisionNotExecuted.State: Int] = [:]
        for decision in data.decisions where decision.outcome.isGranted {
            let made = decision.decided ?? decision.from
            if made > end { continue }
            if let last = decision.to, last < end { continue }
            var day = min(decision.from, made)
            var last: CivilDate?
            while day <= end {
                let parts = day.components
                let isPerformed = data.performed.contains {
                    $0.person == decision.person && $0.service == decision.service && $0.month == day.month
                        && $0.hours > .zero && $0.days & (1 << UInt32(parts.day - 1)) != 0
                }
                if isPerformed { last = day }
                day = day.adding(days: 1)
            }
            let first = data.observationWindow!.lowerBound.firstDay
            if let last {
                if end > last.adding(months: 3) { counts[.interrupted, default: 0] += 1 }
            } else if end > made.adding(months: 3) {
                if made >= first {
                    counts[.notBegun, default: 0] += 1
                } else if end > first.adding(months: 3) {
                    counts[.silentSinceFiles, default: 0] += 1
                }
            }
        }
        return counts
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>) func `a naive twin counts the same`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var data = RandomMunicipality(seed: seed, persons: 8).dataset()
        for place in data.performed.indices {
            let days = UInt32.random(in: 1..<(1 << 28), using: &random)
            data.performed[place].days = Bool.random(using: &random) ? days & 0xff : days
            if data.performed[place].days == 0 { data.performed[place].days = 1 }
        }
        for place in data.decisions.indices where Bool.random(using: &random) {
            data.decisions[place].decided = data.decisions[place].from.adding(
                days: Int.random(in: -60...20, using: &random))
        }
        for quarter in 1...4 {
            let end = YearMonth(year: 2019, month: quarter * 3).lastDay
            let expected = naive(data, at: end)
            #expect(try notExecuted(data, quarter: quarter) == Double(expected.values.reduce(0, +)))
            #expect(try notExecuted(data, "not-begun", quarter: quarter) == Double(expected[.notBegun] ?? 0))
            #expect(try notExecuted(data, "interrupted", quarter: quarter) == Double(expected[.interrupted] ?? 0))
            for dimension in [Dimension.law, .district, .sex, .age, .monthsWaited] {
                let answer = try data.ask(.notExecuted, .notExecuted(quarter: quarter), by: [dimension])
                let parts = answer.rows.filter { $0.key[1].kind != .total }.compactMap(\.measurement.value)
                #expect(parts.reduce(0, +) == Double(expected.values.reduce(0, +)))
            }
        }
    }
}
