// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Foundation
import Intake
import Terms
import TestSupport
import Testing

@Suite struct InspectionTests {
    func inspect(
        _ text: String, name: String = "fil.csv", source: Source? = nil, records: RecordLimit = .all
    ) throws -> Inspection {
        let folder = try ScratchFolder([name: text])
        return try Inspection(path: folder.path + "/" + name, name: name, source: source, records: records)
    }

    @Test func `a file of decisions is known by its headers, and shows no person`() throws {
        let found = try inspect(
            "Personnummer;Insats;Gäller från;Beviljade timmar;Handläggare\n"
                + "19121212-1212;Ledsagning;2019-01-01;10,5;Ek\n191212121212;Ledsagning;2019-02-01;8;\n")
        #expect(found.kind == .decisions)
        #expect(found.format.encoding == .utf8)
        #expect(found.format.delimiter == UInt8(ascii: ";"))
        #expect(found.decimalMark == .comma)
        #expect(found.rows == 2)
        #expect(found.columns.map(\.name) == ["person", "insats", "from", "timmar", nil])
        #expect(found.columns.map(\.type) == [.person, .text, .date, .decimalNumber, .text])
        #expect(found.ignored == ["Handläggare"])
        #expect(found.records[0] == ["Personnummer", "Insats", "Gäller från", "Beviljade timmar", "Handläggare"])
        #expect(found.records[1] == ["‹person›", "Ledsagning", "2019-01-01", "10,5", "‹text›"])
        for text in [found.text(in: .swedish), found.text(in: .english), found.json(withRecords: true).document] {
            #expect(!text.contains("1212"), "no identity number")
        }
    }

    @Test(arguments: [
        ("person;insats;datum;timmar\n1;L;2019-01-01;2\n", "a.csv", SourceKind.visits),
        ("person;insats;manad;timmar\n1;L;2019-01;2\n", "a.csv", .visits),
        ("ar;stadsdelsnamnd;insats;personer;beviljade_timmar;utforda_timmar\n", "a.csv", .statistics),
        ("namn,giltig_fran,giltig_till,efterfoljare\n", "a.csv", .districts),
        ("stadsdelsnamnd,galler_fran,galler_till,efterfoljare\n", "a.csv", .districts),
        ("stadsdelsnamnd;ar;alder;kon;antal\n", "a.csv", .population),
        ("stadsdelsomrade,y2000,y2005,prognos2021\n", "a.csv", .population),
        ("stadsdelsomrade,region,ar_0_64,ar_65_79,samtliga\n", "a.csv", .population),
        ("ar,band,regi,kr_per_timme\n", "a.csv", .rates),
        ("id,submitdate,lastpage,q1\n", "a.csv", .survey),
    ]) func `each kind of file is known by its headers`(text: String, name: String, kind: SourceKind) throws {
        #expect(try inspect(text, name: name).kind == kind)
    }

    @Test(arguments: [
        "a,b,c\n1,2,3\n", "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123\n", "x\n",
    ])
    func `a file of no known kind is shown`(text: String) throws {
        let found = try inspect(text)
        #expect(found.kind == nil)
        #expect(found.json(withRecords: false).line.contains("\"kind\": \"unknown\""))
        #expect(found.records.count == found.rows + 1)
    }

    @Test func `records are cut as the reader cuts them, and show no text`() throws {
        let found = try inspect("a,b\n\"x, \"\"y\"\"\n2\", z \n\"\",\n")
        #expect(found.records == [["a", "b"], ["‹text›", "‹text›"], ["", ""]])
    }

    @Test func `so many records are shown as were asked for`() throws {
        let text = "a\n1\n2\n3\n"
        #expect(try inspect(text, records: .none).records == [])
        #expect(try inspect(text, records: .rows(0)).records == [["a"]])
        #expect(try inspect(text, records: .rows(2)).records == [["a"], ["1"], ["2"]])
        #expect(try inspect(text, records: .all).rows == 3)
    }

    @Test(arguments: [
        "19121212-1212", "121212-1212", "1212121212", "121212+1212", "ring 121212-1212 efter kl 8", "(19121212-1212)",
        "191212121212,", "121272-1212", "19121212 1212", "121212–1212", "p0123456789abcdef0123456789abcdef",
    ]) func `an identity number is masked wherever it stands`(cell: String) throws {
        let found = try inspect("a;b\n1;\(cell)\n")
        #expect(found.records[1][1] == "‹person›")
    }

    @Test(arguments: ["2019-03-01", "1 000,25", "2019-03-01 08:15", "08:15", "1 mars 2019", "7", ""])
    func `dates, clock times and short numbers are shown`(cell: String) throws {
        #expect(try inspect("a;b\n1;\(cell)\n").records[1][1] == cell)
    }

    @Test(arguments: ["abc", "08-123 45 67", "10 000 000,25", "9999999999", "Anna Testsson", "A17"])
    func `what may be anything is not shown`(cell: String) throws {
        #expect(try inspect("a;b\n1;\(cell)\n").records[1][1] == "‹text›")
    }

    @Test func `a column that the project names as safe is shown, but for what is like an identity number`() throws {
        var source = Source(kind: .visits, pattern: "*", files: ["fil.csv"])
        source.safe = ["Utförare"]
        let found = try inspect(
            "person;insats;datum;timmar;Utförare\n7;Ledsagning;2019-01-01;2;Ek AB\n7;Ledsagning;2019-01-01;2;19800101-9803\n",
            source: source)
        #expect(found.records.dropFirst().map { $0[4] } == ["Ek AB", "‹person›"])
    }

    @Test func `a file without header shows no person in place of one`() throws {
        let found = try inspect("19121212-1212;Ledsagning\n19121212-1212;Ledsagning\n")
        #expect(found.columns.map(\.header) == ["…", "…"])
        #expect(!found.json(withRecords: true).line.contains("1212"))
        #expect(!found.text(in: .swedish).contains("1212"))
    }

    @Test func `records in trouble are told with their line`() throws {
        let found = try inspect("a,b\n1,2,3\n\"x\"y,2\n3,4\n\"open,5\n6,7\n")
        #expect(
            found.troubles.map { "\($0.line) \($0.rule)" } == [
                "2 ragged-row", "3 junk-after-quote", "5 unclosed-quote",
            ])
        #expect(found.rows == 5)
        #expect(found.records == [["a", "b"], ["1", "2", "‹text›"], ["3", "4"], ["6", "7"]])
    }

    @Test func `the project's source settles kind, columns and form`() throws {
        let source = Source(
            kind: .visits, pattern: "*", files: ["fil.csv"], columns: ["person": "Kund"], delimiter: UInt8(ascii: "|"))
        let found = try inspect("Kund|Insats|Dag|Tid\n7|L|2019-01-01|2:30\n", source: source)
        #expect(found.kind == .visits)
        #expect(found.columns.map(\.name) == ["person", "insats", "datum", "timmar"])
        #expect(found.columns.map(\.type) == [.person, .text, .date, .clockTime])
        #expect(found.records[1][0] == "‹person›")
    }

    @Test func `a missing, an empty and a binary file are errors with their codes`() throws {
        let folder = try ScratchFolder(["tom.csv": ""])
        try folder.write("bild.csv", Data([0x50, 0x4B, 3, 4, 0, 0, 0, 1, 2, 0]))
        func code(_ name: String) throws -> ExitCode {
            try #require(throws: IntakeError.self) { try Inspection(path: folder.path + "/" + name, name: name) }
                .exitCode
        }
        #expect(try code("saknas.csv") == .inputMissing)
        #expect(try code("") == .inputMissing)
        #expect(try code("tom.csv") == .inputFormat)
        #expect(try code("bild.csv") == .inputFormat)
    }

    @Test func `the text names the setting that overrides each finding`() throws {
        let text = try inspect("person;insats;datum;timmar\n1;L;2019-01-01;2\n", records: .none).text(in: .swedish)
        #expect(text.contains("skiljetecken   ;   (ändras med delimiter:)"))
        #expect(text.contains("teckenkodning  utf-8   (ändras med encoding:)"))
        #expect(text.contains("innehåll       utförd tid   (ändras med kind:)"))
        #expect(text.contains("datum   → datum, datum"))
    }

    @Test func `rows are counted as check counts them, with sums, blank rows and footnotes beside`() throws {
        let found = try inspect(
            "Rapport 2019\n\nPersonnr;Insats;Datum;Timmar\nA1;Ledsagning;2019-03-04;2\nA1;Ledsagning;2019-13-04;3\n;;;\n"
                + "Summa;;;5\nUttaget av systemet i mars\n")
        #expect(found.rows == 2)
        #expect(found.text(in: .swedish).contains("  rader          2, 1 tom rad, 1 summa och 1 rad med bara text\n"))
        #expect(found.json(withRecords: false).document.contains("\"passed_over\""))
    }

    @Test func `rows that cannot be counted yet are the records below the header`() throws {
        let found = try inspect(
            "Personnr;Insats;Från datum;Beviljad tid\nA1;Ledsagning;2019-03-04;2\nSumma;;;2\n")
        #expect(found.kind == .decisions && found.rows == 2 && found.passedOver.isEmpty)
    }

    @Test func `a hidden column is called by its header`() throws {
        var book = XLSXMaker()
        let rows = [["Personnr", "Insats", "Hjälp", "Datum", "Timmar"], ["A1", "Ledsagning", "7", "2019-03-04", "2"]]
        let xml = rows.enumerated().map { number, cells in
            let texts = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
            return "<row r=\"\(number + 1)\">\(texts.joined())</row>"
        }
        book.add("Besök", rows: xml.joined(), before: "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>")
        let folder = try ScratchFolder()
        try folder.write("bok.xlsx", Data(book.bytes()))
        let found = try Inspection(path: folder.path + "/bok.xlsx", name: "bok.xlsx", records: .all)
        #expect(found.columns.map(\.header) == ["Personnr", "Insats", "Hjälp", "Datum", "Timmar"])
        #expect(found.columns.map(\.isHidden) == [false, false, true, false, false])
        #expect(found.text(in: .swedish).contains("Hjälp (dold)  läses inte"))
        #expect(found.rows == 1)
    }
}
