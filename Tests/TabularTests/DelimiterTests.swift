// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Testing

struct DelimiterTests {
    private func delimiter(of text: String) throws -> Character {
        let reader = try RecordReader(bytes: Array(text.utf8))
        return Character(UnicodeScalar(reader.format.delimiter))
    }

    @Test func `the delimiter is found from the header and the first rows`() throws {
        #expect(try delimiter(of: "person;timmar\n1;2,5\n2;3,5\n") == ";")
        #expect(try delimiter(of: "person,timmar\n1,2.5\n") == ",")
        #expect(try delimiter(of: "person\ttimmar\n1\t2,5\n") == "\t")
        #expect(try delimiter(of: "person|timmar\n1|2,5\n") == "|")
        #expect(try delimiter(of: "person;timmar") == ";")
    }

    @Test func `delimiters in quotes do not count`() throws {
        #expect(try delimiter(of: "\"a;b;c\",\"d;e\"\n\"1;2;3\",\"4;5\"\n") == ",")
    }

    @Test func `commas in a header do not outweigh the rows`() throws {
        #expect(try delimiter(of: "person;timmar, januari, februari, mars\n1;2,5\n2;3\n3;4,5\n4;1\n") == ";")
    }

    @Test func `a decimal comma stays in the number of a file of one column`() throws {
        #expect(try fields(in: "timmar\n2,5\n3,5\n") == [["timmar"], ["2,5"], ["3,5"]])
    }

    @Test func `a separator line and a told delimiter go before what is found`() throws {
        #expect(try delimiter(of: "sep=,\na;b,c;d\n") == ",")
        #expect(try fields(in: "a;b,c\n", delimiter: ",") == [["a;b", "c"]])
    }
}
