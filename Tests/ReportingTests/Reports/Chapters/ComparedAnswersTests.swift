// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@testable import Disclosure
@testable import Documents
@testable import Renderers
@testable import Reports

/// Answers to a survey board by board, from the answers themselves to what chapters say of them.
@Suite struct ComparedAnswersTests {
    private static let boards = (0..<6).map { "Nämnd \($0)" }
    private static let items: [SurveyFacts.Item] = ["enough", "kind"].map { name in
        SurveyFacts.Item(
            name: name, question: Phrase(sv: "Fråga \(name)?", en: "Question \(name)?"), kind: .single,
            categories: [
                SurveyFacts.Category(code: "yes", label: Phrase(sv: "Ja", en: "Yes"), side: .favourable),
                SurveyFacts.Category(code: "no", label: Phrase(sv: "Nej", en: "No"), side: .unfavourable),
            ])
    }
    private static let rule = SurveyFacts.Item(
        name: "knows-three-month-rule", question: Phrase(sv: "Hur länge?", en: "How long?"), kind: .single,
        role: .knowledge,
        categories: [
            SurveyFacts.Category(code: "three", label: Phrase(sv: "Tre", en: "Three"), isRight: true),
            SurveyFacts.Category(code: "one", label: Phrase(sv: "En", en: "One")),
        ])

    private static func facts(_ year: Int) -> SurveyFacts {
        SurveyFacts(
            group: "users", label: Phrase(sv: "Brukare", en: "Users"), wave: "\(year)", year: year,
            items: items + [rule], hasDistricts: true, strataAreDistricts: true)
    }

    /// Of 40 answers a board out of `populations` so many are favourable to the first question, half to the others.
    private static func survey(_ year: Int, good: [Int], populations: [Int]) -> Survey {
        let described = (items + [rule]).map { item in
            SurveyItem(
                name: item.name, question: item.question, kind: .single, role: item.isKnowledge ? .knowledge : .opinion,
                categories: item.categories.map {
                    SurveyItem.Category(code: $0.code, label: $0.label, isRight: $0.isRight)
                }, favourable: item.isKnowledge ? [] : [0], unfavourable: item.isKnowledge ? [] : [1])
        }
        return Survey(
            group: .users, wave: "\(year)", year: year, items: described,
            frame: SurveyFrame(
                strata: zip(boards, populations).map {
                    SurveyFrame.Stratum(name: $0, population: $1, sent: $1)
                }, strataAreDistricts: true),
            responses: good.enumerated().flatMap { board, good in
                (0..<40).map { row in
                    SurveyResponse(
                        respondent: Int32(board * 100 + row), district: DistrictIndex(board), stratum: board,
                        answers: [
                            .category(row < good ? 0 : 1), .category(row % 2), .category((row + board) % 2),
                        ])
                }
            })
    }

    private static func chapters(
        good: [Int], populations: [Int] = [80, 80, 80, 80, 80, 80], language: Language = .swedish
    ) throws -> BoardsTold {
        var data = Dataset(municipality: "Exempelstad", division: Division(boards.map { District(name: $0) }))
        data.surveys = [
            survey(2018, good: [20, 20, 21, 19, 20, 20], populations: populations),
            survey(2019, good: good, populations: populations),
        ]
        let facts = ReportFacts(
            municipality: "Exempelstad", boards: boards, window: nil,
            generator: "Ledsaga 0.1.0", settings: [], surveys: [Self.facts(2018), Self.facts(2019)])
        let scope = ReportScope(
            year: 2019, comparesWithYearBefore: true, facts: facts, measures: .catalogue, language: language)
        let pages = ReportPages(scope)
        let tabulator = Tabulator(data)
        let policy = ReleasePolicy(DisclosureSettings(), division: data.division)
        let release = policy.release(try SurveyChapter(scope: scope).requests.unique.map { try tabulator.tabulate($0) })
        let comparisons = try pages.comparedItems.compactMap { item in
            try pages.shares(of: item).flatMap { release[$0] }.map { table in
                policy.compare(
                    try tabulator.material(for: item.question, comparing: .district), in: table.part(item.part),
                    beside: pages.responseRates.flatMap { release[$0] }?.part(item.responses))
            }
        }
        return BoardsTold(
            scope: scope, released: Released(release, comparisons: comparisons, integrity: policy.integrity([])))
    }

    private static func text(_ sections: [Section?], _ language: Language = .swedish) -> String {
        String(MadeUpSurveys.page(sections, language).markdown().map { $0 == "\u{A0}" ? " " : $0 })
    }

    private static let apart = [34, 20, 21, 19, 20, 22]

    @Test func `knowledge and the first question are told in full, the others in a row each`() throws {
        let chapters = try Self.chapters(good: Self.apart)
        #expect(chapters.comparedAnswers.count == 3)
        #expect(chapters.comparedAnswers.map { $0.item?.isMain } == [true, true, false])
        let sections = chapters.differenceSections
        #expect(
            sections.map(\.id) == [
                "skillnader-svar", "skillnader-svar-knows-three-month-rule", "skillnader-svar-enough",
            ])
        let summary = Self.text([sections[0]])
        #expect(summary.contains("Svaren på en av frågorna skiljer sig mellan stadsdelsnämnderna mer än slumpen"))
        #expect(summary.contains("| Fråga enough?"))
        #expect(summary.contains("större än slumpen ger") && summary.contains("| Nämnd 0 "))
        let main = Self.text([sections[2]])
        #expect(main.contains("Nämnd 0 (85,0 procent) skiljer sig från de övriga mer än slumpen kan förklara"))
        #expect(main.contains("svänger mycket där få har svarat"))
        #expect(main.contains("Så skiljer sig andelen positiva svar på ”Fråga enough?” mellan stadsdelsnämnderna, och"))
        #expect(main.contains("Positiva svar på ”Fråga enough?”: en nämnd skiljer sig mer än slumpen kan förklara"))
        #expect(main.contains("Intervallet (95 procent) visar osäkerheten som beror på vilka som har svarat."))
        // The same persons answered both times: the growth is told.
        let findings = Self.text([Section(id: "a", heading: "A", blocks: chapters.differences)])
        #expect(findings.contains("Andelen positiva svar på ”Fråga enough?” skiljer sig mellan stadsdelsnämnderna"))
        #expect(findings.contains("Skillnaderna har ökat sedan 2018."))
    }

    @Test func `a board's own report has a verdict for each question and the answer among its differences`() throws {
        let chapters = try Self.chapters(good: Self.apart)
        let far = Self.text([chapters.strongest("Nämnd 0"), chapters.answers("Nämnd 0")])
        #expect(far.contains("| Positiva svar på ”Fråga enough?”"))
        #expect(far.contains("mer än slumpen kan förklara"))
        #expect(far.contains("verksamhetssystem och enkät till brukare; egen bearbetning"))
        let near = Self.text([chapters.strongest("Nämnd 3"), chapters.answers("Nämnd 3")])
        #expect(near.contains("Inget av det som har jämförts gör att Nämnd 3 säkert skiljer sig"))
        #expect(near.contains("inom det slumpen kan förklara"))
        for text in [far, near, Self.text([AnswersByBoard(scope: chapters.scope).written(from: chapters.released)])] {
            #expect(!text.contains("prövad mot slumpen") && !text.contains("prövade mot slumpen"))
        }
    }

    @Test func `a board of whom only a few did not answer has no limits anywhere`() throws {
        let chapters = try Self.chapters(good: Self.apart, populations: [42, 80, 80, 80, 80, 80])
        for compared in chapters.comparedAnswers {
            #expect(!compared.comparison.groups.contains { $0.category.code == "Nämnd 0" })
        }
        #expect(chapters.strongest("Nämnd 0") == nil)
        let text = Self.text([chapters.answers("Nämnd 0")])
        // Its share stands without its base, or not at all: neither is held against limits.
        #expect(text.contains("Svaren från Nämnd 0 kan inte visas") && !text.contains("slumpen"))
    }

    @Test(arguments: Language.allCases) func `where boards answer alike no board is named`(language: Language) throws {
        let chapters = try Self.chapters(good: [20, 21, 19, 20, 20, 20], language: language)
        let summary = Self.text([chapters.differenceSections[0]], language)
        #expect(summary.contains(language == .swedish ? "Inte på någon fråga" : "To no question"))
        #expect(!summary.contains("Nämnd 0"))
        for section in chapters.differenceSections {
            for case .finding(let finding) in section.blocks { #expect(!finding.values.isEmpty) }
        }
    }
}
