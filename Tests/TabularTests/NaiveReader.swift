// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// The rules of reading once more, slowly and without libcsv: the whole text in memory, one byte after another.
struct NaiveReader {
    private let text: [UInt8]
    private let delimiter: UInt8
    /// The line each byte is on; and one for the end.
    private var lineOf: [Int] = []
    /// Where the line after each byte's line starts.
    private var afterLine: [Int] = []

    init(_ text: [UInt8], delimiter: UInt8) {
        self.text = text
        self.delimiter = delimiter
        var line = 1
        for index in text.indices {
            lineOf.append(line)
            if endsLine(index) { line += 1 }
        }
        lineOf.append(line)
        afterLine = Array(repeating: text.count, count: text.count + 1)
        var next = text.count
        for index in text.indices.reversed() {
            if endsLine(index) { next = index + 1 }
            afterLine[index] = next
        }
    }

    private func endsLine(_ index: Int) -> Bool {
        text[index] == 0x0A || text[index] == 0x0D && !(index + 1 < text.count && text[index + 1] == 0x0A)
    }

    private func isBreak(_ index: Int) -> Bool { text[index] == 0x0A || text[index] == 0x0D }

    private func isBlank(_ index: Int) -> Bool {
        (text[index] == 0x20 || text[index] == 0x09) && text[index] != delimiter
    }

    private func pastBlanks(_ start: Int) -> Int {
        var index = start
        while index < text.count, isBlank(index) { index += 1 }
        return index
    }

    func records() -> [ReadRecord] {
        var all: [ReadRecord] = []
        var position = 0
        while position < text.count {
            let first = pastBlanks(position)
            if first == text.count { break }
            if isBreak(first) {
                position = afterLine[first]
                continue
            }
            all.append(record(at: &position))
        }
        return all
    }

    private func record(at position: inout Int) -> ReadRecord {
        var record = ReadRecord(fields: [], line: lineOf[position], irregularity: nil)
        while true {
            let start = pastBlanks(position)
            if start < text.count, text[start] == 0x22 {
                var index = start + 1
                var field: [UInt8] = []
                while index < text.count {
                    if text[index] == 0x22 {
                        guard index + 1 < text.count, text[index + 1] == 0x22 else { break }
                        index += 1
                    }
                    field.append(text[index])
                    index += 1
                }
                let end = index < text.count ? pastBlanks(index + 1) : index
                let isClosed = index < text.count
                if isClosed && (end == text.count || isBreak(end) || text[end] == delimiter) {
                    record.quoted.append(record.fields.count)
                    record.fields.append(String(decoding: field, as: UTF8.self))
                    position = end
                } else {
                    if isClosed && lineOf[start] == lineOf[end] {
                        record.irregularity = .junkAfterQuote(column: record.fields.count)
                    } else {
                        record.irregularity = .unclosedQuote
                        record.line = lineOf[start]
                    }
                    position = afterLine[start]
                    return record
                }
            } else {
                var end = start
                while end < text.count, text[end] != delimiter, !isBreak(end) { end += 1 }
                var last = end
                while last > start, isBlank(last - 1) { last -= 1 }
                if text[start..<last].contains(0x22), record.irregularity == nil {
                    record.irregularity = .strayQuote(column: record.fields.count)
                }
                record.fields.append(String(decoding: text[start..<last], as: UTF8.self))
                position = end
            }
            if position == text.count { return record }
            if isBreak(position) {
                position = afterLine[position]
                return record
            }
            position += 1
        }
    }
}
