// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// The Social Services Act of 2025: sections read by their dates, the break in every series, persons who may be unknown.
@Suite struct LawOverTimeTests {
    /// Thirty persons with decisions under 4:1 that run on, and from July 2025 visits under 11:5 of persons not recorded.
    private func report(
        law: String = "SoL 4:1", untested: Int = 0, year: Int = 2025
    ) throws -> (text: String, page: String) {
        let scratch = try Scratch()
        let service = law.hasPrefix("LSS") ? "Ledsagarservice" : "Ledsagning"
        var decisions = "person;insats;lagrum;beslutsdatum;from;tom;timmar\n"
        var visits = "person;insats;lagrum;datum;timmar;status\n"
        for person in 0..<30 {
            decisions += "K\(100 + person);\(service);\(law);\(year - 2)-12-01;\(year - 1)-01-01;;10\n"
            for month in 1...24 {
                let (of, number) = (year - 1 + (month - 1) / 12, (month - 1) % 12 + 1)
                visits += "K\(100 + person);\(service);\(law);\(of)-\(number < 10 ? "0" : "")\(number)-10;"
                visits += "\(4 + (person + month) % 5);Utförd\n"
            }
        }
        for visit in 0..<untested {
            let month = 7 + visit % 6
            visits += ";Ledsagning;11 kap. 5 § SoL;\(year)-\(month < 10 ? "0" : "")\(month)-1\(visit % 9);2;Utförd\n"
        }
        try scratch.write(decisions, to: "data/beslut.csv")
        try scratch.write(visits, to: "data/utforda.csv")
        try scratch.write("municipality: Provstad\n", to: "ledsaga.yaml")
        let check = try Program.run(["check"], in: scratch.url)
        #expect(check.code == 0, "\(check.output)")
        let made = try Program.run(["report", "--year", "\(year)"], in: scratch.url)
        #expect(made.code == 0, "\(made.messages)")
        let audit = try Program.run(["audit", "reports/\(year)"], in: scratch.url)
        #expect(audit.code == 0, "\(audit.output)")
        func file(_ ending: String) throws -> String {
            try String(
                contentsOf: scratch.url.appending(path: "reports/\(year)/uppfoljning-\(year).\(ending)"),
                encoding: .utf8)
        }
        return (try file("md"), try file("html"))
    }

    private static let act = "Den 1 juli 2025 ersattes socialtjänstlagen"
    private static let mark = "Brott i serien den 1 juli 2025"

    @Test func `a report of 2025 says that the act changed, and the figure of months has a gap there`() throws {
        let (text, page) = try report()
        #expect(text.contains(Self.act))
        #expect(text.contains(Self.mark))
        // The dashed line of the break.
        #expect(page.contains("stroke-dasharray=\"3 4\""))
        #expect(!text.contains("minst 30 personer"))
    }

    @Test func `a report before it, and one of LSS alone, say nothing of it`() throws {
        for (text, page) in [try report(year: 2024), try report(law: "LSS 9:3")] {
            #expect(!text.contains(Self.act) && !text.contains(Self.mark))
            #expect(!page.contains("stroke-dasharray=\"3 4\""))
        }
    }

    @Test func `hours without a person count, and persons are at least as many`() throws {
        let (text, _) = try report(untested: 24)
        #expect(text.contains("minst 30 personer"), "\(text.prefix(3000))")
        #expect(text.contains("48 timmar har utförts utan individuell behovsprövning (11 kap. 5 § SoL)."))
        #expect(text.contains("insats utan individuell behovsprövning, utan person"))
    }
}
