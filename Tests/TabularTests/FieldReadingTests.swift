// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Testing

/// Cases in the manner of the public suites csv-spectrum and csv-test-data, written anew.
struct FieldReadingTests {
    @Test func `the header is the first record`() throws {
        #expect(try fields(in: "a,b,c\n1,2,3\n") == [["a", "b", "c"], ["1", "2", "3"]])
    }

    @Test func `a header alone is one record`() throws {
        #expect(try fields(in: "person;datum;timmar\n") == [["person", "datum", "timmar"]])
        #expect(try fields(in: "person;datum;timmar") == [["person", "datum", "timmar"]])
    }

    @Test func `a last line needs no line break`() throws {
        #expect(try fields(in: "a;b\n1;2") == [["a", "b"], ["1", "2"]])
        #expect(try fields(in: "a;b\n1;") == [["a", "b"], ["1", ""]])
        #expect(try fields(in: "a;b\n1;\"två\"") == [["a", "b"], ["1", "två"]])
    }

    @Test func `quotes hold delimiters and line breaks`() throws {
        #expect(
            try fields(in: "a,b\n\"1,5\",\"två\nrader\"\n\"x\r\ny\",z\n")
                == [["a", "b"], ["1,5", "två\nrader"], ["x\r\ny", "z"]])
    }

    @Test func `a doubled quote is a quote`() throws {
        #expect(
            try fields(in: "a,b\n1,\"ha \"\"ha\"\" ha\"\n\"\"\"\",2\n") == [
                ["a", "b"], ["1", "ha \"ha\" ha"], ["\"", "2"],
            ])
    }

    @Test func `JSON in a field comes out as it was`() throws {
        let text = "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n"
        #expect(
            try fields(in: text) == [["key", "val"], ["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]])
    }

    @Test func `CR, LF and CRLF each end a record`() throws {
        for lineBreak in ["\n", "\r\n", "\r"] {
            let text = ["a;b", "1;2", "3;4", ""].joined(separator: lineBreak)
            #expect(
                try records(in: text) == [
                    ReadRecord(fields: ["a", "b"], line: 1), ReadRecord(fields: ["1", "2"], line: 2),
                    ReadRecord(fields: ["3", "4"], line: 3),
                ])
        }
    }

    @Test func `line breaks of all kinds may be mixed, and CR CR LF ends one record`() throws {
        #expect(
            try records(in: "a;b\n1;2\r3;4\r\n5;6\r\r\n7;8\n9;0\r") == [
                ReadRecord(fields: ["a", "b"], line: 1), ReadRecord(fields: ["1", "2"], line: 2),
                ReadRecord(fields: ["3", "4"], line: 3), ReadRecord(fields: ["5", "6"], line: 4),
                ReadRecord(fields: ["7", "8"], line: 6), ReadRecord(fields: ["9", "0"], line: 7),
            ])
        #expect(try RecordReader(bytes: Array("a;b\r\r\n1;2\r\r\n".utf8)).format.lineEnding == .crlf)
    }

    @Test func `blank lines are not records, but count as lines`() throws {
        #expect(
            try records(in: "\n  \na;b\r\n\r\n \t \r\n1;2\r\r3;4\n\n\n") == [
                ReadRecord(fields: ["a", "b"], line: 3), ReadRecord(fields: ["1", "2"], line: 6),
                ReadRecord(fields: ["3", "4"], line: 8),
            ])
    }

    @Test func `in one column an empty quoted field is a record, an empty line is not`() throws {
        #expect(
            try records(in: "namn\n\"\"\n\nAnna\n") == [
                ReadRecord(fields: ["namn"], line: 1), ReadRecord(fields: [""], line: 2, quoted: [0]),
                ReadRecord(fields: ["Anna"], line: 4),
            ])
    }

    @Test func `blanks round unquoted fields go, blanks inside quotes stay`() throws {
        #expect(
            try records(in: "a,b\n  1 ,\t 2\t\n \" 3 \" ,\"\"\n") == [
                ReadRecord(fields: ["a", "b"], line: 1), ReadRecord(fields: ["1", "2"], line: 2),
                ReadRecord(fields: [" 3 ", ""], line: 3, quoted: [0, 1]),
            ])
    }

    @Test func `ragged rows are read as they are`() throws {
        #expect(
            try fields(in: "a;b;c\n1;2\n1;2;3;4\n;;\n5\n") == [
                ["a", "b", "c"], ["1", "2"], ["1", "2", "3", "4"], ["", "", ""], ["5"],
            ])
    }

    @Test func `trailing delimiters make empty fields`() throws {
        #expect(try fields(in: "a;b;\n1;2;\n") == [["a", "b", ""], ["1", "2", ""]])
    }

    @Test func `a tab delimiter keeps empty fields at both ends`() throws {
        #expect(try fields(in: "a\tb\tc\n\t2\t\n\t\t\n") == [["a", "b", "c"], ["", "2", ""], ["", "", ""]])
    }

    @Test func `lines in quotes count, and a record's line is where it starts`() throws {
        #expect(
            try records(in: "a;b\r\n\"1\r\n\r\n2\";\"x\ry\nz\"\r\n3;4\r\n").map(\.line) == [1, 2, 7])
    }

    @Test func `an Excel separator line is honoured and counts as a line`() throws {
        for first in ["sep=|", "SEP=|", "\"sep=|\""] {
            #expect(
                try records(in: first + "\r\na;b|c\r\n1;2|3\r\n") == [
                    ReadRecord(fields: ["a;b", "c"], line: 2), ReadRecord(fields: ["1;2", "3"], line: 3),
                ])
        }
    }
}
