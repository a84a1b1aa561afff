// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Terms
import Testing

@testable import Intake

/// What `check` says of what decides the numbers.
@Suite struct FileBasisTests {
    private func text(_ project: ProjectInMemory, _ language: Language = .swedish) throws -> String {
        CheckReport(try project.read()).text(in: language)
    }

    private func basis(_ project: ProjectInMemory) throws -> FileBasis {
        try #require(try project.read().files.last?.basis)
    }

    private static let visits = """
        Personnr;Insats;Datum;Starttid;Sluttid;Timmar;Status
        A1;Ledsagning;2019-03-04;08:00;10:00;2;Utförd
        A1;Ledsagning;2019-03-05;08:00;11:00;3;AVBOKAD
        A1;Ledsagning;2019-03-06;08:00;11:00;3;Avbokad
        A2;Ledsagning;2019-03-06;08:00;09:00;1;Bom
        A2;Ledsagning;2019-03-06;08:00;09:00;1;Bom
        A2;Ledsagning;2019-13-06;08:00;09:00;1;Utförd
        A2;Ledsagning;2019-03-07;08:00;12:00;4;Utförd
        Summa;;;;;15;

        """

    @Test
    func `visits that were not performed are counted by the words that are known, and the sums lead to what counts`()
        throws
    {
        let project = ProjectInMemory(visits: Self.visits)
        let text = try text(project)
        #expect(text.contains("utforda.csv: 3 rader räknas inte som utförd tid: avbokad 2, bom 1\n"), "\(text)")
        #expect(
            text.contains(
                "filens egna summor är 15,0 timmar: 6,0 räknas, 7,0 inte utförda, 2,0 i rader åt sidan\n"),
            "\(text)")
        #expect(!text.contains("stämmer inte med raderna"))
        let json = CheckReport(try project.read()).json.document
        #expect(json.contains("\"not_performed\": 3") || json.contains("\"not_performed\":3"), "\(json)")
        #expect(try self.text(project, .english).contains("3 rows do not count as performed: avbokad 2, bom 1\n"))
    }

    @Test(arguments: [("Inställd", "inställd"), ("Bom", "bom"), ("IsCancelled", "inställd"), ("Avbokad", "avbokad")])
    func `a column of yes and no is told by its header`(header: String, word: String) throws {
        let rows = "A1;Ledsagning;2019-03-04;2;nej\nA1;Ledsagning;2019-03-05;3;ja\n"
        let basis = try basis(ProjectInMemory(visits: "Personnr;Insats;Datum;Timmar;\(header)\n\(rows)"))
        #expect(basis.notPerformed == [FileBasis.Status(word: word, rows: 1)])
        #expect(basis.sums == nil)
    }

    @Test func `credits, double staffing and visits that came again are no more than they are`() throws {
        let basis = try basis(
            ProjectInMemory(
                visits: """
                    Personnr;Insats;Datum;Starttid;Sluttid;Timmar;Typ;Dubbelbemanning
                    A1;Ledsagning;2019-03-04;08:00;10:00;2;debet;nej
                    A1;Ledsagning;2019-03-04;08:00;10:00;-2;kredit;nej
                    A1;Ledsagning;2019-03-04;08:00;10:00;2;debet;nej
                    A1;Ledsagning;2019-03-05;08:00;11:00;3;debet;ja
                    A1;Ledsagning;2019-03-05;08:00;11:00;3;debet;ja
                    A1;Ledsagning;2019-03-06;08:00;09:00;1;debet;nej
                    A1;Ledsagning;2019-03-06;08:00;09:00;1;debet;nej
                    A2;Ledsagning;2019-03-06;08:00;09:00;-5;kredit;nej
                    Totalt;;;;;5;;

                    """))
        let sums = try #require(basis.sums)
        let hours = [sums.told, sums.counted, sums.doubled, sums.setAside, sums.other].map { $0 / 3_600_000 }
        #expect(hours == [5, 6, 3, -4, 0])
    }

    @Test func `decisions are told by refusals, ends and what hours are per`() throws {
        let project = ProjectInMemory(
            decisions: """
                Personnr;Insats;Från;Till;Beviljade timmar;Enhet;Utfall
                A1;Ledsagning;2019-01-01;2019-12-31;10;månad;Bifall
                A2;Ledsagning;2019-01-01;;5;vecka;Bifall
                A3;Ledsagning;2019-01-01;;120;år;Bifall
                A4;Ledsagning;2019-01-01;2019-06-30;60;period;Bifall
                A5;Ledsagning;2019-01-01;;8;vecka;Avslag
                A6;Ledsagning;2019-01-01;;8;tv;Bifall
                Delsumma;;;;211;;

                """)
        let text = try text(project)
        #expect(text.contains("beslut.csv: 1 beslut är avslag och räknas inte som beviljade\n"), "\(text)")
        #expect(text.contains("2 av 4 beviljade beslut saknar slutdatum"), "\(text)")
        #expect(
            text.contains("per: vecka 1, månad 1, år 1, hela beslutet 1 (”ledsaga explain vecka”"), "\(text)")
        #expect(
            text.contains(
                "summor är 211,0 timmar: 195,0 i beviljade beslut, 8,0 i avslag, 8,0 i rader åt sidan; olika enheter "
                    + "läggs ihop där\n"),
            "\(text)")
        let basis = try basis(project)
        #expect(basis.grants?.per == [.month: 1, .week: 1, .year: 1, .period: 1])
    }

    @Test func `a row that is set aside once it has been read is not in the sums twice`() throws {
        let result = try ProjectInMemory(
            decisions: """
                Personnr;Insats;Från;Till;Beviljade timmar;Enhet
                A1;Ledsagning;2019-01-01;2019-12-31;1000;period
                A1;Ledsagning;2019-01-01;2019-12-31;1000;period
                Summa;;;;2000;

                """
        ).read()
        #expect(brief(result.faults) == ["3 – duplicate-row"])
        #expect(!result.remarks.contains { $0.rule == .sumDiffers })
        let sums = try #require(result.files[0].basis?.sums)
        #expect([sums.told, sums.counted, sums.setAside, sums.other].map { $0 / 3_600_000 } == [2000, 1000, 1000, 0])
    }

    @Test func `sums of parts add up, a total below them is the last word, and rows below a sum are without one`()
        throws
    {
        func told(_ rows: String) throws -> Int64? {
            let head = "Personnr;Insats;Datum;Timmar\n"
            return try basis(ProjectInMemory(visits: head + rows)).sums.map { $0.told / 3_600_000 }
        }
        let (one, two) = ("A1;Ledsagning;2019-03-04;2\nSumma;;;2\n", "A2;Ledsagning;2019-03-04;3\nSumma;;;3\n")
        #expect(try told(one + two) == 5)
        #expect(try told(one + two + "Totalt;;;5\n") == 5)
        #expect(try told(one + two + "A3;Ledsagning;2019-03-04;3\n") == nil)
        #expect(try told("A1;Ledsagning;2019-03-04;2\n") == nil)
        // A total that is wrong is told as it stands.
        #expect(try told(one + two + "Totalt;;;9\n") == 9)
    }
}
