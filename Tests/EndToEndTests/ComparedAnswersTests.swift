// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// The sample report, which other tests hold to be what the program makes: survey answers in the chapter on equality.
@Suite struct ComparedAnswersTests {
    private static func read(_ path: String) throws -> String {
        let url = Repository.root.appendingPathComponent("reports/2019/" + path)
        return try String(contentsOf: url, encoding: .utf8).replacingOccurrences(of: "\u{A0}", with: " ")
    }

    @Test func `the chapter on equality tells of answers, with numbers that are published`() throws {
        let report = try Self.read("uppfoljning-2019.md")
        #expect(report.contains("Brukarnas svar, fråga för fråga"))
        #expect(report.contains("Kännedomen om reglerna bland brukarna skiljer sig"))
        #expect(!report.contains("prövade mot slumpen") && !report.contains("prövad mot slumpen"))
        let tables = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appendingPathComponent("reports/2019/tabeller").path)
        let compared = tables.filter { $0.contains("comparison-by-district") }
        #expect(compared.contains("awareness-comparison-by-district-statistic.csv"))
        #expect(compared.contains("item-top-box-time-enough-comparison-by-district-statistic.csv"))
        #expect(compared.count > 12)
        // What a comparison speaks of is shown: every board of it has its share in the table of shares.
        for (comparison, shares, item) in [
            ("awareness-comparison", "awareness-by-group-wave-district", nil),
            ("item-top-box-time-enough-comparison", "item-top-box-by-group-wave-district-question", "time-enough"),
        ] {
            let boards = Set(try Self.rows("tabeller/\(comparison)-by-district-statistic.csv").map { $0[1] })
            #expect(boards.count > 5)
            let shown = Set(
                try Self.rows("tabeller/\(shares).csv").filter { row in
                    row[0] == "2019" && row.last == "shown" && !row[item == nil ? 8 : 9].isEmpty
                        && (item == nil || row[4] == item)
                }.map { $0[3] })
            #expect(boards.subtracting(["total"]).isSubset(of: shown), "\(comparison)")
        }
    }

    private static func rows(_ path: String) throws -> [[String]] {
        try read(path).split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func `every board's report judges its answers`() throws {
        let folder = Repository.root.appendingPathComponent("reports/2019/stadsdelar")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        var judged = 0
        for page in pages {
            let text = try Self.read("stadsdelar/" + page)
            #expect(!text.contains("prövade mot slumpen"), "\(page)")
            if text.contains("än slumpen i vilka som svarade kan förklara") { judged += 1 }
        }
        #expect(pages.count == 11 && judged >= 9)
    }
}
