// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Intake

/// The section a row rests on, why a decision ended and when it began to be carried out.
@Suite struct LegalBasisTests {
    /// But for ids that are no identity numbers.
    private func own(_ remarks: [Remark]) -> [String] {
        brief(remarks.filter { $0.rule != .notASwedishNumber })
    }

    @Test(arguments: [
        ("SoL 4:1", LegalBasis.sol41), ("4 kap. 1 § SoL", .sol41), ("4 kap. 1 § SoL (2001:453)", .sol41),
        ("SoL 11:1", .sol111), ("11:1", .sol111), ("11 kap 1 § socialtjänstlagen (2025:400)", .sol111),
        ("SoL 11:5", .sol115), ("11 kap. 5 § SoL", .sol115), ("5 § 11 kap. SoL", .sol115), ("SoL", .sol),
        ("SoL 11 kap.", .sol), ("SoL 12:1", .sol), ("LSS 9:3", .lss), ("9 § 5 LSS", .lss),
    ])
    func `the section is read however it is written`(text: String, basis: LegalBasis) throws {
        #expect(try decoding(text, LawField.decode) == basis)
    }

    @Test func `a decision keeps the label of its section, and both belong to SoL`() throws {
        let result = try ProjectInMemory(
            decisions: """
                person;insats;lagrum;beslutsdatum;from;tom;timmar
                a;Ledsagning;SoL 4:1;2025-06-01;2025-06-15;;10
                b;Ledsagning;SoL 11:1;2025-08-01;2025-08-15;;10
                c;Ledsagning;SoL 11:5;2025-08-01;2025-08-15;;10
                """
        ).read()
        #expect(result.faults.isEmpty && own(result.remarks).isEmpty)
        #expect(result.dataset.decisions.map(\.basis) == [.sol41, .sol111, .sol115])
        #expect(result.dataset.decisions.map(\.law) == [.sol, .sol, .sol])
    }

    @Test func `a visit without an individual test may be without a person, and its hours are kept`() throws {
        let result = try ProjectInMemory(
            visits: """
                person;insats;lagrum;datum;timmar
                a;Ledsagning;SoL 11:5;2025-07-01;1
                ;Ledsagning;SoL 11:5;2025-07-01;2,5
                Okänd;Ledsagning;11 kap. 5 §;2025-08-01;3
                Okänd;Ledsagning;11 kap. 5 §;2025-08-01;3
                ;Ledsagning;SoL 11:1;2025-08-01;4
                ;Ledsagning;SoL 11:5;2025-06-30;5
                """
        ).read()
        #expect(brief(result.faults) == ["6 person missing-value", "7 person missing-value"])
        #expect(own(result.remarks) == [3, 4, 5].map { "\($0) person without-person" })
        #expect(result.dataset.untested.map(\.hours.value) == [2.5, 3, 3])
        #expect(result.dataset.performed.map(\.isWithoutTest) == [true])
        #expect(result.dataset.persons.count == 1)
        #expect(result.tallies.map(\.kept) == [4] && result.tallies.map(\.rows) == [6])
    }

    @Test func `why a decision ended is read, and an unknown word is remarked on and costs no decision`() throws {
        let result = try ProjectInMemory(
            decisions: """
                person;insats;from;tom;timmar;Avslutsorsak;Verkställd från
                a;Ledsagning;2019-01-01;2019-05-31;10;Avliden;2019-02-01
                b;Ledsagning;2019-01-01;2019-05-31;10;Flyttat till annan kommun;
                c;Ledsagning;2019-01-01;2019-05-31;10;På egen begäran;2019-01-15
                d;Ledsagning;2019-01-01;2019-05-31;10;Tidsbegränsat beslut;
                e;Ledsagning;2019-01-01;2019-05-31;10;Nytt beslut;
                f;Ledsagning;2019-01-01;2019-05-31;10;Kod 17;
                g;Ledsagning;2019-01-01;2019-05-31;10;;
                """
        ).read()
        #expect(result.faults.isEmpty)
        #expect(own(result.remarks) == ["7 Avslutsorsak unknown-end-reason"])
        #expect(
            result.dataset.decisions.map(\.endReason) == [.died, .movedAway, .ownWish, .other, .replaced, nil, nil])
        #expect(
            result.dataset.decisions.map(\.executed) == [
                CivilDate(year: 2019, month: 2, day: 1), nil, CivilDate(year: 2019, month: 1, day: 15), nil, nil, nil,
                nil,
            ])
    }

    @Test func `a start of execution that is no date is a fault`() throws {
        let result = try ProjectInMemory(
            decisions: "person;insats;from;timmar;verkstalld_fran\na;Ledsagning;2019-01-01;10;snart\n"
        ).read()
        #expect(brief(result.faults) == ["2 verkstalld_fran not-a-date"])
    }

    @Test func `an application after the decision is a fault at the application`() throws {
        let result = try ProjectInMemory(
            decisions: """
                person;insats;ansokan;beslutsdatum;from;timmar
                a;Ledsagning;2019-02-01;2019-01-15;2019-03-01;10
                b;Ledsagning;2019-01-15;2019-01-15;2019-03-01;10
                c;Ledsagning;2019-01-15;;2019-01-01;10
                """
        ).read()
        #expect(brief(result.faults) == ["2 ansokan applied-after-decision"])
        #expect(result.dataset.decisions.count == 2)
    }

    @Test func `a row before the person's birth is a fault, and the person's other rows stay`() throws {
        let number = TestNumber.make("20180614", "981")
        let result = try ProjectInMemory(
            decisions: """
                person;insats;from;timmar
                \(number);Ledsagning;2018-06-13;10
                \(number);Ledsagning;2018-06-14;10
                """,
            visits: "person;insats;datum;timmar\n\(number);Ledsagning;2018-01-01;2\n\(number);Ledsagning;2019-01-01;2\n"
        ).read()
        #expect(brief(result.faults) == ["2 person before-birth", "2 person before-birth"])
        #expect(result.dataset.decisions.count == 1 && result.dataset.performed.count == 1)
        #expect(result.dataset.persons.map(\.birthYear) == [2018])
    }
}
