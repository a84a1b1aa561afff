// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
import Testing

struct ReadAheadTests {
    /// Everything that reading gives, batch by batch: bytes, ends and lines.
    private func batches(_ bytes: [UInt8], chunkSize: Int, isParallel: Bool) throws -> [RecordBatch] {
        var reader = ReadAhead(
            try RecordReader(bytes: bytes, options: ReaderOptions(delimiter: 0x3B, chunkSize: chunkSize)),
            isParallel: isParallel)
        var all: [RecordBatch] = []
        while let batch = try reader.nextBatch() { all.append(batch) }
        let more = try reader.nextBatch()
        #expect(more?.count == nil)
        return all
    }

    @Test func `a thread reads what the reader reads by itself`() throws {
        var generator = SeededGenerator(seed: 77)
        let pieces = ["a", "å", "timmar", ";", ";", "\n", "\r\n", " ", "\"b\"", ";\"c;\nd\"", "\n\"", "x\"y"]
        for _ in 0..<100 {
            var text = "person;timmar\n"
            for _ in 0..<Int.random(in: 1...400, using: &generator) {
                text += pieces.randomElement(using: &generator)!
            }
            let bytes = Array(text.utf8)
            let size = Int.random(in: 1...300, using: &generator)
            let alone = try batches(bytes, chunkSize: size, isParallel: false)
            let ahead = try batches(bytes, chunkSize: size, isParallel: true)
            #expect(alone.count == ahead.count)
            for (one, other) in zip(alone, ahead) {
                #expect(one.bytes == other.bytes && one.fieldEnds == other.fieldEnds)
                #expect(one.recordEnds == other.recordEnds && one.lines == other.lines)
                for record in 0..<one.count {
                    #expect(one.irregularity(of: record) == other.irregularity(of: record))
                }
            }
        }
    }

    @Test func `an error comes where the reader meets it`() throws {
        let bytes =
            Array("person;timmar\n".utf8) + Array(repeating: Array("a;1\n".utf8), count: 1_000).joined()
            + Array(repeating: 0x61, count: RecordReader.longestRecord + 8192)
        for isParallel in [false, true] {
            var reader = ReadAhead(
                try RecordReader(bytes: bytes, options: ReaderOptions(chunkSize: 4096)), isParallel: isParallel)
            var records = 0
            do throws(ReadError) {
                while let batch = try reader.nextBatch() { records += batch.count }
                Issue.record("a row without end was read")
            } catch {
                #expect(error == .recordTooLong(path: "", line: 1_002))
            }
            #expect(records == 1_001)
        }
    }

    @Test func `a reader may be left half-way`() throws {
        let bytes = Array("a;b\n".utf8) + Array(repeating: Array("1;2\n".utf8), count: 5_000).joined()
        for batches in 0..<4 {
            var reader = ReadAhead(
                try RecordReader(bytes: bytes, options: ReaderOptions(chunkSize: 512)), isParallel: true)
            for _ in 0..<batches {
                let batch = try reader.nextBatch()
                #expect(batch?.count ?? 0 > 0)
            }
        }
    }
}
