// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import Testing

@testable import Disclosure
@testable import Documents
@testable import Renderers
@testable import Queries

@Suite struct ComparisonResultTests {
    /// Seven boards of 60 persons, the first far above the rest.
    private static let answer: QueryResult = {
        let hits = [55, 30, 31, 28, 33, 29, 32]
        let boards = hits.indices.map { place in
            let name = "Nämnd \(place)"
            return Category(.district, code: name, label: Phrase(sv: name, en: name), rank: place)
        }
        let year = Category(.year, code: "2019", label: Phrase(sv: "2019", en: "2019"), rank: 0)
        let question = Question(.flexibleUse, by: [.district], years: 2019...2019)
        let rows = zip(boards, hits).map { board, hits in
            ReleasedTable.Row(
                key: [year, board],
                cell: .shown(
                    ReleasedValue(
                        value: Double(hits) / 60, persons: 60, numerator: Double(hits), denominator: 60, unit: .share)),
                unit: .share)
        }
        let table = ReleasedTable(
            question: question, dimensions: [.year, .district], rows: rows,
            definition: Definition(
                id: "flexible-use", text: Phrase(sv: "Andel.", en: "Share."), words: Catalogue.words(of: question)),
            notes: [])
        let material = ComparisonMaterial(
            question, comparing: .district, kind: .share,
            summaries: [2019: zip(boards, hits).map { (category: $0, unit: .share(x: $1, n: 60)) }])
        let comparison = ReleasePolicy(DisclosureSettings()).compare(material, in: table)
        return QueryResult(table, comparison: comparison)
    }()

    @Test func `JSON has the comparison beside the rows`() {
        let json = Self.answer.text(.json, in: .english)
        for member in [
            "\"comparison\"", "\"heterogeneity\"", "\"p_holm\"", "\"adjusted_verdict\"", "\"named\": true", "\"seed\"",
        ] {
            #expect(json.contains(member), "\(member)")
        }
    }

    @Test func `CSV has its columns after those of the answer, one value each`() {
        let lines = Self.answer.text(.csv, in: .swedish).split(separator: "\n")
        let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        #expect(columns.contains("adjusted_upper_998") && columns.contains("verdict"))
        for line in lines.dropFirst() {
            #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == columns.count)
        }
        #expect(lines[1].contains("outside_998"))
        #expect(lines[2].contains("inside"))
    }

    @Test(arguments: [40, 80, 120]) func `the terminal shows limits, value and verdict within its width`(width: Int) {
        let text = Self.answer.text(.table, in: .swedish, terminal: TerminalLook(width: width))
        #expect(text.contains("Jämförelse 2019"))
        #expect(text.contains("●") && text.contains("├") && text.contains("┊"))
        let words = text.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("Skiljer sig från de övriga mer än slumpen kan förklara: Nämnd 0."))
        let lines = text.split(separator: "\n").drop { !$0.hasPrefix("Jämförelse 2019") }
        let bars = lines.filter { $0.hasPrefix("Nämnd") }
        #expect(bars.count == 7)
        for bar in bars { #expect(bar.count <= width) }
    }

    /// Boards with so many of sixty, each with the interval given.
    private static func answer(_ hits: [Int], notes: [Phrase] = []) -> QueryResult {
        let boards = hits.indices.map { place in
            Category(
                .district, code: "N\(place)", label: Phrase(sv: "Nämnd \(place)", en: "Board \(place)"), rank: place)
        }
        let year = Category(.year, code: "2019", label: Phrase(sv: "2019", en: "2019"), rank: 0)
        let question = Question(.flexibleUse, by: [.district], years: 2019...2019)
        let rows = zip(boards, hits).map { board, hits in
            let share = Double(hits) / 60
            let value = ReleasedValue(
                value: share, lower: share - 0.1, upper: share + 0.1, persons: 60, numerator: Double(hits),
                denominator: 60, unit: .share)
            return ReleasedTable.Row(key: [year, board], cell: .shown(value), unit: .share)
        }
        let table = ReleasedTable(
            question: question, dimensions: [.year, .district], rows: rows,
            definition: Definition(
                id: "flexible-use", text: Phrase(sv: "Andel.", en: "Share."), words: Catalogue.words(of: question)),
            notes: notes)
        let material = ComparisonMaterial(
            question, comparing: .district, kind: .share,
            summaries: [2019: zip(boards, hits).map { (category: $0, unit: .share(x: $1, n: 60)) }])
        return QueryResult(table, comparison: ReleasePolicy(DisclosureSettings()).compare(material, in: table))
    }

    @Test(arguments: Language.allCases) func `with too few groups for a funnel each has its own interval`(
        language: Language
    ) {
        let text = Self.answer([20, 40, 30]).text(.table, in: language)
        let bars = text.split(separator: "\n").filter { $0.contains("├") }
        #expect(bars.count == 4)
        #expect(bars.prefix(3).allSatisfy { $0.contains("┤") && $0.contains("○") && !$0.contains("●") })
        #expect(text.contains(language == .swedish ? "dess intervall" : "its interval"))
    }

    @Test(arguments: Language.allCases) func `a bar at 80 columns has its verdict in words, the same as text has`(
        language: Language
    ) {
        let text = Self.answer([12, 30, 31, 30, 29, 30, 31]).text(.table, in: language)
        let bars = text.split(separator: "\n").filter { $0.contains("●") && $0.contains("├") }.dropLast()
        #expect(bars.count == 7)
        #expect(bars[bars.startIndex].hasSuffix(language == .swedish ? "sticker ut" : "stands out"))
        #expect(bars.dropFirst().allSatisfy { $0.hasSuffix(language == .swedish ? "inom slumpen" : "within chance") })
    }

    @Test func `a page to read has the verdict of each group in its table`() {
        let answer = Self.answer([12, 30, 31, 30, 29, 30, 31])
        let rows = answer.text(.markdown, in: .swedish).split(separator: "\n").filter { $0.contains("Nämnd ") }
        #expect(rows.filter { $0.contains("mer än slumpen kan förklara") && $0.hasPrefix("|") }.count == 1)
        #expect(rows.filter { $0.contains("inom det slumpen kan förklara") }.count == 6)
        #expect(answer.text(.html, in: .english).contains("<th scope=\"col\">Verdict</th>"))
    }
}
