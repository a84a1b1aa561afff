// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Intake

/// What exports have that gives a wrong number when it is taken at its word.
@Suite struct FieldTrapsTests {
    private static let first = TestNumber.make("19350114", "981")
    private static let second = TestNumber.make("19440202", "996")

    private func performed(_ result: IntakeResult) -> Double {
        result.dataset.performed.reduce(Hours.zero) { $0 + $1.hours }.value
    }

    private func error(_ project: ProjectInMemory) -> IntakeFileError? { project.failure()?.reason }

    // MARK: Credits

    @Test func `a visit taken back and registered anew counts once`() throws {
        for credit in ["5", "-5"] {
            let result = try ProjectInMemory(
                visits: """
                    person;insats;datum;timmar;typ
                    a;Ledsagning;2019-03-01;5;Debitering
                    a;Ledsagning;2019-03-01;\(credit);Kreditering
                    a;Ledsagning;2019-03-01;5;Debitering
                    """
            ).read()
            #expect(result.faults.isEmpty)
            #expect(performed(result) == 5)
        }
    }

    @Test func `a credit of other hours than any visit of the day is set aside`() throws {
        let result = try ProjectInMemory(
            visits: "person;insats;datum;timmar\na;Ledsagning;2019-03-01;5\na;Ledsagning;2019-03-01;-2\n"
        ).read()
        #expect(brief(result.faults) == ["3 timmar credit-without-visit"])
        #expect(performed(result) == 5)
    }

    // MARK: Decisions

    @Test func `the same decision in a later file, with its last day filled in, is one`() throws {
        let header = "person;beslut_id;insats;from;tom;timmar\n"
        var project = ProjectInMemory(decisions: header + "a;7;Ledsagning;2018-01-01;;10\n")
        project.add(.decisions, "senare.csv", header + "a;7;Ledsagning;2018-01-01;2019-06-30;12\n")
        let result = try project.read()
        #expect(brief(result.faults) == ["2 beslut_id replaced-by-later-row"])
        #expect(result.dataset.decisions.map(\.hours) == [Hours(12)])
        #expect(result.dataset.decisions.map(\.to) == [CivilDate(year: 2019, month: 6, day: 30)])
        #expect(result.tallies.allSatisfy { $0.rows == $0.kept + $0.setAside })
        #expect(!result.remarks.contains { $0.rule == .overlappingDecisions })
    }

    @Test func `two parts of a decision in one file stay two`() throws {
        let result = try ProjectInMemory(
            decisions: """
                person;beslut_id;insats;from;tom;timmar
                a;7;Ledsagning;2018-01-01;;10
                a;7;Ledsagning;2018-01-01;;5
                """
        ).read()
        #expect(result.faults.isEmpty)
        #expect(result.dataset.decisions.count == 2)
    }

    // MARK: Persons

    @Test func `of a name with a number in parentheses the number is the person`() throws {
        let result = try ProjectInMemory(
            visits: """
                Brukare;insats;datum;timmar
                Ek, Ulla (\(Self.first.suffix(10)));Ledsagning;2019-03-01;1
                Ek, Ulla (\(Self.second.suffix(10)));Ledsagning;2019-03-01;1
                \(Self.first) (17);Ledsagning;2019-03-02;1
                """
        ).read()
        #expect(result.faults.isEmpty)
        #expect(result.dataset.persons.map(\.birthYear) == [1935, 1944])
    }

    // MARK: Units

    @Test func `hours and minutes with a comma are told by the clock`() throws {
        let rows =
            "person;insats;datum;start;slut;Tid\n"
            + (1...9).map {
                "a;Ledsagning;2019-03-0\($0);08:00;09:45;1,45\n"
            }.joined()
        let result = try ProjectInMemory(visits: rows).read()
        #expect(performed(result) == 9 * 1.75)
    }

    @Test func `decimals that are minutes and nothing else are asked about`() {
        let decimals = ["15", "30", "45", "00"]
        let rows = (0..<24).map { "a;Ledsagning;2019-03-\($0 < 9 ? "0" : "")\($0 + 1);1,\(decimals[$0 % 4])\n" }
        let project = ProjectInMemory(visits: "person;insats;datum;timmar\n" + rows.joined())
        #expect(error(project) == .unitSeems(column: "timmar", header: "timmar", measure: .dottedClock))
        // As the advice has it.
        var told = project
        told.units[.visits] = ["timmar": "tt.mm"]
        #expect((try? told.read()).map { performed($0) } == 24 + 6 * 1.5)
    }

    @Test func `a header may say hours and minutes with a point, or seconds`() throws {
        let dotted = try ProjectInMemory(
            visits: "person;insats;datum;Tid (tt.mm)\na;Ledsagning;2019-03-01;1.30\na;Ledsagning;2019-03-02;0.5\n"
        ).read()
        #expect(performed(dotted) == 1.5 + 50.0 / 60)
        let seconds = try ProjectInMemory(
            visits: "person;insats;datum;Tid (sek)\na;Ledsagning;2019-03-01;5400\n"
        ).read()
        #expect(performed(seconds) == 1.5)
    }

    @Test func `seconds are not taken for minutes`() {
        let rows = (1...9).map { "a;Ledsagning;2019-03-0\($0);5400\n" }.joined()
        let project = ProjectInMemory(visits: "person;insats;datum;timmar\n" + rows)
        #expect(error(project) == .unitSeems(column: "timmar", header: "timmar", measure: .seconds))
    }

    @Test func `hours that no unit makes agree with the clock stop the file`() {
        let rows = (1...9).map { "a;Ledsagning;2019-03-0\($0);08:00;09:30;150\n" }.joined()
        let project = ProjectInMemory(visits: "person;insats;datum;start;slut;timmar\n" + rows)
        #expect(error(project) == .hoursContradictClock(column: "timmar", header: "timmar"))
    }

    // MARK: Wide tables and titles

    @Test func `of months with a column for granted and one for performed hours the performed ones are read`() throws {
        let header = "Personnummer;Insats;Januari 2019;;Februari 2019;\n;;Beviljat;Utfört;Beviljat;Utfört\n"
        let result = try ProjectInMemory(visits: header + "\(Self.first);Ledsagning;10;2;10;3\n").read()
        #expect(result.faults.isEmpty && performed(result) == 5)
    }

    @Test func `months with two columns each that are called by no known name are not read`() {
        let header = "Personnummer;Insats;Januari 2019;;Februari 2019;\n;;A;B;A;B\n"
        let project = ProjectInMemory(visits: header + "\(Self.first);Ledsagning;10;2;10;3\n")
        #expect(error(project) == .headerInTwoRows)
    }

    @Test func `planned rows of a wide table are no performed hours`() throws {
        let result = try ProjectInMemory(
            visits: """
                Personnummer;Insats;Typ;Januari 2019;Februari 2019
                \(Self.first);Ledsagning;Planerat;10;10
                \(Self.first);Ledsagning;Utfört;2;3
                """
        ).read()
        #expect(brief(result.faults).count == 1 && result.faults[0].location.line == 2)
        #expect(performed(result) == 5)
    }

    @Test func `a title that says granted hours above performed ones stops the file`() {
        let rows = "Personnummer;Insats;Januari 2019;Februari 2019\n\(Self.first);Ledsagning;10;10\n"
        #expect(error(ProjectInMemory(visits: "Beviljade timmar 2019\n" + rows)) == .otherHoursInTitle)
        #expect(error(ProjectInMemory(visits: "Utförda av beviljade timmar 2019\n" + rows)) == nil)
    }

    // MARK: Dates

    @Test func `six digits that may have the day first are asked about`() {
        let rows = (1...9).map { "a;Ledsagning;0\($0)0319;1\n" }.joined()
        let project = ProjectInMemory(visits: "person;insats;datum;timmar\n" + rows)
        #expect(error(project) == .dateOrderUnknown(column: "datum", header: "datum", shape: "000000"))
        let swedish = (1...9).map { "a;Ledsagning;19030\($0);1\n" }.joined()
        #expect(error(ProjectInMemory(visits: "person;insats;datum;timmar\n" + swedish)) == nil)
    }

    @Test func `six digits have the day first where the column has`() throws {
        func decoded(_ text: String) throws -> CivilDate {
            try decoding(text) { bytes throws(FaultRule) in try DateField.decode(bytes, order: .dayFirst) }
        }
        #expect(try decoded("010319") == CivilDate(year: 2019, month: 3, day: 1))
        #expect(throws: FaultRule.noSuchDate) { try decoded("310219") }
    }

    // MARK: Names

    @Test(arguments: ["Avbokad av Ulla Ek", "Ek-Bo, Ulla"]) func `a word that may hold a name is not shown`(
        word: String
    ) throws {
        let result = try ProjectInMemory(
            visits: "person;insats;datum;timmar;status\na;Ledsagning;2019-03-01;1;\(word)\n"
        ).read()
        #expect(result.faults.map(\.found) == [.text(characters: word.count)])
        let service = try ProjectInMemory(
            visits: "person;insats;datum;timmar\na;\(word);2019-03-01;1\n"
        ).read()
        #expect(service.faults.map(\.found) == [.text(characters: word.count)])
    }

    // MARK: Advice

    @Test func `a rate and the last digits of a number are never advised`() {
        let project = ProjectInMemory(
            visits: "person;insats;datum;Antal tillfällen;Tid per tillfälle\na;Ledsagning;2019-03-01;4;2\n")
        guard case .missingColumn(_, let nearest, _, _, _)? = error(project) else {
            Issue.record("the file has no hours")
            return
        }
        #expect(nearest == nil)
    }

    // MARK: Columns known by their values

    @Test func `a column of workplaces is no unit of hours`() throws {
        let header = "person;insats;datum;timmar;enhet;start;slut\n"
        let row = "a;Ledsagning;2019-03-01;2;Hemtjänst Norr;08:00;10:00\n"
        let result = try ProjectInMemory(visits: header + row).read()
        #expect(result.faults.isEmpty && performed(result) == 2)
        #expect(result.files[0].ignoredColumns == ["enhet"])
    }

    @Test func `hours beside a unit that is none of time are asked about`() throws {
        var project = ProjectInMemory(
            visits: "person;insats;datum;omfattning;enhet\na;Ledsagning;2019-03-01;2;st\n")
        #expect(error(project) == .unitColumnUnknown(column: "timmar", unit: "enhet"))
        project.units[.visits] = ["timmar": "timmar"]
        #expect(performed(try project.read()) == 2)
        let decisions = ProjectInMemory(
            decisions: "person;insats;from;timmar;period\na;Ledsagning;2019-01-01;10;Vår\n")
        #expect(error(decisions) == .unitUnknown(column: "timmar", header: "timmar"))
    }

    @Test func `start and end may stand in one cell`() throws {
        for interval in ["08:00 - 10:30", "8.00–10.30", "kl 08:00-10:30", "08:00 till 10:30"] {
            let result = try ProjectInMemory(
                visits: "person;insats;datum;klockslag\na;Ledsagning;2019-03-01;\(interval)\n"
            ).read()
            #expect(result.faults.isEmpty && performed(result) == 2.5, "\(interval)")
        }
        let night = try ProjectInMemory(
            visits: "person;insats;datum;klockslag\na;Ledsagning;2019-03-01;23-01\n"
        ).read()
        #expect(performed(night) == 2)
    }

    @Test func `a column of time may hold start and end`() throws {
        let result = try ProjectInMemory(
            visits: "person;insats;datum;Tid\na;Ledsagning;2019-03-01;18:45–21:45\n"
        ).read()
        #expect(result.faults.isEmpty && performed(result) == 3)
    }

    @Test func `a title that ends in a word for a period tells no unit`() throws {
        for title in ["Rapport, beslut", "Sammanställning, år"] {
            let project = ProjectInMemory(
                decisions: title + "\nperson;insats;from;Beviljade timmar\na;Ledsagning;2019-01-01;24\n")
            #expect(error(project) == .unitUnknown(column: "timmar", header: "Beviljade timmar"), "\(title)")
        }
    }

    @Test func `a column of cancelled visits stands in for a status`() throws {
        let result = try ProjectInMemory(
            visits: "person;insats;datum;timmar;Cancelled\na;Ledsagning;2019-03-01;2;false\n"
        ).read()
        #expect(!result.files[0].notes.contains(.columnAbsent("status")))
    }
}
