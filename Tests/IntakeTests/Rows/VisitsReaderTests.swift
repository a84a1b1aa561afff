// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct VisitsReaderTests {
    private let header = "person;insats;datum;start;slut;timmar;status\n"
    private let march = YearMonth(year: 2019, month: 3)

    @Test func `visits of a month are folded into one`() throws {
        let result = try ProjectInMemory(
            visits: header + """
                20000129-9163;Ledsagning;2019-03-01;08:00;10:30;2,5;Utförd
                0001299163;ledsagning;20190315;0800;1030;2:30;Genomförd
                000129-9163;SoL Ledsagning;1/4 2019;;;1,0;Verkställd
                """
        ).read()
        #expect(result.faults.isEmpty)
        #expect(result.remarks.isEmpty)
        #expect(result.dataset.persons == [Person(birthYear: 2000, sex: .female)])
        let performed = result.dataset.performed
        #expect(performed.map(\.month) == [march, march.advanced(by: 1)])
        #expect(performed.map(\.hours) == [Hours(5), Hours(1)])
        #expect(performed.map(\.visits) == [2, 1])
        #expect(result.dataset.observationWindow == march...march.advanced(by: 1))
    }

    @Test func `a visit that was not performed widens the window and adds no hours`() throws {
        let result = try ProjectInMemory(
            visits: header + "a;Ledsagning;2019-03-01;08:00;10:30;2,5;Avbokad\na;Ledsagning;2019-05-01;;;;Bom\n"
        ).read()
        #expect(result.dataset.performed.isEmpty)
        #expect(result.dataset.observationWindow == march...march.advanced(by: 2))
        #expect(result.tallies[0].kept == 2)
    }

    @Test func `a visit past midnight counts in the month it starts, by the clock when there are no hours`() throws {
        let result = try ProjectInMemory(
            visits: header + """
                a;Ledsagning;2019-03-31;22:00;01:15;;Utförd
                a;Ledsagning;2019-03-30;2019-03-30 23:00;2019-03-31 00:30;;Utförd
                """
        ).read()
        #expect(result.faults.isEmpty)
        #expect(result.dataset.performed.map(\.month) == [march])
        #expect(result.dataset.performed.map(\.hours) == [Hours(4.75)])
    }

    @Test func `hours count before the clock, and a difference above a quarter is remarked on`() throws {
        let result = try ProjectInMemory(
            visits: header + """
                A;Ledsagning;2019-03-01;08:00;10:00;2,25;Utförd
                A;Ledsagning;2019-03-02;08:00;10:00;2,26;Utförd
                A;Ledsagning;2019-03-03;08:00;10:00;1,75;Utförd
                A;Ledsagning;2019-03-04;08:00;10:00;1,74;Utförd
                A;Ledsagning;2019-03-05;08:00;08:00;24;Utförd
                """
        ).read()
        #expect(
            brief(result.remarks.filter { $0.rule != .notASwedishNumber }) == [
                "3 timmar hours-differ-from-clock", "5 timmar hours-differ-from-clock",
            ])
        #expect(result.dataset.performed.map(\.hours) == [Hours(32)])
    }

    @Test func `each kind of unreadable field is a fault at its column`() throws {
        let full =
            "person;insats;datum;start;slut;timmar;status;stadsdelsnamnd;lagrum;utforare;regi;omkostnad;kon;fodelsear;skyddad\n"
        let rows: [(row: String, fault: String)] = [
            (";Ledsagning;2019-03-01;;;1;Utförd;;;;;;;;", "person missing-value"),
            ("1,98E+11;Ledsagning;2019-03-01;;;1;Utförd;;;;;;;;", "person excel-mangled-person"),
            ("a;Hemtjänst;2019-03-01;;;1;Utförd;;;;;;;;", "insats unknown-service"),
            ("a;;2019-03-01;;;1;Utförd;;;;;;;;", "insats missing-value"),
            ("a;Ledsagning;43525;;;1;Utförd;;;;;;;;", "datum excel-serial-date"),
            ("a;Ledsagning;2019-02-29;;;1;Utförd;;;;;;;;", "datum no-such-date"),
            ("a;Ledsagning;1/3/2019;;;1;Utförd;;;;;;;;", "datum ambiguous-date"),
            ("a;Ledsagning;2919-03-01;;;1;Utförd;;;;;;;;", "datum out-of-range"),
            ("a;Ledsagning;;;;1;Utförd;;;;;;;;", "datum missing-value"),
            ("a;Ledsagning;2019-03-01;25:00;;1;Utförd;;;;;;;;", "start not-a-clock-time"),
            ("a;Ledsagning;2019-03-01;08:00;8;1;Utförd;;;;;;;;", "slut not-a-clock-time"),
            ("a;Ledsagning;2019-03-01;;;två;Utförd;;;;;;;;", "timmar not-a-number"),
            ("a;Ledsagning;2019-03-01;;;-1;Utförd;;;;;;;;", "timmar credit-without-visit"),
            ("a;Ledsagning;2019-03-01;;;24,01;Utförd;;;;;;;;", "timmar longer-than-a-day"),
            ("a;Ledsagning;2019-03-01;08:00;;;Utförd;;;;;;;;", "timmar no-duration"),
            ("a;Ledsagning;2019-03-01;;;1;planerad;;;;;;;;", "status unknown-status"),
            ("a;Ledsagning;2019-03-01;;;1;;;;;;;;;", "status missing-value"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;Sondby;;;;;;;", "stadsdelsnamnd unknown-district"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;LVU;;;;;;", "lagrum unknown-law"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;;000129-9163;;;;;", "utforare person-key-elsewhere"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;000129-9163;;;;;;;", "stadsdelsnamnd person-key-elsewhere"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;;;staten;;;;", "regi unknown-provider-type"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;;;;-5;;;", "omkostnad out-of-range"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;;;;;1;;", "kon unknown-sex"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;;;;;;2020;", "fodelsear out-of-range"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;;;;;;19x0;", "fodelsear not-a-number"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;;;;;;;kanske", "skyddad unknown-yes-no"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;;;;;;", "– ragged-row"),
            ("a;Ledsagning;2019-03-01;;;1;Utförd;;;;;;;;;", "– ragged-row"),
            ("a;\"Ledsagning\"x;2019-03-01;;;1;Utförd;;;;;;;;", "insats junk-after-quote"),
        ]
        let result = try ProjectInMemory(
            visits: full + rows.map(\.row).joined(separator: "\n") + "\n",
            districts: "namn\nFarsta\nSkärholmen\n"
        ).read()
        #expect(brief(result.faults) == rows.enumerated().map { "\($0.offset + 2) \($0.element.fault)" })
        #expect(result.dataset.persons.isEmpty, "a row set aside knows nobody")
        #expect(result.dataset.observationWindow == nil)
        let tally = try #require(result.tallies.last)
        #expect((tally.rows, tally.kept, tally.setAside) == (rows.count, 0, rows.count))
    }

    @Test func `monthly rows are read beside visits`() throws {
        let result = try ProjectInMemory(
            visits:
                "Brukare\tInsats\tMånad\tUtförda timmar\na\tLedsagning\tmars 2019\t31,5\na\tLedsagning\t201904\t745\nb\tLedsagning\t2019-13\t1\n"
        ).read()
        #expect(brief(result.faults) == ["3 Utförda timmar out-of-range", "4 Månad no-such-date"])
        #expect(result.dataset.performed.map(\.hours) == [Hours(31.5)])
    }

    @Test func `an exact duplicate is set aside, the later one, in any file`() throws {
        var project = ProjectInMemory(
            visits: header + """
                a;Ledsagning;2019-03-01;;;1;Utförd
                a;Ledsagning;2019-03-01;;;1;Avbokad
                a;Ledsagning;2019-03-02;;;1;Utförd
                a;Ledsagning;2019-03-01;;;1;Utförd
                b;Ledsagning;2019-03-01;;;1;Utförd
                a;Ledsagning;2019-03-01;;;x;Utförd
                a;Ledsagning;2019-03-01;;;x;Utförd
                """)
        project.add(
            .visits, "senare.csv",
            header + "a;Ledsagning;2019-03-01;;;1;Avbokad\na;Ledsagning;2019-03-03;;;1;Utförd\n")
        let result = try project.read()
        #expect(
            brief(result.faults) == [
                "5 – duplicate-row", "7 timmar not-a-number", "8 timmar not-a-number", "2 – duplicate-row",
            ])
        #expect(result.dataset.performed.map(\.hours) == [Hours(3), Hours(1)])
    }

    @Test func `a file without hours and clock, or without date, is told which column it lacks`() throws {
        let lacked: [(visits: String, column: String, nearest: String?)] = [
            ("person;insats;datum;timar\na;Ledsagning;2019-03-01;1\n", "timmar", "timar"),
            ("person;insats;timmar\na;Ledsagning;1\n", "datum", nil),
            ("prson;insats;datum;timmar\na;Ledsagning;2019-03-01;1\n", "person", "prson"),
        ]
        for (visits, column, nearest) in lacked {
            let error = try #require(throws: IntakeError.self) { try ProjectInMemory(visits: visits).read() }
            #expect(error.file == "utforda.csv")
            #expect(error.reason.lackedColumn?.canonical == column)
            #expect(error.reason.lackedColumn?.nearest == nearest)
        }
    }

    @Test func `the fold and a plain dictionary agree on visits in any order`() throws {
        struct Key: Hashable {
            var person: Int
            var service: Int
            var month: YearMonth
            var provider: Int
        }
        var random = SeededGenerator(seed: 21)
        for _ in 0..<5 {
            var rows = "person;insats;datum;timmar;utforare\n"
            var expected: [Key: (hours: Hours, visits: Int32)] = [:]
            var seen: Set<String> = []
            var duplicates = 0
            for _ in 0..<3000 {
                let person = Int.random(in: 0..<40, using: &random)
                let service = Int.random(in: 0...1, using: &random)
                let date = day(2018, 1, 1).adding(days: Int.random(in: 0..<500, using: &random))
                let quarters = Int.random(in: 0...8, using: &random)
                let provider = Int.random(in: 0...2, using: &random)
                let hours = "\(quarters / 4),\(quarters % 4 * 25)"
                let row =
                    "id\(person);\(service == 0 ? "Ledsagning" : "Ledsagarservice");\(date);\(hours);U\(provider)\n"
                rows += row
                guard seen.insert(row).inserted else {
                    duplicates += 1
                    continue
                }
                let key = Key(person: person, service: service, month: date.month, provider: provider)
                expected[key, default: (.zero, 0)].hours += Hours(milliseconds: Int64(quarters) * 900_000)
                expected[key, default: (.zero, 0)].visits += 1
            }
            let result = try ProjectInMemory(visits: rows).read()
            #expect(result.tallies[0].setAside == duplicates)
            #expect(result.dataset.performed.count == expected.count)
            #expect(
                result.dataset.performed.map {
                    [Int($0.person), Int($0.service), Int($0.month.index), Int($0.provider!)]
                }
                .reduce(into: Set<[Int]>()) { $0.insert($1) }.count == expected.count, "an entry came twice")
            #expect(
                result.dataset.performed.map(\.hours.milliseconds).sorted()
                    == expected.values.map(\.hours.milliseconds).sorted())
            #expect(
                result.dataset.performed.reduce(Int32(0)) { $0 + $1.visits }
                    == expected.values.reduce(Int32(0)) { $0 + $1.visits })
        }
    }

    @Test func `a crowd on one day is told apart`() throws {
        var rows = "person;insats;datum;start;slut\n"
        for visit in 0..<1400 {
            let minute = visit % 60
            rows += "alla;Ledsagning;2019-03-01;\(pad(visit / 60 % 24)):\(pad(minute));23:59\n"
        }
        let result = try ProjectInMemory(visits: rows + rows.split(separator: "\n").dropFirst().joined(separator: "\n"))
            .read()
        #expect(result.tallies[0].rows == 2800)
        #expect(result.faults.count == 1400)
        #expect(result.faults.allSatisfy { $0.rule == .duplicateRow && $0.location.row > 1400 })
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
