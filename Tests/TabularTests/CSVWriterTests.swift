// SPDX-License-Identifier: EUPL-1.2
@testable import Tabular
import Terms
import TestSupport
import Testing

struct CSVWriterTests {
    private func text(_ records: [[String]], _ style: CSVStyle = .csv) -> String {
        var writer = CSVWriter(style: style)
        for record in records { writer.append(copying: record) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `fields are quoted only where they must be`() {
        #expect(
            text([["a", "b;c", "d,e", "f\"g", "h\ni", " j", "k ", "l m", ""]])
                == "a,b;c,\"d,e\",\"f\"\"g\",\"h\ni\",\" j\",\"k \",l m,\n")
    }

    @Test func `an empty record of one column is not a blank line`() {
        #expect(text([["namn"], [""], ["Anna"]]) == "namn\n\"\"\nAnna\n")
        #expect(text([[""], [""]], .excel) == "\u{FEFF}\"\"\r\n\"\"\r\n")
    }

    @Test func `the Excel style has a byte order mark, semicolons and CRLF`() {
        #expect(text([["år", "timmar"], ["2019", "1,5"]], .excel) == "\u{FEFF}år;timmar\r\n2019;1,5\r\n")
    }

    @Test func `a long file can be taken piece by piece`() {
        var writer = CSVWriter(style: .excel)
        var pieces: [UInt8] = []
        for record in [["a", "b"], ["1", "2"]] {
            writer.append(copying: record)
            pieces += writer.takeBytes()
        }
        #expect(String(decoding: pieces, as: UTF8.self) == "\u{FEFF}a;b\r\n1;2\r\n")
    }

    private func fields(_ record: [TableField], _ style: CSVStyle) -> String {
        var writer = CSVWriter(style: style)
        writer.append(record)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: ["=1+1", "@SUM(A1)", "+46701234567", "-2+3", "\t=1", "\r=1", " =1", "\u{A0}=1", "＝1", "＠x"])
    func `a spreadsheet runs no text`(text: String) throws {
        for style in [CSVStyle.excel, .list] {
            let written = fields([.text(text)], style).replacing("\u{FEFF}", with: "")
            let first = try #require(written.unicodeScalars.first { $0 != "\"" })
            #expect(first == "'", "\(written)")
        }
        #expect(!fields([.text(text)], .csv).contains("'"), "a program gets the text as it is")
    }

    @Test func `numbers are numbers in every style`() {
        let record: [TableField] = [.number(-0.5), .whole(-3), .flag(true), .null, .text("a-b")]
        #expect(fields(record, .csv) == "-0.5,-3,true,,a-b\n")
        #expect(fields(record, .excel) == "\u{FEFF}-0,5;-3;true;;a-b\r\n")
    }

    @Test func `text has no control character, and a copy is what it was`() {
        #expect(fields([.text("a\u{1B}]0;x\u{7}\u{9B}\n")], .csv) == "a␛]0;x␇<U+009B>␊\n")
        #expect(text([["a\u{1B}"]]) == "a\u{1B}\n")
    }

    private func copied(_ cell: String) -> String {
        var writer = CSVWriter()
        let bytes = Array(cell.utf8)
        writer.append(copyingCell: bytes.span)
        writer.endRecord()
        return String(decoding: writer.bytes, as: UTF8.self).replacing("\n", with: "")
    }

    @Test(arguments: [
        "=1+1", "@SUM(A1)", "-2+3", "+A1", "-(1)", "\t=1", "\r=1", " =1", "\u{A0}=1", "＝1", "-å", "=\u{1B}",
    ])
    func `a spreadsheet runs no cell that is copied`(cell: String) throws {
        let written = copied(cell)
        #expect(written.unicodeScalars.first { $0 != "\"" } == "'", "\(written)")
        #expect(!written.unicodeScalars.contains { $0.isControl })
        #expect(FormulaGuard.removed(from: written).unicodeScalars.first != "'")
    }

    @Test(arguments: [
        "-2", "+3,5", "- 12,50", "-1 250,00", "-2 tim", "2019-01-01", "a=b", "", "Å", "'", "'citat'", "p-1", " a",
        "\u{A0}1",
    ]) func `a copied cell that nothing runs is what it was`(cell: String) {
        let written = copied(cell)
        #expect([cell, "\"\(cell)\""].contains(written), "\(written)")
        #expect(FormulaGuard.removed(from: cell) == cell)
    }

    @Test func `a tab before a copied value is left out`() {
        #expect(copied("\t0123") == "0123")
        #expect(copied("\t-2.50") == "-2.50")
    }

    @Test func `what is written is read back as it was`() throws {
        var generator = SeededGenerator(seed: 20_190_301)
        let parts = ["a", "å", "\"", ",", ";", "\n", "\r", " ", "\t", "\u{FEFF}", "é", "1", "\r\n", "\"\""]
        for round in 0..<300 {
            let width = Int.random(in: 1...4, using: &generator)
            let table = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<width).map { _ in
                    (0..<Int.random(in: 0...4, using: &generator))
                        .map { _ in parts.randomElement(using: &generator)! }.joined()
                }
            }
            for style in [CSVStyle.csv, .excel] {
                let written = text(table, style)
                let read = try records(in: written, delimiter: Character(UnicodeScalar(style.delimiter)))
                #expect(read.map(\.fields) == table, "round \(round): \(written.debugDescription)")
                #expect(read.allSatisfy { $0.irregularity == nil })
            }
        }
    }
}
