// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@Suite struct TotalsOnlyTests {
    private func dataset(_ rows: [StatisticsRow]) -> Dataset {
        var data = CaseBuilder.dataset([], [], window: nil)
        data.statistics = rows
        return data
    }

    private func row(
        month: Int? = nil, district: DistrictIndex?, law: Law = .sol, persons: Int, granted: Double, performed: Double,
        flexible: Int? = nil
    ) -> StatisticsRow {
        StatisticsRow(
            year: 2019, month: month, district: district, service: 0, law: law, persons: persons,
            granted: Hours(granted), performed: Hours(performed), flexiblePersons: flexible)
    }

    @Test func `totals answer what totals allow, and say so`() throws {
        let data = dataset([
            row(district: 0, persons: 40, granted: 4000, performed: 2500, flexible: 18),
            row(district: 2, law: .lss, persons: 10, granted: 1000, performed: 500, flexible: 7),
        ])
        let persons = try data.ask(.persons, by: [.district])
        #expect(persons.rows.map { $0.measurement.value } == [40, 10, 50])
        #expect(persons.notes.contains { $0.swedish.contains("sammanställd statistik") })
        let ratio = try #require(try data.ask(.utilisation)["2019"])
        #expect(ratio.value == 0.6 && ratio.lower == nil && ratio.standardError == nil)
        let flexible = try #require(try data.ask(.flexibleUse)["2019"])
        #expect(flexible.value == 0.5 && flexible.lower != nil)
        #expect(try data.ask(.grantedHours, by: [.law])["LSS"]?.value == 1000)
    }

    @Test func `hours of months make up their year, persons of months do not`() throws {
        let data = dataset((1...12).map { row(month: $0, district: 0, persons: 5, granted: 50, performed: 20) })
        #expect(try data.value(.grantedHours) == 600)
        #expect(try data.value(.persons) == nil)
        #expect(try data.ask(.persons, by: [.month])["2019-07"]?.value == 5)
        #expect(try data.value(.flexibleUse) == nil)
    }

    @Test func `what needs persons is refused`() throws {
        let data = dataset([row(district: 0, persons: 40, granted: 4000, performed: 2500)])
        #expect(throws: QuestionError.needsPersonRows(.utilisation)) { try data.ask(.utilisation, .change) }
        #expect(throws: QuestionError.notBrokenDown(.persons, .sex)) { try data.ask(.persons, by: [.sex]) }
        #expect(try data.value(.flexibleUse) == nil)
    }
}
