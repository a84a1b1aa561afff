// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Other municipalities' organisations, told by their files alone.
@Suite struct OtherCitiesTests {
    /// The ten district boards (*stadsdelsnämnder*) of Göteborg until 2020, and the area each became part of.
    private static let göteborg = [
        ("Angered", "Nordost"), ("Östra Göteborg", "Nordost"), ("Örgryte-Härlanda", "Centrum"), ("Centrum", "Centrum"),
        ("Majorna-Linné", "Centrum"), ("Askim-Frölunda-Högsbo", "Sydväst"), ("Västra Göteborg", "Sydväst"),
        ("Västra Hisingen", "Hisingen"), ("Lundby", "Hisingen"), ("Norra Hisingen", "Hisingen"),
    ]
    private static let areas = ["Nordost", "Centrum", "Sydväst", "Hisingen"]

    /// 25 persons of each old board in two years; the board is left out of the rows where it has no name.
    private static func write(
        _ scratch: borrowing Scratch, _ municipality: String, sources: String = "",
        board: (_ old: String, _ new: String, _ year: Int) -> String?
    ) throws {
        let hasBoards = board("Angered", "Nordost", 2020) != nil
        var decisions = "person;\(hasBoards ? "omrade;" : "")insats;from;tom;timmar\n"
        var hours = "person;insats;manad;timmar\n"
        for (place, (old, new)) in göteborg.enumerated() {
            for number in 0..<25 {
                let service = number % 3 == 0 ? "Ledsagarservice" : "Ledsagning"
                let granted = 10 + (number * 7 + place) % 15
                for year in 2020...2021 {
                    let name = board(old, new, year).map { "\($0);" } ?? ""
                    decisions += "P\(place)-\(number);\(name)\(service);\(year)-01-01;\(year)-12-31;\(granted)\n"
                    for month in 1...12 {
                        hours += "P\(place)-\(number);\(service);\(year)-\(month < 10 ? "0" : "")\(month);"
                        hours += "\(granted - 4 + (number + month) % 3)\n"
                    }
                }
            }
        }
        try scratch.write(decisions, to: "data/beslut.csv")
        try scratch.write(hours, to: "data/utforda.csv")
        try scratch.write(
            """
            municipality: \(municipality)
            services:
              Ledsagning: {law: SoL}
              Ledsagarservice: {law: LSS}
            sources:
              - {kind: decisions, files: data/beslut.csv\(hasBoards ? ", columns: {stadsdelsnamnd: omrade}" : "")}
              - {kind: visits, files: data/utforda.csv}
            \(sources)
            """, to: "ledsaga.yaml")
    }

    @Test func `ten boards that became four areas have the figures as if the areas had always been`() throws {
        let changed = try Scratch()
        let always = try Scratch()
        let districts = "  - {kind: districts, files: data/namnder.csv}\n"
        try Self.write(changed, "Göteborgs stad", sources: districts) { $2 == 2020 ? $0 : $1 }
        try Self.write(always, "Göteborgs stad", sources: districts) { _, new, _ in new }
        let header = "namn,giltig_fran,giltig_till,efterfoljare\n"
        let boards = Self.göteborg.map { "\($0.0),2011-01-01,2020-12-31,\($0.1)\n" }.joined()
        try changed.write(
            header + boards + Self.areas.map { "\($0),2021-01-01,,\n" }.joined(), to: "data/namnder.csv")
        try always.write(header + Self.areas.map { "\($0),,,\n" }.joined(), to: "data/namnder.csv")

        let check = try Program.run(["check"], in: changed.url)
        #expect(check.output.contains("rader behålls"), "\(check.output)")
        for question in [["persons"], ["utilisation", "--compare", "district"], ["flexible-use"]] {
            let by = question.count == 1 ? ["--by", "district,law"] : []
            let arguments = ["query"] + question + by + ["--year", "2020..2021", "--format", "json"]
            let one = try Program.run(arguments, in: changed.url)
            #expect(one.code == 0, "\(one.messages)")
            #expect(one.output == (try Program.run(arguments, in: always.url).output))
        }
        let then = try Program.run(
            ["query", "persons", "--by", "district-then", "--year", "2020..2021", "--format", "csv"], in: changed.url)
        let rows = then.output.split(separator: "\n").dropFirst()
        #expect(rows.count { $0.hasPrefix("2020,") } == 10)
        #expect(
            rows.filter { $0.contains(",Centrum,") }.map { $0.prefix(15) } == ["2020,Centrum,25", "2021,Centrum,75"])
        let report = try Program.run(["report", "--year", "2021"], in: changed.url)
        #expect(report.code == 0, "\(report.messages)")
        let audit = try Program.run(["audit", "reports/2021"], in: changed.url)
        #expect(audit.code == 0, "\(audit.output)")
    }

    @Test func `a municipality without boards has a report that says what cannot be compared`() throws {
        let scratch = try Scratch()
        try Self.write(scratch, "Vänersborgs kommun") { _, _, _ in nil }
        let report = try Program.run(["report", "--year", "2021"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let page = try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2021/uppfoljning-2021.md"), encoding: .utf8)
        #expect(page.contains("Om områden i kommunen skiljer sig åt: underlaget har inga stadsdelsnämnder."))
        #expect(!page.contains("Likvärdighet mellan"))
        #expect(
            !FileManager.default.fileExists(atPath: scratch.url.appendingPathComponent("reports/2021/stadsdelar").path))
        let comparison = try Program.run(
            ["query", "utilisation", "--compare", "district", "--year", "2021"], in: scratch.url)
        #expect(comparison.code == 0)
        #expect((comparison.output + comparison.messages).contains("Inga grupper att jämföra"))
    }
}
