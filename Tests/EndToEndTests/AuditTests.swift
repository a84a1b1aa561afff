// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Reports attacked as they lie there, through the program.
@Suite struct PublishedReportAuditTests {
    @Test func `the sample report withstands the audit`() throws {
        let audit = try Program.run(["audit", "reports/2019"])
        #expect(audit.code == 0, "\(audit.output)\(audit.messages)")
        // It is declared of every table what its numbers are.
        #expect(!audit.output.contains("Går inte att pröva"), "\(audit.output)")
    }

    /// A board whose n is left out, and whose limits in the comparison are made those of 31 persons.
    @Test func `limits of the persons of a board whose n is left out are found in the sample report`() throws {
        let scratch = try Scratch()
        let tables = scratch.url.appending(path: "tabeller")
        try FileManager.default.copyItem(at: Repository.root.appending(path: "reports/2019/tabeller"), to: tables)
        func records(_ name: String) throws -> [[String]] {
            try String(contentsOf: tables.appending(path: name), encoding: .utf8).split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
        // year, district, value, lower, upper, se, n, …
        let without = try records("utilisation-by-district.csv").filter {
            $0[0] == "2019" && !$0[2].isEmpty && $0[6].isEmpty
        }.map { $0[1] }
        let name = "utilisation-comparison-by-district-statistic.csv"
        var compared = try records(name)
        let board = try #require(
            without.first { board in compared.contains { $0[1] == board && $0[2] == "limits-95" } })
        // Quantiles of t with 30 and with 9 degrees of freedom.
        let quotients = ["limits-95": 2.0422724563 / 2.2621571628, "limits-99.8": 3.3851848668 / 4.2968056627]
        for place in compared.indices where compared[place][1] == board {
            guard let quotient = quotients[compared[place][2]], let lower = Double(compared[place][4]),
                let upper = Double(compared[place][5])
            else { continue }
            let (centre, half) = ((lower + upper) / 2, (upper - lower) / 2 * quotient)
            compared[place][4] = String(format: "%.10f", centre - half)
            compared[place][5] = String(format: "%.10f", centre + half)
        }
        let text = compared.map { $0.joined(separator: ",") + "\n" }.joined()
        try text.write(to: tables.appending(path: name), atomically: true, encoding: .utf8)
        let audit = try Program.run(["audit", scratch.url.path])
        #expect(audit.code == 1)
        #expect(audit.output.contains("\(board)] (tabeller/"), "\(audit.output)")
        #expect(audit.output.contains("kvoten mellan gränsernas bredd på två nivåer"), "\(audit.output)")
        #expect(audit.output.contains("\(board)] är 31"), "\(audit.output)")
    }

    @Test func `a report in English withstands it too`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, persons: 300)
        let settings = scratch.url.appendingPathComponent("ledsaga.yaml")
        let text = try String(contentsOf: settings, encoding: .utf8)
        try scratch.write(
            text.replacingOccurrences(of: "language: sv", with: "language: en"), to: "ledsaga.yaml")
        let report = try Program.run(["report", "--year", "2019"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let audit = try Program.run(["audit", "reports/2019"], in: scratch.url)
        #expect(audit.code == 0, "\(audit.output)")
    }

    @Test(arguments: [1, 2, 3, 5]) func `the marks on the scales of a few boards are taken for what they are`(
        count: Int
    ) throws {
        let scratch = try Scratch()
        let boards = (0..<count).map { BoardsOnDisk.persons(20 + 7 * $0, about: 0.5 + 0.013 * Double($0)) }
        try BoardsOnDisk(boards: boards).write(into: scratch)
        let report = try Program.run(["report", "--year", "2019"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let audit = try Program.run(["audit", "reports/2019"], in: scratch.url)
        #expect(audit.code == 0, "\(audit.output)")
    }

    /// Towns where hiding is hardest, each of which once held out a number or never came to an end.
    @Test(arguments: [(60, 9), (60, 10), (60, 29), (80, 5), (80, 11), (120, 4), (160, 21), (200, 4), (200, 5)])
    func `reports of small towns are made and withstand the audit`(persons: Int, seed: Int) throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, persons: persons, seed: seed)
        let report = try Program.run(["report", "--year", "2019"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let audit = try Program.run(["audit", "reports/2019"], in: scratch.url)
        #expect(audit.code == 0, "\(audit.output)")
    }

    /// Towns where a year's report hid what an earlier one shows, or told those with both laws otherwise.
    @Test(arguments: [(80, 127), (450, 120)]) func `reports of three years withstand it together`(
        persons: Int, seed: Int
    ) throws {
        let scratch = try Scratch()
        try SimulatedProject.write(
            into: scratch, ["--years", "2018..2020", "--boards", "made-up", "--survey-waves", "0"], persons: persons,
            seed: seed)
        var earlier: [String] = []
        for year in 2018...2020 {
            // What is published is found by itself.
            let report = try Program.run(["report", "--year", "\(year)"], in: scratch.url)
            #expect(report.code == 0, "\(report.messages)")
            let audit = try Program.run(["audit", "reports/\(year)"] + earlier, in: scratch.url)
            #expect(audit.code == 0, "\(audit.output)")
            earlier += ["--published", "reports/\(year)"]
        }
    }

    /// How many rows were set aside and why stands on the pages, and in no table.
    @Test(arguments: [11, 15]) func `a report of files with faults withstands it`(seed: Int) throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, ["--faults", "--survey-waves", "0"], persons: 100, seed: seed)
        let report = try Program.run(["report", "--year", "2019"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let audit = try Program.run(["audit", "reports/2019"], in: scratch.url)
        #expect(audit.code == 0, "\(audit.output)")
    }

    @Test func `what last year's report shows counts as known in this year's`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, ["--years", "2017..2019"], persons: 200)
        for arguments in [["--year", "2018"], ["--year", "2019", "--published", "reports/2018"]] {
            let report = try Program.run(["report"] + arguments, in: scratch.url)
            #expect(report.code == 0, "\(report.messages)")
        }
        let page = try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2019/uppfoljning-2019.md"), encoding: .utf8)
        #expect(page.contains("Det som tidigare rapporter visar räknas som känt:"))
        let audit = try Program.run(["audit", "reports/2019", "--published", "reports/2018"], in: scratch.url)
        #expect(audit.output.contains("Inget dolt värde går att ringa in"), "\(audit.output)")
        #expect(audit.code == 0)

        let unread = try Program.run(["report", "--year", "2019", "--published", "data"], in: scratch.url)
        #expect(unread.code == 66)
        #expect(unread.messages.contains("inga publicerade tabeller"))
    }
}
