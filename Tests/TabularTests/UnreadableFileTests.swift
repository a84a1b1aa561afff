// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Foundation
import Testing

struct UnreadableFileTests {
    private func error(reading path: String) -> ReadError? {
        do throws(ReadError) {
            _ = try RecordReader(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a missing file, a folder and an empty file are told apart`() throws {
        let folder = try TemporaryFolder()
        #expect(error(reading: folder.path + "/a.csv") == .missing(path: folder.path + "/a.csv"))
        #expect(error(reading: folder.path) == .directory(path: folder.path))
        for text in ["", "\u{FEFF}", "\u{FEFF}\u{FEFF}", "\n\r\n  \n"] {
            try folder.write(text, to: "a.csv")
            #expect(error(reading: folder.path + "/a.csv") == .empty(path: folder.path + "/a.csv"))
        }
    }

    @Test(.disabled(if: geteuid() == 0, "the superuser may read everything"))
    func `a file the user may not read is told`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a;b\n", to: "a.csv")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path + "/a.csv")
        #expect(error(reading: folder.path + "/a.csv") == .noPermission(path: folder.path + "/a.csv"))
    }

    @Test func `what is plainly not text is binary, from its first such byte on`() throws {
        let picture =
            Array("\u{89}PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8) + [
                0, 0, 1, 0, 0, 0, 2, 0, 8, 6, 0, 0,
            ]
        #expect(throws: ReadError.binary(path: "x", line: 3)) { _ = try RecordReader(bytes: picture, name: "x") }
        let rows = Array(String(repeating: "1;2\n", count: 600).utf8)
        let dense = rows + Array(repeating: UInt8(1), count: 100)
        #expect(throws: ReadError.binary(path: "x", line: 601)) { _ = try RecordReader(bytes: dense, name: "x") }
    }

    @Test func `a NUL is its row's trouble alone, early and late, in one byte or two`() throws {
        let rows = String(repeating: String(repeating: "1", count: 400) + ";2\n", count: 200)
        for text in ["a;b\n3;4\05\n", "a;b\n" + rows + "3;4\05\n" + rows, "a;b\n\0;1\n2;\"\0\"\n2;3\n"] {
            let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
            for bytes in [Array(text.utf8), utf16, Array(utf16.dropFirst(2))] {
                for size in [1 << 12, 1 << 17] {
                    let read = try records(in: bytes, delimiter: ";", chunkSize: size)
                    for record in read {
                        let column = record.fields.firstIndex { $0.utf8.contains(0) }
                        #expect(record.irregularity == column.map { .nul(column: $0) })
                    }
                    #expect(read.count == text.utf8.count { $0 == 0x0A })
                    #expect(read.count { $0.irregularity != nil } == text.utf8.count { $0 == 0 })
                }
            }
        }
    }

    @Test func `a zip and an OLE file are not text, and broken ones are said to be so`() throws {
        for start in [Array("PK\u{3}\u{4}".utf8), [0xD0, 0xCF, 0x11, 0xE0]] as [[UInt8]] {
            let bytes = start + Array("a;b\n".utf8)
            #expect(throws: ReadError.workbook(path: "x")) { _ = try RecordReader(bytes: bytes, name: "x") }
            #expect(throws: ReadError.damaged(path: "x")) { _ = try TableSource(bytes: bytes, name: "x") }
        }
    }

    @Test func `a row without end is not held in memory`() throws {
        let bytes = Array("a;b\n".utf8) + [UInt8](repeating: 0x61, count: RecordReader.longestRecord + 1)
        var reader = try RecordReader(bytes: bytes, name: "x")
        #expect(throws: ReadError.recordTooLong(path: "x", line: 2)) { while try reader.nextBatch() != nil {} }
    }

    @Test func `an open quote is given up after a megabyte, not held to the end`() throws {
        let rows = RecordReader.longestQuotedField / 4 + 100
        let bytes = Array(("a;b\n1;\"två\n" + String(repeating: "3;4\n", count: rows)).utf8)
        let read = try records(in: bytes)
        #expect(read.count == rows + 2)
        #expect(read[1].irregularity == .unclosedQuote)
        #expect(read.last?.line == rows + 2)
    }
}
