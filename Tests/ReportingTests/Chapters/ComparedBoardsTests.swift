// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import Testing

@testable import Disclosure
@testable import Reporting

/// The chapter of boards when they are compared with chance.
@Suite struct ComparedBoardsTests {
    /// Six boards of 80 persons; the first has so many with flexible use, the others about half.
    private static func chapters(first: Int, language: Language = .swedish) -> Chapters {
        let questions = ReportQuestions(year: 2019, comparesWithYearBefore: false)
        let question = questions.compared.first { $0.measure == .flexibleUse }!
        let year = Category(.year, code: "2019", label: Phrase(sv: "2019", en: "2019"), rank: 0)
        let hits = [first, 40, 41, 38, 42, 39]
        let boards = hits.indices.map { place in
            let name = "Nämnd \(place)"
            return Category(.district, code: name, label: Phrase(sv: name, en: name), rank: place)
        }
        let rows = zip(boards, hits).map { board, hits in
            ReleasedTable.Row(
                key: [year, board],
                cell: .shown(
                    ReleasedValue(
                        value: Double(hits) / 80, persons: 80, numerator: Double(hits), denominator: 80, unit: .share)),
                unit: .share)
        }
        let table = ReleasedTable(
            question: question, dimensions: [.year, .district], rows: rows,
            definition: Definition(id: "flexible-use", text: Phrase(sv: "Andel.", en: "Share.")), notes: [])
        let settings = DisclosureSettings()
        let policy = ReleasePolicy(settings)
        let comparison = policy.compare(
            ComparisonMaterial(
                question, comparing: .district, kind: .share,
                summaries: [2019: zip(boards, hits).map { (category: $0, unit: .share(x: $1, n: 80)) }]),
            in: table)
        return Chapters(
            questions: questions,
            release: Release(tables: [table], settings: settings, hidden: 0, cells: rows.count),
            comparisons: [comparison], integrity: policy.integrity([]), facts: SmallTown().facts, language: language)
    }

    private static func words(_ blocks: [Block]) -> String {
        blocks.flatMap(\.texts).flatMap(\.runs).map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    @Test func `a board far off is named in the chapter and in its own report`() {
        let chapters = Self.chapters(first: 68)
        #expect(Self.words(chapters.differences()).contains("mer än slumpen kan förklara: Nämnd 0."))
        let own = chapters.boardVerdicts("Nämnd 0").map { Self.words([.finding($0)]) }
        #expect(own.count == 1)
        #expect(own[0].contains("skiljer sig från de övriga nämnderna mer än slumpen kan förklara"))
        #expect(Self.words(chapters.boardVerdicts("Nämnd 3").map { .finding($0) }).contains("inom det som slumpen"))
    }

    @Test(arguments: Language.allCases) func `boards that chance explains are named nowhere in the text`(
        language: Language
    ) {
        let chapters = Self.chapters(first: 43, language: language)
        let words = Self.words(
            chapters.differences().filter { if case .figure = $0 { false } else { true } })
        #expect(!words.contains("Nämnd 0") && !words.contains("Nämnd 1"))
        #expect(words.contains(language == .swedish ? "inte mer än slumpen" : "not differ more than chance"))
    }

    @Test func `the funnel has a row a board and the common value last`() throws {
        let figures = Self.chapters(first: 43).differences().compactMap { block -> Table? in
            if case .figure(let figure) = block { figure.table } else { nil }
        }
        let table = try #require(figures.first)
        #expect(table.id == "tratt-flexible-use")
        #expect(table.rows.count == 7)
        #expect(table.rows.last?.kind == .total)
    }

    @Test func `a board that is not compared is not judged`() {
        #expect(Self.chapters(first: 43).boardVerdicts("Nämnd 9").isEmpty)
    }
}
