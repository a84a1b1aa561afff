// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Terms
import TestSupport
import Testing

@testable import Intake

/// The sources that `ledsaga init` writes for exports that are there.
@Suite struct InferredSettingsTests {
    private static let visits = "Personnr;Insats;Datum;Timmar\n19650101-9993;Ledsagning;2019-03-04;2,5\n"
    private static let decisions = "Personnr;Insats;Från datum;Beviljad tid\n19650101-9993;Ledsagning;2019-01-01;24\n"

    private func load(_ folder: borrowing ScratchFolder) throws -> IntakeResult {
        try Intake(try Project.load(folder: folder.path), key: SecretKey(bytes: Array(0..<32))).read()
    }

    @Test func `what the files were taken for is written, and what nothing tells is asked until it is answered`() throws
    {
        let folder = try ScratchFolder(["data/a.csv": Self.visits, "data/b.csv": Self.decisions])
        let outcomes = try ProjectTemplate(language: .swedish).write(into: folder.path)
        #expect(outcomes.last?.hasSources == true && outcomes.last?.questions == 1)
        let text = try folder.text("ledsaga.yaml")
        #expect(text.contains("  - {kind: visits, files: data/a.csv}\n"))
        #expect(text.contains("  #   läses: person = Personnr; insats = Insats; datum = Datum; timmar = Timmar\n"))
        #expect(
            text.contains(
                "  # SVARA: det framgår inte om timmarna i kolumnen ”Beviljad tid” är per månad, vecka eller år.\n"))
        #expect(text.contains("  # Är de per månad, skriv units: {timmar: månad} i raden nedan.\n"))
        #expect(throws: IntakeError.self) { try load(folder) }
        let answered = text.replacing("files: data/b.csv}", with: "files: data/b.csv, units: {timmar: månad}}")
        try folder.write("ledsaga.yaml", Data(answered.utf8))
        let result = try load(folder)
        #expect(result.faults.isEmpty && result.dataset.decisions.count == 1)
    }

    @Test func `a sheet is named, and a file that is like nothing stops the check`() throws {
        var book = XLSXMaker()
        let rows = Self.visits.split(separator: "\n").enumerated().map { number, line in
            let cells = line.split(separator: ";").map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
            return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
        }
        book.add("Om", rows: "<row r=\"1\"><c t=\"inlineStr\"><is><t>Påhittat</t></is></c></row>")
        book.add("Besök 2019", rows: rows.joined())
        let folder = try ScratchFolder()
        try folder.write("data/bok.xlsx", Data(book.bytes()))
        try folder.write("data/okänd.csv", Data("Vem;Vad;Nar\nx;y;z\nx;y;w\n".utf8))
        let outcomes = try ProjectTemplate(language: .swedish).write(into: folder.path)
        #expect(outcomes.last?.questions == 1)
        let text = try folder.text("ledsaga.yaml")
        #expect(text.contains("  - {kind: visits, files: data/bok.xlsx, sheet: Besök 2019}\n"))
        #expect(text.contains("  - {kind: \"?\", files: data/okänd.csv}\n"))
        #expect(throws: ProjectError.self) { try load(folder) }
        let without = text.replacing("  - {kind: \"?\", files: data/okänd.csv}\n", with: "")
        try folder.write("ledsaga.yaml", Data(without.utf8))
        let project = try Project.load(folder: folder.path)
        #expect(project.sources[0].tables.map(\.name) == ["data/bok.xlsx [Besök 2019]"])
        #expect(project.notes == [.outsideSources(file: "data/okänd.csv")])
    }

    @Test func `a project file that names its sources is left alone, and one that names none gets them`() throws {
        let own = "municipality: Åby\nsources:\n  - {kind: visits, files: data/a.csv}\n"
        let named = try ScratchFolder(["data/a.csv": Self.visits, "ledsaga.yaml": own])
        _ = try ProjectTemplate(language: .swedish).write(into: named.path)
        #expect(try named.text("ledsaga.yaml") == own)
        let bare = try ScratchFolder(["data/a.csv": Self.visits, "ledsaga.yaml": "municipality: Åby"])
        _ = try ProjectTemplate(language: .english).write(into: bare.path)
        let text = try bare.text("ledsaga.yaml")
        #expect(text.hasPrefix("municipality: Åby\n\n# What the files in data/ were taken for."))
        #expect(try Project.load(folder: bare.path).municipality == "Åby")
    }
}
