// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// A certain change against the persons stands on page one, and one for them, or none, does not hide there.
@Suite struct AdverseChangesTests {
    /// Forty persons of ten hours a month through two years, in decisions of six months.
    private struct Town {
        /// Hours a month of the decisions of the last year.
        var later: (Int) -> Double = { _ in 10 }
        /// Hours performed in each month of a year.
        var performed: (_ person: Int, _ year: Int) -> Double = { _, _ in 8 }
        /// How many of those who apply for more are refused it, in a year.
        var refused: (_ year: Int) -> Int = { _ in 0 }

        func write(into scratch: borrowing Scratch) throws {
            func written(_ hours: Double) -> String { "\(hours)".replacingOccurrences(of: ".", with: ",") }
            var decisions = "person;insats;lagrum;beslutsdatum;utfall;from;tom;timmar\n"
            var visits = "person;insats;manad;timmar\n"
            for person in 0..<40 {
                let key = "K\(10_000 + person);Ledsagning"
                decisions += "\(key);SoL;2018-01-01;bifall;2018-01-01;2018-12-31;10\n"
                decisions += "\(key);SoL;2019-01-01;bifall;2019-01-01;2019-12-31;\(written(later(person)))\n"
                for year in 2018...2019 {
                    if person < refused(year) { decisions += "\(key);SoL;\(year)-05-01;avslag;\(year)-06-01;;20\n" }
                    for month in 1...12 {
                        visits +=
                            "\(key);\(year)-\(month < 10 ? "0" : "")\(month);\(written(performed(person, year)))\n"
                    }
                }
            }
            try scratch.write(decisions, to: "data/beslut.csv")
            try scratch.write(visits, to: "data/utforda.csv")
            try scratch.write(
                """
                municipality: Provstad
                language: sv
                services:
                  Ledsagning: {law: SoL, aliases: [ledsagning]}
                sources:
                  - {kind: decisions, files: data/beslut.csv}
                  - {kind: visits, files: data/utforda.csv}

                """, to: "ledsaga.yaml")
        }
    }

    /// Page one, and the chapter that tells all of it.
    private func report(_ town: Town) throws -> (first: String, all: String) {
        let scratch = try Scratch()
        try town.write(into: scratch)
        let report = try Program.run(["report", "--year", "2019"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let audit = try Program.run(["audit", "reports/2019"], in: scratch.url)
        #expect(audit.code == 0, "\(audit.output)")
        let text = try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2019/uppfoljning-2019.md"), encoding: .utf8)
        let first = text.components(separatedBy: "\n## 2 ").first ?? ""
        return (first, text)
    }

    private static let fewer = "Timmarna blir färre för dem som får nya beslut"
    private static let more = "Timmarna blir fler för dem som får nya beslut"

    @Test func `hours that are cut stand on page one`() throws {
        let pages = try report(Town(later: { 6 + Double($0 % 4) }))
        #expect(pages.first.contains(Self.fewer))
        #expect(pages.all.contains("▼"))
    }

    @Test func `hours that are raised stand in their chapter`() throws {
        let pages = try report(Town(later: { 11 + Double($0 % 4) }))
        #expect(!pages.first.contains("för dem som får nya beslut"))
        #expect(pages.all.contains(Self.more))
    }

    @Test func `a change that may be chance is none`() throws {
        let pages = try report(Town(later: { $0 % 2 == 0 ? 8 : 12 }))
        #expect(!pages.all.contains(Self.fewer) && !pages.all.contains(Self.more))
        #expect(pages.all.contains("Det är ingen säker ändring av timmarna för dem som får nya beslut"))
    }

    @Test func `more refusals stand on page one`() throws {
        let pages = try report(Town(refused: { $0 == 2018 ? 6 : 32 }))
        #expect(pages.first.contains("Andelen avslag har ökat"))
    }

    @Test func `fewer refusals stand in their chapter`() throws {
        let pages = try report(Town(refused: { $0 == 2018 ? 32 : 12 }))
        #expect(!pages.first.contains("Andelen avslag"))
        #expect(pages.all.contains("Andelen avslag har minskat"))
    }

    @Test func `more hours that lapse stand on page one`() throws {
        let pages = try report(Town(performed: { $1 == 2018 ? 8 + Double($0 % 3) * 0.5 : 3 + Double($0 % 4) * 0.5 }))
        #expect(pages.first.contains("Andelen förfallna timmar har ökat"))
    }

    @Test func `fewer hours that lapse stand in their chapter`() throws {
        let pages = try report(Town(performed: { $1 == 2018 ? 3 + Double($0 % 4) * 0.5 : 8 + Double($0 % 3) * 0.5 }))
        #expect(!pages.first.contains("Andelen förfallna timmar"))
        #expect(pages.all.contains("Andelen förfallna timmar har minskat"))
    }
}
