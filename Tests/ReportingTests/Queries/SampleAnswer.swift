// SPDX-License-Identifier: EUPL-1.2
import Measures
import Terms

@testable import Disclosure

/// A small answer of every kind of row.
enum SampleAnswer {
    static func table(isInternal: Bool = false, years: ClosedRange<Int> = 2019...2019) -> ReleasedTable {
        func row(_ code: String, _ cell: ReleasedCell, year: Int) -> ReleasedTable.Row {
            let label = Phrase(sv: code, en: code)
            let category =
                code == "total"
                ? Category.total(of: .district) : Category(.district, code: code, label: label, rank: 0)
            let yearCategory = Category(
                .year, code: String(year), label: Phrase(sv: String(year), en: String(year)), rank: year)
            return ReleasedTable.Row(key: [yearCategory, category], cell: cell, unit: .share)
        }
        func share(_ value: Double, _ n: Int, _ x: Double, _ base: Double) -> ReleasedCell {
            .shown(
                ReleasedValue(
                    value: value, lower: value - 0.03, upper: value + 0.03, standardError: 0.015, persons: n,
                    numerator: x, denominator: base, unit: .share))
        }
        let rows = years.flatMap { year in
            [
                row("Enskede-Årsta-Vantör", share(0.5, 120, 1000.25, 2000.5), year: year),
                row("Farsta", share(0.625, 210, 12345.5, 19752.8), year: year),
                row("Skarpnäck", .hidden, year: year),
                row("Älvsjö", .notApplicable(Phrase(sv: "Inga timmar.", en: "No hours.")), year: year),
                row("total", share(0.59375, 2345, 15000.75, 25000), year: year),
            ]
        }
        return ReleasedTable(
            question: Question(.utilisation, by: [.district], years: years),
            dimensions: [.year, .district], rows: rows,
            definition: Definition(
                id: "utilisation",
                text: Phrase(
                    sv: "Utförda timmar delat med beviljade timmar.", en: "Performed hours divided by granted hours."),
                settings: [.init("pro_rating", "days"), .init("tolerance_hours", "0.5")],
                words: Catalogue.words(of: Question(.utilisation, by: [.district], years: years))),
            notes: [Phrase(sv: "Året är helt.", en: "The year is whole.")], isInternal: isInternal)
    }

    /// Persons in all, without a breakdown.
    static var count: ReleasedTable {
        let year = Category(.year, code: "2019", label: Phrase(sv: "2019", en: "2019"), rank: 2019)
        return ReleasedTable(
            question: Question(.persons, years: 2019...2019), dimensions: [.year],
            rows: [ReleasedTable.Row(key: [year], cell: Sample.count(2345), unit: .persons)],
            definition: Definition(
                id: "persons", text: Phrase(sv: "Personer.", en: "Persons."),
                words: Catalogue.words(of: Question(.persons, years: 2019...2019))), notes: [])
    }
}
