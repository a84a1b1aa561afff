// SPDX-License-Identifier: EUPL-1.2
import Foundation
import TestSupport
import Testing

/// Rows that cannot be right: each is set aside with a clear fault, the others are read, and the report says how many.
@Suite struct ImpossibleRowsTests {
    private func project() throws -> Scratch {
        let scratch = try Scratch()
        // The second is applied for after it was made; the third is before the person's birth.
        try scratch.write(
            """
            person;insats;lagrum;ansokan;beslutsdatum;from;tom;timmar
            a1;Ledsagarservice;LSS 9:3;2018-11-01;2018-12-01;2019-01-01;;10
            a2;Ledsagarservice;LSS 9:3;2019-02-01;2018-12-01;2019-01-01;;10
            20190614-9800;Ledsagarservice;LSS 9:3;2018-11-01;2018-12-01;2019-01-01;;10

            """, to: "data/beslut.csv")
        try scratch.write(
            "person;insats;datum;timmar;status\na1;Ledsagarservice;2019-01-02;2;Utförd\n", to: "data/utforda.csv")
        try scratch.write(
            "person;datum;belopp\na1;2019-03-01;120\n;2019-03-02;80\n", to: "data/omkostnader.csv")
        try scratch.write(
            "nyckeltal;kommun;ar;varde\nN28804;Riket;2019;31000\nN28812;Riket;2019;6,9\n", to: "data/kolada.csv")
        return scratch
    }

    @Test func `each has a fault with file, line, column and what to do`() throws {
        let scratch = try project()
        let check = try Program.run(["check"], in: scratch.url)
        #expect(check.code == 1)
        for words in [
            "data/beslut.csv, rad 3, kolumnen ansokan", "ansökan är senare än beslutet",
            "data/beslut.csv, rad 4, kolumnen person", "före personens födelse",
            "data/omkostnader.csv, rad 3, kolumnen person",
            "data/kolada.csv, rad 2, kolumnen nyckeltal", "ett annat nyckeltal",
        ] {
            #expect(check.output.contains(words), "\(words): \(check.output)")
        }
        #expect(!check.output.contains("9800"), "no identity number in a message")
    }

    @Test func `nothing is lost: rows read are rows kept and rows set aside`() throws {
        struct Checked: Decodable {
            struct File: Decodable {
                let kind: String
                let rows, kept, set_aside: Int
            }
            let files: [File]
        }
        let scratch = try project()
        let check = try Program.run(["check", "--format", "json"], in: scratch.url)
        let checked = try JSONDecoder().decode(Checked.self, from: Data(check.output.utf8))
        let counts = Dictionary(
            uniqueKeysWithValues: checked.files.map { ($0.kind, [$0.rows, $0.kept, $0.set_aside]) })
        #expect(
            counts == ["decisions": [3, 1, 2], "visits": [1, 1, 0], "expenses": [2, 1, 1], "baseline": [2, 1, 1]])
    }

    @Test func `a report can be made of the rest, and says on page one that rows could not be used`() throws {
        let scratch = try project()
        let report = try Program.run(["report", "--year", "2019"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let text = try String(
            contentsOf: scratch.url.appending(path: "reports/2019/uppfoljning-2019.md"), encoding: .utf8)
        #expect(text.contains("Av 8 lästa rader har 4 inte kunnat användas"), "\(text.prefix(2500))")
        #expect(!text.contains("9800"))
    }
}
