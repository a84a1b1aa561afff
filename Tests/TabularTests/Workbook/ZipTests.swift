// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
import Testing

struct ZipTests {
    private let maker = XLSXMaker(rows: "<row><c><v>1</v></c></row>")

    private func zip(_ change: (inout ZipMaker) -> Void) -> [UInt8] {
        var zip = ZipMaker()
        change(&zip)
        return zip.finished()
    }

    @Test(arguments: [[], .stored, .descriptor, .wide, [.stored, .wide], [.descriptor, .wide]] as [ZipMaker.Options])
    func `members are read packed and not, with sizes before, after and wide`(_ options: ZipMaker.Options) throws {
        var maker = self.maker
        maker.options = options
        #expect(try fields(maker) == [["1"]])
    }

    @Test func `a zip may have something before it`() throws {
        var zip = ZipMaker()
        for part in maker.parts { zip.add(part.name, part.text) }
        // What stands first must still look like a zip.
        #expect(try rows(in: zip.finished(before: Array("PK\u{3}\u{4}".utf8) + [0, 0])).map(\.fields) == [["1"]])
        var wide = ZipMaker()
        for part in maker.parts { wide.add(part.name, part.text, .wide) }
        #expect(try rows(in: wide.finished(before: Array("PK\u{3}\u{4}".utf8) + [0, 0])).map(\.fields) == [["1"]])
    }

    @Test func `a workbook cut short at any byte is damaged`() {
        let bytes = maker.bytes()
        for length in stride(from: 4, to: bytes.count - 1, by: 7) {
            #expect(failure(Array(bytes.prefix(length))) == .damaged(path: "x"))
        }
    }

    @Test func `a checksum or a size that does not agree is damage`() {
        for options in [.wrongChecksum, .wrongSize, [.stored, .wrongChecksum], [.stored, .wrongSize]]
            as [ZipMaker.Options]
        {
            var maker = self.maker
            maker.options = options
            #expect(failure(maker.bytes()) == .damaged(path: "x"))
        }
    }

    @Test func `a password is said to be there`() {
        var maker = self.maker
        maker.options = .locked
        #expect(failure(maker.bytes()) == .encrypted(path: "x"))
    }

    @Test func `members that share their bytes are damage, and so are two of one name`() {
        let text = "a;b\n1;2\n"
        let twice = zip {
            $0.add("a.csv", text)
            $0.add("A.csv", text)
        }
        #expect(failure(twice) == .damaged(path: "x"))
        var shared = zip {
            $0.add("a.csv", text, .stored)
            $0.add("b.csv", text, .stored)
        }
        // The second entry of the directory is made to point to the first member.
        let entry = shared.indices.last { shared[$0...].starts(with: word(0x0201_4B50)) }!
        for place in 42..<46 { shared[entry + place] = 0 }
        #expect(failure(shared) == .damaged(path: "x"))
    }

    @Test func `a bomb of repetition is refused before it fills the memory`() {
        let row = "<row><c><v>1</v></c></row>"
        let rows = String(repeating: row + String(repeating: " ", count: 1 << 16), count: 1000)
        #expect(failure(XLSXMaker(rows: rows).bytes()) == .oversized(path: "x"))
    }

    @Test func `a member that says it is larger than any table is refused`() {
        var bytes = maker.bytes()
        let entry = bytes.indices.last { bytes[$0...].starts(with: word(0x0201_4B50)) }!
        bytes.replaceSubrange(entry + 24..<entry + 28, with: word(600_000_000))
        #expect(failure(bytes) == .oversized(path: "x"))
    }

    @Test func `a document type, and with it every entity, is refused`() {
        let maker = self.maker.bytes { part in
            guard part.name.hasSuffix("sheet1.xml") else { return part }
            return (part.name, "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + part.text)
        }
        #expect(failure(maker) == .damaged(path: "x"))
    }

    @Test func `elements nested deeper than in any workbook are refused`() {
        let deep = String(repeating: "<x>", count: 5000) + String(repeating: "</x>", count: 5000)
        for rows in [deep, "<row><c>\(deep)</c></row>"] {
            #expect(failure(XLSXMaker(rows: rows).bytes()) == .damaged(path: "x"))
        }
        #expect(failure(XLSXMaker(rows: "", strings: ["<si>\(deep)</si>"]).bytes()) == .damaged(path: "x"))
    }

    @Test func `a zip of text and workbooks gives the tables of all`() throws {
        let inside = maker.bytes()
        let bytes = zip {
            $0.add("uttag/besök.csv", "person;timmar\n1;2\n")
            $0.add("uttag/", "", .stored)
            $0.add(Array("Läs mig.pdf".utf8), [1, 2, 3])
            $0.add("__MACOSX/uttag/._besök.csv", "x")
            $0.add("uttag/~$beslut.xlsx", "x")
            $0.add(Array("beslut.xlsx".utf8), inside, .stored)
        }
        let places = try TableSource.tables(in: bytes)
        #expect(places == [TablePlace(member: "uttag/besök.csv"), TablePlace(member: "beslut.xlsx", sheet: "Blad1")])
        var text = try TableSource(bytes: bytes, table: places[0], options: ReaderOptions(wantsDigest: true))
        #expect(try rows(of: &text).map(\.fields) == [["person", "timmar"], ["1", "2"]])
        #expect(text.digest == FileDigest(of: bytes))
        #expect(text.format.kind == .delimited && text.format.delimiter == 0x3B)
        var sheet = try TableSource(bytes: bytes, table: places[1], options: ReaderOptions(wantsDigest: true))
        #expect(try rows(of: &sheet).map(\.fields) == [["1"]])
        #expect(sheet.digest == FileDigest(of: bytes) && sheet.sheet == "Blad1")
        #expect(throws: ReadError.severalSheets(path: "x")) { _ = try TableSource(bytes: bytes, name: "x") }
    }

    @Test func `a zip of one table is that table, and names in the letters of old DOS are read`() throws {
        let bytes = zip { $0.add(Array("uttag/bes".utf8) + [0x94] + Array("k.csv".utf8), Array("a;b\n".utf8)) }
        #expect(try TableSource.tables(in: bytes) == [TablePlace(member: "uttag/besök.csv")])
        #expect(try rows(in: bytes).map(\.fields) == [["a", "b"]])
    }

    @Test func `a zip in a zip is no table, and an empty zip is damage or nothing`() {
        var inner = ZipMaker()
        inner.add("a.csv", "a;b\n")
        let packed = inner.finished()
        #expect(failure(zip { $0.add(Array("a.xlsx".utf8), packed) }) == .workbook(path: "x"))
        #expect(failure(ZipMaker().finished()) == .workbook(path: "x"))
    }
}
