// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import Terms
import Testing

/// What survey tools do that no codebook foresees: questions that stand twice, answers that look like signs, answers of
/// the respondent's own beside the question.
@Suite struct FieldSurveyTests {
    private static let two =
        "Kod,Räcker timmarna?,Mer?,Räcker timmarna?\nA,Aldrig,,\nB,,,Alltid\nC,Ibland,,\nD,,,Aldrig\n"

    private func codebook(_ header: String) -> String {
        """
        title: Prov
        group: users
        fields:
          - name: enough
            \(header)
            type: single
            question: {sv: "Räcker timmarna?", en: "Are the hours enough?"}
            categories: [Aldrig, Ibland, Alltid]
        """
    }

    private func answers(_ result: IntakeResult) -> [[ItemAnswer]] {
        result.dataset.surveys.first?.responses.map(\.answers) ?? []
    }

    @Test func `a question that stands twice is asked about, and a number in the codebook answers`() throws {
        let unclear = SurveyReading(codebook: codebook("optional: true"), files: ["svar.csv": Self.two])
        let words = try unclear.failure()
        #expect(words.contains("Räcker timmarna? (1), Räcker timmarna? (2)"))
        #expect(words.contains("i kodboken") && words.contains("header: \"Räcker timmarna? (1)\""))
        let first = try SurveyReading(
            codebook: codebook("header: \"Räcker timmarna? (1)\""), files: ["svar.csv": Self.two]
        ).read()
        #expect(answers(first).map { $0[0] } == [.category(0), .missing(.noAnswer), .category(1), .missing(.noAnswer)])
        let second = try SurveyReading(
            codebook: codebook("header: \"räcker timmarna?(2)\""), files: ["svar.csv": Self.two]
        ).read()
        #expect(
            answers(second).map { $0[0] } == [.missing(.noAnswer), .category(2), .missing(.noAnswer), .category(0)])
    }

    @Test func `a header that reads as a numbered one keeps its name`() throws {
        let text = "Vem?,Vem?,Vem? (2)\nJa,Nej,Kanske\n"
        let codebook = """
            title: Prov
            group: users
            fields:
              - {name: who, header: "Vem? (2)", type: single, question: Vem, categories: [Ja, Nej, Kanske]}
            """
        #expect(answers(try SurveyReading(codebook: codebook, files: ["svar.csv": text]).read()) == [[.category(2)]])
    }

    @Test func `the draft of a file where a question stands twice is read back`() throws {
        for head in [Self.two, "Fråga[rad A],Fråga[rad B],Fråga[rad A]\nBra,Dåligt,Bra\nBra,Bra,Dåligt\n"] {
            let folder = try ScratchFolder(["svar.csv": head])
            let draft = try CodebookDraft(path: folder.path + "/svar.csv", name: "svar.csv").text(in: .swedish)
            let result = try SurveyReading(codebook: draft, files: ["svar.csv": head]).read()
            #expect(result.faults.isEmpty && result.remarks.isEmpty, "\(draft)")
        }
    }

    private static let boxes = """
        title: Prov
        group: users
        fields:
          - name: why
            header: Q2
            type: multiple
            question: Varför
            categories:
              - {value: ill, label: Sjuk}
              - {value: none, label: Nej}
              - {value: "0", label: Noll}
        """

    private func boxes(_ rows: String) throws -> [ItemAnswer] {
        let head = "Respondent ID,Collector ID,Start Date,End Date,Q2,,\n,,,,Sjuk,Nej,0\n"
        let lines = rows.split(separator: "\n").enumerated().map { "\($0),1,10/1/19,10/1/19,\($1)\n" }
        return answers(try SurveyReading(codebook: Self.boxes, files: ["svar.csv": head + lines.joined()]).read())
            .map { $0[0] }
    }

    @Test func `an answer whose own words are those of a box left blank is an answer where words are written`() throws {
        #expect(
            try boxes(",Nej,\nSjuk,,\n,Nej,0\n,,\n") == [
                .categories(2), .categories(1), .categories(6), .missing(.noAnswer),
            ])
    }

    @Test func `where any box has a sign, the same words are a box left blank`() throws {
        #expect(
            try boxes("Ja,Nej,Nej\nNej,Ja,Nej\n") == [.categories(1), .categories(2)])
        #expect(try boxes("1,0,0\n0,1,1\n0,0,0\n") == [.categories(1), .categories(6), .missing(.noAnswer)])
        #expect(try boxes("0,0,0\n0,0,0\n") == [.missing(.noAnswer), .missing(.noAnswer)], "nobody chose anything")
    }

    @Test func `words beside a chosen answer do not make it another`() throws {
        let codebook = """
            title: Prov
            group: users
            fields:
              - name: who
                header: Vem svarar?
                type: single
                question: Vem svarar?
                categories: [{value: self, label: Jag}, {value: kin, label: Anhörig}, {value: other, label: Annan, other: true}]
            """
        let head = "Respondent ID,Collector ID,Start Date,End Date,Vem svarar?,\n,,,,Response,Annan (ange vem)\n"
        let rows = [
            "Jag,", "Anhörig,min syster", "Annan (ange vem),min granne", "Annan,", ",",
        ].enumerated().map { "\($0),1,10/1/19,10/1/19,\($1)\n" }
        let result = try SurveyReading(codebook: codebook, files: ["svar.csv": head + rows.joined()]).read()
        #expect(
            answers(result).map { $0[0] } == [
                .category(0), .category(1), .category(2), .category(2), .missing(.noAnswer),
            ])
    }

    private func draft(_ cells: [String], question: String = "Varför inte?") throws -> String {
        let text = "Kod;\(question)\n" + cells.enumerated().map { "K\($0);\"\($1)\"\n" }.joined()
        let folder = try ScratchFolder(["svar.csv": text])
        return try CodebookDraft(path: folder.path + "/svar.csv", name: "svar.csv").text(in: .swedish)
    }

    @Test func `several codes or words in one cell are several answers`() throws {
        let repeated = { (cells: [String]) in Array([cells, cells, cells, cells].joined()) }
        for cells in [
            ["1", "1,2", "2,3", "1,3", "3"], ["1;2", "2;3", "1;3", "3"], ["A1|A2", "A2|A3", "A1|A3", "A1"],
            ["1,2,3", "2,3", "1", "1,3"], ["Sjuk, Trött", "Trött, Ledsen", "Sjuk", "Sjuk, Ledsen", "Ledsen"],
        ] {
            let draft = try draft(repeated(cells))
            #expect(draft.contains("type: multiple"), "\(cells)\n\(draft)")
        }
    }

    @Test func `numbers with a decimal comma, and answers with a comma, are one answer`() throws {
        let repeated = { (cells: [String]) in Array([cells, cells, cells, cells].joined()) }
        for (cells, kind) in [
            (["1,5", "2,5", "3", "2", "0,5"], "number"), (["2,1", "1,2", "1,1", "2,2", "3,1"], "number"),
            (["1,200", "1,300", "2,200", "2,300"], "number"),
            (["Ingen, inte ens en vikarie", "Ja", "Nej", "Ibland"], "single"),
        ] {
            let draft = try draft(repeated(cells))
            #expect(draft.contains("type: \(kind)"), "\(cells)\n\(draft)")
        }
        let hours = try draft(repeated(["1", "1,2", "2,3", "1,3", "3"]), question: "Hur många timmar?")
        #expect(hours.contains("type: number"))
    }

    @Test(arguments: ["id,fråga", "id,fråga[rad]"]) func `a very wide file is drafted and read in one step a column`(
        head: String
    ) throws {
        let columns = 5000
        let part = { (place: Int) in head.hasSuffix("]") ? "fråga[rad \(place)]" : "fråga \(place)" }
        let blanks = String(repeating: ";", count: columns)
        let header = "kod;" + (0..<columns).map(part).joined(separator: ";") + blanks
        let rows = ["Bra", "Dåligt", "Bra"].enumerated().map { number, word in
            "K\(number);" + (0..<columns).map { _ in word }.joined(separator: ";") + blanks
        }
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        let clock = ContinuousClock()
        var draft = ""
        let time = try clock.measure {
            let folder = try ScratchFolder(["svar.csv": text])
            draft = try CodebookDraft(path: folder.path + "/svar.csv", name: "svar.csv").text(in: .swedish)
        }
        #expect(draft.split(separator: "\n").count { $0.hasPrefix("  - name: ") } == columns)
        #expect(time < .seconds(20))
    }
}
