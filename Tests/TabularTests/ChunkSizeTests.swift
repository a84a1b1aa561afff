// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
import Testing

struct ChunkSizeTests {
    @Test func `records do not depend on the chunk size`() throws {
        let text = """
            sep=;\r\nperson;"Utförd
            tid";\u{1F9AE}\r\n  "a ""b"" c" ;" å ";\r\r\n\n\tä"ö;2\r"x\r\ny"z;1;2\r1;"aldrig\n2;"";3\n"4";5
            """
        let bytes = Array(text.utf8)
        let whole = try records(in: bytes)
        #expect(whole.count == 8)
        for size in 1...bytes.count {
            #expect(try records(in: bytes, chunkSize: size) == whole, "chunk size \(size)")
        }
    }

    /// Text of pieces drawn at random.
    private func randomText(_ pieces: [String], count: Int, using generator: inout SeededGenerator) -> [UInt8] {
        var text = "a"
        for _ in 0..<count { text += pieces.randomElement(using: &generator)! }
        return Array(text.utf8)
    }

    @Test func `short random files are read as a naive reader reads them, at any chunk size`() throws {
        var generator = SeededGenerator(seed: 4_180)
        let pieces = ["a", "å", "\"", "\"\"", ";", ";", "\n", "\r\n", "\r", " ", "\t", ";\"b\"", "\"c;\nd\"", "\n\""]
        for round in 0..<600 {
            let bytes = randomText(pieces, count: Int.random(in: 1...40, using: &generator), using: &generator)
            let delimiter: Character = round % 5 == 0 ? "\t" : ";"
            let naive = NaiveReader(bytes, delimiter: delimiter.asciiValue!).records()
            for size in [1, 2, 3, Int.random(in: 4...60, using: &generator), 1 << 17] {
                let read = try records(in: bytes, encoding: .utf8, delimiter: delimiter, chunkSize: size)
                guard read != naive else { continue }
                Issue.record(
                    "chunk \(size): \(String(decoding: bytes, as: UTF8.self).debugDescription)\n\(read)\n\(naive)")
                return
            }
        }
    }

    @Test func `long random files with few quotes are read as a naive reader reads them`() throws {
        var generator = SeededGenerator(seed: 9_381)
        let plain = ["timmar", "å", ";", ";", " ", "\t", "\n", "\n", "2,5", "ett längre fält än sexton byte"]
        let crlf = ["timmar", "å", ";", ";", " ", "\t", "\r\n", "\r\n  \r\n", "2,5"]
        let cr = ["timmar", "å", ";", ";", " ", "\r", "\r  \r", "2,5"]
        let mixed = ["timmar", ";", ";", "\r", "\n", "\r\n", "\r \n", "2,5"]
        for round in 0..<60 {
            var bytes: [UInt8] = []
            let pieces = [plain, crlf, cr, mixed][round % 4]
            for _ in 0..<3 {
                bytes += randomText(pieces, count: 500, using: &generator)
                bytes += Array(
                    [";\"b\"", "\"x\";", "c\"d", "\"e\nf\"", "\n\"g", ""].randomElement(using: &generator)!.utf8)
            }
            let delimiter: Character = round % 3 == 0 ? "\t" : ";"
            let naive = NaiveReader(bytes, delimiter: delimiter.asciiValue!).records()
            for size in [7, 600, Int.random(in: 700...3000, using: &generator), 1 << 17] {
                let read = try records(in: bytes, encoding: .utf8, delimiter: delimiter, chunkSize: size)
                guard read != naive else { continue }
                let place = zip(read, naive).prefix { $0 == $1 }.count
                Issue.record(
                    "round \(round), chunk \(size), record \(place): \(read.dropFirst(place).prefix(2)), \(naive.dropFirst(place).prefix(2))"
                )
                return
            }
        }
    }
}
