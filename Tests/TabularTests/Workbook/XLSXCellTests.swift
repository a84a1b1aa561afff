// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
import Testing

struct XLSXCellTests {
    @Test func `a number is written with a comma and 15 digits, never as a power of ten below 1e15`() throws {
        let numbers = [
            ("7.5", "7,5"), ("3.0", "3"), ("0", "0"), ("-0", "0"), ("0.50", "0,5"), ("-2.25", "-2,25"),
            ("195712199842", "195712199842"), ("2.1000000000000001", "2,1"), ("7.4000000000000004", "7,4"),
            ("0.1", "0,1"), ("1E-3", "0,001"), ("1.9571219984199999E11", "195712199842"), ("1E14", "100000000000000"),
            ("999999999999999", "999999999999999"), ("9.999999999999999E14", "1E+15"), ("1E15", "1E+15"),
            ("1.98E17", "1,98E+17"), ("1234567890123456", "1,23456789012346E+15"), ("+5", "5"), ("007", "7"),
            (".5", "0,5"), ("5.", "5"), ("1.5e2", "150"), (" 12 ", "12"),
            ("0.0000000000000000001", "0,0000000000000000001"),
        ]
        let xml = numbers.enumerated().map { "<row r=\"\($0 + 1)\"><c r=\"A\($0 + 1)\"><v>\($1.0)</v></c></row>" }
        let read = try rows(in: XLSXMaker(rows: xml.joined()).bytes())
        for (row, number) in zip(read, numbers) {
            #expect(row.fields == [number.1] && row.types == [.number], "\(number.0)")
        }
        #expect(read.count == numbers.count)
    }

    @Test func `what is no number in the cell of a number is text as it stands`() throws {
        let maker = XLSXMaker(rows: "<row><c><v>tolv</v></c><c><v>1.2.3</v></c><c><v>1E</v></c><c><v>NaN</v></c></row>")
        #expect(try cells(maker) == ["tolv|text", "1.2.3|text", "1E|text", "NaN|text"])
    }

    @Test func `shared and inline strings join their runs and leave phonetic help out`() throws {
        let strings = [
            "<si><t>Farsta</t></si>",
            "<si><r><rPr><b/></rPr><t>Häger</t></r><r><t xml:space=\"preserve\">sten </t></r></si>",
            "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh><phoneticPr fontId=\"1\"/></si>",
            "<si><t> a </t></si>", "<si><t xml:space=\"preserve\"> a </t></si>", "<si/>",
            "<si><t>&lt;&amp;&#229;</t></si>",
        ]
        let indices = strings.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
        let inline = "<c t=\"inlineStr\"><is><r><t>x</t></r><r><t>y</t></r><rPh><t>z</t></rPh></is></c>"
        let maker = XLSXMaker(rows: "<row>\(indices)\(inline)</row>", strings: strings)
        #expect(try fields(maker) == [["Farsta", "Hägersten ", "東京", "a", " a ", "", "<&å", "xy"]])
    }

    @Test func `escaped characters are decoded, and an escaped escape is left as meant`() throws {
        let texts = [
            ("a_x000D_&#10;b", "a\r\nb"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"), ("_xD83D_", "_xD83D_"),
            ("_x0000_", "_x0000_"), ("a_b_c_x00", "a_b_c_x00"), ("_x00E5_", "å"),
        ]
        for (written, meant) in texts {
            let maker = XLSXMaker(
                rows: "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>\(written)</t></is></c>"
                    + "<c t=\"str\"><v>\(written)</v></c></row>", strings: ["<si><t>\(written)</t></si>"])
            #expect(try fields(maker) == [[meant, meant, meant]])
        }
    }

    @Test func `a formula gives its value, and one without is said to be uncalculated`() throws {
        let maker = XLSXMaker(
            rows: "<row><c><f>1+2</f><v>3</v></c><c t=\"str\"><f>A1</f><v>sju</v></c><c t=\"str\"><f>B1</f><v></v></c>"
                + "<c><f>SUM(A1)</f></c><c><f>SUM(A1)</f><v/></c></row>")
        #expect(try cells(maker) == ["3|number", "sju|text", "|text", "|uncalculated", "|uncalculated"])
    }

    @Test func `zero for a formula that the writer left to be calculated is no value`() throws {
        var maker = XLSXMaker(rows: "<row><c><f>1+2</f><v>0</v></c><c><f>1+2</f><v>3</v></c><c><v>0</v></c></row>")
        #expect(try cells(maker) == ["0|number", "3|number", "0|number"])
        maker.afterSheets = "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>"
        #expect(try cells(maker) == ["|uncalculated", "3|number", "0|number"])
    }

    @Test func `truth values and errors are what a Swedish Excel shows`() throws {
        let maker = XLSXMaker(
            rows: "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>"
                + "<c t=\"e\"><v>#DIV/0!</v></c><c t=\"b\"><v>2</v></c></row>")
        #expect(try cells(maker) == ["SANT|boolean", "FALSKT|boolean", "#N/A|error", "#DIV/0!|error", "2|text"])
    }

    @Test func `records start at column A, keep gaps and drop what is empty at their ends`() throws {
        let maker = XLSXMaker(
            rows:
                "<row r=\"2\"><c r=\"C2\"><v>1</v></c><c r=\"E2\"><v>2</v></c><c r=\"F2\" s=\"1\"/></row><row r=\"4\"/>"
                + "<row r=\"5\"><c r=\"A5\" s=\"1\"/></row><row r=\"7\"><c r=\"AA7\"><v>3</v></c></row>")
        let read = try rows(in: maker.bytes())
        #expect(read.map(\.line) == [2, 7])
        #expect(read[0].fields == ["", "", "1", "", "2"])
        #expect(read[1].fields == Array(repeating: "", count: 26) + ["3"])
    }

    @Test func `cells and rows without a place follow the one before`() throws {
        let maker = XLSXMaker(
            rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"B4\"><v>3</v></c><c><v>4</v></c></row>"
                + "<row><c><v>5</v></c></row>")
        let read = try rows(in: maker.bytes())
        #expect(read.map(\.line) == [1, 4, 5])
        #expect(read.map(\.fields) == [["1", "2"], ["", "3", "4"], ["5"]])
    }

    @Test(arguments: [
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"3\"/><row r=\"2\"/>", "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"x\"/>", "<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>", "<row><c t=\"s\"><v>5</v></c></row>",
        "<row><c t=\"s\"><v>x</v></c></row>", "<row r=\"0\"/>",
    ])
    func `places that contradict each other, and texts that are not there, are damage`(_ rows: String) {
        #expect(failure(XLSXMaker(rows: rows).bytes()) == .damaged(path: "x"))
    }

    @Test func `more rows or columns than a sheet has are too much`() {
        for rows in ["<row r=\"1048577\"/>", "<row><c r=\"XFE1\"><v>1</v></c></row>"] {
            #expect(failure(XLSXMaker(rows: rows).bytes()) == .oversized(path: "x"))
        }
        #expect(failure(XLSXMaker(rows: "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").bytes()) == nil)
    }

    @Test func `names of cells are those of Excel`() {
        #expect(CellName.of(column: 2, row: 17) == "C17")
        #expect([0, 25, 26, 701, 702, 16_383].map { CellName.letters($0) } == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
    }
}
