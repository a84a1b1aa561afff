// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import Testing

@testable import Disclosure
@testable import Documents
@testable import Renderers
@testable import Reports
@testable import Queries

/// The chapter of boards when they are compared with chance.
@Suite struct ComparedBoardsTests {
    /// Six boards of 80 persons; the first has so many with flexible use, the others about half.
    private static func chapters(first: Int, language: Language = .swedish, from firstYear: Int? = nil) -> BoardsTold {
        let scope = ReportScope(
            year: 2019, comparesWithYearBefore: false, firstYear: firstYear, facts: SmallTown().facts,
            measures: .catalogue,
            language: language)
        let question = scope.compared.first { $0.measure == .flexibleUse }!
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
            definition: Definition(
                id: "flexible-use", text: Phrase(sv: "Andel.", en: "Share."), words: Catalogue.words(of: question)),
            notes: [])
        let settings = DisclosureSettings()
        let policy = ReleasePolicy(settings)
        let comparison = policy.compare(
            ComparisonMaterial(
                question, comparing: .district, kind: .share,
                summaries: [2019: zip(boards, hits).map { (category: $0, unit: .share(x: $1, n: 80)) }]),
            in: table)
        let release = Release(tables: [table], settings: settings, hidden: 0, cells: rows.count)
        return BoardsTold(
            scope: scope,
            released: Released(release, comparisons: [comparison], integrity: policy.integrity([])))
    }

    private static func words(_ blocks: [Block]) -> String {
        blocks.flatMap(\.texts).flatMap(\.runs).map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    private static func chapter(_ chapters: BoardsTold) -> [Block] {
        chapters.differences + chapters.differenceSections.flatMap(\.blocks)
    }

    private static func tables(_ chapters: BoardsTold) -> [Table] {
        chapter(chapters).compactMap {
            switch $0 {
            case .figure(let figure): figure.table
            case .table(let table): table
            default: nil
            }
        }
    }

    private static func findings(_ chapters: BoardsTold) -> [Finding] {
        chapter(chapters).compactMap { if case .finding(let finding) = $0 { finding } else { nil } }
    }

    @Test func `a board far off is named in the chapter, in its table and in its own report`() throws {
        let chapters = Self.chapters(first: 68)
        let named = try #require(Self.findings(chapters).first { $0.sentence.plain().hasPrefix("Nämnd 0") })
        #expect(named.sentence.plain().contains("(85,0 procent) skiljer sig från de övriga mer än slumpen"))
        let funnel = try #require(Self.tables(chapters).first { $0.id == "tratt-flexible-use" })
        #expect(funnel.title == "Andel med flexibel användning: en nämnd skiljer sig mer än slumpen kan förklara")
        #expect(funnel.notes[0].plain().hasPrefix("Figuren visar vilka nämnder som ligger längre från"))
        let verdicts = funnel.rows.prefix(6).compactMap { $0.cells.last?.plainText }
        #expect(verdicts[0].hasPrefix("mer än slumpen kan förklara"))
        #expect(verdicts.dropFirst().allSatisfy { !$0.hasPrefix("mer än slumpen kan förklara") })
        let own = chapters.verdicts("Nämnd 0").map { Self.words([.finding($0)]) }
        #expect(own.count == 1)
        #expect(own[0].contains("skiljer sig från de övriga nämnderna mer än slumpen kan förklara"))
        #expect(Self.words(chapters.verdicts("Nämnd 3").map { .finding($0) }).contains("inom det som slumpen"))
    }

    /// A sentence may leave out the condition only where the table does.
    @Test(arguments: [43, 50, 54, 56, 58, 68]) func `text and table judge every board alike`(first: Int) throws {
        let chapters = Self.chapters(first: first)
        let funnel = try #require(Self.tables(chapters).first { $0.id == "tratt-flexible-use" })
        let text = Self.findings(chapters).map { $0.sentence.plain() }.joined(separator: "\n")
        for row in funnel.rows.dropLast() {
            let (name, verdict) = (row.cells[0].plainText ?? "", row.cells.last?.plainText ?? "")
            let isNamed = verdict.hasPrefix("mer än slumpen kan förklara")
            #expect(text.contains(name) == isNamed, "\(first): \(name), \(verdict)")
            if isNamed {
                #expect(text.contains("i grunden är lika") == verdict.contains("i grunden är lika"))
                let own = chapters.verdicts(name).map { $0.sentence.plain() }.joined()
                #expect(own.contains("i grunden är lika") == verdict.contains("i grunden är lika"))
            }
        }
    }

    @Test(arguments: Language.allCases) func `boards that chance explains are named nowhere in the text`(
        language: Language
    ) {
        let chapters = Self.chapters(first: 43, language: language)
        let words = Self.words(
            Self.chapter(chapters).filter { if case .figure = $0 { false } else { true } })
        #expect(!words.contains("Nämnd 0") && !words.contains("Nämnd 1"))
        #expect(words.contains(language == .swedish ? "inte mellan stadsdelsnämnderna mer" : "does not differ"))
        // The funnel's title says the same of each board as the text, and nothing of them together.
        let funnel = Self.tables(chapters).first { $0.id == "tratt-flexible-use" }
        #expect(funnel?.title.contains(language == .swedish ? "ingen enskild nämnd" : "no single board") == true)
    }

    @Test(arguments: [43, 68]) func `findings need no statistics to be read, and are bound to their values`(
        first: Int
    ) throws {
        let chapters = Self.chapters(first: first)
        for finding in Self.findings(chapters) + chapters.verdicts("Nämnd 0") {
            let text = finding.sentence.plain()
            #expect(!finding.values.isEmpty, "\(text)")
            for sign in ["Q", "φ", "τ", "p\u{A0}=", "p <", "df", "z "] { #expect(!text.contains(sign), "\(text)") }
            // Every number printed is one of its values.
            let printed = finding.sentence.values
            #expect(printed.allSatisfy(finding.values.contains))
            #expect(Self.words([.finding(finding)]).allSatisfy { !$0.isNumber } || text.contains("Nämnd"))
        }
        let differ = try #require(Self.findings(chapters).first)
        let q = try #require(differ.values.first?.p)
        #expect(differ.sentence.plain().contains("skiljer sig inte") == (q >= 0.05))
    }

    @Test func `the funnel has a row a board and the common value last`() throws {
        let table = try #require(Self.tables(Self.chapters(first: 43)).first { $0.id == "tratt-flexible-use" })
        #expect(table.rows.count == 7)
        #expect(table.rows.last?.kind == .total)
    }

    /// A town with tables of inhabitants and of those entitled to paratransit, released and compared as `report` does.
    private static func town(_ language: Language) throws -> BoardsTold {
        var town = SmallTown()
        town.hasEntitled = true
        // With n of every board.
        town.hasUnlimited = false
        let (release, integrity) = try town.release()
        let policy = ReleasePolicy(DisclosureSettings(), division: town.dataset.division)
        let tabulator = Tabulator(town.dataset)
        let comparisons = try town.scope().compared.map { question in
            let table = try #require(release.tables.first { $0.question == question })
            return policy.compare(try tabulator.material(for: question, comparing: .district), in: table)
        }
        return BoardsTold(
            scope: town.scope(language),
            released: Released(release, comparisons: comparisons, integrity: integrity))
    }

    @Test(arguments: Language.allCases)
    func `everything that is compared has a table-chart with intervals, the highest value first`(
        language: Language
    ) throws {
        let chapters = try Self.town(language)
        let sections = chapters.differenceSections
        #expect(
            sections.map(\.id) == [
                "skillnader-utilisation", "skillnader-flexible-use", "skillnader-granted-hours-per-person",
                "skillnader-persons-per-10000", "skillnader-persons-per-1000-paratransit",
            ])
        for section in sections {
            let figure = try #require(
                section.blocks.lazy.compactMap { block -> Figure? in
                    if case .figure(let figure) = block, case .dotInterval = figure.chart { figure } else { nil }
                }.first, "\(section.id)")
            #expect(figure.table.columns.count == 4 && figure.chart == .dotInterval(column: 1), "\(section.id)")
            // The unit stands over the funnel too, on the narrowest page.
            #expect(Drawing.width(of: figure.table.unit) <= FunnelPlot.Layout.narrow.width, "\(figure.table.unit)")
            let boards = figure.table.rows.filter { $0.kind == .plain }
            let values = boards.compactMap { $0.cells[1].drawn }
            #expect(boards.count == 4 && values.count > 1 && values == values.sorted(by: >), "\(section.id)")
            var withLimits = 0
            for row in boards.prefix(values.count) + figure.table.rows.filter({ $0.kind == .total }) {
                // A rounded share that stands without its base has no interval.
                if case .released(.shown(let shown), _, _) = row.cells[1], shown.persons == nil {
                    #expect(row.cells[2].drawnInterval == nil)
                    continue
                }
                withLimits += 1
                let (value, limits) = try (#require(row.cells[1].drawn), #require(row.cells[2].drawnInterval))
                #expect(limits.lower < value && value < limits.upper, "\(section.id)")
                #expect(row.cells[3].drawn != nil)
            }
            #expect(withLimits > 1, "\(section.id)")
            // The title is a sentence that needs no statistics, and so is the first thing said below.
            let title = figure.table.title
            #expect(title.hasPrefix(language == .swedish ? "Så skiljer sig " : "How "), "\(title)")
            let text = Self.words(section.blocks)
            #expect(text.contains(language == .swedish ? "Figuren visar nämndernas värden" : "The figure shows the"))
        }
        let unsaid = Self.words(chapters.differences)
        #expect(unsaid.contains(language == .swedish ? "hur många som behöver den" : "how many need it"))
        #expect(unsaid.contains(language == .swedish ? "behöver inte ha färdtjänst" : "need not be entitled"))
        // The table of those entitled is of another year than the persons, and it is said beside the chart.
        let entitled = try #require(sections.last)
        #expect(Self.words(entitled.blocks).contains("2018"))
    }

    @Test func `every number of the chapter's tables and of the annex is in the published comparison`() throws {
        let chapters = Self.chapters(first: 68)
        let published = OpenComparison(name: "c", chapters.released.comparisons[0])
        let rows = published.csv.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows[0].prefix(5) == ["year", "district", "statistic", "value", "lower"])
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        let numbers = Set(rows.dropFirst().flatMap { $0[3...7] }.compactMap { Double($0) })
        let annex = try #require(ComparisonMethod(scope: chapters.scope).section(chapters.released)).blocks.compactMap {
            if case .table(let table) = $0, table.id == "jamforelsens-tal" { table } else { nil }
        }
        #expect(annex.count == 1)
        var printed = 0
        for cell in (Self.tables(chapters) + annex).flatMap(\.rows).flatMap(\.cells) {
            guard case .released(.shown(let value), let part, _) = cell, part != .persons,
                let parts = part.numbers(of: value)
            else { continue }
            for number in [parts.first, parts.last].compactMap({ $0 }) {
                printed += 1
                // The table has ten digits of it.
                #expect(numbers.contains { ($0 - number).magnitude <= 1e-9 * number.magnitude }, "\(number)")
            }
        }
        #expect(printed > 40)
        let keys = rows.dropFirst().map { $0.prefix(3).joined(separator: ",") }
        #expect(Set(keys).count == keys.count)
    }

    @Test func `boards that are followed through more years have the same figures in the report's year`() throws {
        let (one, other) = (Self.chapters(first: 68), Self.chapters(first: 68, from: 2016))
        #expect(other.scope.series == 2016...2019 && other.scope.years == 2019...2019)
        for (table, same) in zip(Self.tables(one), Self.tables(other)) {
            #expect(table.rows == same.rows, "\(table.id)")
            #expect(same.rows.contains { $0.cells.contains { $0.shown != nil } }, "\(table.id)")
        }
    }

    @Test func `a board that is not compared is not judged`() {
        #expect(Self.chapters(first: 43).verdicts("Nämnd 9").isEmpty)
    }
}
