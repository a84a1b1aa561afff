// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Terms
import Testing

@Suite struct ProjectTests {
    @Test func `the project file of the specification is read`() throws {
        let folder = try ScratchFolder([
            "ledsaga.yaml": """
            municipality: Stockholms stad
            language: sv                  # sv | en, for reports, query output and data messages
            services:                     # name in reports: what the exports call it
              Ledsagning:      {law: SoL, aliases: [ledsagning, "SoL Ledsagning", ledsagning enligt SoL]}
              Ledsagarservice: {law: LSS, aliases: [ledsagarservice, "Ledsagarservice LSS"]}
            sources:                      # a glob each
              - {kind: decisions, files: data/beslut-*.csv}
              - {kind: visits,    files: data/utforda-*.csv}
              - {kind: survey,    files: data/enkat-brukare-2019.csv, codebook: data/b.yaml, group: users, wave: 2019}
              - {kind: districts, files: data/stadsdelsnamnder.csv}
              - {kind: population, files: data/befolkning.csv}
              - {kind: rates,     files: data/ersattning.csv}
            flexible_use: {definition: moved-hours, denominator: granted, anchor: spell, period_months: 3, tolerance_hours: 0.5}
            disclosure: {threshold: 5}
            """,
            "data/beslut-2019.csv": "", "data/beslut-2018.csv": "", "data/utforda-2019.csv": "",
            "data/enkat-brukare-2019.csv": "", "data/b.yaml": "", "data/stadsdelsnamnder.csv": "",
            "data/befolkning.csv": "", "data/ersattning.csv": "", "data/beslut-2020.csv.bak": "",
        ])
        let project = try Project.load(folder: folder.path)
        #expect(project.municipality == "Stockholms stad")
        #expect(project.services.map(\.name) == ["Ledsagning", "Ledsagarservice"])
        #expect(project.services.map(\.law) == [.sol, .lss])
        #expect(project.sources[0].files == ["data/beslut-2018.csv", "data/beslut-2019.csv"])
        #expect(project.sources.map(\.line) == [7, 8, 9, 10, 11, 12])
        #expect(project.sources[2].wave == "2019")
        #expect(project.notes.isEmpty)
        #expect(project.sources.map(\.kind) == [.decisions, .visits, .survey, .districts, .population, .rates])
        #expect(project.measures == MeasureSettings())
        #expect(project.disclosure == DisclosureSettings())
    }

    @Test func `the settings of disclosure control are read`() throws {
        let folder = try ScratchFolder([
            "ledsaga.yaml": """
            disclosure:
              threshold: 7
              p_percent: 12.5
              minimum_base: 20
              protection: 2
              method: rounding
              rounding_base: 5
            """,
            "data/beslut-2019.csv": "",
        ])
        let settings = try Project.load(folder: folder.path).disclosure
        #expect(settings.threshold == 7)
        #expect(settings.pPercent == 12.5)
        #expect(settings.minimumBase == 20)
        #expect(settings.protection == 2)
        #expect(settings.method == .rounding)
        #expect(settings.roundingBase == 5)
    }

    @Test func `a folder without a project file works with its canonical names`() throws {
        let folder = try ScratchFolder(["data/beslut-2019.csv": "", "data/Utförda_2019.csv": "", "data/annat.csv": ""])
        let project = try Project.load(folder: folder.path)
        #expect(project.sources.map(\.kind) == [.decisions, .visits])
        #expect(project.sources.flatMap(\.files) == ["data/beslut-2019.csv", "data/Utförda_2019.csv"])
        #expect(project.services == ServiceEntry.defaults)
    }

    @Test func `a misspelt key is told with its line and the nearest right one`() throws {
        let folder = try ScratchFolder(["ledsaga.yaml": "municipality: X\nlanguag: sv\n"])
        let error = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }
        #expect(error.line == 2)
        #expect(error.exitCode == .configuration)
        #expect(
            error.message(in: .english).hasSuffix("ledsaga.yaml:2: unknown key “languag”. Did you mean “language”?"))
        #expect(error.message(in: .swedish).hasSuffix("ledsaga.yaml:2: okänd nyckel ”languag”. Menade du ”language”?"))
    }
}
