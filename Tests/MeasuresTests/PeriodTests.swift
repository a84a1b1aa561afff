// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import TestSupport
import Terms
import Testing

/// When in the period hours are used, whether they lapse, and whether they suffice.
@Suite struct PeriodTests {
    private func dataset(_ used: [Double], from: String = "2019-01", granted: Double = 10) -> Dataset {
        let first = CaseBuilder.month(from)
        return CaseBuilder.dataset(
            [
                CaseBuilder.decision(
                    0, "\(first)-01", "\(first.advanced(by: used.count - 1).lastDay)", hours: granted)
            ], CaseBuilder.performed(from: from, used))
    }

    struct Worked: Sendable, CustomTestStringConvertible {
        let used: [Double]
        let lapsed: Double
        let overrun: Double?
        let profile: [Double]?
        var testDescription: String { "u = \(used)" }
    }

    @Test(arguments: [
        Worked(used: [4, 4, 4], lapsed: 0.6, overrun: 0, profile: [1.0 / 3, 1.0 / 3, 1.0 / 3]),
        Worked(used: [14, 14, 14], lapsed: 0, overrun: 12.0 / 42, profile: [1.0 / 3, 1.0 / 3, 1.0 / 3]),
        Worked(used: [2, 16, 12], lapsed: 0, overrun: 0, profile: [2.0 / 30, 16.0 / 30, 12.0 / 30]),
        Worked(used: [10.4, 9, 10], lapsed: 0.6 / 30, overrun: 0, profile: [10.4 / 29.4, 9 / 29.4, 10 / 29.4]),
        Worked(used: [0, 0, 0], lapsed: 1, overrun: nil, profile: nil),
    ]) func `a period of ten hours a month is as the worked cases say`(worked: Worked) throws {
        let data = dataset(worked.used)
        func isClose(_ a: Double?, _ b: Double?) -> Bool {
            guard let a, let b else { return a == nil && b == nil }
            return abs(a - b) < 1e-12
        }
        #expect(isClose(try data.value(.lapsedHours), worked.lapsed))
        #expect(isClose(try data.value(.overrun), worked.overrun))
        let profile = try data.ask(.periodProfile, by: [.periodMonth])
        #expect(profile.codes == [["2019", "1"], ["2019", "2"], ["2019", "3"]])
        for (place, row) in profile.rows.enumerated() {
            #expect(isClose(row.measurement.value, worked.profile?[place]))
        }
    }

    @Test func `only complete periods lapse, in the year and month they end`() throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2018-11-01", "2019-05-31", hours: 10)],
            CaseBuilder.performed(from: "2018-11", [1, 2, 3, 10, 10, 10, 0]), window: ("2018-11", "2019-12"))
        // November to January, February to April; May is left.
        let year = try data.ask(.lapsedHours, years: 2018...2019)
        #expect(year["2018"]?.value == nil)
        #expect(year["2019"]?.numerator == 24)
        #expect(year["2019"]?.denominator == 60)
        let months = try data.ask(.lapsedHours, by: [.month])
        #expect(months["2019-01"]?.value == 0.8)
        #expect(months["2019-04"]?.value == 0)
        #expect(months["2019-05"]?.value == nil)
        var calendar = MeasureSettings()
        calendar.anchor = .calendar
        // January to March alone.
        #expect(try data.value(.lapsedHours, settings: calendar) == 7.0 / 30)
        #expect(try data.ask(.lapsedHours, settings: calendar).definition.id == "lapsed-hours calendar/3")
    }

    @Test(arguments: [(1, 18.0), (3, 8.0), (6, 0.0), (12, nil)] as [(Int, Double?)])
    func `a period may be of one, three, six or twelve months`(months: Int, lapsed: Double?) throws {
        var settings = MeasureSettings()
        settings.periodMonths = months
        let data = dataset([4, 8, 10, 16, 12, 10])
        let answer = try data.ask(.lapsedHours, settings: settings)["2019"]
        #expect(answer?.numerator == (months == 1 ? 8 : lapsed))
        let profile = try data.ask(.periodProfile, by: [.periodMonth], settings: settings)
        #expect(profile.rows.count == (lapsed == nil ? 0 : months))
    }

    @Test func `hours of months before a visit was possible have not begun`() throws {
        var data = dataset([0, 0, 12])
        #expect(try data.value(.lapsedHours) == 0.6)
        #expect(try data.value(.lapsedHours, .notBegun) == 0)
        data.decisions[0].decided = CaseBuilder.day("2019-02-20")
        // January's ten hours of the eighteen that were not used.
        #expect(try data.ask(.lapsedHours)["2019"]?.numerator == 8)
        #expect(try data.ask(.lapsedHours, .notBegun)["2019"]?.numerator == 10)
        data.decisions[0].decided = CaseBuilder.day("2019-03-20")
        #expect(try data.ask(.lapsedHours)["2019"]?.numerator == 0)
        #expect(try data.ask(.lapsedHours, .notBegun)["2019"]?.numerator == 18)
        // A visit shows that it was possible.
        data.performed = CaseBuilder.performed(from: "2019-01", [0, 2, 10])
        #expect(try data.ask(.lapsedHours, .notBegun)["2019"]?.numerator == 10)
        #expect(try data.ask(.lapsedHours)["2019"]?.numerator == 8)
        // A renewal that was decided late does not stop the visits of who has the service already.
        data.decisions[0].decided = CaseBuilder.day("2018-12-20")
        data.decisions[0].to = CaseBuilder.day("2019-01-31")
        data.decisions.append(CaseBuilder.decision(0, "2019-02-01", "2019-03-31", hours: 10))
        data.decisions[1].decided = CaseBuilder.day("2019-03-20")
        #expect(try data.value(.lapsedHours, .notBegun) == 0)
    }

    @Test func `hours of registered absence are counted for themselves, and none registered is no zero`() throws {
        var data = dataset([4, 4, 4])
        let none = try #require(try data.ask(.lapsedHours, .absent)["2019"])
        #expect(none.value == nil && none.notDefined != nil)
        data.absences = [Absence(person: 0, from: CaseBuilder.day("2019-03-01"), to: nil)]
        #expect(try data.ask(.lapsedHours, .absent)["2019"]?.numerator == 10)
        #expect(try data.ask(.lapsedHours)["2019"]?.numerator == 8)
        // Days count once, and only as many hours as were left.
        data.absences = [
            Absence(person: 0, from: CaseBuilder.day("2018-01-01"), to: CaseBuilder.day("2019-02-14")),
            Absence(person: 0, from: CaseBuilder.day("2019-02-08"), to: CaseBuilder.day("2019-02-14")),
        ]
        #expect(try data.ask(.lapsedHours, .absent)["2019"]?.numerator == 15)
        #expect(try data.ask(.lapsedHours)["2019"]?.numerator == 3)
        data.absences = [Absence(person: 0, from: CaseBuilder.day("2019-01-01"), to: nil)]
        #expect(try data.ask(.lapsedHours, .absent)["2019"]?.numerator == 18)
        #expect(try data.value(.lapsedHours) == 0)
    }

    @Test func `who lapses more than half does so in every complete period`() throws {
        let data = CaseBuilder.dataset(
            (0..<4).map { CaseBuilder.decision($0, "2019-01-01", "2019-06-30", hours: 10) },
            CaseBuilder.performed(0, from: "2019-01", [4, 4, 4, 0, 0, 0])
                + CaseBuilder.performed(1, from: "2019-01", [4, 4, 4, 5, 5, 5])
                + CaseBuilder.performed(2, from: "2019-01", [10, 10, 9.5, 10, 0, 0])
                + CaseBuilder.performed(3, from: "2019-01", [10, 10, 9.4, 10, 10, 9.4]))
        let over = try #require(try data.ask(.lapsedHours, .overHalf)["2019"])
        #expect(over.numerator == 1 && over.denominator == 4)
        // The tolerance is half an hour; half of the periods is enough.
        let ceiling = try #require(try data.ask(.overrun, .atCeiling)["2019"])
        #expect(ceiling.numerator == 1 && ceiling.denominator == 4)
        var settings = MeasureSettings()
        settings.tolerance = Hours(0.6)
        #expect(try data.ask(.overrun, .atCeiling, settings: settings)["2019"]?.numerator == 2)
    }

    @Test func `hours that pile up in a month are told from chance`() throws {
        let many = CaseBuilder.dataset(
            (0..<20).map { CaseBuilder.decision($0, "2019-01-01", "2019-03-31", hours: 10) },
            (0..<20).flatMap { CaseBuilder.performed($0, from: "2019-01", [1, 10, 16 + Double($0)]) })
        let profile = try many.ask(.periodProfile, by: [.periodMonth])
        #expect(profile.definition.words.areTested)
        let tests = profile.rows.map(\.measurement.test)
        #expect((tests[2]?.p ?? 1) < 0.01 && (tests[2]?.adjustedP ?? 1) < 0.01)
        #expect((tests[2]?.p ?? 0) <= (tests[2]?.adjustedP ?? 1))
        let even = CaseBuilder.dataset(
            (0..<2).map { CaseBuilder.decision($0, "2019-01-01", "2019-03-31", hours: 10) },
            CaseBuilder.performed(0, from: "2019-01", [4, 8, 6]) + CaseBuilder.performed(1, from: "2019-01", [8, 4, 6]))
        let balanced = try even.ask(.periodProfile, by: [.periodMonth])
        #expect(balanced["2019", "1"]?.test?.p == 1)
        // Nobody deviates in the third month.
        #expect(balanced["2019", "3"]?.test == nil)
    }

    @Test func `the profile is always told by month`() throws {
        let data = dataset([4, 4, 4])
        #expect(throws: QuestionError.needsBreakdown(.periodProfile, .periodMonth)) { try data.ask(.periodProfile) }
        #expect(throws: QuestionError.notBrokenDown(.lapsedHours, .periodMonth)) {
            try data.ask(.lapsedHours, by: [.periodMonth])
        }
    }

    // MARK: A naive twin

    /// The same by the plainest of means: a calendar of each person and service.
    private struct Naive {
        struct Total {
            var granted = Hours.zero
            var performed = Hours.zero
            var lapsed = Hours.zero
            var notBegun = Hours.zero
            var absent = Hours.zero
            var overrun = Hours.zero
            var months: [Int: Hours] = [:]
            var lapsesAlways: [PersonIndex: Bool] = [:]
            var atCeiling: [PersonIndex: [Bool]] = [:]
        }
        var byYear: [Int: Total] = [:]

        init(_ data: Dataset, _ settings: MeasureSettings) {
            let window = data.observationWindow!
            for person in data.persons.indices {
                for service in data.services.indices {
                    add(PersonIndex(person), Int16(service), data, settings, window)
                }
            }
        }

        private mutating func add(
            _ person: PersonIndex, _ service: Int16, _ data: Dataset, _ settings: MeasureSettings,
            _ window: ClosedRange<YearMonth>
        ) {
            let decisions = data.decisions.filter {
                $0.person == person && $0.service == service && $0.outcome.isGranted
            }
            if decisions.isEmpty { return }
            let all = YearMonth(year: 2016, month: 1)...YearMonth(year: 2021, month: 12)
            func days(of month: YearMonth, in from: CivilDate, _ to: CivilDate?) -> Set<Int> {
                Set(
                    (1...month.days).filter { day in
                        let date = CivilDate(year: month.year, month: month.month, day: day)!
                        return from <= date && (to.map { date <= $0 } ?? true)
                    })
            }
            func granting(_ month: YearMonth) -> [Decision] {
                let touching = decisions.filter { !days(of: month, in: $0.from, $0.to).isEmpty }
                return touching.contains(where: \.isUnlimited) ? [] : touching
            }
            func computed(_ month: YearMonth) -> Hours {
                granting(month).reduce(.zero) { sum, decision in
                    let inside = days(of: month, in: decision.from, decision.to).count
                    switch decision.unit {
                    case .month: return sum + decision.hours.scaled(by: inside, over: month.days)
                    case .week: return sum + decision.hours.scaled(by: inside, over: 7)
                    case .year: return sum + decision.hours.scaled(by: inside, over: 12 * month.days)
                    case .period:
                        guard let to = decision.to else { return sum }
                        let length = decision.from.month.distance(to: to.month) + 1
                        return sum + decision.hours.scaled(by: inside, over: length * month.days)
                    }
                }
            }
            let granted = Dictionary(uniqueKeysWithValues: all.map { ($0, computed($0)) })
            func b(_ month: YearMonth) -> Hours { granted[month] ?? .zero }
            func u(_ month: YearMonth) -> Hours {
                data.performed.filter { $0.person == person && $0.service == service && $0.month == month }
                    .reduce(.zero) { $0 + $1.hours }
            }
            func absent(_ month: YearMonth) -> Hours {
                let away = data.absences.filter { $0.person == person }.reduce(Set<Int>()) {
                    $0.union(days(of: month, in: $1.from, $1.to))
                }
                let inside = granting(month).filter { $0.unit != .period || $0.to != nil }.reduce(Set<Int>()) {
                    $0.union(days(of: month, in: $1.from, $1.to))
                }
                return away.isDisjoint(with: inside)
                    ? .zero : b(month).scaled(by: away.intersection(inside).count, over: inside.count)
            }
            for first in all where first.advanced(by: settings.periodMonths - 1) <= all.upperBound {
                let months = first...first.advanced(by: settings.periodMonths - 1)
                guard months.allSatisfy({ b($0) > .zero && window.contains($0) }) else { continue }
                var start = first
                while b(start.advanced(by: -1)) > .zero { start = start.advanced(by: -1) }
                let offset = settings.anchor == .spell ? start.distance(to: first) : Int(first.index)
                guard offset % settings.periodMonths == 0 else { continue }
                let year = months.upperBound.year
                let (granted, performed) = (
                    months.reduce(Hours.zero) { $0 + b($1) }, months.reduce(Hours.zero) { $0 + u($1) }
                )
                let rest = max(.zero, granted - performed)
                let made = decisions.filter {
                    $0.from.month <= months.upperBound && ($0.to.map { $0.month >= start } ?? true)
                }.map { max($0.from, $0.decided ?? $0.from, $0.executed ?? $0.from).month }.min()!
                let begun = min(made, months.first { u($0) > .zero } ?? made)
                let before = months.filter { $0 < begun }.reduce(Hours.zero) { $0 + b($1) }
                let away = months.filter { $0 >= begun }.reduce(Hours.zero) { $0 + absent($1) }
                let notBegun = min(rest, before)
                let ofAbsence = min(rest - notBegun, away)
                let lapsed = rest - notBegun - ofAbsence
                var total = byYear[year] ?? Total()
                total.granted += granted
                total.performed += performed
                total.lapsed += lapsed
                total.notBegun += notBegun
                total.absent += ofAbsence
                total.overrun += max(.zero, performed - granted)
                for (place, month) in months.enumerated() { total.months[place, default: .zero] += u(month) }
                total.lapsesAlways[person] = (total.lapsesAlways[person] ?? true) && lapsed + lapsed > granted
                total.atCeiling[person, default: []].append(performed >= granted - settings.tolerance)
                byYear[year] = total
            }
        }
    }

    @Test(arguments: [(1, 3), (2, 3), (3, 1), (4, 6), (5, 3), (6, 12)] as [(UInt64, Int)])
    func `a naive twin agrees on random municipalities`(seed: UInt64, months: Int) throws {
        var data = RandomMunicipality(seed: seed, persons: 25).dataset()
        var random = SeededGenerator(seed: seed + 500)
        for place in data.decisions.indices where Bool.random(using: &random) {
            data.decisions[place].decided = data.decisions[place].from.adding(
                days: Int.random(in: -60...120, using: &random))
        }
        for place in data.decisions.indices where Int.random(in: 0...2, using: &random) == 0 {
            data.decisions[place].executed = data.decisions[place].from.adding(
                days: Int.random(in: 0...90, using: &random))
        }
        data.absences = (0..<20).map { _ in
            let from = CaseBuilder.day("2018-01-01").adding(days: Int.random(in: 0...700, using: &random))
            return Absence(
                person: PersonIndex.random(in: 0..<25, using: &random), from: from,
                to: Bool.random(using: &random) ? from.adding(days: Int.random(in: 0...90, using: &random)) : nil)
        }
        var settings = MeasureSettings()
        settings.periodMonths = months
        for anchor in MeasureSettings.Anchor.allCases {
            settings.anchor = anchor
            let naive = Naive(data, settings)
            for year in [2018, 2019] {
                let own = naive.byYear[year] ?? Naive.Total()
                func number(
                    _ measure: MeasureName, _ aspect: Question.Aspect = .headline, by dimensions: [Dimension] = [],
                    _ codes: String = ""
                ) throws -> Measurement? {
                    let answer = try data.ask(
                        measure, aspect, by: dimensions, years: year...year, settings: settings)
                    return dimensions.isEmpty ? answer["\(year)"] : answer["\(year)", codes]
                }
                let lapsed = try number(.lapsedHours)
                #expect((lapsed?.value == nil) == (own.granted == .zero))
                if own.granted > .zero {
                    #expect(lapsed?.numerator == own.lapsed.value && lapsed?.denominator == own.granted.value)
                    #expect(try number(.lapsedHours, .notBegun)?.numerator == own.notBegun.value)
                    #expect(try number(.lapsedHours, .absent)?.numerator == own.absent.value)
                    let over = try number(.lapsedHours, .overHalf)
                    #expect(over?.denominator == Double(own.lapsesAlways.count))
                    #expect(over?.numerator == Double(own.lapsesAlways.values.count { $0 }))
                    let ceiling = try number(.overrun, .atCeiling)
                    #expect(
                        ceiling?.numerator
                            == Double(own.atCeiling.values.count { 2 * $0.count { $0 } >= $0.count }))
                }
                if own.performed > .zero {
                    let overrun = try number(.overrun)
                    #expect(overrun?.numerator == own.overrun.value && overrun?.denominator == own.performed.value)
                    for (place, hours) in own.months {
                        let month = try number(.periodProfile, by: [.periodMonth], "\(place + 1)")
                        #expect(month?.numerator == hours.value && month?.denominator == own.performed.value)
                    }
                }
            }
        }
    }

    @Test(arguments: [Dimension.district, .law, .service, .sex, .age, .provider, .month])
    func `hours of the parts add to all, and become something in each`(dimension: Dimension) throws {
        var data = RandomMunicipality(seed: 77).dataset()
        data.absences = (0..<10).map { Absence(person: $0, from: CaseBuilder.day("2019-03-01"), to: nil) }
        let aspects: [(MeasureName, Question.Aspect)] = [
            (.lapsedHours, .headline), (.lapsedHours, .notBegun), (.lapsedHours, .absent), (.overrun, .headline),
        ]
        var byCode: [String: [Double]] = [:]
        for (measure, aspect) in aspects {
            let parts = try data.ask(measure, aspect, by: [dimension])
            let all = try data.ask(measure, aspect)["2019"]
            let sum = parts.rows.filter { $0.key[1].kind != .total }.compactMap(\.measurement.numerator).reduce(0, +)
            #expect(abs(sum - (all?.numerator ?? 0)) < 1e-6)
            for row in parts.rows {
                let number = row.measurement
                byCode[row.key[1].code, default: []] += [number.numerator ?? 0, number.denominator ?? 0]
            }
        }
        for (code, hours) in byCode {
            // B − U = lapsed + not begun + absent − overrun.
            let left = hours[0] + hours[2] + hours[4] - hours[6]
            #expect(abs(hours[1] - hours[7] - left) < 1e-6, "\(code)")
        }
    }
}
