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
}
