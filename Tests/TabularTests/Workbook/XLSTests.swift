// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Testing

struct XLSTests {
    private func maker(_ records: [UInt8], globals: [UInt8] = []) -> XLSMaker {
        XLSMaker(globals: globals, sheets: [("Blad1", 0, records)])
    }

    /// Two styles: general and, as style 1, this format code.
    private func styles(_ code: String) -> [UInt8] {
        XLSMaker.record(0x41E, half(164) + XLSMaker.text(code))
            + XLSMaker.record(0xE0, half(0) + half(0) + Array(repeating: 0, count: 16))
            + XLSMaker.record(0xE0, half(0) + half(164) + Array(repeating: 0, count: 16))
    }

    private func cells(_ maker: XLSMaker) throws -> [String] {
        try rows(in: maker.bytes).flatMap { zip($0.fields, $0.types).map { "\($0)|\($1)" } }
    }

    @Test func `cells of all kinds are read`() throws {
        let strings = XLSMaker.record(
            0xFC, word(2) + word(2) + XLSMaker.text("Bj\u{F6}rkhaga") + XLSMaker.wide("Älvsjö – ö"))
        let records =
            XLSMaker.cell(0xFD, 0, 0, word(0)) + XLSMaker.cell(0xFD, 0, 1, word(1))
            + XLSMaker.number(0, 2, 195_712_199_842)
            + XLSMaker.cell(0x27E, 0, 3, word(750 << 2 | 3)) + XLSMaker.cell(0x27E, 0, 4, word(-5 << 2 | 2))
            + XLSMaker.record(
                0xBD, half(0) + half(5) + half(0) + word(1 << 2 | 2) + half(0) + word(0x3FF0_0000) + half(6))
            + XLSMaker.cell(0x204, 0, 7, XLSMaker.text("text")) + XLSMaker.cell(0x205, 0, 8, [1, 0])
            + XLSMaker.cell(0x205, 0, 9, [0x2A, 1])
        #expect(
            try cells(maker(records, globals: strings)) == [
                "Björkhaga|text", "Älvsjö – ö|text", "195712199842|number", "7,5|number", "-5|number", "1|number",
                "1|number",
                "text|text", "SANT|boolean", "#N/A|error",
            ])
    }

    @Test func `formulas give their values, and none where they were never calculated`() throws {
        let formula = { (column: Int, result: [UInt8], flags: Int) in
            XLSMaker.cell(0x06, 0, column, result + half(flags) + word(0) + half(0))
        }
        let number = long(Int(bitPattern: UInt(7.5.bitPattern)))
        let special = { (kind: UInt8, value: UInt8) in [kind, 0, value, 0, 0, 0, 0xFF, 0xFF] as [UInt8] }
        let records =
            formula(0, number, 0) + formula(1, special(0, 0), 0)
            + XLSMaker.record(0x4BC, Array(repeating: 0, count: 10))
            + XLSMaker.record(0x207, XLSMaker.text("ord")) + formula(2, special(1, 1), 0) + formula(3, special(2, 7), 0)
            + formula(4, special(3, 0), 0) + formula(5, long(0), 2) + formula(6, long(0), 0)
        #expect(
            try cells(maker(records)) == [
                "7,5|number", "ord|text", "SANT|boolean", "#DIV/0!|error", "|text", "|uncalculated", "0|number",
            ])
    }

    @Test func `dates and lengths of time are those of xlsx`() throws {
        for (code, value, shown) in [
            ("yyyy-mm-dd", 43466, "2019-01-01|date"), ("[h]:mm", 1.104166666666667, "26:30|duration"),
            ("[h]:mm", -0.5, "-12:00|duration"), ("hh:mm", 0.34375, "08:15|clock"), ("yyyy-mm-dd", 60, "#DATUM|error"),
        ] {
            #expect(try cells(maker(XLSMaker.number(0, 0, style: 1, value), globals: styles(code))) == [shown])
        }
        let from1904 = styles("yyyy-mm-dd") + XLSMaker.record(0x22, half(1))
        #expect(try cells(maker(XLSMaker.number(0, 0, style: 1, 42004), globals: from1904)) == ["2019-01-01|date"])
    }

    @Test func `hidden rows, columns and sheets and merged cells are known, and cells may come in any order`() throws {
        let row = { (row: Int, flags: Int) in
            XLSMaker.record(0x208, half(row) + Array(repeating: 0, count: 10) + half(flags) + half(0))
        }
        let chart = XLSMaker.start(0x20) + XLSMaker.number(0, 0, 99) + XLSMaker.end
        let records =
            XLSMaker.record(0x7D, half(1) + half(2) + half(0) + half(0) + half(1) + half(0)) + row(0, 0) + row(2, 0x20)
            + XLSMaker.number(2, 1, 3) + chart + XLSMaker.number(0, 0, 1)
            + XLSMaker.record(0xE5, half(1) + half(0) + half(1) + half(2) + half(3))
        var workbook = maker(records)
        workbook.sheets.append(("Dold", 1, XLSMaker.number(0, 0, 2)))
        let places = try TableSource.tables(in: workbook.bytes)
        #expect(places == [TablePlace(sheet: "Blad1"), TablePlace(sheet: "Dold", isHidden: true)])
        var source = try TableSource(bytes: workbook.bytes, options: ReaderOptions(wantsDigest: true))
        #expect(source.merges == [CellRange(rows: 1...2, columns: 2...3)] && source.hiddenColumns == [1...2])
        let read = try rows(of: &source)
        #expect(read.map(\.line) == [1, 3] && read.map(\.fields) == [["1"], ["", "3"]])
        #expect(read.map(\.isHidden) == [false, true])
        #expect(source.format.kind == .xls && source.digest == FileDigest(of: workbook.bytes))
    }

    @Test func `texts carried on in the next record are whole, in one byte a character or two`() throws {
        let first = word(2) + word(2) + half(6) + [0] + Array("Fa".utf8)
        let strings =
            XLSMaker.record(0xFC, first) + XLSMaker.record(0x3C, [1] + "rsta".utf16.flatMap { half(Int($0)) })
            + XLSMaker.record(
                0x3C, half(2) + [0x0C] + half(1) + word(3) + Array("ab".utf8) + Array(repeating: 9, count: 7))
        let records = XLSMaker.cell(0xFD, 0, 0, word(0)) + XLSMaker.cell(0xFD, 0, 1, word(1))
        #expect(try cells(maker(records, globals: strings)) == ["Farsta|text", "ab|text"])
    }

    @Test func `a small workbook lies in the small stream`() throws {
        let stream = maker(XLSMaker.number(0, 0, 7)).stream
        #expect(try rows(in: XLSMaker.file([("Workbook", stream)], small: true)).map(\.fields) == [["7"]])
    }

    @Test func `passwords, older workbooks and other OLE files are told apart`() {
        #expect(failure(XLSMaker.file([("EncryptedPackage", [1, 2, 3])])) == .encrypted(path: "x"))
        #expect(failure(maker([], globals: XLSMaker.record(0x2F, [0, 0, 0, 0])).bytes) == .encrypted(path: "x"))
        #expect(failure(XLSMaker.file([("Book", [1, 2, 3])])) == .binaryWorkbook(path: "x"))
        #expect(failure(XLSMaker.file([("WordDocument", [1, 2, 3])])) == .workbook(path: "x"))
    }

    @Test func `a text that is not there and a cell that comes twice are damage`() {
        #expect(failure(maker(XLSMaker.cell(0xFD, 0, 0, word(0))).bytes) == .damaged(path: "x"))
        #expect(failure(maker(XLSMaker.number(0, 0, 1) + XLSMaker.number(0, 0, 2)).bytes) == .damaged(path: "x"))
        let bytes = maker(XLSMaker.number(0, 0, 1)).bytes
        for length in stride(from: 4, to: bytes.count - 4096, by: 97) {
            #expect(failure(Array(bytes.prefix(length))) == .damaged(path: "x"))
        }
    }
}
