// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Renderers
import Queries
import Terms
import Testing

@testable import Disclosure

@Suite struct QueryResultTests {
    private func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test func `JSON has the promised keys in the promised order`() throws {
        let json = QueryResult(SampleAnswer.table()).text(.json, in: .english)
        #expect(
            json.hasPrefix(
                """
                {
                  "schema_version": 1,
                  "measure": "utilisation",
                  "definition": {"id": "utilisation", "text": "Performed hours divided by granted hours.", \
                "pro_rating": "days", "tolerance_hours": 0.5},
                  "year": [2019],
                  "rows": [
                    {"district": "Enskede-Årsta-Vantör", "value": 0.5, "lower": 0.47, "upper": 0.53, "se": 0.015, \
                "n": 120, "numerator": 1000.25, "denominator": 2000.5, "unit": "share", "status": "shown"},
                """))
        let rows = try #require(try object(json)["rows"] as? [[String: Any]])
        #expect(rows.count == 5)
        #expect(rows[4]["district"] as? String == "total")
        #expect(rows[4]["denominator"] as? Double == 25000)
        #expect(try object(json)["internal"] == nil)
    }

    @Test(arguments: [(2, "hidden"), (3, "not_applicable")])
    func `a row that is not shown has null in every number`(_ place: Int, _ status: String) throws {
        let json = QueryResult(SampleAnswer.table()).text(.json, in: .swedish)
        let row = try #require((try object(json)["rows"] as? [[String: Any]])?[place])
        for key in ["value", "lower", "upper", "se", "n", "numerator", "denominator"] {
            #expect(row[key] is NSNull, "\(key)")
        }
        #expect(row["status"] as? String == status)
    }

    @Test func `the year is a column when it is asked for or there are several`() {
        let one = QueryResult(SampleAnswer.table()).text(.csv, in: .swedish)
        #expect(one.hasPrefix("district,value,"))
        let two = QueryResult(SampleAnswer.table(years: 2018...2019)).text(.csv, in: .swedish)
        #expect(two.hasPrefix("year,district,value,"))
        #expect(two.contains("\n2018,Farsta,0.625,"))
    }

    @Test func `CSV has plain numbers and a status`() {
        let lines = QueryResult(SampleAnswer.table()).text(.csv, in: .swedish).split(separator: "\n")
        #expect(lines[0] == "district,value,lower,upper,se,n,numerator,denominator,unit,status")
        #expect(lines[2] == "Farsta,0.625,0.595,0.655,0.015,210,12345.5,19752.8,share,shown")
        #expect(lines[3] == "Skarpnäck,,,,,,,,share,hidden")
        #expect(QueryResult(SampleAnswer.count).text(.csv, in: .swedish).hasSuffix("\n2345,,,,2345,,,persons,shown\n"))
    }

    @Test func `CSV for Excel has byte order mark, semicolon, comma and CRLF`() {
        let text = QueryResult(SampleAnswer.table()).text(.csvExcel, in: .swedish)
        #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(text.contains("\r\nFarsta;0,625;0,595;0,655;0,015;210;12345,5;19752,8;share;shown\r\n"))
    }

    @Test func `JSON lines have the columns of the CSV`() throws {
        let lines = QueryResult(SampleAnswer.table()).text(.jsonl, in: .swedish).split(separator: "\n")
        #expect(lines.count == 5)
        let keys = try Set(object(String(lines[1])).keys)
        let header = QueryResult(SampleAnswer.table()).text(.csv, in: .swedish).split(separator: "\n")[0]
        #expect(keys == Set(header.split(separator: ",").map(String.init)))
    }

    @Test func `an internal answer says so in every format`() {
        let answer = QueryResult(SampleAnswer.table(isInternal: true))
        for format in [ResultFormat.table, .markdown, .html] {
            let text = answer.text(format, in: .swedish)
            #expect(text.components(separatedBy: "INTERNT – får inte spridas").count >= 3, "\(format)")
        }
        #expect(answer.text(.json, in: .swedish).hasSuffix("  \"internal\": true\n}\n"))
        #expect(answer.text(.csv, in: .swedish).contains(",status,internal\n"))
        #expect(answer.text(.jsonl, in: .swedish).contains("\"internal\": true}\n"))
    }

    @Test func `rows are sorted without telling where a hidden one belongs`() {
        let answer = QueryResult(SampleAnswer.table(), order: .highestFirst, limit: 3)
        let names = answer.text(.csv, in: .swedish).split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
        #expect(names == ["Farsta", "Enskede-Årsta-Vantör", "Skarpnäck", "total"])
    }

    @Test func `the terminal table is aligned and says what must be known`() {
        let text = QueryResult(SampleAnswer.table()).text(.table, in: .swedish)
        let expected = """
            Andel utförda timmar efter stadsdelsnämnd, 2019

            Stadsdelsnämnd         Andel  Intervall (95 %)      n
            ─────────────────────────────────────────────────────
            Enskede-Årsta-Vantör  50,0 %       47,0–53,0 %    120  ██████████
            Farsta                62,5 %       59,5–65,5 %    210  ████████████▌
            Skarpnäck                 ..                ..     ..
            Älvsjö                     .                 .      .
            Samtliga              59,4 %       56,4–62,4 %  2 345

            .. uppgiften visas inte, för att ingen enskild ska kunna kännas igen; . inga
            timmar
            Definition (utilisation): Utförda timmar delat med beviljade timmar.
            Inställningar: pro_rating: days; tolerance_hours: 0.5.
            Året är helt.
            Röjandekontroll: 1 av 4 värden är dolda.
            Svaret är röjandekontrollerat för sig. Flera svar tillsammans är inte skyddade:
            jämför inte olika frågors svar i något som sprids.

            """
        #expect(text.map { $0 == "\u{A0}" ? " " : $0 } == Array(expected))
    }

    @Test(arguments: 20...100)
    func `the terminal table fits any width`(_ width: Int) {
        let text = QueryResult(SampleAnswer.table(years: 2018...2019)).text(
            .table, in: .swedish, terminal: TerminalLook(width: width))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // From the blank line under the title to the one under the table.
        let grid = lines.drop { !$0.isEmpty }.dropFirst().prefix { !$0.isEmpty }
        #expect(grid.count == 12)
        #expect(grid.allSatisfy { $0.count <= width })
    }

    @Test func `there is no colour unless asked for`() {
        let plain = QueryResult(SampleAnswer.table()).text(.table, in: .swedish)
        #expect(!plain.contains("\u{1B}"))
        let coloured = QueryResult(SampleAnswer.table()).text(
            .table, in: .swedish, terminal: TerminalLook(width: 80, hasColor: true))
        #expect(coloured.contains("\u{1B}[2m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9]m/, with: "") == plain)
    }

    @Test func `Markdown and HTML hold the table and its remarks`() {
        let markdown = QueryResult(SampleAnswer.table()).text(.markdown, in: .swedish)
        #expect(markdown.contains("| Farsta"))
        #expect(markdown.contains("Flera svar tillsammans är inte skyddade"))
        let html = QueryResult(SampleAnswer.table()).text(.html, in: .english)
        #expect(html.contains("<html lang=\"en\">"))
        #expect(html.contains("Share of performed hours by district board, 2019"))
        #expect(html.contains("not shown"))
    }
}
