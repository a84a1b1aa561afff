// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import Measures
import Terms
import TestSupport
import Testing

@testable import Documents
@testable import Renderers
@testable import Reports

struct CityReportTests {
    @Test(arguments: Language.allCases) func `the whole report of a small town is as expected`(language: Language)
        throws
    {
        let document = try SmallTown().cityReport(language)
        try GoldenFile.expect(document.markdown(), is: "city-\(language.rawValue).md")
    }

    @Test func `the findings of the 2019 evaluation can be said from data`() throws {
        var town = SmallTown()
        town.utilisation = [2018: 590, 2019: 620]
        town.savers = 46
        town.persons = 160
        let text = try town.cityReport().markdown()
        #expect(text.contains("Andelen utförda timmar har ökat något"))
        #expect(
            text.contains(
                "\n\nHälften av de personer som beviljats insatsen någon gång under året har använt ledsagning"))
    }

    @Test func `a falling share is told as a fall`() throws {
        var town = SmallTown()
        town.persons = 160
        town.utilisation = [2018: 700, 2019: 400]
        let text = try town.cityReport().markdown()
        #expect(text.contains("▼ sämre: Andelen utförda timmar har minskat kraftigt"))
    }

    @Test func `the first year has no comparison, and the report says what it cannot say`() throws {
        var town = SmallTown()
        town.persons = 60
        town.years = 2019...2019
        let text = try town.cityReport().markdown()
        #expect(!text.contains("2018 och 2019"))
        #expect(text.contains("det finns inga uppgifter om 2018 att jämföra med"))
        #expect(text.contains("✕ kan inte jämföras"))
        #expect(!text.contains("har ökat") || text.contains("| har ökat, har minskat"))
        #expect(!text.contains("forandring-delar") && !text.contains("Vad förändringen av utförda timmar beror på"))
    }

    @Test func `a year that the performed hours do not cover is said on page one and among what cannot be said`() throws
    {
        var town = SmallTown()
        town.persons = 60
        town.windowStart = YearMonth(year: 2018, month: 4)
        let text = try town.cityReport().markdown()
        let caution = "Utdragen med utförda timmar räcker från april 2018 till december 2019 och täcker inte hela 2018."
        let pageOne = text[..<text.firstRange(of: "## 2 Underlaget")!.lowerBound]
        #expect(pageOne.contains(caution))
        #expect(text[text.firstRange(of: "Det här kan vi inte säga")!.upperBound...].contains(caution))
    }

    @Test func `the rows read are the sum of those used and those set aside`() throws {
        let (_, integrity) = try SmallTown().release()
        #expect(integrity.rows == integrity.kept + integrity.setAsideRows)
        #expect(integrity.setAside.reduce(0) { $0 + $1.rows } == integrity.setAsideRows)
    }

    @Test func `every question of the report can be asked, and only once`() throws {
        let questions = ReportPages(SmallTown().scope()).questions
        #expect(Set(questions).count == questions.count)
        let tabulator = Tabulator(SmallTown().dataset)
        for question in questions { _ = try tabulator.tabulate(question) }
    }

    @Test func `every number of a finding is one of the release, or of its rows`() throws {
        let town = SmallTown()
        let (release, integrity) = try town.release()
        let values = Set(
            release.tables.flatMap(\.rows).compactMap { row -> ReleasedValue? in
                if case .shown(let value) = row.cell { value } else { nil }
            })
        let document = FollowUp(scope: town.scope()).document(Released(release, integrity: integrity))
        var findings = 0
        func visit(_ section: Section) {
            for block in section.blocks {
                guard case .finding(let finding) = block else { continue }
                findings += 1
                for value in finding.values { #expect(values.contains(value)) }
                #expect(!finding.values.isEmpty)
                let numbersInWords = finding.sentence.runs.flatMap { run -> [Character] in
                    if case .text(let text) = run { Array(text.filter(\.isNumber)) } else { [] }
                }
                // Words hold no digit but those of years and of "per 10 000 invånare".
                let digits = String(numbersInWords)
                #expect(
                    digits.replacing("2018", with: "").replacing("2019", with: "").replacing("10000", with: "")
                        .replacing("31", with: "").isEmpty, "\(finding.sentence.plain())")
            }
            section.sections.forEach(visit)
        }
        document.sections.forEach(visit)
        #expect(findings > 12)
    }

    @Test func `a town whose every person is in hiding still gets its report`() throws {
        var town = SmallTown()
        town.persons = 3
        let text = try town.cityReport().markdown()
        #expect(text.contains("## 1 Resultatet i korthet"))
        #expect(text.contains("är utelämnad: talen i den kan inte visas"))
        #expect(!text.contains("Antalet personer med ledsagning") && !text.contains("Andelen utförda timmar har"))
    }

    @Test func `the same exports give the same report, character for character`() throws {
        var town = SmallTown()
        town.persons = 60
        let (first, second) = (try town.cityReport(), try town.cityReport())
        #expect(first.markdown() == second.markdown())
        #expect(first.html() == second.html())
    }
}
