// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Measures
import Terms
import Testing

@testable import Disclosure
@testable import Documents
@testable import Renderers
@testable import Reports

/// Towns whose exports lack something: their reports say what they can, and what they cannot.
struct UnusualTownTests {
    @Test func `half a year of performed hours is not compared with a whole one`() throws {
        var town = SmallTown()
        town.windowEnd = YearMonth(year: 2019, month: 6)
        let text = try town.cityReport().markdown()
        let pageOne = text[..<text.firstRange(of: "## 2 Underlaget")!.lowerBound]
        #expect(pageOne.contains("Från januari till juni 2019 utfördes"))
        #expect(pageOne.contains("beviljade timmar har utförts från januari till juni 2019"))
        #expect(pageOne.contains("på ett flexibelt sätt från januari till juni 2019"))
        #expect(pageOne.contains("täcker inte hela 2019") && pageOne.contains("jämförs inte mellan åren"))
        #expect(!pageOne.contains("bättre") && !pageOne.contains("sämre") && !pageOne.contains("utförda timmar har"))
        // What needs no performed hours is compared as ever.
        #expect(text.contains("Antalet personer med ledsagning "))
        #expect(!text.contains("Vad förändringen av utförda timmar beror på"))
        #expect(!text.contains("blev") || !text.contains("De utförda timmarna inom beslut blev"))
    }

    @Test func `a window stands beside every table it touches, and no other`() throws {
        var town = SmallTown()
        town.windowEnd = YearMonth(year: 2019, month: 6)
        let document = try town.cityReport()
        let note = "täcker bara januari till juni 2019"
        var (touched, untouched) = (Set<String>(), Set<String>())
        func visit(_ section: Section) {
            for block in section.blocks {
                let table: Table? =
                    switch block {
                    case .table(let table): table
                    case .figure(let figure): figure.table
                    default: nil
                    }
                guard let table else { continue }
                if table.notes.contains(where: { $0.plain().contains(note) }) {
                    touched.insert(table.id)
                } else {
                    untouched.insert(table.id)
                }
            }
            section.sections.forEach(visit)
        }
        document.sections.forEach(visit)
        #expect(
            touched.isSuperset(of: [
                "sammanhang", "andel-utforda-ar", "utforda-grupper", "manader", "regi", "utforare", "flexibel-grupper",
                "kanslighet", "stadsdelar-utilisation", "stadsdelar", "alla-utforda", "alla-andelar", "alla-flexibla",
            ]), "\(touched.sorted())")
        #expect(
            untouched.isSuperset(of: [
                "lasta-rader", "personer-grupper", "personer-matdag", "beviljade-timmar-matt", "beslut-timklass",
                "alla-personer", "alla-beviljade",
            ]), "\(untouched.sorted())")
    }

    @Test func `a board's report does not compare half a year either`() throws {
        var town = SmallTown()
        town.windowEnd = YearMonth(year: 2019, month: 6)
        let (release, integrity) = try town.release()
        let text = AreaReport(scope: town.scope(), area: "Björkliden")
            .document(Released(release, integrity: integrity)).markdown()
        #expect(text.contains("✕ kan inte jämföras") && text.contains("täcker bara januari till juni 2019"))
        #expect(!text.contains("bättre") && !text.contains("sämre") && !text.contains("Figur 1"))
    }

    @Test func `without boards nothing is said of boards, but that there are none`() throws {
        var town = SmallTown()
        town.hasBoards = false
        let text = try town.cityReport().markdown()
        #expect(text.contains("underlaget har inga stadsdelsnämnder"))
        #expect(!text.contains("Likvärdighet mellan stadsdelsnämnder") && !text.contains("| Personer med beslut utan"))
        #expect(text.contains("Personer efter lagrum, kön och ålder") && !text.contains("ålder och stadsdelsnämnd"))
    }

    @Test func `a handful of persons get few tables, no word for their change, and no advice that was not found`()
        throws
    {
        var town = SmallTown()
        town.persons = 12
        let text = try town.cityReport().markdown()
        let pageOne = text[..<text.firstRange(of: "## 2 Underlaget")!.lowerBound]
        #expect(pageOne.contains("uppgifter visas inte, eftersom de gäller få personer."))
        #expect(!text.contains("Större grupper") && !text.contains("Slå ihop"))
        #expect(text.contains("är utelämnad: talen i den kan inte visas"))
        for word in ["Antalet utförda timmar har", "Antalet beviljade timmar har", "med ledsagning har"] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(!text.contains("... ") && !text.contains("hit.."))
    }

    @Test(arguments: Language.allCases) func `advice on coarser classes is what was found, and no board is named in it`(
        language: Language
    ) throws {
        var town = SmallTown()
        town.persons = 40
        let (release, integrity) = try town.release()
        let table = try #require(release.tables.first { $0.question.dimensions == [.district, .law] })
        func advice(_ coarsening: Coarsening) -> CoarserTable {
            CoarserTable(
                table: table, coarsening: coarsening, before: CoarserTable.Count(shown: 7, of: 40),
                after: CoarserTable.Count(shown: 38, of: 39))
        }
        let best = advice(.ageGroups(["65–79", "80+"], limits: [0, 23, 65]))
        let found = [advice(.boards(["Björkliden", "Granlunda"])), best]
        func text(_ advice: [CoarserTable]) -> String {
            FollowUp(scope: town.scope(language))
                .document(Released(release, advice: advice, integrity: integrity)).markdown()
        }
        let change = language == .swedish ? "åldersgrupperna 65–79 och 80+" : "age groups 65–79 and 80+"
        #expect(CoarseningWords.change(best.coarsening, of: best.table.question)[language].contains(change))
        let annex = text(found)[...].components(separatedBy: language == .swedish ? "Bilaga D" : "Annex D").last ?? ""
        #expect(annex.contains(change))
        #expect(text(found).contains(language == .swedish ? "vilka står i bilaga D" : "is said in annex D"))
        for word in ["samma efterträdare", "one successor"] { #expect(!text(found).contains(word)) }
        // How much more would be shown is for who makes the report.
        #expect(!annex.contains("38"))
        let without = text([found[0]])
        for word in [change, "Större grupper", "Larger groups"] { #expect(!without.contains(word)) }
    }

    @Test func `a first year stands alone`() throws {
        var town = SmallTown()
        town.years = 2019...2019
        let text = try town.cityReport().markdown()
        #expect(!text.contains("andel-utforda-ar") && !text.contains("**Tabell 7. Andel utförda timmar**"))
        #expect(text.contains("det finns inga uppgifter om 2018 att jämföra med"))
    }

    @Test func `totals give a report of what totals tell`() throws {
        let dataset = Dataset(
            municipality: "Exempelstad", services: [Service(name: "Ledsagning", law: .sol)],
            division: Division([District(name: "Norr"), District(name: "Söder")]),
            statistics: (2018...2019).flatMap { year in
                (0...1).map { district in
                    StatisticsRow(
                        year: year, district: Int16(district), service: 0, law: .sol, persons: 60 + district,
                        granted: Hours(9000), performed: Hours(5400), flexiblePersons: 30)
                }
            })
        let facts = ReportFacts(
            municipality: "Exempelstad", boards: ["Norr", "Söder"], window: nil,
            generator: "Ledsaga 0.1.0", settings: [])
        let scope = ReportScope(
            year: 2019, comparesWithYearBefore: true, basis: .totals, facts: facts, measures: .catalogue,
            language: .swedish)
        let tabulator = Tabulator(dataset)
        let policy = ReleasePolicy(DisclosureSettings(), division: dataset.division)
        let release = policy.release(try ReportPages(scope).questions.map { try tabulator.tabulate($0) })
        let text = FollowUp(scope: scope).document(Released(release, integrity: policy.integrity([]))).markdown()
        #expect(text.contains("**Personer: 121**") && text.contains("60,0\u{A0}%"))
        #expect(text.contains("Rapporten bygger på sammanställd statistik"))
        #expect(!text.contains("inga utförda timmar") && !text.contains("Ingen person eller timme"))
        #expect(!text.contains("månad för månad**") && !text.contains("Utan utförd tid"))
        #expect(
            text.contains("är 60,0\u{A0}procent i alla de stadsdelsnämnder"))
    }

    @Test func `a share without its n is not printed finer than it is released`() {
        let share = ReleasedCell.shown(
            ReleasedValue(value: 0.53, lower: 0.47, upper: 0.59, persons: nil, unit: .share))
        #expect(CellText(.value(share), .swedish).text == "53\u{A0}%")
        #expect(CellText(.interval(share), .swedish).text == "47–59\u{A0}%")
        guard case .shown(let value) = share else { return }
        #expect(CellText.inSentence(value, .value, .percentagePoints(), .swedish) == "53")
        #expect(CellText.inSentence(value, .interval, .percentagePoints(), .swedish) == "47–59")
        // A share of hours keeps its decimal, for it is released whole.
        let ofHours = ReleasedValue(value: 0.531, persons: nil, numerator: 531, denominator: 1000, unit: .share)
        #expect(CellText.inSentence(ofHours, .value, .percent(), .swedish) == "53,1\u{A0}%")
    }

    @Test(arguments: [
        ("2018-01", "2019-06", "från januari till juni 2019"), ("2019-03", "2019-12", "från mars till december 2019"),
        ("2018-01", "2019-01", "under januari 2019"),
    ])
    func `the part of the year that is seen is told in words`(first: String, last: String, words: String) {
        let window = ReportFacts.Window(first: first, last: last, coversYear: false, coversYearBefore: true)
        #expect(window.observedPart(of: 2019)?.swedish == words)
    }

    @Test func `a year seen whole, or not at all, has no part`() {
        let whole = ReportFacts.Window(first: "2018-01", last: "2019-12", coversYear: true, coversYearBefore: true)
        let unseen = ReportFacts.Window(first: "2017-01", last: "2018-12", coversYear: false, coversYearBefore: true)
        #expect(whole.observedPart(of: 2019) == nil && unseen.observedPart(of: 2019) == nil)
    }

    @Test func `a median of nothing moved is said in words`() {
        let writer = FindingWriter(
            language: .swedish, year: 2019, service: ReportFacts.companionService,
            adverse: Catalogue.adverse)
        #expect(
            writer.shiftedShare(median: Sample.share(0.0001))?.sentence.plain()
                == "Minst hälften av personerna med utförda timmar har inga, eller nästan inga, timmar över det som var "
                + "beviljat för månaden.")
    }
}
