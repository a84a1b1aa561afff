// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@Suite struct GrantedHoursTests {
    private func months(
        _ decisions: [Decision], proRating: ProRating = .days, years: ClosedRange<Int> = 2019...2019
    ) throws -> [Double] {
        var settings = MeasureSettings()
        settings.proRating = proRating
        return try CaseBuilder.dataset(decisions, [], window: nil)
            .ask(.grantedHours, by: [.month], years: years, settings: settings)
            .rows.map { $0.measurement.value ?? .nan }
    }

    @Test func `a decision from the 17th of March grants its share of March's days`() throws {
        let hours = try months([CaseBuilder.decision(0, "2019-03-17", "2019-05-10", hours: 10)])
        #expect(hours[1] == 0)
        #expect(hours[2] == Hours(10).scaled(by: 15, over: 31).value)
        #expect(hours[3] == 10)
        #expect(hours[4] == Hours(10).scaled(by: 10, over: 31).value)
        #expect(hours[5] == 0)
    }

    @Test func `a month touched counts whole, or only when wholly inside, as the setting says`() throws {
        let decision = CaseBuilder.decision(0, "2019-03-17", "2019-05-10", hours: 10)
        #expect(Array(try months([decision], proRating: .whole)[1...5]) == [0, 10, 10, 10, 0])
        #expect(Array(try months([decision], proRating: .none)[1...5]) == [0, 0, 10, 0, 0])
    }

    @Test func `the first and the last day are both inside`() throws {
        let day = try months([CaseBuilder.decision(0, "2019-06-30", "2019-06-30", hours: 30)])
        #expect(day[5] == 1)
        #expect(day[4] == 0 && day[6] == 0)
    }

    @Test func `hours per week, year and period become hours per month`() throws {
        let week = try months([CaseBuilder.decision(0, "2019-01-01", nil, hours: 7, unit: .week)])
        #expect(week[0] == 31 && week[1] == 28 && week[3] == 30)
        let year = try months([CaseBuilder.decision(0, "2019-01-01", nil, hours: 120, unit: .year)])
        #expect(year == [Double](repeating: 10, count: 12))
        let period = try months([CaseBuilder.decision(0, "2019-02-01", "2019-04-30", hours: 30, unit: .period)])
        #expect(Array(period[0...4]) == [0, 10, 10, 10, 0])
        let short = try months([CaseBuilder.decision(0, "2019-01-16", "2019-02-28", hours: 62, unit: .period)])
        #expect(Array(short[0...2]) == [16, 31, 0])
    }

    @Test func `hours per period without an end cannot be told to months`() throws {
        let decision = CaseBuilder.decision(0, "2019-02-01", nil, hours: 30, unit: .period)
        #expect(try months([decision]) == [Double](repeating: 0, count: 12))
        let data = CaseBuilder.dataset([decision], [])
        #expect(try data.value(.persons) == 1)
    }

    @Test func `an open end runs on, into years after it too`() throws {
        let decision = CaseBuilder.decision(0, "2015-05-01", nil, hours: 10)
        #expect(try months([decision]) == [Double](repeating: 10, count: 12))
        #expect(try months([decision], years: 2030...2030).reduce(0, +) == 120)
        #expect(try months([decision], years: 2014...2014).reduce(0, +) == 0)
    }

    @Test func `parallel decisions add, and refusals grant nothing`() throws {
        let hours = try months([
            CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 10),
            CaseBuilder.decision(0, "2019-04-01", "2019-06-30", hours: 5, outcome: .partlyGranted),
            CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 40, outcome: .refused),
        ])
        #expect(Array(hours[2...6]) == [10, 15, 15, 15, 10])
    }

    @Test func `a month without a ceiling has no granted hours`() throws {
        let hours = try months([
            CaseBuilder.decision(0, "2019-01-01", "2019-03-15", hours: 10),
            CaseBuilder.decision(0, "2019-03-16", "2019-12-31", hours: 0, isUnlimited: true),
        ])
        #expect(Array(hours[0...3]) == [10, 10, 0, 0])
    }

    @Test func `mean, median and quartiles stand on person-months, the quantiles on full ones`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-02-28", hours: 10),
                CaseBuilder.decision(1, "2019-01-01", "2019-01-31", hours: 20),
                // 15 of 30 days: a person-month, not a full one.
                CaseBuilder.decision(2, "2019-04-01", "2019-04-15", hours: 60),
                // Two decisions fill a month between them.
                CaseBuilder.decision(3, "2019-06-01", "2019-06-10", hours: 30),
                CaseBuilder.decision(3, "2019-06-11", "2019-06-30", hours: 30),
            ], [])
        let mean = try #require(try data.ask(.grantedHours, .mean)["2019"])
        #expect(mean.value == 20)
        #expect(mean.denominator == 5 && mean.persons == 4)
        let median = try #require(try data.ask(.grantedHours, .quantile(0.5))["2019"])
        #expect(median.value == 15)
        #expect(median.persons == 3)
        #expect(try data.value(.grantedHours, .quantile(0.25)) == 10)
        #expect(try data.value(.grantedHours, .quantile(0.75)) == 22.5)
    }

    @Test func `decisions valid at year end fall in classes of hours a month`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", nil, hours: 9.9),
                CaseBuilder.decision(1, "2019-01-01", "2019-12-31", hours: 10),
                CaseBuilder.decision(1, "2019-05-01", "2020-12-31", hours: 40),
                CaseBuilder.decision(2, "2019-01-01", "2019-12-30", hours: 20),
                CaseBuilder.decision(3, "2019-12-31", nil, hours: 0, isUnlimited: true),
                CaseBuilder.decision(4, "2019-01-01", nil, hours: 0.5),
                CaseBuilder.decision(5, "2019-01-01", nil, hours: 7, unit: .week),
            ], [])
        let classes = try data.ask(.grantedHours, .decisions, by: [.hourClass])
        #expect(classes.codes.map { $0[1] } == ["<1", "1-9", "10-19", "20-39", "40+", "unlimited", "total"])
        #expect(classes.rows.map { $0.measurement.value } == [1, 1, 1, 1, 1, 1, 6])
        #expect(classes["total"]?.persons == 5)
        #expect(classes["total"]?.unit == .decisions)
    }

    @Test func `a sum tells who it comes from`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 10),
                CaseBuilder.decision(1, "2019-01-01", "2019-12-31", hours: 30),
                CaseBuilder.decision(2, "2019-01-01", "2019-06-30", hours: 15),
            ], [])
        let sum = try #require(try data.ask(.grantedHours)["2019"])
        #expect(sum.value == 570 && sum.persons == 3)
        let from = try #require(sum.numeratorContributions)
        #expect(from.total == 570 && from.largest == 360 && from.second == 120 && from.persons == 3)
    }

    @Test func `decisions without a performed hour are counted where hours could be seen`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 10),
                CaseBuilder.decision(1, "2019-01-01", "2019-12-31", hours: 10),
                CaseBuilder.decision(2, "2019-01-01", "2019-03-31", hours: 10),
                // After the last month of the visit files nothing can be said.
                CaseBuilder.decision(3, "2019-11-01", "2019-12-31", hours: 10),
            ],
            CaseBuilder.performed(0, from: "2019-05", [4]) + CaseBuilder.performed(2, from: "2019-05", [4]),
            window: ("2019-01", "2019-10"))
        let unused = try #require(try data.ask(.grantedHours, .withoutPerformed)["2019"])
        #expect(unused.value == 2 && unused.unit == .decisions)
    }

    @Test func `hours per person are the mean of the persons' own, with their error`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 10),
                CaseBuilder.decision(1, "2019-01-01", "2019-12-31", hours: 30),
                CaseBuilder.decision(2, "2019-01-01", "2019-06-30", hours: 15, district: 1),
                // No hours are granted without a ceiling: the person is in no mean of hours.
                CaseBuilder.decision(3, "2019-01-01", "2019-12-31", hours: 0, isUnlimited: true),
            ], [])
        let mean = try #require(try data.ask(.grantedHours, .perPerson)["2019"])
        #expect(mean.value == 190 && mean.persons == 3 && mean.numerator == 570 && mean.denominator == 3)
        // The standard error of a mean: s ÷ √n over 120, 360 and 90.
        let squares = [120.0, 360, 90].map { ($0 - 190) * ($0 - 190) }.reduce(0, +)
        #expect(abs(mean.standardError! - (squares / 2 / 3).squareRoot()) < 1e-9)
        #expect(mean.degreesOfFreedom == 2)
        let boards = try data.ask(.grantedHours, .perPerson, by: [.district])
        #expect(boards["Farsta"]?.value == 240 && boards["Skarpnäck"]?.value == 90)
        let comparison = try Tabulator(data).material(
            for: Question(.grantedHours, .perPerson, years: 2019...2019), comparing: .district
        ).compare(draws: 100) { _, _ in .valueAndPersons }
        #expect(comparison.groups.map(\.value) == [240, 90])
        #expect(comparison.target == 190)
        #expect(throws: QuestionError.notBrokenDown(.grantedHours, .month)) {
            try data.ask(.grantedHours, .perPerson, by: [.month])
        }
    }
}
