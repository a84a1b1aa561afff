// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
import Testing

/// Lines without a quote are cut without libcsv when they are whole in a chunk. In chunks of one byte none is, so that
/// libcsv reads them all: the two must give the same.
struct UnquotedLinesTests {
    /// All that is read, flat: the fields' bytes, their lengths, the number of fields and the line of each record.
    private struct Flat: Equatable {
        var bytes: [UInt8] = []
        var lengths: [Int] = []
        var records: [[Int]] = []
        var irregularities: [String] = []
    }

    private func read(_ bytes: [UInt8], delimiter: UInt8, chunkSize: Int) throws -> Flat {
        var reader = try RecordReader(
            bytes: bytes, options: ReaderOptions(encoding: .utf8, delimiter: delimiter, chunkSize: chunkSize))
        var flat = Flat()
        while let batch = try reader.nextBatch() {
            flat.bytes += batch.bytes
            for record in 0..<batch.count {
                let columns = 0..<batch.fieldCount(of: record)
                flat.lengths += columns.map { batch.range(of: $0, in: record).count }
                flat.records.append([columns.count, batch.line(of: record)])
                if let what = batch.irregularity(of: record) {
                    flat.irregularities.append("\(flat.records.count) \(what)")
                }
                if columns.contains(where: { batch.isQuoted($0, in: record) }) {
                    flat.irregularities.append("quoted")
                }
            }
        }
        return flat
    }

    @Test func `random text is cut as libcsv cuts it, at any chunk size`() throws {
        var generator = SeededGenerator(seed: 64)
        let delimiters = Array(";,\t| ".utf8)
        let pieces =
            ["a", "b", "å", "\u{0}", "\u{1}", "\u{B}", " ", "\t", ";", ",", "|", "\n", "\r", "\r\n", "\r\r\n", "\n\n"]
            + ["sju byte", "åtta by", "sexton byte langt", "ett fält som är längre än trettiotvå byte", ";;;;", "  "]
        let quoted = ["\"", "\"b\"", "\"c\nd\"", ";\"e\";", "x\"y"]
        for round in 0..<2_500 {
            let delimiter = delimiters[round % delimiters.count]
            var text = "x"
            for _ in 0..<Int.random(in: 1...30, using: &generator) { text += pieces.randomElement(using: &generator)! }
            if round % 3 == 0 {
                text += quoted.randomElement(using: &generator)!
                for _ in 0..<Int.random(in: 1...30, using: &generator) {
                    text += pieces.randomElement(using: &generator)!
                }
            }
            text += "\n"
            let bytes = Array(text.utf8.map { $0 < 0x09 && round % 4 != 0 ? UInt8(ascii: "z") : $0 })
            guard bytes.count(where: { $0 < 0x09 }) <= 8 else { continue }
            let byLibcsv = try read(bytes, delimiter: delimiter, chunkSize: 1)
            for size in [Int.random(in: 2...80, using: &generator), 1 << 12] {
                let cut = try read(bytes, delimiter: delimiter, chunkSize: size)
                guard cut != byLibcsv else { continue }
                Issue.record(
                    """
                    round \(round), chunk \(size), delimiter \(delimiter): \(text.debugDescription)
                    \(cut)
                    \(byLibcsv)
                    """)
                return
            }
        }
    }

    @Test func `fields of every length come whole, wherever they stand`() throws {
        for length in 0...70 {
            for before in 0..<9 {
                let field = String(repeating: "f", count: length)
                let text = String(repeating: "b", count: before) + ";" + field + ";c\n ;" + field + " \n"
                let read = try records(in: text, delimiter: ";")
                #expect(
                    read.map(\.fields) == [[String(repeating: "b", count: before), field, "c"], ["", field]])
            }
        }
    }
}
