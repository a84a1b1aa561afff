// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

/// Official totals beside rows about persons.
@Suite struct TotalsControlTests {
    private func dataset(_ statistics: [StatisticsRow]) -> Dataset {
        var data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2019-01-01", "2019-12-31", hours: 10, district: 0),
                CaseBuilder.decision(1, "2019-01-01", "2019-12-31", hours: 20, district: 1),
                CaseBuilder.decision(2, "2019-01-01", "2019-12-31", hours: 30, service: 1, law: .lss, district: 1),
            ],
            CaseBuilder.performed(0, from: "2019-01", [5, 5]) + CaseBuilder.performed(1, from: "2019-01", [8]))
        data.statistics = statistics
        return data
    }

    private func row(
        _ district: DistrictIndex?, year: Int = 2019, month: Int? = nil, persons: Int, _ granted: Double,
        _ performed: Double
    ) -> StatisticsRow {
        StatisticsRow(
            year: year, month: month, district: district, service: 0, law: .sol, persons: persons,
            granted: Hours(granted), performed: Hours(performed))
    }

    @Test func `totals that agree are no difference, and services they do not name are not compared`() {
        let agreeing = [row(0, persons: 1, 120, 10), row(1, persons: 1, 240, 8)]
        #expect(TotalsControl.differences(in: dataset(agreeing)).isEmpty)
        #expect(
            TotalsControl.agreements(in: dataset(agreeing))
                == OfficialTotal.allCases.map { TotalsAgreement(year: 2019, total: $0) })
        #expect(TotalsControl.agreements(in: dataset([])).isEmpty)
        let months = (1...12).map { row(nil, month: $0, persons: 7, 30, 1) }
        #expect(TotalsControl.agreements(in: dataset(months)).map(\.total) == [.grantedHours])
        #expect(TotalsControl.differences(in: dataset([row(nil, persons: 2, 360, 18)])).isEmpty)
        #expect(TotalsControl.differences(in: dataset([])).isEmpty)
        let otherYear = agreeing + [row(nil, year: 2012, persons: 9, 100, 100)]
        #expect(TotalsControl.differences(in: dataset(otherYear)).isEmpty)
    }

    @Test func `each difference is told, of the municipality with its numbers and of boards without`() {
        let statistics = [row(0, persons: 4, 120, 10), row(1, persons: 1, 240.3, 20)]
        let found = TotalsControl.differences(in: dataset(statistics))
        #expect(
            found == [
                TotalsDifference(
                    year: 2019, total: .persons, place: .municipality(official: 5, rows: 2), isLarge: true),
                TotalsDifference(year: 2019, total: .persons, place: .board("Farsta"), isLarge: true),
                TotalsDifference(
                    year: 2019, total: .grantedHours, place: .municipality(official: 360.3, rows: 360),
                    isLarge: false),
                TotalsDifference(year: 2019, total: .grantedHours, place: .board("Skarpnäck"), isLarge: false),
                TotalsDifference(
                    year: 2019, total: .performedHours, place: .municipality(official: 30, rows: 18), isLarge: true),
                TotalsDifference(year: 2019, total: .performedHours, place: .board("Skarpnäck"), isLarge: true),
            ])
    }

    @Test func `hours of months make up a year that has no row, persons of months do not`() {
        let months = (1...12).map { row(nil, month: $0, persons: 7, 30, 1) }
        let found = TotalsControl.differences(in: dataset(months))
        #expect(found.map(\.total) == [.performedHours])
        #expect(found.first?.place == .municipality(official: 12, rows: 18))
    }

    @Test func `a protected person counts in the board that the totals have`() {
        var data = dataset([row(0, persons: 1, 120, 10), row(1, persons: 1, 240, 8)])
        data.persons[1].isProtected = true
        #expect(TotalsControl.differences(in: data).isEmpty)
    }
}
