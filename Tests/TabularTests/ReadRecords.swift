// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// One record as a test sees it.
struct ReadRecord: Equatable, CustomStringConvertible {
    var fields: [String]
    var line: Int
    var irregularity: Irregularity?
    /// Columns that stood in quotes.
    var quoted: [Int] = []

    var description: String {
        "\(line): \(fields) quoted \(quoted)" + (irregularity.map { " \($0)" } ?? "")
    }
}

/// Reads everything, in chunks of the given size.
func records(
    in bytes: [UInt8], encoding: TextEncoding? = nil, delimiter: Character? = nil, chunkSize: Int = 1 << 17
) throws -> [ReadRecord] {
    var reader = try RecordReader(
        bytes: bytes,
        options: ReaderOptions(encoding: encoding, delimiter: delimiter?.asciiValue, chunkSize: chunkSize))
    return try records(from: &reader)
}

func records(from reader: inout RecordReader) throws -> [ReadRecord] {
    var all: [ReadRecord] = []
    while let batch = try reader.nextBatch() {
        for record in 0..<batch.count {
            let columns = 0..<batch.fieldCount(of: record)
            all.append(
                ReadRecord(
                    fields: columns.map { batch.text(of: $0, in: record) }, line: batch.line(of: record),
                    irregularity: batch.irregularity(of: record),
                    quoted: columns.filter { batch.isQuoted($0, in: record) }))
        }
    }
    return all
}

func records(in text: String, delimiter: Character? = nil, chunkSize: Int = 1 << 17) throws -> [ReadRecord] {
    try records(in: Array(text.utf8), delimiter: delimiter, chunkSize: chunkSize)
}

/// The fields alone.
func fields(in text: String, delimiter: Character? = nil) throws -> [[String]] {
    try records(in: text, delimiter: delimiter).map(\.fields)
}
