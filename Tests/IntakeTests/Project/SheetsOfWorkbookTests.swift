// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms
import TestSupport
import Testing

@testable import Intake

/// Which sheets of a workbook are read, and which stop it.
@Suite struct SheetsOfWorkbookTests {
    private let key = SecretKey(bytes: Array(0..<32))
    private static let header = ["Personnummer", "Insats", "Datum", "Timmar"]

    private func sheet(_ rows: [[String]]) -> String {
        rows.enumerated().map { number, cells in
            let texts = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
            return "<row r=\"\(number + 1)\">\(texts.joined())</row>"
        }.joined()
    }

    private func visit(_ month: Int) -> [String] { ["19650101-9993", "Ledsagning", "2019-0\(month)-04", "2,5"] }

    @Test func `a sheet of a month with one row and a misspelt header stops the workbook`() {
        var book = XLSXMaker()
        book.add("jan", rows: sheet([Self.header, visit(1)]))
        book.add("feb", rows: sheet([["Persnonummr", "Insats", "Datum", "Timmar"], visit(2)]))
        #expect(throws: ProjectError.self) {
            try FieldIntake.read([("utforda.xlsx", book.bytes())], key: key)
        }
    }

    @Test func `a cover sheet that names columns is passed over`() throws {
        var book = XLSXMaker()
        book.add("Läs mig", rows: sheet([["Fliken har"], ["Datum", "dagen för besöket"], ["Timmar", "utförd tid"]]))
        book.add("jan", rows: sheet([Self.header, visit(1)]))
        let result = try FieldIntake.read([("utforda.xlsx", book.bytes())], key: key)
        #expect(result.dataset.performed.map(\.hours.value) == [2.5])
    }

    @Test func `months that are days in the lower row of a merged header are months`() throws {
        var book = XLSXMaker()
        let rows = [
            ["Personnummer", "Insats", "Utförd tid", ""], ["", "", "2019-01-01", "2019-02-01"],
            ["19650101-9993", "Ledsagning", "3", "4"],
        ]
        book.add("2019", rows: sheet(rows))
        let result = try FieldIntake.read([("utforda.xlsx", book.bytes())], key: key)
        #expect(result.dataset.performed.map(\.hours.value) == [3, 4])
    }

    @Test func `empty columns between months part them, and filled ones are a second column of each month`() throws {
        func book(_ between: String) -> [UInt8] {
            var book = XLSXMaker()
            let rows = [
                ["Personnummer", "Insats", "2019-01", "", "2019-02", "", "2019-03"],
                ["19650101-9993", "Ledsagning", "3", between, "4", between, "5"],
            ]
            book.add("2019", rows: sheet(rows))
            return book.bytes()
        }
        let result = try FieldIntake.read([("utforda.xlsx", book(""))], key: key)
        #expect(result.dataset.performed.map(\.hours.value) == [3, 4, 5])
        #expect(throws: IntakeError.self) { try FieldIntake.read([("utforda.xlsx", book("2"))], key: key) }
    }

    @Test func `months whose headers reach over both rows are no less than those below a merged cell`() throws {
        var book = XLSXMaker()
        let rows = [
            ["Uppgifter", "", "", "feb 2019"], ["Personnummer", "Insats", "jan 2019", ""],
            ["19650101-9993", "Ledsagning", "3", "4"],
        ]
        book.add("2019", rows: sheet(rows))
        let result = try FieldIntake.read([("utforda.xlsx", book.bytes())], key: key)
        #expect(result.dataset.performed.map(\.hours.value) == [3, 4])
    }

    @Test func `numbers of a hidden helper column make no row of a sum or of a blank row`() throws {
        var book = XLSXMaker()
        let rows = [
            Self.header + ["Hjälp"], visit(1) + ["7"], ["Summa", "", "", "2,5", "8"], ["", "", "", "", "9"],
            visit(2) + ["10"],
        ]
        book.add("2019", rows: sheet(rows), before: "<cols><col min=\"5\" max=\"5\" hidden=\"1\"/></cols>")
        let result = try FieldIntake.read([("utforda.xlsx", book.bytes())], key: key)
        #expect(result.faults.isEmpty)
        #expect(result.dataset.performed.map(\.hours.value) == [2.5, 2.5])
        #expect(result.files[0].notes.contains(.hiddenColumns(["Hjälp"])))
    }

    @Test func `a fault in a sheet is told by sheet and cell`() throws {
        var book = XLSXMaker()
        book.add("jan", rows: sheet([Self.header, visit(1), ["19650101-9993", "Ledsagning", "i går", "2"]]))
        let result = try FieldIntake.read([("utforda.xlsx", book.bytes())], key: key)
        let fault = try #require(result.faults.first)
        #expect(fault.line(in: .swedish).contains("utforda.xlsx [jan], cell C3, kolumnen Datum: "))
    }

    @Test func `a formula that was never calculated stops the file with its cell`() throws {
        var book = XLSXMaker()
        let rows = sheet([Self.header, visit(1)])
        book.add(
            "jan",
            rows: rows + "<row r=\"3\"><c r=\"C3\" t=\"str\"><v>2019-02-01</v></c><c r=\"D3\"><f>1+1</f></c></row>")
        do {
            _ = try FieldIntake.read([("utforda.xlsx", book.bytes())], key: key)
            Issue.record("an empty cell was read")
        } catch {
            #expect((error as? IntakeError)?.reason == .uncalculated(cell: "D3"))
        }
    }

    @Test func `the title of a group that is called as a column is does not hide the row below it`() throws {
        var book = XLSXMaker()
        let rows = [
            ["Personnummer", "Insats", "Period", "", "mar 2019"], ["", "", "jan 2019", "feb 2019", ""],
            ["19650101-9993", "Ledsagning", "3", "4", "5"],
        ]
        book.add("2019", rows: sheet(rows))
        let result = try FieldIntake.read([("utforda.xlsx", book.bytes())], key: key)
        #expect(result.faults.isEmpty)
        #expect(result.dataset.performed.map(\.hours.value) == [3, 4, 5])
    }

    @Test func `a header that is repeated beside a hidden column is none of data`() throws {
        var book = XLSXMaker()
        let rows = [Self.header + ["Hjälp"], visit(1) + ["7"], Self.header, visit(2) + ["8"]]
        book.add("2019", rows: sheet(rows), before: "<cols><col min=\"5\" max=\"5\" hidden=\"1\"/></cols>")
        let result = try FieldIntake.read([("utforda.xlsx", book.bytes())], key: key)
        #expect(result.faults.isEmpty && result.dataset.performed.count == 2)
    }
}
