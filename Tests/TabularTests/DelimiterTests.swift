// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
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

    @Test func `titles above the header do not settle the delimiter`() throws {
        #expect(
            try delimiter(of: "Rapport, uttagen 2019-12-31, kl. 10\n\nperson;dag;timmar\n1;2;2,5\n2;3;1,25\n") == ";")
        #expect(try delimiter(of: "Uttag;;;;\nPeriod 2019;;;;\n\na,b;c;d;e;f\n1,5;1,5;1,5;1,5;1,5\n") == ";")
        #expect(try delimiter(of: "Uttag\nPeriod; 2019\n\na,b,c\nx,y,z\nx,y,z\nx,y,z\n") == ",")
        #expect(try delimiter(of: "Uttag\n\nperson\ttimmar\n1\t2,5\n2\t3,5\n") == "\t")
    }

    @Test func `rows that end in a delimiter and ragged rows keep it`() throws {
        #expect(
            try delimiter(of: "dag;a;b\nMarch 3, 2020;5.00;1;\nMarch 4, 2020;5.00;1;\nMarch 4, 2020;5.00;1;\n") == ";")
        #expect(try delimiter(of: "a;b;c;d\n1;2,5\n1;2,5;3,5\n1;2,5;3\n1;2,5;3;4;5\n") == ";")
    }

    @Test func `lists and choices in a cell do not outweigh the delimiter`() throws {
        #expect(try delimiter(of: "nr;a;b\n9;['7', '8'];['5', '6']\n9;['7', '8'];['5', '6']\n") == ";")
        #expect(try delimiter(of: "namn,val\nAnna,A;B;C;\nBo,A;C;\nEva,B;\n") == ",")
        #expect(try delimiter(of: "namn,val\nAnna,A;B;C;\nBo,A;C;D;\nEva,A;B;E;\n") == ",")
        #expect(try delimiter(of: "namn\tval\nAnna\tA;B;\nBo\tA;C;\nEva\tA;B;\n") == "\t")
        #expect(try delimiter(of: "namn;val\nAnna;A|B|C|D\nBo;A|B|C|D\nEva;A|B|C|E\n") == ";")
        #expect(try delimiter(of: "Efternamn;Fornamn;Ar\n\"\tTestsson;Anna\"\t;1982") == ";")
        #expect(try delimiter(of: "x0\ny0\np;q\n") != ",")
    }

    @Test func `sentences in a file of one column stay whole`() throws {
        #expect(try fields(in: "svar\nJa, ofta\nNej, aldrig, tack\nJa, men 2,5 timmar\n").allSatisfy { $0.count == 1 })
    }

    @Test func `a decimal comma between semicolons is no delimiter, however many there are`() throws {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<500 {
            let columns = Int.random(in: 2...8, using: &generator)
            let separator = [";", "\t", "|"].randomElement(using: &generator)!
            var lines = Array(repeating: "Rapport, 2019", count: Int.random(in: 0...2, using: &generator))
            lines.append((0..<columns).map { "kolumn\($0)" }.joined(separator: separator))
            for _ in 0..<Int.random(in: 3...20, using: &generator) {
                lines.append(
                    (0..<columns).map { _ in "\(Int.random(in: 0...99, using: &generator)),5" }.joined(
                        separator: separator))
            }
            #expect(try delimiter(of: lines.joined(separator: "\n")) == Character(separator), "\(lines)")
        }
    }

    @Test func `a separator line and a told delimiter go before what is found`() throws {
        #expect(try delimiter(of: "sep=,\na;b,c;d\n") == ",")
        #expect(try fields(in: "a;b,c\n", delimiter: ",") == [["a;b", "c"]])
    }
}
