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
        for text in ["", "\u{FEFF}", "\n\r\n  \n"] {
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

    @Test func `a NUL anywhere makes a file binary`() throws {
        #expect(throws: ReadError.binary(path: "x")) { _ = try RecordReader(bytes: Array("a;b\0\n".utf8), name: "x") }
        let late = Array(("a;b\n" + String(repeating: "1;2\n", count: 400_000) + "\0").utf8)
        var reader = try RecordReader(bytes: late, name: "x")
        #expect(throws: ReadError.binary(path: "x")) { while try reader.nextBatch() != nil {} }
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
