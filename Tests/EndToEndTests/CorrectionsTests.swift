// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// `rattelser.csv` from the project folder to `check`, the report and its manifest.
@Suite struct CorrectionsTests {
    @Test func `corrections mend rows, are listed without values, and leave the exports as they are`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, persons: 40)
        let file = scratch.url.appendingPathComponent("data/beslut-2019.csv")
        let original = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        var lines = original.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let header = lines[0].split(separator: ";").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        let place = try #require(header.firstIndex(of: "timmar"))
        var cells = lines[2].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        let person = cells[0]
        cells[place] = "okänt"
        lines[2] = cells.joined(separator: ";")
        try scratch.write(lines.joined(separator: "\n"), to: "data/beslut-2019.csv")
        let before = try Program.run(["check", "-q"], in: scratch.url)
        #expect(before.code == 1)

        try scratch.write(
            """
            fil;rad;kolumn;varde;vem;nar;fore
            data/beslut-2019.csv;3;timmar;17;A. Berg;2020-02-01;okänt
            data/beslut-2019.csv;3;person;\(person);A. Berg;2020-02-01;

            """, to: "rattelser.csv")
        let after = try Program.run(["check", "-q"], in: scratch.url)
        #expect(after.code == 0, "\(after.output)\(after.messages)")
        #expect(after.output.contains("2 rättelser ur rattelser.csv"))
        #expect(after.output.contains("rad 3, kolumnen timmar: ”17” (A. Berg, 2020-02-01)"))

        let report = try Program.run(["report", "--year", "2019", "-q"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let page = String(
            decoding: try Data(contentsOf: scratch.url.appendingPathComponent("reports/2019/uppfoljning-2019.md")),
            as: UTF8.self)
        #expect(page.contains("Uppgifter som rättats") && page.contains("A. Berg"))
        let manifest = String(
            decoding: try Data(contentsOf: scratch.url.appendingPathComponent("reports/2019/manifest.json")),
            as: UTF8.self)
        #expect(manifest.contains("{\"path\": \"rattelser.csv\", \"bytes\": null, \"sha256\": null}"))
        let keys = try SimulatedProject.personKeys(of: scratch)
        for text in [after.output, page, manifest] { #expect(!keys.contains { text.contains($0) }) }
        #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == lines.joined(separator: "\n"))
    }

    @Test func `a correction that points nowhere ends the run with its line`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, persons: 20)
        try scratch.write(
            "fil;rad;kolumn;varde;vem;nar\ndata/beslut-2018.csv;99999;timmar;17;A. Berg;2020-02-01\n",
            to: "rattelser.csv")
        for command in [["check"], ["query", "persons"], ["report"]] {
            let result = try Program.run(command, in: scratch.url)
            #expect(result.code == 78 && result.messages.contains("rattelser.csv:2: "), "\(result.messages)")
        }
    }

    @Test func `a cell of a sheet is corrected by sheet and row, and messages say so`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(
            into: scratch, ["--years", "2019", "--survey-waves", "0", "--without-truth", "--export", "xlsx"],
            persons: 25)
        let before = try Program.run(["check", "--format", "json", "-q"], in: scratch.url)
        struct Checked: Decodable {
            struct Correction: Decodable { let line: Int, column: String, read: Bool }
            struct File: Decodable { let file: String, kind: String, corrections: [Correction] }
            let files: [File]
        }
        let files = try JSONDecoder().decode(Checked.self, from: Data(before.output.utf8)).files
        let sheet = try #require(files.first { $0.kind == "decisions" }).file
        let asked = try Program.run(
            ["query", "granted-hours", "--year", "2019", "--internal", "--format", "csv", "-q"], in: scratch.url)
        try scratch.write(
            "fil;rad;kolumn;varde;vem;nar\n\(sheet);2;timmar;99;A. Berg;2020-02-01\n", to: "rattelser.csv")
        let after = try Program.run(["check", "-q"], in: scratch.url)
        #expect(after.code == 0, "\(after.messages)")
        #expect(after.output.contains("\(sheet): 1 rättelse ur rattelser.csv"), "\(after.output)")
        let corrected = try Program.run(
            ["query", "granted-hours", "--year", "2019", "--internal", "--format", "csv", "-q"], in: scratch.url)
        #expect(asked.code == 0 && corrected.code == 0 && asked.output != corrected.output)
        let report = try Program.run(["report", "--year", "2019", "-q"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let page = try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2019/uppfoljning-2019.md"), encoding: .utf8)
        #expect(page.contains("Uppgifter som rättats") && page.contains("A. Berg"))
        // Commands that read a file as it lies say that they do.
        let file = String(sheet.split(separator: " [")[0])
        for command in [["inspect", file], ["pseudonymise", file, "-o", "kopia.csv", "--sheet", "Beslut"]] {
            let result = try Program.run(command, in: scratch.url)
            if command[0] == "inspect" { #expect(result.code == 0, "\(result.messages)") }
            guard result.code == 0 else { continue }
            #expect(
                result.messages.contains("\(file): här görs inte rättelserna i rattelser.csv"), "\(result.messages)")
        }
    }

    @Test func `answers of a survey are corrected, and a column that is not read is said to be none`() throws {
        let scratch = try Scratch()
        let rows = (1...30).map { number in
            "\(number);2019-10-01 08:15:00;\(["Mycket nöjd", "Ganska nöjd", "Mycket missnöjd"][number % 3]);Siv"
        }
        try scratch.write(
            "ID;Starttid;Hur nöjd är du med ledsagningen?;Namn\n" + rows.joined(separator: "\n") + "\n",
            to: "data/Enkät 2019.csv")
        func share() throws -> String {
            let result = try Program.run(
                ["query", "item:hur-nojd-ar-du-med-ledsagningen", "--internal", "--format", "csv", "-q"],
                in: scratch.url)
            try #require(result.code == 0, "\(result.messages)")
            return result.output
        }
        let before = try share()
        try scratch.write(
            """
            fil;rad;kolumn;varde;vem;nar
            data/Enkät 2019.csv;2;Hur nöjd är du med ledsagningen?;Mycket nöjd;A. Berg;2020-02-01
            data/Enkät 2019.csv;3;Namn;Eva;A. Berg;2020-02-01

            """, to: "rattelser.csv")
        #expect(try share() != before)
        let check = try Program.run(["check", "-q"], in: scratch.url)
        #expect(check.code == 0, "\(check.messages)")
        #expect(check.output.contains("2 rättelser ur rattelser.csv"), "\(check.output)")
        #expect(
            check.output.contains(
                "kolumnen Namn (A. Berg, 2020-02-01): kolumnen läses inte, så rättelsen ändrar inget"),
            "\(check.output)")
        #expect(!check.output.contains("Eva") && !check.output.contains("Mycket nöjd"))
    }
}
