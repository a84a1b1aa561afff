// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Tabular
import TestSupport
import Testing

struct TableSourceTests {
    private func rows(_ source: inout TableSource) throws -> [[String]] {
        var all: [[String]] = []
        while let batch = try source.nextBatch() {
            #expect(source.digest == nil)
            var row = Row(of: batch)
            for record in 0..<batch.count {
                row.record = record
                #expect(row.line == batch.line(of: record) && row.irregularity == batch.irregularity(of: record))
                all.append((0..<row.fieldCount).map { row.text($0) })
            }
        }
        return all
    }

    @Test func `a table source gives the rows of a file and, at its end, the digest`() throws {
        let folder = try TemporaryFolder()
        try folder.write("person;ort\n1;Farsta\n", to: "a.csv")
        var source = try TableSource(path: folder.path + "/a.csv", options: ReaderOptions(wantsDigest: true))
        #expect(source.format.delimiter == 0x3B && source.sheet == nil)
        #expect(try rows(&source) == [["person", "ort"], ["1", "Farsta"]])
        #expect(
            source.digest
                == FileDigest(
                    sha256: "485b01921c14c2b62a828f1a7c02aa372aa943b56307584dbf816e4bd2148119", bytes: 20))
    }

    @Test func `the digest is that of the file's bytes, whatever the chunks, the mark and what is read twice`() throws {
        var generator = SeededGenerator(seed: 12)
        let pieces = ["a", "å", ";", "\n", "\r\n", "\"b\"", ";\"c;\nd\"", "\n\"", "x\"y"]
        for round in 0..<200 {
            var text = ["", "\u{FEFF}", "sep=;\n", "\u{FEFF}sep=;\r\n"][round % 4] + "person;timmar\n"
            for _ in 0..<Int.random(in: 1...60, using: &generator) {
                text += pieces.randomElement(using: &generator)!
            }
            let bytes = Array(text.utf8)
            let size = Int.random(in: 1...100, using: &generator)
            var source = try TableSource(
                bytes: bytes, options: ReaderOptions(delimiter: 0x3B, chunkSize: size, wantsDigest: true))
            _ = try rows(&source)
            #expect(source.digest == FileDigest(of: bytes))
        }
    }

    @Test func `SHA-256 is as FIPS 180-4 has it`() {
        #expect(
            FileDigest(of: Array("abc".utf8)).sha256
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `no digest is taken when none is wanted`() throws {
        var source = try TableSource(bytes: Array("a;b\n1;2\n".utf8), options: ReaderOptions())
        #expect(try rows(&source).count == 2)
        #expect(source.digest == nil)
    }
}
