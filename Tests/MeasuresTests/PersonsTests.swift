// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@Suite struct PersonsTests {
    @Test func `a person counts in every year that a granted decision touches by a day`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2018-11-15", "2019-01-01", hours: 10),
                CaseBuilder.decision(1, "2019-12-31", nil, hours: 10),
                CaseBuilder.decision(2, "2018-01-01", "2018-12-31", hours: 10),
                CaseBuilder.decision(3, "2019-01-01", "2019-12-31", hours: 10, outcome: .refused),
                CaseBuilder.decision(4, "2019-03-01", "2019-04-30", hours: 10, outcome: .partlyGranted),
            ], [])
        #expect(try data.ask(.persons, years: 2018...2020).rows.map { $0.measurement.value } == [2, 3, 1])
    }

    @Test func `a person with two districts counts in both and once in the city`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-05-31", hours: 10, district: 0),
                CaseBuilder.decision(0, "2019-06-01", nil, hours: 10, district: 2),
                CaseBuilder.decision(1, "2019-06-01", nil, hours: 10, district: nil),
            ], [])
        let answer = try data.ask(.persons, by: [.district])
        #expect(answer.codes.map { $0[1] } == ["Farsta", "Älvsjö", "unknown", "total"])
        #expect(answer.rows.map { $0.measurement.value } == [1, 1, 1, 2])
        #expect(try data.value(.persons, .withoutDistrict) == 1)
    }

    @Test func `merged districts count a person once, and as they were when asked`() throws {
        let districts = [
            District(name: "Hägersten-Liljeholmen", successor: 2), District(name: "Älvsjö", successor: 2),
            District(name: "Hägersten-Älvsjö"),
        ]
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-05-31", hours: 10, district: 0),
                CaseBuilder.decision(0, "2019-06-01", nil, hours: 10, district: 1),
                CaseBuilder.decision(1, "2019-06-01", nil, hours: 10, district: 2),
            ], [], districts: districts)
        let newest = try data.ask(.persons, by: [.district])
        #expect(newest.codes.map { $0[1] } == ["Hägersten-Älvsjö", "total"])
        #expect(newest["Hägersten-Älvsjö"]?.value == 2)
        let then = try data.ask(.persons, by: [.districtThen])
        #expect(then.codes.map { $0[1] } == ["Hägersten-Liljeholmen", "Hägersten-Älvsjö", "Älvsjö", "total"])
        #expect(then.rows.map { $0.measurement.value } == [1, 1, 1, 2])
    }

    @Test func `protected persons count in the municipality's tables and stand as not known where a table tells place`()
        throws
    {
        let data = CaseBuilder.dataset(
            persons: [
                Person(birthYear: 1990, sex: .male, isProtected: true), Person(birthYear: 1990, sex: .male), Person(),
            ],
            (0...2).map { CaseBuilder.decision($0, "2019-01-01", nil, hours: 10) },
            CaseBuilder.performed(0, from: "2019-01", [5]))
        for dimension in [Dimension.district, .districtThen] {
            let answer = try data.ask(.persons, by: [dimension])
            #expect(answer["unknown"]?.value == 1, "\(dimension)")
            #expect(answer["total"]?.value == 3, "\(dimension)")
        }
        for dimension in [Dimension.law, .service] {
            let answer = try data.ask(.persons, by: [dimension])
            #expect(answer["unknown"] == nil, "\(dimension)")
            #expect(answer["total"]?.value == 3, "\(dimension)")
        }
        #expect(try data.ask(.persons, by: [.sex])["male"]?.value == 2)
        #expect(try data.ask(.persons, by: [.sex])["unknown"]?.value == 1)
        #expect(try data.ask(.performedHours, by: [.district])["unknown"]?.value == 5)
        // A month of the whole municipality is a total of it.
        #expect(try data.ask(.persons, by: [.month]).rows.allSatisfy { $0.measurement.value == 3 })
        #expect(try data.ask(.persons, where: [.init(.district, .isOneOf, ["Farsta"])])["2019"]?.value == 2)
    }

    @Test func `the rate in October is of those with a decision on the first of it, by law`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-09-30", hours: 10, service: 1, law: .lss),
                CaseBuilder.decision(1, "2019-01-01", "2019-10-01", hours: 10, service: 1, law: .lss),
                CaseBuilder.decision(2, "2019-10-01", nil, hours: 10, service: 1, law: .lss),
                CaseBuilder.decision(3, "2019-01-01", nil, hours: 10),
            ], [], population: [PopulationCount(district: nil, year: 2019, count: 4000)])
        let answer = try data.ask(.persons, .perTenThousandInOctober, by: [.law])
        #expect(answer["LSS"]?.value == 5 && answer["LSS"]?.persons == 2)
        #expect(answer["SoL"]?.value == 2.5 && answer["total"]?.value == 7.5)
        #expect(answer["LSS"]?.numerator == 2 && answer["LSS"]?.denominator == 4000)
        // Nothing tells the inhabitants of another year.
        #expect(try data.ask(.persons, .perTenThousandInOctober, years: 2020...2020).rows[0].measurement.value == nil)
    }

    @Test func `age is at the end of the year, and an unknown birth year is not known`() throws {
        let data = CaseBuilder.dataset(
            persons: [Person(birthYear: 1996), Person(birthYear: 1939), Person(), Person(birthYear: 2021)],
            (0...3).map { CaseBuilder.decision($0, "2018-01-01", nil, hours: 10) }, [])
        let answer = try data.ask(.persons, by: [.age], years: 2018...2019)
        #expect(answer["2018", "0-22"]?.value == 1 && answer["2018", "65-79"]?.value == 1)
        #expect(answer["2019", "23-64"]?.value == 1 && answer["2019", "80+"]?.value == 1)
        #expect(answer["2019", "unknown"]?.value == 2)
    }

    @Test func `on a day only decisions valid that day count`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-09-30", hours: 10),
                CaseBuilder.decision(1, "2019-10-01", "2019-10-01", hours: 10),
                CaseBuilder.decision(2, "2019-10-02", nil, hours: 10),
            ], [])
        #expect(try data.value(.persons, .onDay(month: 10, day: 1)) == 1)
        let leap = try data.ask(.persons, .onDay(month: 2, day: 29), years: 2019...2020)
        #expect(leap["2019"]?.value == nil && leap["2019"]?.notDefined != nil)
        #expect(leap["2020"]?.value == 1)
    }

    @Test func `the mean over month-ends counts a person once a month`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", nil, hours: 10),
                CaseBuilder.decision(0, "2019-01-01", nil, hours: 5),
                CaseBuilder.decision(1, "2019-07-01", "2019-12-30", hours: 10),
            ], [])
        let mean = try #require(try data.ask(.persons, .monthEndMean)["2019"])
        #expect(mean.value == (12.0 + 5) / 12)
        #expect(mean.persons == 2)
    }

    @Test func `laws are told apart by person, and add up`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", nil, hours: 10),
                CaseBuilder.decision(1, "2019-01-01", nil, hours: 10),
                CaseBuilder.decision(1, "2019-05-01", nil, hours: 10, service: 1, law: .lss),
                CaseBuilder.decision(2, "2019-05-01", nil, hours: 10, service: 1, law: .lss),
                CaseBuilder.decision(3, "2019-05-01", nil, hours: 10, service: 1, law: .lss),
            ], [])
        let plain = try data.ask(.persons, by: [.law])
        #expect(plain.rows.map { $0.measurement.value } == [2, 3, 4])
        let apart = try data.ask(.persons, .lawCombination, by: [.law])
        #expect(apart.codes.map { $0[1] } == ["SoL-only", "LSS-only", "both", "total"])
        #expect(apart.rows.map { $0.measurement.value } == [1, 2, 1, 4])
        let crossed = try data.ask(.persons, .lawCombination, by: [.district, .law])
        #expect(crossed["Farsta", "both"]?.value == 1 && crossed["total", "total"]?.value == 4)
        #expect(crossed.dimensions == [.year, .district, .law])
    }

    @Test func `the rate is per inhabitant of the district's whole area`() throws {
        let districts = [
            District(name: "Norrmalm", successor: 2), District(name: "Östermalm", successor: 2),
            District(name: "Norra innerstaden"), District(name: "Farsta"),
        ]
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", nil, hours: 10, district: 0),
                CaseBuilder.decision(1, "2019-01-01", nil, hours: 10, district: 1),
                CaseBuilder.decision(2, "2019-01-01", nil, hours: 10, district: 3),
                CaseBuilder.decision(3, "2019-01-01", nil, hours: 10, district: nil),
            ], [], districts: districts,
            population: [
                PopulationCount(district: 0, year: 2019, count: 3_000),
                PopulationCount(district: 1, year: 2019, count: 5_000),
                PopulationCount(base: .paratransit, district: 1, year: 2019, count: 70),
            ])
        let rate = try data.ask(.persons, .perTenThousand, by: [.district])
        #expect(rate["Norra innerstaden"]?.value == 2.5)
        #expect(rate["Norra innerstaden"]?.denominator == 8_000)
        // Two of 8 000: Garwood's limits 0.2422 and 7.2247 of the count, as R's poisson.test(2).
        let limits = try #require(rate["Norra innerstaden"].flatMap { [$0.lower, $0.upper] as? [Double] })
        #expect(abs(limits[0] - 0.302_761) < 1e-6 && abs(limits[1] - 9.030_859) < 1e-6, "\(limits)")
        #expect(rate.notes.contains(.naturalVariation))
        #expect(rate["Farsta"]?.value == nil && rate["unknown"]?.notDefined != nil)
        #expect(rate["total"]?.value == 5)
        #expect(try data.ask(.persons, .perTenThousand, years: 2018...2018)["2018"]?.value == nil)
    }

    @Test func `persons per entitled to paratransit are told by the last table that is not later, and it is said`()
        throws
    {
        let data = CaseBuilder.dataset(
            (0..<4).map { CaseBuilder.decision($0, "2018-01-01", nil, hours: 10, district: $0 < 3 ? 0 : 1) }, [],
            population: [
                PopulationCount(base: .paratransit, district: 0, year: 2018, count: 600),
                PopulationCount(base: .paratransit, district: 1, year: 2018, count: 500),
                PopulationCount(base: .paratransit, district: 0, year: 2020, count: 1),
                PopulationCount(district: 0, year: 2019, count: 9_000),
            ])
        let table = try data.ask(.persons, .perThousandEntitled, by: [.district])
        #expect(table["Farsta"]?.value == 5 && table["Farsta"]?.unit == .perThousandEntitled)
        #expect(table["total"]?.denominator == 1_100)
        #expect(table.notes.contains { $0.swedish.hasPrefix("Antalet färdtjänstberättigade är från 2018") })
        #expect(
            !(try data.ask(.persons, .perThousandEntitled, years: 2018...2018)).notes.contains {
                $0.english.contains("2018")
            })
        let none = try #require(try data.ask(.persons, .perThousandEntitled, years: 2017...2017)["2017"])
        #expect(none.value == nil && none.notDefined?.swedish == "Antalet färdtjänstberättigade är inte angivet.")
        let comparison = try Tabulator(data).material(
            for: Question(.persons, .perThousandEntitled, years: 2019...2019), comparing: .district
        ).compare(draws: 100) { _, _ in .valueAndPersons }
        #expect(comparison.groups.map(\.value) == [5, 2])
        #expect(
            comparison.notes.contains {
                $0.swedish.contains("färdtjänstberättigade är inte angivet efter ålder och kön")
            })
    }

    @Test func `population by age and sex is added up to what is asked`() throws {
        let rows = [Sex.female, .male].flatMap { sex in
            [0...22, 23...64, 65...79, 80...120].map {
                PopulationCount(district: 0, year: 2019, ages: $0, sex: sex, count: 100)
            }
        }
        let data = CaseBuilder.dataset(
            persons: [Person(birthYear: 1980, sex: .female)],
            [CaseBuilder.decision(0, "2019-01-01", nil, hours: 10)], [], population: rows)
        #expect(try data.ask(.persons, .perTenThousand)["2019"]?.denominator == 800)
        #expect(try data.ask(.persons, .perTenThousand, by: [.age])["23-64"]?.denominator == 200)
        #expect(try data.ask(.persons, .perTenThousand, by: [.sex])["female"]?.denominator == 400)
        #expect(try data.ask(.persons, .perTenThousand, by: [.sex, .age])["female", "23-64"]?.denominator == 100)
        #expect(throws: QuestionError.notBrokenDown(.persons, .sex)) {
            try data.ask(.persons, .perTenThousand, where: [.init(.sex, .isOneOf, ["female"])])
        }
    }

    @Test func `persons without a performed hour, and with hours outside decisions, are counted`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-06-30", hours: 10),
                CaseBuilder.decision(1, "2019-01-01", "2019-06-30", hours: 10),
            ],
            CaseBuilder.performed(0, from: "2019-01", [5]) + CaseBuilder.performed(2, from: "2019-02", [7]))
        #expect(try data.value(.persons, .withoutPerformed) == 1)
        #expect(try data.value(.persons, .outsideDecisions) == 1)
        #expect(try data.value(.performedHours, .outsideDecisions) == 7)
    }

    @Test func `a year in which nothing happens has a row that says zero`() throws {
        let answer = try CaseBuilder.dataset([], []).ask(.persons, years: 2018...2019)
        #expect(answer.codes == [["2018"], ["2019"]])
        #expect(answer.rows.allSatisfy { $0.measurement.value == 0 })
        #expect(try CaseBuilder.dataset([], []).ask(.persons, by: [.district]).codes == [["2019", "total"]])
        #expect(try CaseBuilder.dataset([], []).ask(.persons, by: [.district], totals: false).rows.isEmpty)
    }
}
