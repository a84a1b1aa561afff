// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// Compiled statistics alone, as where no row about a person may leave the system: persons, granted and performed
    /// hours of each board, service and year.
    package static let totals = ExportShape(
        "totals",
        Phrase(
            sv: "bara sammanställd statistik för nämnd, insats och år",
            en: "compiled statistics alone, by board, service and year"),
        loses: [.persons, .visits, .visitsNotPerformed, .providers, .providerTypes, .applications]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 8)
        let headers = HeaderWords(.statistics, .likeliest, &draw)
        let table = TotalsTable(municipality)
        return municipality.parameters.years.map { year in
            var sheet = TextSheet(
                ExportDialect(encoding: .windows1252, lineEnding: .crlf), CellForm(isFixed: true, thousands: " "))
            sheet.append(
                header: ["ar", "stadsdelsnamnd", "insats", "lagrum", "personer", "beviljade_timmar", "utforda_timmar"]
                    .map { headers[$0] })
            let rows = table.rows(of: year)
            for row in rows { sheet.append(row) }
            return ShapedFile(
                "Statistik \(year).csv", .statistics, ShapedFile.RowCount(kept: rows.count), sheet.bytes)
        }
    }
}

/// What a municipality's person-months add up to.
private struct TotalsTable {
    private struct Place: Hashable {
        let year: Int
        /// In the newest division; empty is without district, and those whose identity is protected.
        let board: String
        let service: SimulatedService
    }

    private struct Sum {
        var persons: Set<Int> = []
        var granted: Int64 = 0
        var performed: Int64 = 0
    }

    private var sums: [Place: Sum] = [:]

    init(_ municipality: SimulatedMunicipality) {
        let records = TruthRecords(municipality)
        for (key, month) in TruthPersonMonth.all(of: records)
        where municipality.parameters.years.contains(key.month.year) {
            guard let service = SimulatedService.allCases.first(where: { $0.name == key.service }) else { continue }
            let isProtected = records.persons[key.person].isProtected
            let place = Place(
                year: key.month.year, board: isProtected ? "" : month.district ?? "", service: service)
            sums[place, default: Sum()].persons.insert(key.person)
            sums[place, default: Sum()].granted += month.granted
            sums[place, default: Sum()].performed += month.performed
        }
    }

    /// By board, those without one last.
    func rows(of year: Int) -> [[ShapedCell]] {
        let places = sums.keys.filter { $0.year == year }.sorted { first, second in
            (first.board.isEmpty ? 1 : 0, first.board, first.service.rawValue)
                < (second.board.isEmpty ? 1 : 0, second.board, second.service.rawValue)
        }
        return places.map { place in
            let sum = sums[place] ?? Sum()
            return [
                .text(String(year)), .text(place.board), .text(place.service.name),
                .text(place.service.law.rawValue), .count(sum.persons.count), .amount(Self.hundredths(sum.granted)),
                .amount(Self.hundredths(sum.performed)),
            ]
        }
    }

    /// Half away from zero.
    private static func hundredths(_ milliseconds: Int64) -> Int { Int((milliseconds + 18_000) / 36_000) }
}
