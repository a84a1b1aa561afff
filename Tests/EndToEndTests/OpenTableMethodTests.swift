// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// `disclosure.method`: the tables published as open data rounded or perturbed, the pages as before.
@Suite struct OpenTableMethodTests {
    private func project(_ method: String) throws -> Scratch {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, persons: 300)
        let file = scratch.url.appendingPathComponent("ledsaga.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let kept = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("disclosure:") }
        try scratch.write(
            kept.joined(separator: "\n") + "\ndisclosure:\n  threshold: 5\n  method: \(method)\n", to: "ledsaga.yaml")
        return scratch
    }

    private func report(_ scratch: borrowing Scratch, replacing: Bool = false) throws -> [String: String] {
        let result = try Program.run(
            ["report", "--year", "2019"] + (replacing ? ["--replace"] : []), in: scratch.url)
        try #require(result.code == 0, "\(result.messages)")
        var files: [String: String] = [:]
        for (path, bytes) in try scratch.files(below: "reports/2019") {
            files[path] = String(decoding: bytes, as: UTF8.self)
        }
        return files
    }

    @Test func `rounded tables hold multiples, the package and the report say so, and the audit finds nothing`() throws
    {
        let scratch = try project("rounding")
        let files = try report(scratch)
        let rows = try #require(files["tabeller/persons-by-district-law.csv"]).split(separator: "\n").dropFirst()
        var rounded = 0
        for fields in rows.map({ $0.split(separator: ",", omittingEmptySubsequences: false) })
        where fields.last == "rounded" {
            #expect(try #require(Int(fields[3])) % 3 == 0)
            #expect(fields[7].isEmpty, "n would tell the exact count")
            rounded += 1
        }
        #expect(rounded > 20)
        #expect(!rows.contains { $0.hasSuffix("shown") })
        let package = try #require(files["tabeller/datapackage.json"])
        #expect(package.contains(#""method": "rounding", "base": 3, "largest_change": 2"#))
        let page = try #require(files["uppfoljning-2019.md"])
        #expect(page.contains("avrundade till tal som går jämnt upp i 3"))
        #expect(page.contains("disclosure.rounding_base"))

        let audit = try Program.run(["audit", "reports/2019", "--format", "json"], in: scratch.url)
        #expect(audit.output.contains(#""narrowed": 0"#))
        let counts = try Program.run(["audit", "reports/2019", "--language", "sv"], in: scratch.url)
        #expect(!counts.output.contains("Går att r"))
    }

    @Test func `with cell keys the same counts change alike each time, and without the key nothing is written`() throws
    {
        let scratch = try project("cell_key")
        let key = scratch.url.appendingPathComponent("ledsaga.key")
        try? FileManager.default.removeItem(at: key)
        let refused = try Program.run(["report", "--year", "2019"], in: scratch.url)
        #expect(refused.code == 66)
        #expect(refused.messages.contains("ledsaga.key") && refused.messages.contains("ledsaga init"))
        #expect(!FileManager.default.fileExists(atPath: scratch.url.appendingPathComponent("reports/2019").path))

        try Program.run(["init"], in: scratch.url)
        let first = try report(scratch)
        #expect(try report(scratch) == first)
        let table = try #require(first["tabeller/persons-by-sex.csv"])
        #expect(table.contains("perturbed"))
        let package = try #require(first["tabeller/datapackage.json"])
        #expect(package.contains(#""method": "cell_key", "largest_change": 3, "additive": false"#))
        let audit = try Program.run(["audit", "reports/2019", "--format", "json"], in: scratch.url)
        #expect(audit.output.contains(#""narrowed": 0"#))
        // Another key, other changes; the pages are the same.
        try FileManager.default.removeItem(at: key)
        try Program.run(["init"], in: scratch.url)
        let other = try report(scratch, replacing: true)
        func told(_ files: [String: String]) -> [Substring]? {
            // Only how many counts had to be left out of the tables too depends on the keys.
            files["uppfoljning-2019.md"]?.split(separator: "\n").filter { !$0.contains("utelämnade även där") }
        }
        #expect(told(other) == told(first))
        #expect(first.keys.contains { $0.hasSuffix(".csv") && first[$0] != other[$0] })
    }

    @Test func `the methods and rules are explained with the settings in force`() throws {
        let scratch = try project("rounding")
        for (name, words) in [
            ("method", ["disclosure.method: rounding"]), ("rounding", ["disclosure.rounding_base: 3"]),
            ("protection", ["disclosure.protection: 1"]), ("suppression", ["95 − 12 − 30 − 50"]),
            ("small-count", ["disclosure.threshold: 5"]), ("cellnyckel", ["ledsaga.key"]),
        ] {
            let result = try Program.run(["explain", name], in: scratch.url)
            #expect(result.code == 0)
            for word in words { #expect(result.output.contains(word), "\(result.output)") }
        }
    }
}

/// What `pseudonymise` and the owner's record say of how alone persons stand, and advice on coarser classes.
@Suite struct StandingAloneTests {
    @Test func `a pseudonymised file is told how far it is from anonymous`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch)
        try Program.run(["init"], in: scratch.url)
        let copy = ["pseudonymise", "data/beslut-2019.csv", "-o", "kopia.csv"]
        let plain = try Program.run(copy, in: scratch.url)
        #expect(plain.messages.contains("Filen är inte anonym") && plain.messages.contains("färre än 5"))
        #expect(plain.messages.contains("åldersgrupp och kön"))
        #expect(try Program.run(copy + ["--k", "30"], in: scratch.url).messages.contains("färre än 30"))
        #expect(try Program.run(copy + ["--k", "1"], in: scratch.url).code == 64)

        let report = try Program.run(["report", "--year", "2019", "--disclosure", "rojande.json"], in: scratch.url)
        #expect(report.code == 0)
        let record = try scratch.files().first { $0.path == "rojande.json" }
        let text = String(decoding: try #require(record).bytes, as: UTF8.self)
        #expect(text.contains("\"k_anonymity\"") && text.contains("\"persons_below_k\""))
    }

    @Test func `a table that is mostly hidden gets advice that holds when it is followed`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, persons: 150)
        let file = scratch.url.appendingPathComponent("ledsaga.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try scratch.write(text + "\nhour_classes: [1, 2, 3, 4, 10, 20, 40]\n", to: "ledsaga.yaml")
        let report = try Program.run(["report", "--year", "2019"], in: scratch.url)
        #expect(report.code == 0)
        let advice = report.messages.split(separator: "\n").filter { $0.contains("mer än en tredjedel") }
        #expect((1...3).contains(advice.count), "\(report.messages)")
        for line in advice {
            #expect(line.contains("för sig visar tabellen då") && line.contains("i stället för"), "\(line)")
        }
        #expect(!report.messages.contains("små nämnder"))
    }
}
