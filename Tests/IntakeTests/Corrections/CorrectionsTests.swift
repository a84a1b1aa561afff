// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Terms
import Testing

@testable import Intake

/// What `rattelser.csv` does to rows, what of it is told, and what is refused.
@Suite struct CorrectionsTests {
    private static let header = "fil;rad;kolumn;varde;vem;nar\n"
    private static let decisions = """
        Personnummer;Beslutsnr;Insats;Från;Till;Beviljade timmar;Enhet
        A1;1;Ledsagning;2019-01-01;2019-12-31;10;månad
        A2;2;Ledsagning;2019-01-01;2019-12-31;tjugo;månad
        A3;3;Ledsagning;2019-13-01;2019-12-31;"30";månad

        """

    private func project(_ lines: String, header: String = header, decisions: String = decisions) -> ProjectInMemory {
        var project = ProjectInMemory(decisions: decisions)
        project.corrections = header + lines
        return project
    }

    private func refusal(_ lines: String, header: String = header, decisions: String = decisions) throws -> String {
        let error = try #require(project(lines, header: header, decisions: decisions).failure())
        #expect(error.exitCode == .configuration)
        let message = error.message(in: .swedish)
        #expect((1...2).contains(message.split(separator: "\n").count), "\(message)")
        #expect(error.message(in: .english).hasPrefix("rattelser.csv:2: ") || message.contains(":3: "))
        return message
    }

    @Test func `a row that was set aside is kept once it is corrected`() throws {
        let before = try ProjectInMemory(decisions: Self.decisions).read()
        #expect(brief(before.faults).count == 2)
        let result = try project(
            """
            beslut.csv;3;Beviljade timmar;20;A. Berg;2020-02-01
            beslut.csv;4;from;2019-03-01;A. Berg;2020-02-01

            """
        ).read()
        #expect(result.faults.isEmpty)
        let tally = try #require(result.tallies.first)
        #expect(tally.rows == 3 && tally.kept == 3 && tally.setAside == 0)
        #expect(result.dataset.decisions.map(\.hours) == [10, 20, 30].map { Hours($0) })
        #expect(result.dataset.decisions.map(\.from.description).last == "2019-03-01")
    }

    @Test func `rows in are kept and set aside also when a correction is wrong itself`() throws {
        let result = try project("beslut.csv;2;Beviljade timmar;tio;A;2020-02-01\n").read()
        let tally = try #require(result.tallies.first)
        #expect(tally.rows == 3 && tally.kept + tally.setAside == 3 && tally.kept == 0)
    }

    @Test func `what is told is file, line, column, who and when, and a value of a closed form or a known word only`()
        throws
    {
        let number = TestNumber.make("19500101", "981")
        let result = try project(
            """
            beslut.csv;2;person;\(number);A. Berg;2020-02-01
            beslut.csv;3;Beviljade timmar;20;A. Berg;2020-02-01
            beslut.csv;4;Från;2019-03-01;B. Alm;2020-02-02
            beslut.csv;4;Insats;Ledsagarservice;B. Alm;2020-02-02

            """
        ).read()
        let told = try #require(result.files.first).corrections
        #expect(told.map(\.line) == [2, 3, 4, 4])
        #expect(told.map(\.column) == ["Personnummer", "Beviljade timmar", "Från", "Insats"])
        #expect(told.map(\.value) == [nil, "20", "2019-03-01", "Ledsagarservice"])
        #expect(told.map(\.who) == ["A. Berg", "A. Berg", "B. Alm", "B. Alm"])
        #expect(result.dataset.persons.contains { $0.birthYear == 1950 })
        let report = CheckReport(result)
        let text = report.text(in: .swedish)
        #expect(text.contains("beslut.csv: 4 rättelser ur rattelser.csv\n  rad 2, kolumnen Personnummer (A. Berg, "))
        #expect(text.contains("rad 3, kolumnen Beviljade timmar: ”20” (A. Berg, 2020-02-01)"))
        for output in [text, report.text(in: .english), report.json.document] {
            #expect(!output.contains(number) && !output.contains(number.suffix(10)))
        }
        #expect(report.json.document.contains("\"who\": \"B. Alm\""))
    }

    @Test func `a decision is found by its own number`() throws {
        let header = "fil;beslut_id;kolumn;varde;vem;nar\n"
        let result = try project("beslut.csv;2;timmar;20;A;2020-02-01\n", header: header).read()
        #expect(result.dataset.decisions.map(\.hours.value) == [10, 20])
        #expect(try #require(result.files.first).corrections.map(\.line) == [3])
        #expect(try refusal("beslut.csv;9;timmar;20;A;2020-02-01\n", header: header).contains("inget beslut"))
        let twice = Self.decisions + "A4;2;Ledsagning;2019-01-01;;10;månad\n"
        let message = try refusal("beslut.csv;2;timmar;20;A;2020-02-01\n", header: header, decisions: twice)
        #expect(message.contains("flera rader"))
    }

    @Test func `a cell that does not hold what it is said to is not corrected`() throws {
        let header = "file;line;column;value;who;when;before\n"
        for before in ["tjugo", "text med 5 tecken", "text of 5 characters"] {
            let result = try project("beslut.csv;3;timmar;20;A;2020-02-01;\(before)\n", header: header).read()
            #expect(result.dataset.decisions.count == 2)
        }
        let message = try refusal("beslut.csv;3;timmar;20;A;2020-02-01;trettio\n", header: header)
        #expect(message.contains("innehåller inte") && !message.contains("tjugo") && !message.contains("trettio"))
    }

    @Test(arguments: [
        ("beslut-2019.csv;2;timmar;1;A;2020-02-01", "Menade du ”beslut.csv”"),
        ("beslut.csv;9;timmar;1;A;2020-02-01", "ingen rad med uppgifter som börjar på rad 9"),
        ("beslut.csv;1;timmar;1;A;2020-02-01", "ingen rad med uppgifter som börjar på rad 1"),
        ("beslut.csv;2;Beviljde timmar;1;A;2020-02-01", "Menade du ”Beviljade timmar”"),
        ("beslut.csv;två;timmar;1;A;2020-02-01", "radens nummer"),
        ("beslut.csv;2;timmar;1;;2020-02-01", "”vem” är tom"),
        ("beslut.csv;2;timmar;1;A;i går", "ska vara ett datum"),
        ("beslut.csv;2;timmar;1;A", "inte lika många fält"),
        ("beslut.csv;;timmar;1;A;2020-02-01", "antingen rad eller beslut_id"),
        (
            "beslut.csv;2;timmar;1;A;2020-02-01\nbeslut.csv;2;Beviljade timmar;2;A;2020-02-01",
            "rattelser.csv:3: samma cell rättas redan på rad 2"
        ),
    ])
    func `a correction that cannot be made stops the run with its line`(lines: String, words: String) throws {
        let message = try refusal(lines + "\n")
        #expect(message.hasPrefix("rattelser.csv:") && message.contains(words), "\(message)")
    }

    @Test func `an identity number is refused wherever it may be shown`() throws {
        let number = TestNumber.make("19500101", "981")
        for line in [
            "beslut.csv;2;Insats;\(number);A;2020-02-01", "beslut.csv;2;timmar;1;\(number);2020-02-01",
            "beslut.csv;2;\(number);1;A;2020-02-01",
        ] {
            let message = try refusal(line + "\n")
            #expect(message.contains("ett personnummer står i") && !message.contains(number))
        }
        let file = try refusal("\(number).csv;2;timmar;1;A;2020-02-01\n")
        #expect(!file.contains(number))
    }

    @Test func `a header that is not understood is refused`() throws {
        var project = project("", header: "fil;rad;kolumn;varde;vem\n")
        #expect(project.failure()?.message(in: .swedish).hasPrefix("rattelser.csv:1: kolumnen ”nar” saknas") ?? false)
        project.corrections = "fil;rad;kolumn;varde;vem;nar;forre\n"
        #expect(project.failure()?.message(in: .swedish).contains("Menade du ”fore”") ?? false)
        project.corrections = Self.header
        #expect(project.failure() == nil)
    }

    @Test func `a cell whose bytes are no text is corrected, and its neighbours stay as they are`() throws {
        var project = ProjectInMemory()
        let text = """
            Personnummer;Insats;Från;Till;Beviljade timmar;Enhet
            A1;"Ledsagning";2019-01-01;2019-12-31;1\u{0}0;månad
            A2;"Ledsagning";2019-01-01;2019-12-31;20;månad

            """
        project.add(.decisions, "beslut.csv", text)
        project.corrections = Self.header + "beslut.csv;2;timmar;10;A;2020-02-01\n"
        let result = try project.read()
        #expect(result.faults.isEmpty)
        #expect(result.dataset.decisions.map(\.hours.value) == [10, 20])
    }

    @Test func `a row far down is corrected like the first ones`() throws {
        var text = "Personnummer;Insats;Datum;Timmar;Status\n"
        for row in 0..<20_000 { text += "A\(row);Ledsagning;2019-01-01;\(row == 19_000 ? "två" : "1");Utförd\n" }
        var project = ProjectInMemory(visits: text)
        #expect(try brief(project.read().faults) == ["19002 Timmar not-a-number"])
        project.corrections = Self.header + "utforda.csv;19002;Timmar;2;A;2020-02-01\n"
        let result = try project.read()
        #expect(result.faults.isEmpty)
        #expect(result.tallies.map(\.kept) == [20_000])
    }

    @Test func `a correction of a column that is not read is said to change nothing`() throws {
        let decisions = Self.decisions.split(separator: "\n").map {
            $0 + ($0.hasPrefix("Person") ? ";Handläggare" : ";X")
        }
        let project = project(
            "beslut.csv;2;Handläggare;Y;A. Berg;2020-02-01\nbeslut.csv;2;Beviljade timmar;12;A. Berg;2020-02-01\n",
            decisions: decisions.joined(separator: "\n") + "\n")
        let report = CheckReport(try project.read())
        let text = report.text(in: .swedish)
        #expect(
            text.contains(
                "rad 2, kolumnen Handläggare (A. Berg, 2020-02-01): kolumnen läses inte, så rättelsen ändrar inget\n"),
            "\(text)")
        #expect(text.contains("rad 2, kolumnen Beviljade timmar: ”12” (A. Berg, 2020-02-01)\n"), "\(text)")
        #expect(report.files[0].corrections.map(\.isRead) == [false, true])
    }

    @Test func `whether a file is corrected is told by its name, and a list that cannot be read may be of any`() throws
    {
        let folder = try ScratchFolder()
        #expect(!Corrections.mayBe(of: "data/beslut.csv", in: folder.path))
        try folder.write("rattelser.csv", Data((Self.header + "data/bok.xlsx [Besök];3;Timmar;2;A;2020-02-01\n").utf8))
        #expect(Corrections.mayBe(of: "/x/bok.xlsx", in: folder.path))
        #expect(!Corrections.mayBe(of: "data/beslut.csv", in: folder.path))
        try folder.write("rattelser.csv", Data("x;y\n1;2\n".utf8))
        #expect(Corrections.mayBe(of: "data/beslut.csv", in: folder.path))
    }
}
