// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Intake

/// The trap of 2024: what one board has decided and performed stands under its name of today, and again under the name
/// of a board that it took over.
@Suite struct BothNamesTests {
    private let districts = """
        namn;giltig_fran;giltig_till;efterfoljare
        Farsta;2007-01-01;;
        Hägersten;1997-01-01;2006-12-31;Hägersten-Liljeholmen
        Hägersten-Liljeholmen;2007-01-01;2020-06-30;Hägersten-Älvsjö
        Älvsjö;1997-01-01;2020-06-30;Hägersten-Älvsjö
        Hägersten-Älvsjö;2020-07-01;;

        """
    private let decisions = "person;beslut_id;stadsdelsnamnd;insats;from;tom;timmar;beslutsdatum;utforare\n"
    private let visits = "person;stadsdelsnamnd;insats;datum;start;timmar;status\n"

    private func read(decisions rows: String = "", visits: String = "") throws -> IntakeResult {
        try ProjectInMemory(
            decisions: rows.isEmpty ? "" : decisions + rows, visits: visits, districts: districts
        ).read()
    }

    private func name(of decision: Decision, in result: IntakeResult) -> String? {
        decision.district.map { result.dataset.division[$0].name }
    }

    @Test func `a decision listed under the old board and the new is one, and the later row is set aside`() throws {
        let result = try read(
            decisions: """
                a;;Älvsjö;Ledsagning;2024-01-01;2024-12-31;10;;
                a;;Hägersten-Älvsjö;Ledsagning;2024-01-01;2024-12-31;10;;
                b;;Hägersten-Älvsjö stadsdelsnämnd;Ledsagning;2024-01-01;;12,0;;
                b;;Älvsjö;Ledsagning;20240101;;12;;
                """)
        #expect(
            brief(result.faults) == [
                "3 stadsdelsnamnd listed-under-both-names", "5 stadsdelsnamnd listed-under-both-names",
            ])
        #expect(result.faults.map(\.found) == [.word("Hägersten-Älvsjö"), .word("Älvsjö")])
        let tally = try #require(result.tallies.first { $0.kind == .decisions })
        #expect(tally.rows == 4 && tally.kept == 2 && tally.setAside == 2)
        #expect(!result.remarks.contains { $0.rule == .overlappingDecisions })
        // The decision is the board's that there was on its first day, whichever row came first.
        #expect(result.dataset.decisions.map { name(of: $0, in: result) } == ["Hägersten-Älvsjö", "Hägersten-Älvsjö"])
    }

    @Test func `a decision from before the merger keeps the board that there was`() throws {
        for rows in [["Älvsjö", "Hägersten-Älvsjö"], ["Hägersten-Älvsjö", "Älvsjö"]] {
            let result = try read(
                decisions: rows.map { "a;;\($0);Ledsagning;2020-01-01;2020-12-31;10;;" }.joined(separator: "\n"))
            #expect(brief(result.faults) == ["3 stadsdelsnamnd listed-under-both-names"])
            #expect(result.dataset.decisions.map { name(of: $0, in: result) } == ["Älvsjö"])
        }
    }

    @Test func `a board's three names in turn are one board`() throws {
        let names = ["Hägersten", "Hägersten-Älvsjö", "Hägersten-Liljeholmen"]
        let result = try read(
            decisions: names.map { "a;;\($0);Ledsagning;2024-01-01;;10;;" }.joined(separator: "\n"))
        #expect(result.faults.count == 2)
        #expect(result.dataset.decisions.count == 1)
    }

    @Test(arguments: [
        // Two old boards, of which neither became the other; a board that has nothing to do with it.
        ("a;;Älvsjö;Ledsagning;2024-01-01;;10;;", "a;;Hägersten-Liljeholmen;Ledsagning;2024-01-01;;10;;"),
        ("a;;Älvsjö;Ledsagning;2024-01-01;;10;;", "a;;Farsta;Ledsagning;2024-01-01;;10;;"),
        ("a;;Älvsjö;Ledsagning;2024-01-01;;10;;", "a;;okänd;Ledsagning;2024-01-01;;10;;"),
        // Another person, service, first day, last day or number of hours.
        ("a;;Älvsjö;Ledsagning;2024-01-01;;10;;", "b;;Hägersten-Älvsjö;Ledsagning;2024-01-01;;10;;"),
        ("a;;Älvsjö;Ledsagning;2024-01-01;;10;;", "a;;Hägersten-Älvsjö;Ledsagarservice;2024-01-01;;10;;"),
        ("a;;Älvsjö;Ledsagning;2024-01-01;;10;;", "a;;Hägersten-Älvsjö;Ledsagning;2024-01-02;;10;;"),
        ("a;;Älvsjö;Ledsagning;2024-01-01;;10;;", "a;;Hägersten-Älvsjö;Ledsagning;2024-01-01;2024-06-30;10;;"),
        ("a;;Älvsjö;Ledsagning;2024-01-01;;10;;", "a;;Hägersten-Älvsjö;Ledsagning;2024-01-01;;11;;"),
        // Another number, day of decision or provider, where both rows tell it.
        ("a;1;Älvsjö;Ledsagning;2024-01-01;;10;;", "a;2;Hägersten-Älvsjö;Ledsagning;2024-01-01;;10;;"),
        (
            "a;;Älvsjö;Ledsagning;2024-01-01;;10;2023-12-01;",
            "a;;Hägersten-Älvsjö;Ledsagning;2024-01-01;;10;2023-12-02;"
        ),
        ("a;;Älvsjö;Ledsagning;2024-01-01;;10;;Ek", "a;;Hägersten-Älvsjö;Ledsagning;2024-01-01;;10;;Alm"),
    ]) func `decisions that differ are two`(rows: (String, String)) throws {
        let result = try read(decisions: "\(rows.0)\n\(rows.1)\n")
        #expect(result.faults.isEmpty)
        #expect(result.dataset.decisions.count == 2)
    }

    @Test func `what only one of the rows tells makes no difference`() throws {
        let result = try read(
            decisions: """
                a;7;Älvsjö;Ledsagning;2024-01-01;;10;2023-12-01;Ek
                a;;Hägersten-Älvsjö;Ledsagning;2024-01-01;;10;;
                """)
        #expect(brief(result.faults) == ["3 stadsdelsnamnd listed-under-both-names"])
    }

    @Test func `two decisions alike but for their numbers are each listed twice, and stay two`() throws {
        let result = try read(
            decisions: """
                a;1;Älvsjö;Ledsagning;2024-01-01;;10;;
                a;2;Älvsjö;Ledsagning;2024-01-01;;10;;
                a;2;Hägersten-Älvsjö;Ledsagning;2024-01-01;;10;;
                a;1;Hägersten-Älvsjö;Ledsagning;2024-01-01;;10;;
                """)
        #expect(result.faults.map(\.location.line) == [4, 5])
        #expect(result.dataset.decisions.count == 2)
        #expect(result.remarks.filter { $0.rule == .overlappingDecisions }.map(\.location.line) == [3])
    }

    @Test func `performed hours listed under the old board and the new are performed once`() throws {
        let result = try read(
            visits: visits + """
                a;Älvsjö;Ledsagning;2024-03-01;08:00;2;utförd
                a;Älvsjö;Ledsagning;2024-03-02;08:00;2;utförd
                a;Hägersten-Älvsjö;Ledsagning;2024-03-02;08:00;2;utförd
                a;Hägersten-Älvsjö;Ledsagning;2024-03-01;08:00;2;utförd
                a;Hägersten-Älvsjö;Ledsagning;2024-03-01;12:00;2;utförd
                a;Hägersten-Älvsjö;Ledsagning;2024-03-02;08:00;3;utförd
                a;Farsta;Ledsagning;2024-03-01;08:00;2;utförd
                b;Hägersten-Älvsjö;Ledsagning;2024-03-01;08:00;2;utförd
                """)
        #expect(
            brief(result.faults) == [
                "4 stadsdelsnamnd listed-under-both-names", "5 stadsdelsnamnd listed-under-both-names",
            ])
        let tally = try #require(result.tallies.first { $0.kind == .visits })
        #expect(tally.rows == 8 && tally.kept == 6 && tally.setAside == 2)
        #expect(result.dataset.performed.reduce(Hours.zero) { $0 + $1.hours } == Hours(13))
    }

    @Test func `columns that are not read make no difference to whether a visit is the same`() throws {
        let header = "rad;person;stadsdelsnamnd;insats;datum;start;timmar;status;orsak;omkostnad;anteckning\n"
        let result = try read(
            visits: header + """
                1;a;Älvsjö;Ledsagning;2024-03-01;08:00;2;utförd;;;bokad av god man
                2;a;Hägersten-Älvsjö;Ledsagning;20240301;0800;2,0;Genomförd;flyttad;0;
                3;a;Hägersten-Älvsjö;Ledsagning;2024-03-02;08:00;2;utförd;;;
                4;a;Älvsjö;Ledsagning;2024-03-02;08:00;2;utförd;;;x
                5;a;Älvsjö;Ledsagning;2024-03-02;08:00;2;utförd;;120;y
                """)
        #expect(
            brief(result.faults) == [
                "3 stadsdelsnamnd listed-under-both-names", "5 stadsdelsnamnd listed-under-both-names",
            ])
        // What the expense was is read, so the last row is another visit.
        #expect(result.dataset.performed.reduce(Hours.zero) { $0 + $1.hours } == Hours(6))
    }

    @Test func `the same visit is known whatever the headers of its file are`() throws {
        var project = ProjectInMemory(
            visits: "person;sdn;insats;datum;timmar\na;Älvsjö;Ledsagning;2024-03-01;2\n", districts: districts)
        project.add(
            .visits, "ny.csv",
            "besok;brukare;stadsdelsnamnd;insats;datum;tid\n7;a;Hägersten-Älvsjö;Ledsagning;2024-03-01;2:00\n")
        let result = try project.read()
        #expect(brief(result.faults) == ["2 stadsdelsnamnd listed-under-both-names"])
        #expect(result.faults.map(\.location.file) == ["ny.csv"])
    }

    /// Without clock times two visits of a day may be alike in all that is read. Each is listed under both names: two are
    /// kept, whichever name stands first and however they take turns.
    @Test(arguments: [["A", "A", "B", "B"], ["B", "A", "A", "B"], ["A", "B", "A", "B"], ["B", "B", "A", "A"]])
    func `two true visits of a day that are alike stay two`(order: [String]) throws {
        let rows = order.enumerated().map { number, name in
            "\(number);a;\(name == "A" ? "Älvsjö" : "Hägersten-Älvsjö");Ledsagning;2024-03-01;2"
        }
        let header = "besok;person;stadsdelsnamnd;insats;datum;timmar\n"
        let result = try read(visits: header + rows.joined(separator: "\n"))
        #expect(result.faults.count == 2 && result.faults.allSatisfy { $0.rule == .listedUnderBothNames })
        #expect(result.dataset.performed.reduce(Hours.zero) { $0 + $1.hours } == Hours(4))
        // A third under one of the names is a visit more.
        let more = try read(visits: header + (rows + ["9;a;Älvsjö;Ledsagning;2024-03-01;2"]).joined(separator: "\n"))
        #expect(more.dataset.performed.reduce(Hours.zero) { $0 + $1.hours } == Hours(6))
    }

    @Test func `a row that is the same in every column is a duplicate, under whichever name`() throws {
        let row = "a;Hägersten-Älvsjö;Ledsagning;2024-03-01;08:00;2;utförd\n"
        let result = try read(
            visits: visits + "a;Älvsjö;Ledsagning;2024-03-01;08:00;2;utförd\n" + row + row)
        #expect(brief(result.faults) == ["3 stadsdelsnamnd listed-under-both-names", "4 – duplicate-row"])
        #expect(result.dataset.performed.reduce(Hours.zero) { $0 + $1.hours } == Hours(2))
    }

    @Test func `hours by month are performed once too, in whatever file they stand`() throws {
        let header = "person;sdn;insats;manad;timmar\n"
        var project = ProjectInMemory(
            visits: header + "a;Hägersten-Älvsjö;Ledsagning;2024-01;8\na;Hägersten-Älvsjö;Ledsagning;2024-02;9\n",
            districts: districts)
        project.add(
            .visits, "utforda-alvsjo.csv",
            header + "a;Älvsjö;Ledsagning;2024-02;9\na;Älvsjö;Ledsagning;2024-01;8\na;Älvsjö;Ledsagning;2024-03;8\n")
        let result = try project.read()
        #expect(brief(result.faults) == ["2 sdn listed-under-both-names", "3 sdn listed-under-both-names"])
        #expect(result.faults.map(\.location.file) == ["utforda-alvsjo.csv", "utforda-alvsjo.csv"])
        #expect(result.dataset.performed.reduce(Hours.zero) { $0 + $1.hours } == Hours(25))
    }

    @Test func `names without a table of boards are boards of their own`() throws {
        let rows = "a;;Älvsjö;Ledsagning;2024-01-01;;10;;\na;;Hägersten-Älvsjö;Ledsagning;2024-01-01;;10;;\n"
        let result = try ProjectInMemory(decisions: decisions + rows).read()
        #expect(result.faults.isEmpty)
    }
}
