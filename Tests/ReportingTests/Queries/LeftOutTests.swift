// SPDX-License-Identifier: EUPL-1.2
import Measures
import Terms
import Testing

@testable import Disclosure
@testable import Documents
@testable import Queries

/// The numbers of those who do not know and of those without an answer, beside an item's answer.
@Suite struct LeftOutTests {
    private static let year = Category(.year, code: "2019", label: Phrase(sv: "2019", en: "2019"), rank: 0)
    private static func board(_ place: Int) -> Category {
        Category(.district, code: "N\(place)", label: Phrase(sv: "Nämnd \(place)", en: "Board \(place)"), rank: place)
    }

    private static func table(_ aspect: Question.Aspect, _ cells: [(key: [Category], cell: ReleasedCell)])
        -> ReleasedTable
    {
        ReleasedTable(
            question: .item("enough", aspect, by: [.district], years: 2019...2019), dimensions: [.year, .district],
            rows: cells.map { ReleasedTable.Row(key: $0.key, cell: $0.cell, unit: .share) },
            definition: Definition(
                id: "item:enough", text: Phrase(sv: "Andel.", en: "Share."),
                words: Catalogue.words(of: Question.item("enough", aspect, by: [.district], years: 2019...2019))),
            notes: [])
    }

    private static func shown(_ x: Int, of n: Int) -> ReleasedCell {
        .shown(
            ReleasedValue(
                value: Double(x) / Double(n), persons: n, numerator: Double(x), denominator: Double(n), unit: .share))
    }

    private static func answer(boards: Int, nonresponse: Bool = true) -> QueryResult {
        let keys = (0..<boards).map { [year, board($0)] }
        let beside = LeftOutAnswers(
            doNotKnow: table(.doNotKnow, keys.enumerated().map { ($1, $0 == 1 ? .hidden : shown(7, of: 60)) }),
            nonresponse: nonresponse ? table(.itemNonresponse, keys.map { ($0, shown(0, of: 60)) }) : nil)
        return QueryResult(table(.topBox, keys.map { ($0, shown(30, of: 53)) }), leftOut: beside)
    }

    @Test func `records have the two numbers, and nothing where one is hidden`() {
        let lines = Self.answer(boards: 2).text(.csv, in: .swedish).split(separator: "\n")
        #expect(lines[0].hasSuffix("unit,status,do_not_know_n,nonresponse_n"))
        #expect(lines[1].hasSuffix("shown,7,0"))
        #expect(lines[2].hasSuffix("shown,,0"))
        #expect(Self.answer(boards: 2).text(.json, in: .english).contains("\"do_not_know_n\": null"))
        let without = Self.answer(boards: 2, nonresponse: false).text(.csv, in: .swedish).split(separator: "\n")
        #expect(without[1].hasSuffix("shown,7,"))
    }

    @Test func `a reader has them as columns by group, and in a sentence for all together`() {
        let table = Self.answer(boards: 2).text(.table, in: .swedish)
        #expect(table.contains("Vet ej") && table.contains("Inget svar"))
        let one = Self.answer(boards: 1).text(.table, in: .swedish)
        #expect(one.contains("Antal som svarat vet ej: 7. Antal som inte svarat på frågan: 0."))
        #expect(!one.contains("Inget svar"))
        let english = Self.answer(boards: 1, nonresponse: false).text(.table, in: .english)
        #expect(english.contains("Answered do not know: 7. Did not answer the item: not shown."))
        #expect(Self.answer(boards: 2).text(.markdown, in: .english).contains("Don’t know"))
    }
}
