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
        #expect(text.hasPrefix("municipality: Åby\n\n# What the exports were taken for."))
        #expect(try Project.load(folder: bare.path).municipality == "Åby")
    }

    private static func book() -> Data {
        func rows(_ text: String) -> String {
            text.split(separator: "\n").enumerated().map { number, line in
                let cells = line.split(separator: ";").map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
                return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
            }
            .joined()
        }
        var book = XLSXMaker()
        book.add("Beslut", rows: rows(decisions.replacing("Beviljad tid", with: "Timmar per månad")))
        book.add("Besök", rows: rows(visits))
        return Data(book.bytes())
    }

    @Test func `exports in the project's own folder get sources where they lie, and are kept out of git`() throws {
        let folder = try ScratchFolder(["anteckningar.txt": "Ring Eva.\n", "priser.csv": "vara;pris\nx;1\n"])
        try folder.write("Uppföljning [ny] 2019.xlsx", Self.book())
        let outcomes = try ProjectTemplate(language: .swedish).write(into: folder.path)
        #expect(outcomes.last?.hasSources == true && outcomes.last?.questions == 0)
        let text = try folder.text("ledsaga.yaml")
        #expect(text.contains("- {kind: decisions, files: \"Uppföljning [ny] 2019.xlsx\", sheet: Beslut}\n"), "\(text)")
        #expect(text.contains("- {kind: visits, files: \"Uppföljning [ny] 2019.xlsx\", sheet: Besök}\n"))
        #expect(!text.contains("anteckningar") && !text.contains("priser"))
        #expect(try folder.text(".gitignore").hasSuffix("data/\n/Uppföljning \\[ny\\] 2019.xlsx\n"))
        let result = try load(folder)
        #expect(result.dataset.decisions.count == 1 && result.dataset.performed.count == 1)
    }

    @Test func `without a project file, or with an empty data, what lies elsewhere is named with what to do`() throws {
        let folder = try ScratchFolder(["priser.csv": "vara;pris\nx;1\n"])
        try folder.write("Uppföljning 2019.xlsx", Self.book())
        func message(_ language: Language) throws -> String {
            try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }.message(in: language)
        }
        let bare = try message(.swedish)
        #expect(bare.contains("i projektets mapp ligger Uppföljning 2019.xlsx (beslut och utförd tid)."), "\(bare)")
        #expect(bare.contains("Kör ”ledsaga init \"\(folder.path)\"”"), "\(bare)")
        #expect(!bare.contains("priser") && !bare.contains("csv"))
        try folder.write("ledsaga.yaml", Data("municipality: Åby\n".utf8))
        #expect(try message(.english).contains("data/ holds no exports, but Uppföljning 2019.xlsx"))
        // Both pieces of advice work.
        _ = try ProjectTemplate(language: .swedish).write(into: folder.path)
        #expect(try load(folder).dataset.decisions.count == 1)
        let moved = try ScratchFolder(["ledsaga.yaml": "municipality: Åby\n"])
        try moved.write("data/Uppföljning 2019.xlsx", Self.book())
        #expect(try load(moved).dataset.decisions.count == 1)
    }

    @Test func `what lies in data and is no table is named, and so is a folder inside it`() throws {
        let folder = try ScratchFolder(["ledsaga.yaml": "municipality: Åby\n", "data/avtal.pdf": "%PDF-1.7 \u{0}"])
        func message() throws -> String {
            try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }.message(in: .swedish)
        }
        let none = try message()
        #expect(none.contains("i data/ finns inga exporter: data/avtal.pdf är ingen tabell."), "\(none)")
        #expect(none.contains("under vilka namn som helst"))
        try folder.write("data/2019/lista.csv", Data(Self.visits.utf8))
        #expect(try message().contains("men i mappar under den ligger data/2019/lista.csv (utförd tid)."))
    }

    @Test func `an export beside data is told of when its kind is not read otherwise`() throws {
        let folder = try ScratchFolder(["data/a.csv": Self.visits, "b.csv": Self.visits])
        #expect(try Project.load(folder: folder.path).notes.isEmpty)
        try folder.write("c.csv", Data(Self.decisions.utf8))
        #expect(try Project.load(folder: folder.path).notes == [.besideData(file: "c.csv")])
        try folder.write("ledsaga.yaml", Data("sources:\n  - {kind: visits, files: data/a.csv}\n".utf8))
        #expect(try Project.load(folder: folder.path).notes == [.besideData(file: "c.csv")])
        // `init` takes it in.
        try folder.write("ledsaga.yaml", Data("municipality: Åby\n".utf8))
        _ = try ProjectTemplate(language: .swedish).write(into: folder.path)
        let text = try folder.text("ledsaga.yaml")
        #expect(text.contains("{kind: decisions, files: c.csv}") && !text.contains("b.csv"), "\(text)")
    }
}
