// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import TestSupport
import Terms
import Testing

/// What becomes of decisions: replaced by one with fewer, as many or more hours, or ended.
@Suite struct HoursChangeTests {
    private func counts(
        _ decisions: [Decision], window: (String, String)? = ("2019-01", "2020-03"), year: Int = 2019
    ) throws -> [String: Double] {
        let answer = try CaseBuilder.dataset(decisions, [], window: window).ask(
            .hoursChange, by: [.change], years: year...year)
        return Dictionary(uniqueKeysWithValues: answer.rows.map { ($0.key[1].code, $0.measurement.value ?? -1) })
    }

    private func made(_ decision: Decision, _ day: String) -> Decision {
        var decision = decision
        decision.decided = CaseBuilder.day(day)
        return decision
    }

    private static let worked = [
        CaseBuilder.decision(0, "2018-04-01", "2019-03-31", hours: 20),
        CaseBuilder.decision(0, "2019-04-01", nil, hours: 15),
        CaseBuilder.decision(1, "2018-06-01", "2019-05-31", hours: 10),
        CaseBuilder.decision(1, "2019-06-15", nil, hours: 12),
        CaseBuilder.decision(2, "2018-06-01", "2019-05-31", hours: 10),
        CaseBuilder.decision(2, "2019-08-01", nil, hours: 12),
    ]

    @Test func `the worked example is right`() throws {
        #expect(try counts(Self.worked) == ["lower": 1, "higher": 1, "ended": 1, "total": 3])
        let data = CaseBuilder.dataset(Self.worked, [], window: ("2019-01", "2020-03"))
        #expect(try data.value(.hoursChange) == 3)
        #expect(try data.value(.hoursChange, .net) == -3)
        #expect(try data.value(.hoursChange, .mean) == -1.5)
        #expect(try data.value(.hoursChange, .quantile(0.5)) == -1.5)
        #expect(try data.value(.hoursChange, .raisedHours) == 2)
        #expect(try data.value(.hoursChange, .loweredHours) == 5)
        #expect(try data.value(.hoursChange, .lowered) == 0.5)
    }

    @Test func `the mean change has the interval of paired differences`() throws {
        // Differences −5, 2, −3: mean −2, s² = 13.
        let decisions =
            Array(Self.worked.prefix(4)) + [
                CaseBuilder.decision(3, "2018-01-01", "2018-12-31", hours: 8),
                CaseBuilder.decision(3, "2019-01-01", nil, hours: 5),
            ]
        let mean = try #require(
            try CaseBuilder.dataset(decisions, [], window: ("2019-01", "2020-03")).ask(.hoursChange, .mean)["2019"])
        #expect(mean.value == -2)
        #expect(abs((mean.standardError ?? 0) - (13.0 / 3).squareRoot()) < 1e-12)
        #expect(mean.degreesOfFreedom == 2)
        #expect(mean.persons == 3 && mean.numerator == -6 && mean.denominator == 3)
    }

    @Test func `a gap of thirty-one days is bridged, one more is an end and a new beginning`() throws {
        let old = CaseBuilder.decision(0, "2018-06-01", "2019-05-31", hours: 10)
        #expect(
            try counts([old, CaseBuilder.decision(0, "2019-07-01", nil, hours: 10)]) == ["same": 1, "total": 1])
        #expect(
            try counts([old, CaseBuilder.decision(0, "2019-07-02", nil, hours: 10)]) == ["ended": 1, "total": 1])
    }

    @Test func `of decisions in force at once the later made counts`() throws {
        let first = made(CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 10), "2018-12-01")
        let open = CaseBuilder.decision(0, "2020-01-01", nil, hours: 10)
        let later = made(CaseBuilder.decision(0, "2019-06-01", "2019-12-31", hours: 14), "2019-05-20")
        #expect(try counts([first, later, open]) == ["higher": 1, "total": 1])
        let earlier = made(CaseBuilder.decision(0, "2019-06-01", "2019-12-31", hours: 14), "2018-11-20")
        #expect(try counts([first, earlier, open]) == ["total": 0])
        // Corrected on the day it began: only the later made was ever in force.
        let before = CaseBuilder.decision(0, "2018-01-01", "2018-12-31", hours: 12)
        let corrected = made(CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 13), "2018-12-20")
        #expect(try counts([before, first, corrected, open]) == ["higher": 1, "total": 1])
        #expect(try counts([before, corrected, first, open]) == ["higher": 1, "total": 1])
    }

    @Test func `hours per week, month and year are held against each other in one month`() throws {
        let year = CaseBuilder.decision(0, "2018-01-01", "2018-12-31", hours: 120, unit: .year)
        let month = CaseBuilder.decision(0, "2019-01-01", "2019-06-30", hours: 10)
        let week = CaseBuilder.decision(0, "2019-07-01", nil, hours: 70.0 / 31, unit: .week)
        // Twice, and once a person.
        #expect(try counts([year, month, week]) == ["same": 1, "total": 1])
    }

    @Test func `who ends one service and begins another has moved`() throws {
        let old = CaseBuilder.decision(0, "2018-06-01", "2019-05-31", hours: 10)
        let other = CaseBuilder.decision(0, "2019-06-20", nil, hours: 10, service: 1, law: .lss)
        #expect(try counts([old, other]) == ["moved-service": 1, "total": 1])
        let both = CaseBuilder.decision(0, "2018-01-20", nil, hours: 10, service: 1, law: .lss)
        #expect(try counts([old, both]) == ["ended": 1, "total": 1])
    }

    @Test func `who has died or moved away is told apart where the decision says so`() throws {
        func ended(_ person: PersonIndex, _ reason: EndReason?, on day: String = "2019-05-31") -> Decision {
            var decision = CaseBuilder.decision(person, "2018-06-01", day, hours: 10)
            decision.endReason = reason
            return decision
        }
        let all = [
            ended(0, .died), ended(1, .movedAway), ended(2, .ownWish), ended(3, .other), ended(4, nil),
            // A new decision goes before what the old one says.
            ended(5, .died), CaseBuilder.decision(5, "2019-06-01", nil, hours: 10),
            // Moved to the other service, and another who is gone from both.
            ended(6, .replaced), CaseBuilder.decision(6, "2019-06-01", nil, hours: 10, service: 1, law: .lss),
        ]
        #expect(
            try counts(all) == ["same": 1, "moved-service": 1, "died-or-moved": 2, "ended": 3, "total": 7])
        // Of the last month only they are known.
        let late = [ended(0, .died, on: "2019-12-15"), ended(1, .other, on: "2019-12-15")]
        #expect(try counts(late, window: ("2019-01", "2019-12")) == ["died-or-moved": 1, "total": 1])
    }

    @Test func `an end is not told of where the data end before a new decision could have come`() throws {
        let old = CaseBuilder.decision(0, "2018-06-01", "2019-12-15", hours: 10)
        #expect(try counts([old], window: ("2019-01", "2019-12")) == ["total": 0])
        #expect(try counts([old], window: ("2019-01", "2020-01")) == ["ended": 1, "total": 1])
    }

    @Test func `a decision without a ceiling has no hours to compare, and an ended one still ends`() throws {
        let old = CaseBuilder.decision(0, "2018-06-01", "2019-05-31", hours: 10)
        let free = CaseBuilder.decision(0, "2019-06-01", "2019-08-31", hours: 0, isUnlimited: true)
        #expect(try counts([old, free]) == ["ended": 1, "total": 1])
        let refused = CaseBuilder.decision(0, "2019-06-01", nil, hours: 5, outcome: .refused)
        #expect(try counts([old, refused]) == ["ended": 1, "total": 1])
    }

    @Test func `decisions that may be changed while in force are counted apart`() throws {
        func answer(_ old: Decision, law: Law = .sol) throws -> [String: Double] {
            var old = old
            old.law = law
            let new = CaseBuilder.decision(0, "2025-10-01", nil, hours: 5)
            let data = CaseBuilder.dataset([old, new], [], window: ("2025-01", "2025-12"))
            let rows = try data.ask(.hoursChange, .inForce, by: [.change], years: 2025...2025).rows
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.key[1].code, $0.measurement.value ?? -1) })
        }
        let new = made(CaseBuilder.decision(0, "2025-08-01", nil, hours: 10), "2025-07-01")
        #expect(try answer(new) == ["lower": 1, "total": 1])
        #expect(try answer(new, law: .lss) == ["total": 0])
        #expect(try answer(made(new, "2025-06-30")) == ["total": 0])
        var ended = new
        ended.to = CaseBuilder.day("2025-09-30")
        #expect(try answer(ended) == ["total": 0])
    }

    // MARK: A naive twin

    private struct Change {
        var code: String
        var year: Int
        var difference: Hours
        var person: PersonIndex
        var service: Int
        var month: YearMonth
    }

    /// One of each person, of what became of all their decisions in a year.
    private func naive(_ data: Dataset, year: Int) -> [Change] {
        let all = naive(data).filter { $0.year == year }
        return Set(all.map(\.person)).sorted().map { person in
            let own = all.filter { $0.person == person }
            let ends = ["ended", "moved-service", "died-or-moved"]
            let goingOn = Set(own.map(\.service)).filter { service in
                let last = own.filter { $0.service == service }.reversed().max { $0.month < $1.month }!
                return !ends.contains(last.code)
            }
            var one = own[0]
            if goingOn.isEmpty {
                one.code =
                    ["died-or-moved", "moved-service"].first { code in own.contains { $0.code == code } } ?? "ended"
                one.difference = .zero
            } else {
                let counted = own.filter { goingOn.contains($0.service) && !ends.contains($0.code) }
                let sum = counted.reduce(Hours.zero) { $0 + $1.difference }
                let isSame = max(sum, .zero - sum) <= Hours(0.01)
                one.code = isSame ? "same" : sum < .zero ? "lower" : "higher"
                one.difference = isSame ? .zero : sum
            }
            return one
        }
    }

    /// By the definition, decision by decision.
    private func naive(_ data: Dataset) -> [Change] {
        let horizon = max(data.decisions.map(\.from).max()!, data.observationWindow!.upperBound.lastDay)
        func days(_ from: CivilDate, _ to: CivilDate) -> Int { Int(to.daysSince1970) - Int(from.daysSince1970) }
        func made(_ place: Int) -> CivilDate { data.decisions[place].decided ?? data.decisions[place].from }
        func lasts(_ place: Int, until day: CivilDate, gap: Int) -> Bool {
            data.decisions[place].to.map { days($0, day) <= gap } ?? true
        }
        var changes: [Change] = []
        for person in data.persons.indices {
            for service in data.services.indices {
                let own = data.decisions.indices.filter {
                    let decision = data.decisions[$0]
                    return decision.person == PersonIndex(person) && decision.service == Int16(service)
                        && decision.outcome.isGranted
                }
                var inForce: [Int] = []
                func earlier(than place: Int) -> Int? {
                    inForce.filter {
                        data.decisions[$0].from < data.decisions[place].from
                            && lasts($0, until: data.decisions[place].from, gap: 31)
                    }.max { data.decisions[$0].from < data.decisions[$1].from }
                }
                for day in Set(own.map { data.decisions[$0].from }).sorted() {
                    // The latest made of that day; of those alike the last in the file.
                    let place = own.filter { data.decisions[$0].from == day }.max { (made($0), $0) < (made($1), $1) }!
                    if let before = earlier(than: place), lasts(before, until: day, gap: 0), made(place) < made(before)
                    {
                        continue
                    }
                    inForce.append(place)
                }
                for place in inForce {
                    let decision = data.decisions[place]
                    if let before = earlier(than: place),
                        let old = rate(data.decisions[before], in: decision.from.month),
                        let new = rate(decision, in: decision.from.month)
                    {
                        let difference = new - old
                        let isSame = max(difference, .zero - difference) <= Hours(0.01)
                        changes.append(
                            Change(
                                code: isSame ? "same" : difference < .zero ? "lower" : "higher",
                                year: decision.from.year, difference: isSame ? .zero : difference,
                                person: PersonIndex(person), service: service, month: decision.from.month))
                    }
                    let isGone = decision.endReason == .died || decision.endReason == .movedAway
                    guard let end = decision.to, days(end, horizon) >= (isGone ? 0 : 31) else { continue }
                    let after = own.contains { other in
                        days(end, data.decisions[other].from) <= 31
                            && (data.decisions[other].to.map { $0 > end } ?? true)
                    }
                    if after { continue }
                    let isMoved = data.decisions.contains { other in
                        other.person == PersonIndex(person) && other.service != Int16(service)
                            && other.outcome.isGranted && abs(days(end, other.from)) <= 31
                            && (other.to.map { $0 > end } ?? true)
                    }
                    changes.append(
                        Change(
                            code: isMoved ? "moved-service" : isGone ? "died-or-moved" : "ended", year: end.year,
                            difference: .zero,
                            person: PersonIndex(person), service: service, month: end.month))
                }
            }
        }
        return changes
    }

    private func rate(_ decision: Decision, in month: YearMonth) -> Hours? {
        if decision.isUnlimited { return nil }
        switch decision.unit {
        case .month: return decision.hours
        case .week: return decision.hours.scaled(by: month.days, over: 7)
        case .year: return decision.hours.scaled(by: 1, over: 12)
        case .period:
            return decision.to.map {
                decision.hours.scaled(by: 1, over: decision.from.month.distance(to: $0.month) + 1)
            }
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `a naive twin agrees on random municipalities`(seed: UInt64) throws {
        var data = RandomMunicipality(seed: seed, persons: 60).dataset()
        var random = SeededGenerator(seed: seed + 900)
        for place in data.decisions.indices where Bool.random(using: &random) {
            data.decisions[place].decided = data.decisions[place].from.adding(
                days: Int.random(in: -200...60, using: &random))
        }
        for place in data.decisions.indices where data.decisions[place].to != nil && Bool.random(using: &random) {
            data.decisions[place].endReason = EndReason.allCases.randomElement(using: &random)
        }
        for year in 2018...2019 {
            let own = naive(data, year: year)
            let answer = try data.ask(.hoursChange, by: [.change], years: year...year)
            for row in answer.rows {
                let code = row.key[1].code
                #expect(row.measurement.value == Double(own.count { code == "total" || $0.code == code }), "\(code)")
            }
            #expect(Set(own.map(\.code)).isSubset(of: answer.rows.map { $0.key[1].code }))
            let replaced = own.filter { ["lower", "same", "higher"].contains($0.code) }
            guard !replaced.isEmpty else { continue }
            let net = replaced.reduce(Hours.zero) { $0 + $1.difference }
            func isClose(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }
            #expect(isClose(try data.value(.hoursChange, .net, year: year), net.value))
            #expect(isClose(try data.value(.hoursChange, .mean, year: year), net.value / Double(replaced.count)))
            #expect(
                isClose(
                    try data.value(.hoursChange, .quantile(0.5), year: year),
                    Quantile.type7(replaced.map(\.difference.value), at: 0.5)!))
            let lower = try #require(try data.ask(.hoursChange, .lowered, years: year...year)["\(year)"])
            #expect(lower.numerator == Double(own.count { $0.code == "lower" }))
            #expect(lower.denominator == Double(replaced.count))
            #expect(lower.persons == replaced.count)
        }
    }

    @Test(arguments: [Dimension.district, .law, .service, .sex, .age, .provider, .providerType, .month])
    func `the parts add to all`(dimension: Dimension) throws {
        let data = RandomMunicipality(seed: 91, persons: 80).dataset()
        let aspects: [Question.Aspect] = [.headline, .raisedHours, .loweredHours, .net, .inForce]
        for aspect in aspects {
            let parts = try data.ask(.hoursChange, aspect, by: [dimension])
            let sum = parts.rows.filter { $0.key[1].kind != .total }.compactMap(\.measurement.value).reduce(0, +)
            #expect(abs(sum - (try data.value(.hoursChange, aspect) ?? .nan)) < 1e-9)
        }
    }
}

/// How decisions end up.
@Suite struct OutcomeTests {
    private func decision(
        _ person: PersonIndex, _ hours: Double, of applied: Double?, _ outcome: Outcome, made: String? = "2019-02-01",
        from: String = "2019-03-01"
    ) -> Decision {
        var decision = CaseBuilder.decision(person, from, nil, hours: hours, outcome: outcome)
        decision.appliedHours = applied.map { Hours($0) }
        decision.decided = made.map(CaseBuilder.day)
        return decision
    }

    @Test func `the worked example is right`() throws {
        let data = CaseBuilder.dataset(
            [
                decision(0, 20, of: 20, .granted), decision(1, 15, of: 30, .partlyGranted),
                decision(2, 0, of: 10, .refused), decision(3, 0, of: nil, .refused),
                decision(4, 10, of: 10, .granted, made: "2018-12-31", from: "2019-01-01"),
            ], [])
        let outcomes = try data.ask(.outcomes, by: [.outcome])
        #expect(outcomes.codes.map { $0[1] } == ["granted", "partly-granted", "refused", "total"])
        #expect(outcomes.rows.map(\.measurement.value) == [1, 1, 2, 4])
        #expect(try data.value(.outcomes, .refused) == 0.5)
        #expect(abs((try data.value(.outcomes, .ofApplied) ?? 0) - 35.0 / 60) < 1e-12)
        #expect(try data.value(.outcomes, .appliedKnown) == 0.75)
        #expect(try data.value(.outcomes, year: 2018) == 1)
    }

    @Test func `a decision without a date is made when it begins`() throws {
        let data = CaseBuilder.dataset(
            [decision(0, 20, of: 20, .granted, made: nil, from: "2020-01-01")], [])
        #expect(try data.value(.outcomes, year: 2020) == 1)
        #expect(try data.value(.outcomes, year: 2019) == 0)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a naive twin agrees on random municipalities`(seed: UInt64) throws {
        var data = RandomMunicipality(seed: seed, persons: 60).dataset()
        var random = SeededGenerator(seed: seed + 300)
        for place in data.decisions.indices where Bool.random(using: &random) {
            data.decisions[place].appliedHours = Hours(Double(Int.random(in: 1...60, using: &random)))
            data.decisions[place].decided = data.decisions[place].from.adding(
                days: Int.random(in: -90...90, using: &random))
        }
        for year in 2018...2019 {
            let made = data.decisions.filter { ($0.decided ?? $0.from).year == year }
            let rows = try data.ask(.outcomes, by: [.outcome, .law], years: year...year).rows
            for (code, outcome) in [("granted", Outcome.granted), ("refused", .refused)] {
                for law in Law.allCases {
                    let number = rows.first { $0.key[1].code == code && $0.key[2].code == law.rawValue }?.measurement
                    let own = made.filter { $0.outcome == outcome && $0.law == law }
                    #expect((number?.value ?? 0) == Double(own.count))
                    #expect((number?.persons ?? 0) == Set(own.map(\.person)).count)
                }
            }
            let refused = try #require(try data.ask(.outcomes, .refused, years: year...year)["\(year)"])
            #expect(refused.numerator == Double(made.count { $0.outcome == .refused }))
            #expect(refused.denominator == Double(made.count))
            let known = try #require(try data.ask(.outcomes, .appliedKnown, years: year...year)["\(year)"])
            #expect(known.numerator == Double(made.count { $0.appliedHours != nil }))
        }
    }
}
