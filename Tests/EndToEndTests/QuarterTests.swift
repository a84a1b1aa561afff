// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// `ledsaga quarter`: the statistics on decisions not carried out, protected in `reports/`, whole outside it.
@Suite struct QuarterTests {
    private func town(_ scratch: borrowing Scratch, persons: Int = 120) throws {
        try SimulatedProject.write(
            into: scratch, ["--boards", "made-up", "--survey-waves", "0"], persons: persons, seed: 19)
        // Everybody whose key ends in an even digit stops being visited in the second half of 2019.
        let path = "data/utforda-2019.csv"
        let text = try String(contentsOf: scratch.url.appendingPathComponent(path), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { line in
            let key = line.prefix { $0 != ";" && $0 != "," }.filter(\.isNumber)
            guard let last = key.last?.wholeNumberValue, key.count >= 10, last.isMultiple(of: 2) else { return true }
            return !["2019-07", "2019-08", "2019-09", "2019-10", "2019-11", "2019-12"].contains { line.contains($0) }
        }
        #expect(kept.count < lines.count)
        try scratch.write(kept.joined(separator: "\n"), to: path)
    }

    private func quarter(_ scratch: borrowing Scratch, _ options: String...) throws -> Program.Result {
        try Program.run(["quarter"] + options, in: scratch.url)
    }

    private func text(_ scratch: borrowing Scratch, _ path: String) throws -> String {
        try String(contentsOf: scratch.url.appendingPathComponent(path), encoding: .utf8)
    }

    @Test func `a quarter is released, logged, made again with the same bytes, and audited`() throws {
        let scratch = try Scratch()
        try town(scratch)
        let made = try quarter(scratch, "--quarter", "2019Q3")
        #expect(made.code == 0, "\(made.messages)")
        let page = try text(scratch, "reports/2019-Q3/ej-verkstallda-beslut-2019-Q3.md")
        for words in ["34 kap. 3 §", "16 kap. 6 h §", "28 h § LSS", "inget har skickats", "30 september 2019"] {
            #expect(page.contains(words), "\(words)")
        }
        let log = try text(scratch, "reports/utgavor.json")
        #expect(log.contains("\"kind\": \"quarter\"") && log.contains("\"period\": \"2019Q3\""))
        let before = try scratch.files(below: "reports").map(\.bytes)
        #expect(try quarter(scratch, "--quarter", "2019-Q3").code == 0)
        #expect(try scratch.files(below: "reports").map(\.bytes) == before)
        for next in ["2019Q4"] { #expect(try quarter(scratch, "--quarter", next).code == 0) }
        #expect(try Program.run(["report", "--year", "2019"], in: scratch.url).code == 0)
        for folder in ["2019-Q3", "2019-Q4", "2019"] {
            let audit = try Program.run(["audit", "reports/\(folder)"], in: scratch.url)
            #expect(audit.code == 0, "\(folder): \(audit.output)\(audit.messages)")
        }
    }

    @Test func `the internal lists are whole, name no person, and never lie in reports`() throws {
        let scratch = try Scratch()
        try town(scratch)
        let folder = scratch.url.appendingPathComponent("internt")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let made = try quarter(scratch, "--quarter", "2019Q4", "--internal", "--output", "internt")
        #expect(made.code == 0, "\(made.messages)")
        let list = try text(scratch, "internt/ej-verkstallda-2019-Q4-lista.csv")
        let whole = try text(scratch, "internt/ej-verkstallda-2019-Q4-hela.csv")
        for file in [list, whole] { #expect(file.contains("INTERNT – får inte spridas")) }
        #expect(list.contains("SoL (2001:453) 16 kap. 6 f §") || list.contains("LSS 28 f §"))
        let rows = list.split(whereSeparator: \.isNewline).dropFirst()
        let counted = whole.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            line.split(separator: ";", omittingEmptySubsequences: false).dropLast().last.flatMap { Int($0) }
        }
        #expect(rows.count { !$0.contains("delvis verkställt") } == counted.reduce(0, +))
        #expect(!rows.isEmpty)
        for key in try SimulatedProject.personKeys(of: scratch) {
            #expect(!list.contains(key) && !whole.contains(key))
        }
        // The same total as the query for the inside.
        let query = try Program.run(
            ["query", "not-executed:q4", "--year", "2019", "--internal", "--format", "csv"], in: scratch.url)
        #expect(query.output.contains(",\(counted.reduce(0, +)),") || query.output.contains("\(counted.reduce(0, +))"))
        #expect(try quarter(scratch, "--quarter", "2019Q3").code == 0)
        let refused = try quarter(scratch, "--quarter", "2019Q4", "--internal", "--output", "reports")
        #expect(refused.code == 64)
        #expect(try quarter(scratch, "--quarter", "2019Q4", "--internal").code == 64)
    }

    @Test func `a quarter that is none, or that the files do not cover, is refused in a line or two`() throws {
        let scratch = try Scratch()
        try town(scratch, persons: 30)
        for wrong in ["2019", "2019Q5", "Q3", "2019-3", "nu"] {
            let result = try quarter(scratch, "--quarter", wrong)
            #expect(result.code == 64, "\(wrong): \(result.messages)")
        }
        let later = try quarter(scratch, "--quarter", "2031Q1")
        #expect(later.code == 65)
        #expect(later.messages.contains("2019-12"), "\(later.messages)")
    }

    @Test func `check reminds of decisions near the limit`() throws {
        let scratch = try Scratch()
        try scratch.write(
            "person;insats;beslutsdatum;from;timmar;beslut_id\n198001019802;Ledsagning;2019-10-15;2019-11-01;10;B-77\n198001019802;Ledsagarservice;2019-12-20;2020-01-01;10;B-78\n",
            to: "data/beslut-2019.csv")
        try scratch.write(
            "person;insats;datum;timmar;status\n198001019802;Ledsagarservice;2019-01-10;2;Utförd\n198001019802;Ledsagarservice;2019-12-31;2;Utförd\n",
            to: "data/utforda-2019.csv")
        let text = try Program.run(["check"], in: scratch.url)
        #expect(text.output.contains("2020-01-15") && text.output.contains("B-77"), "\(text.output)\(text.messages)")
        #expect(!text.output.contains("B-78"))
        let json = try Program.run(["check", "--format", "json"], in: scratch.url)
        #expect(json.output.contains("\"near_limit\"") && json.output.contains("B-77"))
    }
}
