// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Foundation
@testable import Intake
import Terms
import Testing

@Suite struct ProjectTemplateTests {
    @Test(arguments: Language.allCases)
    func `a new project loads once exports are there, with the defaults`(language: Language) throws {
        let folder = try ScratchFolder()
        let outcomes = try ProjectTemplate(language: language).write(into: folder.path)
        let surveys =
            language == .swedish
            ? [
                "enkater/brukare.kodbok.yaml", "enkater/brukare.md", "enkater/brukare-lattlast.md",
                "enkater/utforare.kodbok.yaml", "enkater/utforare.md", "enkater/handlaggare.kodbok.yaml",
                "enkater/handlaggare.md",
            ]
            : [
                "surveys/users.codebook.yaml", "surveys/users.md", "surveys/users-easy.md",
                "surveys/providers.codebook.yaml", "surveys/providers.md", "surveys/case-officers.codebook.yaml",
                "surveys/case-officers.md",
            ]
        let surveyFolder = language == .swedish ? "enkater/" : "surveys/"
        #expect(
            outcomes.map(\.path) == ["data/", "reports/", surveyFolder, "ledsaga.yaml", ".gitignore"] + surveys + [
                "ledsaga.key"
            ])
        #expect(outcomes.allSatisfy { !$0.wasThere })
        let empty = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }
        #expect(empty.fact == .noExports(LooseTables()))

        try folder.write("data/beslut-2019.csv", Data("person\n".utf8))
        let project = try Project.load(folder: folder.path)
        #expect(project.language == language)
        #expect(project.sources.map(\.kind) == [.decisions])
        #expect(project.measures == MeasureSettings())
        #expect(project.disclosure == DisclosureSettings())
        #expect(project.services.map(\.name) == ServiceEntry.defaults.map(\.name))
        #expect(try SecretKey.load(folder: folder.path) != nil)
        let ignored = try folder.text(".gitignore").split(separator: "\n")
        #expect(ignored.contains("ledsaga.key"))
        #expect(ignored.contains("data/"))
    }

    @Test func `the settings shown as comments are the defaults`() throws {
        let folder = try ScratchFolder(["data/beslut.csv": ""])
        _ = try ProjectTemplate(language: .swedish).write(into: folder.path)
        let text = try folder.text("ledsaga.yaml")
        let settings = [
            "flexible_use", "  definition", "  denominator", "  anchor", "  period_months", "  tolerance_hours",
            "pro_rating", "hour_classes", "age_groups",
        ]
        var opened = text
        for setting in settings {
            #expect(opened.contains("# \(setting):"), "\(setting)")
            opened = opened.replacingOccurrences(of: "# \(setting):", with: "\(setting):")
        }
        try folder.write("ledsaga.yaml", Data(opened.utf8))
        #expect(try Project.load(folder: folder.path).measures == MeasureSettings())
    }

    @Test func `what is there stays, and git learns what it must not hold`() throws {
        let folder = try ScratchFolder(["ledsaga.yaml": "language: en\n", ".gitignore": "*.bak"])
        let first = try ProjectTemplate(language: .swedish).write(into: folder.path)
        #expect(first.first { $0.path == "ledsaga.yaml" }?.wasThere == true)
        #expect(try folder.text("ledsaga.yaml") == "language: en\n")
        #expect(try folder.text(".gitignore") == "*.bak\nledsaga.key\ndata/\n")
        let key = try folder.text("ledsaga.key")
        let second = try ProjectTemplate(language: .swedish).write(into: folder.path)
        #expect(second.allSatisfy { $0.wasThere })
        #expect(try folder.text(".gitignore") == "*.bak\nledsaga.key\ndata/\n")
        #expect(try folder.text("ledsaga.key") == key)
    }

    @Test func `a project can be laid down in a folder that is not there yet`() throws {
        let folder = try ScratchFolder()
        _ = try ProjectTemplate(language: .swedish).write(into: folder.path + "/ny/mapp")
        #expect(
            try folder.names(in: "ny/mapp") == [
                ".gitignore", "data", "enkater", "ledsaga.key", "ledsaga.yaml", "reports",
            ])
    }

    @Test func `a folder that cannot be made is an error of writing`() throws {
        let folder = try ScratchFolder(["fil": ""])
        let error = try #require(throws: WriteFailure.self) {
            try ProjectTemplate(language: .swedish).write(into: folder.path + "/fil/mapp")
        }
        #expect(error.exitCode == .cannotWrite)
    }
}
