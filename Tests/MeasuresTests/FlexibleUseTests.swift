// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@Suite struct FlexibleUseTests {
    private func share(
        _ data: Dataset, _ denominator: String = "granted", anchor: String = "spell",
        definition: String = "moved-hours", year: Int = 2019
    ) throws -> Measurement? {
        try data.ask(
            .flexibleUse, .flexible(definition: definition, denominator: denominator, anchor: anchor),
            years: year...year
        ).rows.first?.measurement
    }

    @Test func `a renewal without a gap continues the spell, a gap begins a new one`() throws {
        // Counted from February the second period is May–July, whose 30 hours suffice. Without March a new spell begins
        // in April, and July–August has 20.
        let used = CaseBuilder.performed(0, from: "2019-05", [0, 0, 25])
        let renewed = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-02-01", "2019-03-31", hours: 10),
                CaseBuilder.decision(0, "2019-04-01", "2019-08-31", hours: 10),
            ], used)
        #expect(try share(renewed)?.value == 1)
        let gap = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-02-01", "2019-02-28", hours: 10),
                CaseBuilder.decision(0, "2019-04-01", "2019-08-31", hours: 10),
            ], used)
        #expect(try share(gap)?.value == 0)
    }

    @Test func `calendar periods are quarters`() throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2019-02-01", "2019-07-31", hours: 10)],
            CaseBuilder.performed(0, from: "2019-04", [18, 0]))
        // From February: April is the last month of a period whose hours suffice. By quarter: the first of one.
        #expect(try share(data)?.value == 1)
        #expect(try share(data, anchor: "calendar")?.value == 1)
        let early = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2019-02-01", "2019-07-31", hours: 10)],
            CaseBuilder.performed(0, from: "2019-02", [10, 10, 18, 0, 0]))
        #expect(try share(early)?.value == 0)
        #expect(try share(early, anchor: "calendar")?.value == 1)
    }

    @Test func `a period across new year is judged whole, and its months belong to their own years`() throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2018-11-01", "2019-01-31", hours: 10)],
            CaseBuilder.performed(0, from: "2018-11", [0, 0, 30]), window: ("2018-01", "2019-12"))
        #expect(try share(data, year: 2018)?.value == 0)
        #expect(try share(data, year: 2019)?.value == 1)
        #expect(try share(data, "complete-period", year: 2018)?.denominator == 1)
        #expect(try share(data, "complete-period", year: 2019)?.denominator == 1)
    }

    @Test func `the anchor comes from decisions long before the observed time`() throws {
        // A spell from 2010-02: its periods begin in February, May, August and November.
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2010-02-01", nil, hours: 10)],
            CaseBuilder.performed(0, from: "2019-02", [0, 0, 30, 10, 10]))
        #expect(try share(data)?.value == 1)
        #expect(try share(data, anchor: "calendar")?.value == 0)
    }

    @Test func `an incomplete period at the end is judged by the months it has`() throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2019-01-01", "2019-05-31", hours: 10)],
            CaseBuilder.performed(0, from: "2019-04", [4, 16]))
        #expect(try share(data)?.value == 1)
        let short = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2019-01-01", "2019-02-28", hours: 10)],
            CaseBuilder.performed(0, from: "2019-01", [4, 16]))
        #expect(try share(short)?.value == 1)
        #expect(try share(short, "complete-period")?.value == nil)
    }

    @Test func `months outside the window neither pay for others nor make a period complete`() throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2018-11-01", "2019-04-30", hours: 10)],
            CaseBuilder.performed(0, from: "2019-01", [20, 0, 5, 16]), window: ("2019-01", "2019-12"))
        // November–January has only January inside the window: 20 of 10 hours. February–April: 21 of 30.
        #expect(try share(data)?.value == 1)
        #expect(try share(data, definition: "moved-hours-or-overrun")?.value == 1)
        #expect(try share(data, "complete-period")?.denominator == 1)
        let cut = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2018-11-01", "2019-01-31", hours: 10)],
            CaseBuilder.performed(0, from: "2019-01", [20]), window: ("2019-01", "2019-12"))
        #expect(try share(cut)?.value == 0)
        #expect(try share(cut, definition: "moved-hours-or-overrun")?.value == 1)
        #expect(try share(cut, "complete-period")?.denominator == nil)
    }

    @Test func `denominators narrow from decisions to use to complete periods`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-03-31", hours: 10),
                CaseBuilder.decision(1, "2019-01-01", "2019-03-31", hours: 10),
                CaseBuilder.decision(2, "2019-01-01", "2019-02-28", hours: 10),
                CaseBuilder.decision(3, "2019-01-01", "2019-02-28", hours: 10),
            ],
            CaseBuilder.performed(0, from: "2019-01", [2, 16, 12])
                + CaseBuilder.performed(2, from: "2019-01", [2, 16])
                // After the decision: hours, but none that flexible use can see.
                + CaseBuilder.performed(3, from: "2019-05", [6]))
        let all = try #require(try share(data))
        #expect(all.numerator == 2 && all.denominator == 4)
        let used = try #require(try share(data, "performed"))
        #expect(used.numerator == 2 && used.denominator == 2)
        let complete = try #require(try share(data, "complete-period"))
        #expect(complete.numerator == 1 && complete.denominator == 2)
    }

    @Test func `persons without a ceiling are left out and counted, and with the rest make up all`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 10),
                CaseBuilder.decision(1, "2019-01-01", "2019-06-30", hours: 10),
                CaseBuilder.decision(1, "2019-07-01", nil, hours: 0, district: 1, isUnlimited: true),
                CaseBuilder.decision(2, "2019-01-01", "2019-12-31", hours: 0, isUnlimited: true),
            ], CaseBuilder.performed(1, from: "2019-01", [2, 16, 12]))
        let answer = try data.ask(.flexibleUse, by: [.district])
        #expect(answer["total"]?.denominator == 1 && answer["total"]?.value == 0)
        #expect(answer.notes.contains { $0.english.contains("no hour ceiling") })
        let unlimited = try data.ask(.flexibleUse, .unlimited, by: [.district])
        #expect(unlimited["total"]?.value == 2)
        let persons = try data.ask(.persons, by: [.district])
        for row in persons.rows {
            let district = row.key[1].code
            let sum = (unlimited[district]?.value ?? 0) + (answer[district]?.denominator ?? 0)
            #expect(row.measurement.value == sum, "\(district)")
        }
        // In 2018 nobody was without a ceiling, in 2020 one still is.
        #expect(
            try data.ask(.flexibleUse, .unlimited, years: 2018...2020).rows.map { $0.measurement.value } == [0, 2, 1])
    }

    @Test func `services are judged apart, and a person is flexible in any`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-03-31", hours: 10),
                CaseBuilder.decision(0, "2019-01-01", "2019-03-31", hours: 10, service: 1, law: .lss),
            ],
            CaseBuilder.performed(0, from: "2019-01", [2, 16, 12])
                + CaseBuilder.performed(0, from: "2019-01", [10, 10, 10], service: 1))
        let answer = try data.ask(.flexibleUse, by: [.service])
        #expect(answer["Ledsagning"]?.value == 1)
        #expect(answer["Ledsagarservice"]?.value == 0)
        #expect(answer["total"]?.value == 1 && answer["total"]?.denominator == 1)
    }

    @Test func `the shifted share is per person, its total over all`() throws {
        let data = CaseBuilder.dataset(
            (0...2).map { CaseBuilder.decision($0, "2019-01-01", "2019-03-31", hours: 10) },
            CaseBuilder.performed(0, from: "2019-01", [2, 16, 12])
                + CaseBuilder.performed(1, from: "2019-01", [4, 4, 4]))
        let median = try #require(try data.ask(.flexibleUse, .quantile(0.5))["2019"])
        #expect(abs(median.value! - 4.0 / 30) < 1e-15)
        #expect(median.persons == 2)
        #expect(abs(try data.value(.flexibleUse, .shiftedShare)! - 8.0 / 42) < 1e-15)
    }

    @Test func `the change compares the same settings in two years`() throws {
        let data = CaseBuilder.dataset(
            (0...19).map { CaseBuilder.decision($0, "2018-01-01", "2019-12-31", hours: 10) },
            (0...19).flatMap { person in
                (person < 8 ? CaseBuilder.performed(person, from: "2018-01", [2, 16, 12]) : [])
                    + (person < 11 ? CaseBuilder.performed(person, from: "2019-01", [2, 16, 12]) : [])
            }, window: ("2018-01", "2019-12"))
        let change = try #require(try data.ask(.flexibleUse, .change)["2019"])
        #expect(abs(change.value! - 0.15) < 1e-15)
        #expect(change.compared.map(\.value) == [0.55, 0.4])
        #expect(change.lower! < 0.15 && change.upper! > 0.15)
        #expect(change.standardError! > 0)
    }

    @Test func `the tolerance and the length of a period are settings`() throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 10)],
            CaseBuilder.performed(0, from: "2019-01", [5, 5, 5, 10.5, 0, 0, 20, 20, 0]))
        var settings = MeasureSettings()
        // 10.5 is within the tolerance of 0.5, and July–September overruns.
        #expect(try data.value(.flexibleUse, settings: settings) == 0)
        settings.tolerance = Hours(0.49)
        #expect(try data.value(.flexibleUse, settings: settings) == 1)
        settings.tolerance = Hours(0.5)
        settings.periodMonths = 12
        #expect(try data.value(.flexibleUse, settings: settings) == 1)
        #expect(
            try data.ask(.flexibleUse, settings: settings).definition.settings.contains(.init("period_months", "12")))
    }
}
