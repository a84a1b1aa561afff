// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@Suite struct PerformedHoursTests {
    @Test func `a month belongs to the decision that covers most of its days, on a tie to the earliest`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-04-01", "2019-04-15", hours: 10, district: 1),
                CaseBuilder.decision(0, "2019-04-16", "2019-04-30", hours: 10, district: 0),
                CaseBuilder.decision(1, "2019-04-01", "2019-04-10", hours: 10, district: 1),
                CaseBuilder.decision(1, "2019-04-11", "2019-04-30", hours: 10, district: 0),
                CaseBuilder.decision(2, "2019-04-01", "2019-04-30", hours: 10, law: .lss, district: 2),
                CaseBuilder.decision(2, "2019-04-01", "2019-04-30", hours: 90, law: .sol, district: 0),
            ],
            (0...2).flatMap { CaseBuilder.performed($0, from: "2019-04", [8], district: 1) })
        let hours = try data.ask(.performedHours, by: [.district])
        #expect(hours["Skarpnäck"]?.value == 8)
        #expect(hours["Farsta"]?.value == 8)
        #expect(hours["Älvsjö"]?.value == 8)
        #expect(try data.ask(.grantedHours, by: [.law])["LSS"]?.value == 100)
    }

    @Test func `hours outside any decision belong to where the visit was, and enter no ratio`() throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2019-01-01", "2019-03-31", hours: 10, district: 0)],
            CaseBuilder.performed(0, from: "2019-01", [5, 5, 5, 9], district: 1)
                + CaseBuilder.performed(0, from: "2019-01", [3], service: 1, district: 2))
        let hours = try data.ask(.performedHours, by: [.district])
        #expect(hours["Farsta"]?.value == 15 && hours["Skarpnäck"]?.value == 9 && hours["Älvsjö"]?.value == 3)
        #expect(hours["total"]?.value == 27)
        #expect(try data.value(.utilisation) == 0.5)
        #expect(try data.ask(.performedHours, .outsideDecisions, by: [.law])["LSS"]?.value == 3)
    }

    @Test func `hours that nobody had are said of everyone in the group, and come from nobody`() throws {
        let data = CaseBuilder.dataset(
            [0, 1, 2].map {
                CaseBuilder.decision($0, "2019-01-01", "2019-12-31", hours: 10, district: $0 == 2 ? 1 : 0)
            },
            CaseBuilder.performed(2, from: "2019-01", [5]) + CaseBuilder.performed(2, from: "2019-12", [5]))
        let table = try Tabulator(data).tabulate(Question(.performedHours, by: [.district], years: 2019...2019))
        for (row, number) in table.rows.enumerated() {
            let isNobody = number.measurement.value == 0
            #expect(number.measurement.persons == (isNobody ? 2 : 1))
            #expect(table.contributors.entries(of: row).count == (isNobody ? 0 : 1))
        }
        #expect(table.rows.count { $0.measurement.value == 0 } == 1)
    }

    @Test func `hours in a month without ceiling are neither outside decisions nor in the ratio`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-01-31", hours: 10),
                CaseBuilder.decision(0, "2019-02-01", "2019-02-28", hours: 0, isUnlimited: true),
            ], CaseBuilder.performed(0, from: "2019-01", [5, 50, 2]))
        #expect(try data.value(.performedHours) == 57)
        #expect(try data.value(.performedHours, .unlimited) == 50)
        #expect(try data.value(.performedHours, .outsideDecisions) == 2)
        #expect(try data.value(.utilisation) == 0.5)
    }

    @Test func `utilisation is a ratio of sums; the persons' own shares stand beside it`() throws {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-01-31", hours: 100),
                CaseBuilder.decision(1, "2019-01-01", "2019-01-31", hours: 20),
            ], CaseBuilder.performed(0, from: "2019-01", [90]) + CaseBuilder.performed(1, from: "2019-01", [10]))
        let ratio = try #require(try data.ask(.utilisation)["2019"])
        #expect(ratio.value == 100.0 / 120)
        #expect(ratio.numerator == 100 && ratio.denominator == 120 && ratio.persons == 2)
        #expect(ratio.degreesOfFreedom == 1)
        // e = 90 − 100·R = 6.667 and 10 − 20·R = −6.667; var = 2 · 2 · 44.44 ÷ 120².
        #expect(abs(ratio.standardError! - (4.0 * 400 / 9).squareRoot() / 120) < 1e-15)
        #expect(abs(try data.value(.utilisation, .mean)! - 0.7) < 1e-15)
        #expect(abs(try data.value(.utilisation, .quantile(0.5))! - 0.7) < 1e-15)
        #expect(try data.value(.utilisation, .quantile(0)) == 0.5)
    }

    @Test func `only months inside the observation window enter, and the answer says so`() throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2018-01-01", nil, hours: 10)],
            CaseBuilder.performed(0, from: "2019-03", [5, 5]), window: ("2019-03", "2019-04"))
        let answer = try data.ask(.utilisation, years: 2018...2019)
        #expect(answer["2019"]?.value == 0.5)
        #expect(answer["2018"]?.value == nil && answer["2018"]?.notDefined != nil)
        #expect(answer.notes.contains { $0.english.contains("only March to April 2019") })
        let months = try data.ask(.performedHours, by: [.month])
        #expect(months["2019-03"]?.value == 5)
        #expect(months["2019-05"]?.value == nil && months["2019-05"]?.notDefined != nil)
        #expect(try data.ask(.grantedHours).notes.isEmpty)
        #expect(try data.value(.grantedHours) == 120)
    }

    @Test func `without files of performed time there is no number, and a reason`() throws {
        let data = CaseBuilder.dataset(
            [CaseBuilder.decision(0, "2019-01-01", nil, hours: 10)], [], window: nil)
        for measure in [MeasureName.performedHours, .utilisation, .flexibleUse] {
            let row = try #require(try data.ask(measure)["2019"])
            #expect(row.value == nil && row.notDefined != nil, "\(measure)")
        }
    }

    @Test func `the change counts what persons have in common, with its own interval`() throws {
        let data = CaseBuilder.dataset(
            (0...9).map { CaseBuilder.decision($0, "2018-01-01", "2019-12-31", hours: 10) },
            (0...9).flatMap { person in
                CaseBuilder.performed(person, from: "2018-01", [Double](repeating: Double(person), count: 12))
                    + CaseBuilder.performed(
                        person, from: "2019-01", [Double](repeating: Double(person) + 0.5, count: 12))
            }, window: ("2018-01", "2019-12"))
        let change = try #require(try data.ask(.utilisation, .change)["2019"])
        #expect(abs(change.value! - 0.05) < 1e-15)
        #expect(change.standardError! < 1e-12)
        #expect(change.kind == .difference && change.compared.count == 2)
        #expect(change.compared[0].value! > change.compared[1].value!)
        #expect(change.persons == 10)
        #expect(try data.ask(.utilisation, .change, years: 2018...2018)["2018"]?.value == nil)
        #expect(abs(try data.value(.performedHours, .change)! - 60) < 1e-12)
        #expect(try data.value(.grantedHours, .change) == 0)
        #expect(try data.value(.persons, .change) == 0)
    }

    @Test func `a group with the service and no performed hour has a row of zero, for disclosure control to judge`()
        throws
    {
        let data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", nil, hours: 10, district: 0),
                CaseBuilder.decision(1, "2019-01-01", nil, hours: 10, district: 1),
            ],
            CaseBuilder.performed(0, from: "2019-01", [5]))
        let table = try Tabulator(data).tabulate(Question(.performedHours, by: [.district], years: 2019...2019))
        let silent = try #require(table.rows.first { $0.key[1].code == "Skarpnäck" }).measurement
        #expect(silent.value == 0)
        #expect(silent.persons == 1)
        #expect(silent.numeratorContributions?.persons == 0)
    }
}
