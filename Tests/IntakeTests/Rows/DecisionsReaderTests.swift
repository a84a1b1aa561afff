// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Intake

@Suite struct DecisionsReaderTests {
    private let header = "person;stadsdelsnamnd;insats;lagrum;utfall;from;tom;timmar;enhet;fri;kon;fodelsear;skyddad\n"

    @Test func `a decision is read whole`() throws {
        let result = try ProjectInMemory(
            decisions: """
                Personnummer;Beslutsnr;SDN;Insats;Lagrum;Ansökan;Sökta timmar;Beslutsdatum;Utfall;Gäller från;Gäller till;Beviljade timmar;Enhet;Fri;Utförare;Regi;Kön;Födelseår;Skyddad
                20000129-9163;7;Farsta;Ledsagarservice;9 § p 3 LSS;2018-11-02;20;2018-12-20;Delavslag;2019-01-01;2019-12-31;12,5;vecka;nej;Utförare Ek;privat;K;1999;ja
                """
        ).read()
        #expect(result.faults.isEmpty)
        let decision = try #require(result.dataset.decisions.first)
        #expect(decision.service == 1)
        #expect(decision.law == .lss)
        #expect(result.dataset.division[try #require(decision.district)].name == "Farsta")
        #expect(decision.outcome == .partlyGranted)
        #expect(decision.from == day(2019, 1, 1))
        #expect(decision.to == day(2019, 12, 31))
        #expect(decision.hours == Hours(12.5))
        #expect(decision.unit == .week)
        #expect(!decision.isUnlimited)
        #expect(decision.appliedHours == Hours(20))
        #expect(decision.applied == day(2018, 11, 2))
        #expect(decision.decided == day(2018, 12, 20))
        #expect(result.dataset.providers == ["Utförare Ek"])
        #expect(decision.provider == 0)
        #expect(decision.providerType == .independent)
        #expect(result.dataset.persons == [Person(birthYear: 1999, sex: .female, isProtected: true)])
        #expect(result.files[0].ignoredColumns.isEmpty)
    }

    @Test func `what a decision leaves out has its default`() throws {
        let result = try ProjectInMemory(
            decisions:
                "klient;insats;startdatum;slutdatum;timmar\nA;Ledsagning;2019-01-01;;10\nB;ledsagarservice;2019-01-01;9999-12-31;8\n"
        ).read()
        #expect(result.faults.isEmpty)
        #expect(result.dataset.decisions.map(\.to) == [nil, nil])
        #expect(result.dataset.decisions.map(\.outcome) == [.granted, .granted])
        #expect(result.dataset.decisions.map(\.unit) == [.month, .month])
        #expect(result.dataset.decisions.map(\.law) == [.sol, .lss])
        #expect(brief(result.remarks) == ["2 klient not-a-swedish-number", "3 klient not-a-swedish-number"])
    }

    @Test func `each kind of unreadable field is a fault at its column`() throws {
        let rows: [(row: String, fault: String)] = [
            ("a;;Ledsagning;;;;2019-12-31;10;;;;;", "from missing-value"),
            ("a;;Ledsagning;;;2019-01-01;2018-12-31;10;;;;;", "tom ends-before-start"),
            ("a;;Ledsagning;;;2019-01-01;43525;10;;;;;", "tom excel-serial-date"),
            ("a;;Ledsagning;;beviljats;2019-01-01;;10;;;;;", "utfall unknown-outcome"),
            ("a;;Ledsagning;;;2019-01-01;;;;;;;", "timmar missing-value"),
            ("a;;Ledsagning;;;2019-01-01;;745;;;;;", "timmar out-of-range"),
            ("a;;Ledsagning;;;2019-01-01;;169;vecka;;;;", "timmar out-of-range"),
            ("a;;Ledsagning;;;2019-01-01;;10;varv;;;;", "enhet unknown-unit"),
            ("a;;Ledsagning;;;2019-01-01;;10;;kanske;;;", "fri unknown-yes-no"),
            ("a;;Ledsagning;;;2019-01-01;;96;period;;;;", "tom missing-value"),
            ("a;;Ledsagning;;;2019-01-01;;10;;;;1880;", "fodelsear out-of-range"),
            ("a;;Ledsagning;paragraf;;2019-01-01;;10;;;;;", "lagrum unknown-law"),
            (";;Ledsagning;;;2019-01-01;;10;;;;;", "person missing-value"),
        ]
        let result = try ProjectInMemory(decisions: header + rows.map(\.row).joined(separator: "\n")).read()
        #expect(brief(result.faults) == rows.enumerated().map { "\($0.offset + 2) \($0.element.fault)" })
        #expect(result.dataset.decisions.isEmpty)
    }

    @Test func `hours may be empty when nothing was granted, or there is no ceiling`() throws {
        let result = try ProjectInMemory(
            decisions: header + "a;;Ledsagning;;avslag;2019-01-01;;;;;;;\nb;;Ledsagning;;;2019-01-01;;;;ja;;;\n"
        ).read()
        #expect(result.faults.isEmpty)
        #expect(result.dataset.decisions.map(\.hours) == [.zero, .zero])
        #expect(result.dataset.decisions.map(\.isUnlimited) == [false, true])
    }

    @Test func `decisions that overlap are kept with a remark on the later`() throws {
        let result = try ProjectInMemory(
            decisions: header + """
                a;;Ledsagning;;;2019-01-01;2019-06-30;10;;;;;
                a;;Ledsagning;;;2019-07-01;;10;;;;;
                a;;Ledsagarservice;;;2019-01-01;;10;;;;;
                a;;Ledsagning;;avslag;2019-01-01;;;;;;;
                a;;Ledsagning;;;2018-01-01;2019-01-01;10;;;;;
                a;;Ledsagning;;;2030-01-01;2030-01-31;4;;;;;
                b;;Ledsagning;;;2019-01-01;;10;;;;;
                """
        ).read()
        #expect(result.faults.isEmpty)
        #expect(
            brief(result.remarks.filter { $0.rule == .overlappingDecisions })
                == ["6 from overlapping-decisions", "7 from overlapping-decisions"])
        #expect(result.dataset.decisions.count == 7)
    }

    @Test func `where service and law disagree the law counts and the row is flagged`() throws {
        let result = try ProjectInMemory(
            decisions: header + "a;;Ledsagning;LSS 9.3;;2019-01-01;;10;;;;;\n"
        ).read()
        #expect(result.dataset.decisions.map(\.law) == [.lss])
        #expect(result.dataset.decisions.map(\.service) == [0])
        #expect(brief(result.remarks).contains("2 lagrum law-differs-from-service"))
    }

    @Test func `the first birth year and sex of a column stay, and go before the number's`() throws {
        let result = try ProjectInMemory(
            decisions: header + """
                20000129-9163;;Ledsagning;;;2019-01-01;2019-01-31;10;;;man;1999;
                000129-9163;;Ledsagning;;;2019-02-01;2019-02-28;10;;;kvinna;2000;
                200001299163;;Ledsagning;;;2019-03-01;;10;;;;;
                """
        ).read()
        #expect(result.dataset.persons == [Person(birthYear: 1999, sex: .male)])
        #expect(brief(result.remarks) == ["3 kon conflicting-sex", "3 fodelsear conflicting-birth-year"])
    }

    @Test func `a district that has ended is flagged by the row's date`() throws {
        let result = try ProjectInMemory(
            decisions: header + """
                a;Älvsjö;Ledsagning;;;2019-01-01;2019-01-31;10;;;;;
                a;Älvsjö stadsdelsnämnd;Ledsagning;;;2024-01-01;;10;;;;;
                a;okänd;Ledsagning;;;2023-01-01;2023-01-31;10;;;;;
                """,
            districts:
                "namn;giltig_fran;giltig_till;efterfoljare\nÄlvsjö;1997-01-01;2023-12-31;Hägersten-Älvsjö\nHägersten-Älvsjö;2024-01-01;;\n"
        ).read()
        #expect(result.faults.isEmpty)
        #expect(brief(result.remarks.filter { $0.rule == .endedDistrict }) == ["3 stadsdelsnamnd ended-district"])
        #expect(result.dataset.decisions.map(\.district) == [0, 0, nil])
    }

    @Test func `the project file can map any header`() throws {
        var project = ProjectInMemory(
            decisions: "Vem;Vad;Start;Hur mycket\na;Ledsagning;2019-01-01;10\n")
        project.units[.decisions] = ["timmar": "månad"]
        project.columns[.decisions] = ["person": "vem", "insats": "Vad", "from": "START", "timmar": "Hur_mycket"]
        #expect(try project.read().dataset.decisions.count == 1)
        project.columns[.decisions]?["tom"] = "Slutt"
        #expect(
            project.failure()?.reason == .mappedColumnMissing(canonical: "tom", header: "Slutt", nearest: nil))
    }

    @Test func `two headers of the same name are an error, another alias is ignored`() throws {
        #expect(
            ProjectInMemory(decisions: "person;insats;from;Timmar;timmar\n").failure()?.reason
                == .ambiguousColumn(canonical: "timmar", headers: ["Timmar (1)", "timmar (2)"]))
        let result = try ProjectInMemory(
            decisions: "person;insats;from;timmar;SDN;Område;kommentar\na;Ledsagning;2019-01-01;10;Farsta;Söder;x\n"
        ).read()
        #expect(result.files[0].ignoredColumns == ["Område", "kommentar"])
    }

    @Test func `a first row of data in place of the header shows no person`() {
        let project = ProjectInMemory(decisions: "200001299163;Ledsagning;2019-01-01;10\n")
        #expect(project.failure()?.file == "beslut.csv" && project.failure()?.reason == .missingHeader)
        #expect(Header.shown("200001299163") == "…")
        #expect(Header.shown("Timmar 2019") == "Timmar 2019")
    }
}
