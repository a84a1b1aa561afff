// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
import Testing

struct ODSTests {
    private func bytes(_ tables: String, styles: String = "", manifest: String? = nil) -> [UInt8] {
        ODSMaker.bytes(tables, styles: styles, manifest: manifest)
    }

    private func table(_ rows: String, _ name: String = "Blad1", style: String = "ta1") -> String {
        "<table:table table:name=\"\(name)\" table:style-name=\"\(style)\">\(rows)</table:table>"
    }

    private func cells(_ row: String, styles: String = "") throws -> [String] {
        try rows(in: bytes(table("<table:table-row>\(row)</table:table-row>"), styles: styles))
            .flatMap { zip($0.fields, $0.types).map { "\($0)|\($1)" } }
    }

    private func cell(_ attributes: String, _ text: String = "") -> String {
        "<table:table-cell \(attributes)><text:p>\(text)</text:p></table:table-cell>"
    }

    @Test func `values are written as those of xlsx are`() throws {
        let row =
            cell("office:value-type=\"string\"", "Farsta")
            + cell("office:value-type=\"float\" office:value=\"7.5\"", "7,50")
            + cell("office:value-type=\"float\" office:value=\"195712199842\"", "1,96E+11")
            + cell("office:value-type=\"percentage\" office:value=\"0.5\"", "50 %")
            + cell("office:value-type=\"currency\" office:value=\"300\"", "300 kr")
            + cell("office:value-type=\"date\" office:date-value=\"2019-03-01\"", "1 mars")
            + cell("office:value-type=\"date\" office:date-value=\"2019-03-01T08:15:00.000000001\"", "1 mars")
            + cell("office:value-type=\"time\" office:time-value=\"PT08H15M00S\"", "08:15")
            + cell("office:value-type=\"time\" office:time-value=\"PT08H14M59.9999S\"", "08:15")
            + cell("office:value-type=\"time\" office:time-value=\"PT26H30M00S\"", "02:30")
            + cell("office:value-type=\"boolean\" office:boolean-value=\"true\"", "SANT")
            + cell("office:value-type=\"boolean\" office:boolean-value=\"false\"", "FALSKT")
            + cell("office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"", "#N/A")
            + cell("office:value-type=\"date\" office:date-value=\"mars\"", "mars")
            + cell("office:value-type=\"date\" office:date-value=\"1899-12-30T08:15:00\"", "08:15")
            + cell("office:value-type=\"date\" office:date-value=\"1899-12-30\"", "0")
        #expect(
            try cells(row) == [
                "Farsta|text", "7,5|number", "195712199842|number", "0,5|number", "300|number", "2019-03-01|date",
                "2019-03-01 08:15|dateTime", "08:15|clock", "08:15|clock", "26:30|duration", "SANT|boolean",
                "FALSKT|boolean",
                "#N/A|error", "mars|text", "08:15|clock", "#DATUM|error",
            ])
    }

    @Test func `a style that does not start over at midnight shows lengths of time, at the cell or its column`() throws
    {
        let styles =
            "<number:time-style style:name=\"N1\" number:truncate-on-overflow=\"false\"/>"
            + "<style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>"
        let time = "office:value-type=\"time\" office:time-value=\"PT08H15M00S\""
        let columns =
            "<table:table-column/><table:table-column table:default-cell-style-name=\"ce1\" table:number-columns-repeated=\"2\"/>"
        let row = cell(time + " table:style-name=\"ce1\"") + cell(time) + cell(time + " table:style-name=\"ce2\"")
        let read = try rows(in: bytes(table("\(columns)<table:table-row>\(row)</table:table-row>"), styles: styles))
        #expect(read.map(\.types) == [[.duration, .duration, .clock]])
        #expect(read[0].fields == ["08:15", "08:15", "08:15"])
    }

    @Test func `text keeps its blanks, tabs and breaks where they are written, and nothing of annotations`() throws {
        let text =
            "<text:p> två  <text:span>ord<text:s text:c=\"2\"/></text:span>här<text:tab/>x<text:line-break/>y \n</text:p>"
            + "<text:p>nästa <text:note>not</text:note></text:p>"
        let row =
            "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>hemligt</text:p></office:annotation>\(text)"
            + "</table:table-cell>"
        #expect(try cells(row) == ["två ord  här\tx\ny\nnästa |text"])
    }

    @Test func `cells and rows that are repeated count, and a million empty ones cost nothing`() throws {
        let rows1 =
            "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"/>"
            + "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"3\"/>"
            + "<table:table-cell table:number-columns-repeated=\"16379\"/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"5\"><table:table-cell/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"2\" table:visibility=\"filter\">\(cell("", "x"))</table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048568\"><table:table-cell table:number-columns-repeated=\"16384\"/>"
            + "</table:table-row>"
        let read = try rows(in: bytes(table(rows1)))
        #expect(read.map(\.fields) == [["", "", "1", "1", "1"], ["x"], ["x"]])
        #expect(read.map(\.line) == [1, 7, 8])
        #expect(read.map(\.isHidden) == [false, true, true])
    }

    @Test(arguments: [
        "<table:table-row table:number-rows-repeated=\"1048577\"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>",
        "<table:table-row><table:table-cell table:number-columns-repeated=\"16385\"><text:p>x</text:p></table:table-cell></table:table-row>",
        "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\">"
            + "<text:p>x</text:p></table:table-cell></table:table-row>",
    ])
    func `repetition that makes more than a table is refused`(_ rows: String) {
        #expect(failure(bytes(table(rows))) == .oversized(path: "x"))
    }

    @Test func `rows and columns in groups are rows and columns, and hidden columns and merged cells are known`() throws
    {
        let sheet =
            "<table:table-column-group><table:table-column table:number-columns-repeated=\"2\"/>"
            + "<table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/></table:table-column-group>"
            + "<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\" "
            + "table:number-rows-spanned=\"2\"><text:p>a</text:p></table:table-cell><table:covered-table-cell/>"
            + "</table:table-row></table:table-header-rows><table:table-row-group><table:table-rows>"
            + "<table:table-row><table:covered-table-cell table:number-columns-repeated=\"2\"/>\(cell("", "b"))</table:table-row>"
            + "</table:table-rows></table:table-row-group>"
        var source = try TableSource(bytes: bytes(table(sheet)))
        #expect(source.merges == [CellRange(rows: 1...2, columns: 0...1)])
        #expect(source.hiddenColumns == [2...3] && source.format.kind == .ods)
        #expect(try rows(of: &source).map(\.fields) == [["a"], ["", "", "b"]])
    }

    @Test func `each sheet has its rows, and hidden ones are known as such`() throws {
        let styles =
            "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
        let row = { "<table:table-row>\(self.cell("", $0))</table:table-row>" }
        let file = bytes(
            table(row("1"), "A") + table(row("2"), "B", style: "ta2") + table(row("3"), "C"), styles: styles)
        let places = try TableSource.tables(in: file)
        #expect(places.map(\.sheet) == ["A", "B", "C"] && places.map(\.isHidden) == [false, true, false])
        #expect(try places.map { try rows(in: file, $0)[0].fields } == [["1"], ["2"], ["3"]])
        #expect(throws: ReadError.severalSheets(path: "x")) { try rows(in: file) }
    }

    @Test func `a formula without a value is uncalculated`() throws {
        let row =
            "<table:table-cell table:formula=\"of:=1+2\"/>"
            + cell("table:formula=\"of:=1+2\" office:value-type=\"float\" office:value=\"3\"", "3")
        #expect(try cells(row) == ["|uncalculated", "3|number"])
    }

    @Test func `a password is said to be there`() {
        let manifest =
            "<manifest:manifest xmlns:manifest=\"\(ODSMaker.family)manifest:1.0\"><manifest:file-entry>"
            + "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
        #expect(failure(bytes(table(""), manifest: manifest)) == .encrypted(path: "x"))
    }
}
