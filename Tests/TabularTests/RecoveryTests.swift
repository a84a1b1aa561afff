// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Testing

struct RecoveryTests {
    @Test func `a stray quote is read as it stands, with a remark`() throws {
        #expect(
            try records(in: "a;b\n5\" rör;x\n1;2\" \"3\n4;5\n") == [
                ReadRecord(fields: ["a", "b"], line: 1),
                ReadRecord(fields: ["5\" rör", "x"], line: 2, irregularity: .strayQuote(column: 0)),
                ReadRecord(fields: ["1", "2\" \"3"], line: 3, irregularity: .strayQuote(column: 1)),
                ReadRecord(fields: ["4", "5"], line: 4),
            ])
    }

    @Test func `a stray quote leaves no trace of quotes in the fields after it`() throws {
        #expect(try records(in: "a;b;c\nx\";;\n;;\n").allSatisfy { $0.quoted.isEmpty })
    }

    @Test func `junk after a closing quote sets that row aside and no other`() throws {
        #expect(
            try records(in: "a;b;c\n1;\"två\"x;3\n4;5;6\n\"7\" \"8\";9;\"\n10;11;12") == [
                ReadRecord(fields: ["a", "b", "c"], line: 1),
                ReadRecord(fields: ["1"], line: 2, irregularity: .junkAfterQuote(column: 1)),
                ReadRecord(fields: ["4", "5", "6"], line: 3),
                ReadRecord(fields: [], line: 4, irregularity: .junkAfterQuote(column: 0)),
                ReadRecord(fields: ["10", "11", "12"], line: 5),
            ])
    }

    @Test func `a quote that never closes is told where it opened, and the next line is read`() throws {
        #expect(
            try records(in: "a;b\n1;\"två\n3;4\n5;6\n") == [
                ReadRecord(fields: ["a", "b"], line: 1),
                ReadRecord(fields: ["1"], line: 2, irregularity: .unclosedQuote),
                ReadRecord(fields: ["3", "4"], line: 3), ReadRecord(fields: ["5", "6"], line: 4),
            ])
    }

    @Test func `a quote on the last line that never closes is told there`() throws {
        #expect(
            try records(in: "a;b\n1;2\n3;\"fyra") == [
                ReadRecord(fields: ["a", "b"], line: 1), ReadRecord(fields: ["1", "2"], line: 2),
                ReadRecord(fields: ["3"], line: 3, irregularity: .unclosedQuote),
            ])
    }

    @Test func `an unclosed quote does not eat the quoted rows after it`() throws {
        #expect(
            try records(in: "a;b\n\"1;2\n3;\"\"\n4;\"fem\"\n\"6\";7\n") == [
                ReadRecord(fields: ["a", "b"], line: 1),
                ReadRecord(fields: [], line: 2, irregularity: .unclosedQuote),
                ReadRecord(fields: ["3", ""], line: 3, quoted: [1]),
                ReadRecord(fields: ["4", "fem"], line: 4, quoted: [1]),
                ReadRecord(fields: ["6", "7"], line: 5, quoted: [0]),
            ])
    }

    @Test func `after a field of several lines an unclosed quote is told at its own line`() throws {
        #expect(
            try records(in: "a;b\n\"1\n2\";\"tre\n4;5\n") == [
                ReadRecord(fields: ["a", "b"], line: 1),
                ReadRecord(fields: ["1\n2"], line: 3, irregularity: .unclosedQuote, quoted: [0]),
                ReadRecord(fields: ["4", "5"], line: 4),
            ])
    }

    @Test func `many unclosed quotes are read in time that grows with the file`() throws {
        let rows = 100_000
        let text = "a;b\n" + String(repeating: "1;\"två\n", count: rows)
        let read = try records(in: text)
        #expect(read.count == rows + 1)
        #expect(read.dropFirst().allSatisfy { $0.irregularity == .unclosedQuote })
        #expect(read.map(\.line) == Array(1...rows + 1))
    }
}
