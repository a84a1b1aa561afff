// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Terms
import Testing

@Suite struct CheckReportTests {
    static let decisions = """
        person;stadsdelsnamnd;insats;from;timmar
        19121212-1212;Farsta;Ledsagning;2019-01-01;10
        19121212-1212;Forsta;Ledsagning;2019-02-01;10
        19121212-1212;Forsta;Ledsagning;2019-03-01;10
        19121212-1212;Farsta;Ledsagning;2019-13-01;10
        19121212-1213;Farsta;Ledsagning;2019-01-01;10
        """

    func report(_ decisions: String = Self.decisions) throws -> CheckReport {
        let folder = try ScratchFolder([
            "data/beslut-2019.csv": decisions, "data/stadsdelsnamnder.csv": "namn;giltig_fran\nFarsta;2007-01-01\n",
        ])
        return CheckReport(try Intake(Project.load(folder: folder.path), key: .random()).read())
    }

    @Test func `the machine form accounts for every row of each file and in total`() throws {
        let json = try report().json
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.document.utf8)) as? [String: Any])
        #expect(object["schema_version"] as? Int == 1)
        let files = try #require(object["files"] as? [[String: Any]])
        #expect(files.map { $0["kind"] as? String } == ["districts", "decisions"])
        for file in files {
            let set = try #require(file["set_aside"] as? Int)
            let kept = try #require(file["kept"] as? Int)
            #expect(file["rows"] as? Int == kept + set)
            #expect(file["encoding"] as? String == "utf-8")
            #expect(file["delimiter"] as? String == ";")
        }
        let totals = try #require(object["totals"] as? [String: Int])
        #expect(totals == ["rows": 6, "kept": 3, "set_aside": 3, "remarks": 1])
        let faults = try #require(object["faults"] as? [[String: Any]])
        #expect(faults.map { $0["line"] as? Int } == [3, 4, 5])
        #expect(faults.map { $0["row"] as? Int } == [2, 3, 4])
        #expect(faults.map { $0["rule"] as? String } == ["unknown-district", "unknown-district", "no-such-date"])
        #expect(faults.map { $0["column"] as? String } == ["stadsdelsnamnd", "stadsdelsnamnd", "from"])
        #expect(faults.map { $0["found"] as? String } == ["Forsta", "Forsta", "text of 10 characters"])
        let remarks = try #require(object["remarks"] as? [[String: Any]])
        #expect(remarks.map { $0["rule"] as? String } == ["invalid-check-digit"])
        #expect(!json.document.contains("1212"))
    }

    @Test func `faults are told in groups, most frequent first, with the nearest name`() throws {
        let report = try report()
        #expect(report.exitCode == .dataFoundWanting)
        let text = report.text(in: .swedish)
        #expect(
            text.contains(
                """
                3 av 6 rader läggs åt sidan:
                       2  okänd stadsdelsnämnd: ”Forsta”
                          Menade du ”Farsta”?
                          data/beslut-2019.csv, raderna 3, 4, kolumnen stadsdelsnamnd
                       1  datumet finns inte i kalendern: text med 10 tecken
                          Skriv datum som 2019-03-01.
                          data/beslut-2019.csv, rad 5, kolumnen from

                """), "\(text)")
        #expect(text.contains("1 anmärkning på rader som behålls:"), "\(text)")
        #expect(!text.contains("1212"))
        #expect(report.text(in: .english).contains("3 of 6 rows are set aside:"))
    }

    @Test func `the list for the owner of the data has a line for each fault and remark`() throws {
        let records = try report().records(in: .swedish)
        #expect(records.count == 5)
        #expect(Set(records.map(\.count)) == [9])
        #expect(
            records[1] == [
                "fault", "data/beslut-2019.csv", "3", "2", "stadsdelsnamnd", "unknown-district", "”Forsta”",
                "okänd stadsdelsnämnd", "Menade du ”Farsta”?",
            ])
        #expect(records[4][0] == "remark")
    }

    @Test func `all is well when every row is kept`() throws {
        let report = try report("person;insats;from;timmar\n19121212-1212;Ledsagning;2019-01-01;10\n")
        #expect(report.exitCode == .fine)
        #expect(report.text(in: .swedish).contains("Alla 2 rader behålls."))
    }

    @Test func `the table of files fits a terminal`() throws {
        let lines = try report().text(in: .swedish).split(separator: "\n")
        #expect(lines[0] == "fil                        innehåll          rader  behålls  åt sidan  anmärkningar")
        #expect(lines[2] == "data/beslut-2019.csv       beslut                5        2         3             1")
        #expect(lines.allSatisfy { $0.count <= 100 })
    }

    @Test func `the same fault in several columns and files is told once with its places`() throws {
        let text = try report(
            "person;insats;from;tom;timmar\n1;Ledsagning;x;;10\n1;Ledsagning;2019-01-01;y;10\n1;Ledsagning;zz;;10\n"
        ).text(in: .english)
        #expect(
            text.contains(
                """
                       3  not a date
                          Write dates as 2019-03-01.
                          data/beslut-2019.csv, lines 2, 4, column from
                          data/beslut-2019.csv, line 3, column tom

                """), "\(text)")
    }
}
