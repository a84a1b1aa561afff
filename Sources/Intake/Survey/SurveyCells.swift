// SPDX-License-Identifier: EUPL-1.2

import Tabular

extension RecordBatch {
    private func row(_ record: Int) -> Row { Row(of: self, at: record) }

    /// Where a cell's value lies, without surrounding blanks.
    func value(_ place: Int, of record: Int) -> Range<Int> { row(record).value(place) }

    /// Reads a cell by itself; nil when it is empty or the file has no such column.
    func decoded<Value>(
        _ place: Int, of record: Int, by decode: (Span<UInt8>) throws(FaultRule) -> Value
    ) throws(RowFault) -> Value? {
        try row(record).decoded(place, by: decode)
    }

    /// Reads a cell of words, whose fault may show the word: but not when it is also the row's person.
    func decodedWord<Value>(
        _ place: Int, of record: Int, person: Int, by decode: (Span<UInt8>) throws(FaultRule) -> Value
    ) throws(RowFault) -> Value? {
        let range = value(place, of: record)
        guard !range.isEmpty else { return nil }
        do {
            return try decode(bytes.span.extracting(range))
        } catch {
            let isPerson = bytes[range] == bytes[value(person, of: record)]
            let found = bytes.span.extracting(range)
            throw RowFault(error, at: place, found: isPerson ? ValueShape(of: found) : ValueShape(ofWord: found))
        }
    }

    func recordFault(of record: Int, columns: Int) -> RowFault? { row(record).recordFault(columns: columns) }
}
