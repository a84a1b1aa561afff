// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms
import Testing

@testable import Intake

/// What the name of a file, a title or a grid of days tells of all rows of a table.
@Suite struct NamesOfFilesTests {
    private func months(_ result: IntakeResult) -> [String: Double] {
        Dictionary(result.dataset.performed.map { ("\($0.month)", $0.hours.value) }, uniquingKeysWith: +)
    }

    private func visits(_ name: String, _ text: String) -> ProjectInMemory {
        var project = ProjectInMemory()
        project.add(.visits, name, text)
        return project
    }

    private func read(_ name: String, _ text: String) throws -> IntakeResult { try visits(name, text).read() }

    private func error(_ name: String, _ text: String) -> IntakeFileError? { visits(name, text).failure()?.reason }

    private static let days = (1...31).map(String.init).joined(separator: ";")

    private static func grid(_ cells: [Int: String], days: Int = 31) -> String {
        (1...days).map { cells[$0] ?? "" }.joined(separator: ";")
    }

    @Test func `a grid of days counts for the month in the title`() throws {
        let text = """
            Utförd tid mars 2019
            person;insats;\(Self.days);Summa
            a;Ledsagning;\(Self.grid([3: "2,5", 31: "1:30"]));4
            b;Ledsagning;\(Self.grid([1: "7"]));7
            """
        let result = try read("utforda.csv", text)
        #expect(result.faults.isEmpty && !result.remarks.contains { $0.rule == .sumDiffers })
        #expect(months(result) == ["2019-03": 11])
    }

    @Test func `a grid of days counts for the month in the file's name, or in the row`() throws {
        let grid = "person;insats;\(Self.days)\na;Ledsagning;\(Self.grid([28: "3"]))\n"
        #expect(months(try read("utforda-2019-02.csv", grid)) == ["2019-02": 3])
        let rows = "person;insats;månad;\(Self.days)\na;Ledsagning;2019-04;\(Self.grid([28: "3"]))\n"
        #expect(months(try read("utforda.csv", rows)) == ["2019-04": 3])
    }

    @Test func `hours on a day that the month has not are set aside`() throws {
        let grid = "person;insats;\(Self.days)\na;Ledsagning;\(Self.grid([3: "1", 30: "3"]))\n"
        let result = try read("utforda-2019-02.csv", grid)
        #expect(brief(result.faults) == ["2 30 no-such-date"])
        #expect(months(result).isEmpty)
    }

    @Test func `a grid of days whose month nothing tells is not read`() {
        let grid = "person;insats;\(Self.days)\na;Ledsagning;\(Self.grid([28: "3"]))\n"
        #expect(error("utforda.csv", grid) == .monthMissing)
        #expect(error("utforda-2019.csv", grid) == .monthMissing)
    }

    @Test func `dates as columns count each for its month`() throws {
        let text = "person;insats;2019-01-31;2019-02-01;2019-02-02\na;Ledsagning;1;2;3\n"
        #expect(months(try read("utforda.csv", text)) == ["2019-01": 1, "2019-02": 5])
    }

    @Test(arguments: [
        ("utforda-2019-03.csv", ""), ("utforda_201903.csv", ""), ("Utförda mars 2019.csv", ""),
        ("utforda 2019 mars.csv", ""), ("utforda.csv", "Period 2019-03-01 – 2019-03-31\n"),
        ("utforda-2019.csv", "Mars\n"),
    ]) func `hours without a day are of the month that a name tells`(name: String, title: String) throws {
        let result = try read(name, title + "person;insats;timmar\na;Ledsagning;5\n")
        #expect(months(result) == ["2019-03": 5])
        #expect(result.files[0].notes.contains(.monthOfFile(YearMonth(year: 2019, month: 3))))
    }

    @Test func `a span of months is no month`() {
        let text = "Period 2019-01-01 – 2019-03-31\nperson;insats;timmar\na;Ledsagning;5\n"
        guard case .missingColumn? = error("utforda.csv", text) else {
            Issue.record("a span was taken for a month")
            return
        }
    }

    @Test func `year and month may stand in a column each`() throws {
        let text = "person;insats;År;Månad;timmar\na;Ledsagning;2019;Januari;5\na;Ledsagning;2019;2;6\n"
        let result = try read("utforda.csv", text)
        #expect(result.faults.isEmpty)
        #expect(months(result) == ["2019-01": 5, "2019-02": 6])
    }

    @Test func `a board named in a title is the board of all rows`() throws {
        var project = ProjectInMemory(districts: "namn;giltig_fran\nNorra;2007-01-01\nSödra;2007-01-01\n")
        project.add(.visits, "utforda.csv", "Norra\nperson;insats;datum;timmar\na;Ledsagning;2019-03-01;5\n")
        let result = try project.read()
        #expect(result.files.contains { $0.notes.contains(.boardOfFile("Norra")) })
        let board = try #require(result.dataset.performed[0].district)
        #expect(result.dataset.division.districts[Int(board)].name == "Norra")
    }

    @Test func `a file a service is read where the project file says so`() throws {
        var project = ProjectInMemory()
        let text = "person;datum;timmar\na;2019-03-01;5\n"
        project.add(.visits, "Ledsagarservice 2019.csv", text)
        #expect(throws: IntakeError.self) { try project.read() }
        project.from[.visits] = ["insats": .filename]
        let result = try project.read()
        #expect(result.dataset.performed.map { result.dataset.services[Int($0.service)].name } == ["Ledsagarservice"])
        project.files[0].name = "export.csv"
        #expect(project.failure()?.reason == .nameTellsNothing(column: "insats", .filename))
    }

    @Test func `one of two headers that are alike is pointed out by its number`() throws {
        var project = ProjectInMemory(
            decisions: "person;insats;From;From;timmar\na;Ledsagning;2019-01-01;2019-02-01;10\n")
        let message = try #require(project.failure()).message(in: .swedish)
        #expect(message.contains("From (1), From (2)"))
        #expect(message.contains(#"- {kind: decisions, files: beslut.csv, columns: {from: "From (1)"}}"#))
        project.columns[.decisions] = ["from": "From (2)"]
        #expect(try project.read().dataset.decisions.map(\.from) == [CivilDate(year: 2019, month: 2, day: 1)])
    }

    @Test(arguments: ["Uttag gjort 2020-01-14", "Utskrivet den 14 januari 2020", "Rapport 14.01.2020"])
    func `the day of a print tells neither month nor year`(title: String) {
        guard case .missingColumn? = error("utforda.csv", title + "\nperson;insats;timmar\na;Ledsagning;5\n") else {
            Issue.record("the month of the print was taken")
            return
        }
        #expect(error("utforda.csv", title + "\nperson;insats;Januari;Februari\na;Ledsagning;5;6\n") == .yearMissing)
        #expect(error("utforda-2020-01-14.csv", "person;insats;Januari;Februari\na;Ledsagning;5;6\n") == .yearMissing)
    }

    @Test func `the year of a period is the year of months without one`() throws {
        let text = "Period: 2019-01-01 – 2019-12-31\nperson;insats;Januari;Februari\na;Ledsagning;5;6\n"
        #expect(months(try read("utforda.csv", text)) == ["2019-01": 5, "2019-02": 6])
    }

    @Test(arguments: ["UTFTID2019.csv", "2019utforda.csv", "utforda2019A.csv"])
    func `a year beside letters is a year`(name: String) throws {
        let text = "person;insats;Januari;Februari\na;Ledsagning;5;6\n"
        #expect(months(try read(name, text)) == ["2019-01": 5, "2019-02": 6])
    }
}
