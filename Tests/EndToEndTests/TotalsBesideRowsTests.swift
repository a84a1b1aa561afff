// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Official totals beside rows about persons, from the file to `check` and to the first page of the report.
@Suite struct TotalsBesideRowsTests {
    private static let options = ["--years", "2019", "--survey-waves", "0", "--without-truth", "-q"]

    /// A project with totals that are those of its rows, `more` hours apart.
    private func write(into scratch: borrowing Scratch, more: Double) throws {
        try SimulatedProject.write(into: scratch, Self.options, persons: 40)
        var rows: [String: [String]] = [:]
        for measure in ["persons", "granted-hours", "performed-hours"] {
            let result = try Program.run(
                ["query", measure, "--by", "service", "--year", "2019", "--internal", "--format", "csv", "-q"],
                in: scratch.url)
            try #require(result.code == 0, "\(result.messages)")
            let lines = result.output.split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            let service = try #require(lines[0].firstIndex(of: "service"))
            let value = try #require(lines[0].firstIndex(of: "value"))
            for line in lines.dropFirst() { rows[line[service], default: []].append(line[value]) }
        }
        var text = "ar;insats;personer;beviljade_timmar;utforda_timmar\n"
        for (service, values) in rows.sorted(by: { $0.key < $1.key }) {
            let hours = values.map { Double($0) ?? 0 }
            text += "2019;\(service);\(Int(hours[0]));\(hours[1] + more);\(hours[2])\n"
        }
        try scratch.write(text, to: "data/statistik-2019.csv")
        let settings = try String(contentsOf: scratch.url.appendingPathComponent("ledsaga.yaml"), encoding: .utf8)
        let source = "  - {kind: statistics, files: data/statistik-2019.csv}\n"
        try scratch.write(
            settings.replacingOccurrences(of: "sources:\n", with: "sources:\n" + source), to: "ledsaga.yaml")
    }

    private func page(of scratch: borrowing Scratch) throws -> String {
        let report = try Program.run(["report", "--year", "2019", "-q"], in: scratch.url)
        try #require(report.code == 0, "\(report.messages)")
        return try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2019/uppfoljning-2019.md"), encoding: .utf8)
    }

    @Test func `totals that agree are said to, and the report says nothing of them`() throws {
        let scratch = try Scratch()
        try write(into: scratch, more: 0)
        let check = try Program.run(["check", "-q"], in: scratch.url)
        #expect(check.code == 0)
        #expect(
            check.output.contains(
                "kontroll mot statistik: 2019: raderna stämmer för antal personer, beviljade timmar, utförda timmar\n"),
            "\(check.output)")
        let json = try Program.run(["check", "--format", "json", "-q"], in: scratch.url)
        #expect(json.output.contains("statistics_agreements"))
        #expect(try !page(of: scratch).contains("sammanställda statistiken"))
    }

    @Test func `totals that differ are told with numbers in check and without on page one`() throws {
        let scratch = try Scratch()
        try write(into: scratch, more: 5000)
        let check = try Program.run(["check", "-q"], in: scratch.url)
        #expect(check.output.contains("kontroll mot statistik: 2019, beviljade timmar: "), "\(check.output)")
        #expect(check.output.contains("raderna stämmer för antal personer, utförda timmar\n"), "\(check.output)")
        let page = try page(of: scratch)
        let said = "Den sammanställda statistiken för 2019 stämmer inte med raderna: beviljade timmar"
        let place = try #require(page.range(of: said), "\(page.prefix(4000))")
        let second = try #require(page.range(of: "## 2 "))
        #expect(place.lowerBound < second.lowerBound, "it stands on page one")
    }
}
