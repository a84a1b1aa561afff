// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms
import TestSupport
import Testing

@testable import Documents
@testable import Renderers
@testable import Reports
@testable import Queries

struct SurveyChapterTests {
    @Test(arguments: Language.allCases) func `the chapter and its part of the quality declaration are as expected`(
        language: Language
    ) throws {
        let surveys = MadeUpSurveys()
        let page = MadeUpSurveys.page(
            [surveys.told(SurveyChapter.init, in: language), surveys.told(QualityAnnex.init, in: language)], language)
        try GoldenFile.expect(page.markdown(), is: "survey-\(language.rawValue).md")
    }

    @Test func `the chapter is a page without faults`() throws {
        let surveys = MadeUpSurveys()
        let sections = [
            surveys.told(SurveyChapter.init), surveys.ofBoard("Granlunda"), surveys.told(QualityAnnex.init),
        ]
        let html = MadeUpSurveys.page(sections).html()
        #expect(html.contains("class=\"bar\"") && html.contains("heat2"))
    }

    /// Knowledge among users, from 2018 to 2019.
    private func told(
        _ value: Double, _ lower: Double, _ upper: Double, adjusted: Double, _ before: Double = 0.42
    ) -> String {
        var surveys = MadeUpSurveys()
        surveys.cell = { place in
            guard place.measure == .awareness, place.codes[.district] == nil, place.group == "users" else { return nil }
            if place.aspect == .change {
                return MadeUpSurveys.difference(value, lower, upper, p: adjusted / 2, adjusted: adjusted)
            }
            return place.aspect == .headline
                ? Sample.share(place.survey.year == 2018 ? before : before + value, 0, 1, persons: 170) : nil
        }
        return surveys.chapter()
    }

    @Test func `knowledge that has risen is told by how much`() {
        #expect(
            told(0.23, 0.14, 0.31, adjusted: 0.0001).contains(
                """
                ▲ bättre: Kännedomen om tremånadersregeln bland brukarna har ökat kraftigt, från 42,0 procent 2018 till \
                65,0 procent 2019. Skillnaden är +23,0 procentenheter (intervall +14,0 till +31,0).
                """))
        #expect(told(0.12, 0.04, 0.2, adjusted: 0.01).contains("bland brukarna har ökat mycket, från 42,0"))
        #expect(told(0.04, 0.01, 0.07, adjusted: 0.03).contains("bland brukarna har ökat något, från 42,0"))
    }

    @Test func `knowledge that has fallen is told as worse`() {
        #expect(
            told(-0.08, -0.15, -0.01, adjusted: 0.02).contains(
                "▼ sämre: Kännedomen om tremånadersregeln bland brukarna har minskat, från 42,0 procent 2018 till 34,0")
        )
    }

    @Test func `a change that may be chance is no change`() {
        let text = told(0.05, -0.03, 0.13, adjusted: 0.2)
        #expect(
            text.contains("Det är ingen säker skillnad i kännedomen om tremånadersregeln bland brukarna mellan 2018"))
        #expect(!text.contains("kännedomen om tremånadersregeln bland brukarna har"))
    }

    @Test func `a change that stands alone but not among many is no certain change`() {
        let text = told(0.05, 0.01, 0.09, adjusted: 0.06)
        #expect(text.contains("Det är ingen säker skillnad i kännedomen om tremånadersregeln bland brukarna"))
    }

    @Test func `where the p-value is withheld, the interval alone does not make a difference among many certain`() {
        let chapter = SurveyChapter(scope: MadeUpSurveys().scope())
        let withheld = Sample.difference(0.05, 0.01, 0.09)
        #expect(chapter.judgeable(withheld, isTestedAlone: false) == .hidden)
        #expect(chapter.judgeable(withheld, isTestedAlone: true) == withheld)
        let uncertain = Sample.difference(0.05, -0.01, 0.11)
        #expect(chapter.judgeable(uncertain, isTestedAlone: false) == uncertain)
    }

    @Test func `an adjusted p-value is in the table, and never as zero`() {
        #expect(told(0.23, 0.14, 0.31, adjusted: 0.0001).contains("< 0,001"))
        #expect(told(0.05, 0.01, 0.09, adjusted: 0.0604).contains("0,060"))
    }

    @Test func `groups are set beside the first that was asked`() {
        var surveys = MadeUpSurveys()
        surveys.cell = { place in
            guard place.measure == .awareness, place.aspect == .gap(.group) else { return nil }
            return MadeUpSurveys.difference(0.2, 0.1, 0.3, p: 0.001, adjusted: 0.002)
        }
        let text = surveys.chapter()
        #expect(
            text.contains("Kännedomen om tremånadersregeln är högre bland utförarna än bland brukarna: 45,0 procent"))
        #expect(
            text.contains(
                "Det är ingen säker skillnad mellan utförarna och brukarna i andelen positiva svar på ”Hur ofta räcker")
        )
    }

    @Test func `when too few have answered, that is all that is said of the group`() {
        var surveys = MadeUpSurveys()
        surveys.cell = { place in
            place.group == "providers" && place.measure != .responseRate ? .hidden : nil
        }
        let text = surveys.chapter()
        #expect(text.contains("För få har svarat. Därför kan svaren från utförarna inte visas"))
        #expect(!text.contains("Utförarna svarar oftast"))
        #expect(text.contains("Brukarna svarar oftast positivt på ”Hur ofta får du samma ledsagare?” (72,0 procent)"))
    }

    @Test func `a response rate below half is a caution`() {
        var surveys = MadeUpSurveys()
        #expect(!surveys.chapter().contains("Färre än hälften"))
        surveys.cell = { place in
            place.measure == .responseRate && place.aspect == .headline
                ? Sample.share(0.31, x: 93, n: 300, persons: 300) : nil
        }
        let text = surveys.chapter()
        #expect(text.contains("Färre än hälften av brukarna som fått enkäten har svarat."))
        #expect(text.contains("brukare som fått enkäten har svarat (31,0 procent; 93 av 300)."))
    }

    @Test func `the best end of a scale stands first and its parts are the favourable share`() throws {
        let item = try #require(MadeUpSurveys().surveys[0].item("time-enough"))
        #expect(item.bestFirst.map(\.code) == ["always", "often", "sometimes", "seldom", "never"])
        let unused = try #require(MadeUpSurveys().surveys[0].item("hours-unused"))
        #expect(unused.bestFirst.map(\.code) == ["no", "yes"])
        let text = MadeUpSurveys().chapter()
        #expect(text.contains("Positiva svar är ”Alltid” och ”Ofta”."))
        #expect(text.contains("Hur ofta räcker timmarna? (n = 170)"))
    }

    @Test func `no survey, no chapter, and the report says so`() {
        var surveys = MadeUpSurveys()
        surveys.surveys = []
        #expect(surveys.told(SurveyChapter.init) == nil && surveys.told(QualityAnnex.init) == nil)
        #expect(surveys.ofBoard("Granlunda") == nil)
        #expect(SurveyChapter(scope: surveys.scope()).requests.isEmpty)
        #expect(surveys.limits.contains("ingen enkät ingår"))
    }

    @Test func `a group without a survey is named among what cannot be said`() {
        #expect(
            MadeUpSurveys().limits.contains(
                "- Vad handläggare tycker och om de känner till reglerna: ingen enkät till dem ingår.\n"))
    }

    @Test func `a survey of another year is not in the report`() {
        var surveys = MadeUpSurveys()
        surveys.year = 2025
        #expect(surveys.scope().currentSurveys.isEmpty)
        surveys.year = 2018
        #expect(surveys.scope().currentSurveys.map(\.wave) == ["2018"])
    }

    @Test func `a board sees its own answers beside the city's`() throws {
        let section = try #require(MadeUpSurveys().ofBoard("Granlunda"))
        let text = MadeUpSurveys.page([section]).markdown()
        #expect(text.contains("Svar i Granlunda och i hela staden") || text.contains("i hela kommunen"))
        #expect(text.contains("Hur ofta får du samma ledsagare?"))
    }

    @Test func `a board with too few answers is told just that`() throws {
        var surveys = MadeUpSurveys()
        surveys.cell = { $0.codes[.district] == "Granlunda" ? .hidden : nil }
        let section = try #require(surveys.ofBoard("Granlunda"))
        let text = MadeUpSurveys.page([section]).markdown()
        #expect(
            text.contains(
                "Svaren från Granlunda kan inte visas utan risk att röja någon. Därför kan vi inte berätta vad de har svarat."
            ))
        #expect(!text.contains("|"))
        // Among the others it is two dots.
        let row = surveys.chapter().split(separator: "\n").first { $0.hasPrefix("| Granlunda") }
        #expect(row?.contains("%") == false && row?.contains(" .. |") == true)
    }

    @Test func `page one has the knowledge card and at most five`() throws {
        let surveys = MadeUpSurveys()
        let knowledge = KnowledgeInBrief(scope: surveys.scope())
        let card = try #require(knowledge.card(surveys.released().limited(to: knowledge.requests)))
        #expect(
            card.sentence.plain()
                == "Så stor del av brukarna känner till tremånadersregeln, enligt enkäten 2019.")
        #expect(card.change == .noCertainChange)
        guard case .cards(let cards)? = surveys.told(SummaryChapter.init)?.blocks.first else {
            Issue.record("page one begins with cards")
            return
        }
        #expect(cards.count <= 5 && cards.contains(card))
    }

    @Test func `the open tables tell what the codes of questions and groups stand for`() throws {
        let surveys = MadeUpSurveys()
        let table = try #require(surveys.scope().favourable.flatMap { surveys.release()[$0] })
        let open = OpenTable(name: "item-top-box", table: table)
        #expect(open.csv.hasPrefix("year,group,wave,question,value,"))
        let package = DataPackage(
            name: "prov", title: Phrase(sv: "Prov", en: "Test"), source: "Exempelstad", version: "0.1.0", tables: [open]
        )
        let text = package.json(in: .swedish).filter { !$0.isWhitespace }
        #expect(text.contains(#"{"value":"time-enough","label":"Hurofta"# + "räckertimmarna?\"}"))
        #expect(text.contains(#"{"value":"users","label":"Brukare"}"#))
    }

    @Test func `the wrong answers of a knowledge item are not asked for`() {
        let asked = MadeUpSurveys().scope().distribution?.filters.first { $0.dimension == .question }?.values
        #expect(asked?.contains("time-enough") == true && asked?.contains("knows-three-month-rule") == false)
    }

    @Test func `every question to a survey is asked once`() {
        let questions = ReportPages(MadeUpSurveys().scope()).questions
        #expect(Set(questions).count == questions.count)
    }
}
