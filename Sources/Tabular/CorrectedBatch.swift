// SPDX-License-Identifier: EUPL-1.2

/// What a field is to hold instead of what the file has there.
package struct FieldReplacement: Sendable {
    package let record: Int
    package let column: Int
    /// In UTF-8.
    package let bytes: [UInt8]

    package init(record: Int, column: Int, bytes: [UInt8]) {
        self.record = record
        self.column = column
        self.bytes = bytes
    }
}

extension RecordBatch {
    /// The batch with other bytes in some of its fields, at most one replacement a field. A column past a record's end
    /// lengthens the record, as the empty cells at the end of a sheet's row do not count.
    package func replacing(_ replacements: [FieldReplacement]) -> RecordBatch {
        var batch = RecordBatch(
            bytes: [], fieldEnds: [0], recordEnds: [0], lines: lines, quotedFields: [], irregularities: [],
            hiddenRecords: hiddenRecords)
        batch.bytes.reserveCapacity(bytes.count)
        batch.fieldEnds.reserveCapacity(fieldEnds.count)
        var byRecord: [Int: [Int: [UInt8]]] = [:]
        for one in replacements { byRecord[one.record, default: [:]][one.column] = one.bytes }
        for record in 0..<count { batch.append(record, of: self, with: byRecord[record] ?? [:]) }
        return batch
    }

    private mutating func append(_ record: Int, of other: RecordBatch, with replaced: [Int: [UInt8]]) {
        let width = other.fieldCount(of: record)
        for column in 0..<max(width, (replaced.keys.max() ?? -1) + 1) {
            let field = UInt32(fieldEnds.count - 1)
            if let new = replaced[column] {
                bytes += new
            } else if column < width {
                bytes += other.bytes[other.range(of: column, in: record)]
                if other.isQuoted(column, in: record) { quotedFields.append(field) }
            }
            fieldEnds.append(UInt32(bytes.count))
            if !other.cellTypes.isEmpty {
                let isNew = replaced[column] != nil || column >= width
                cellTypes.append(isNew ? .text : other.cellType(of: column, in: record))
            }
        }
        recordEnds.append(UInt32(fieldEnds.count - 1))
        guard let irregularity = other.irregularity(of: record) else { return }
        let number = recordEnds.count - 2
        guard replaced.keys.contains(where: { irregularity.isIn($0) }) else {
            return irregularities.append((number, irregularity))
        }
        // The field is whole now; another one may still hold what is no text.
        if let left = faultyText(in: number) { irregularities.append((number, left)) }
    }
}

extension Irregularity {
    /// Whether it is of one field of a record that is whole otherwise.
    fileprivate func isIn(_ field: Int) -> Bool {
        switch self {
        case .strayQuote(let column), .invalidEncoding(let column), .nul(let column): column == field
        case .junkAfterQuote, .unclosedQuote: false
        }
    }
}
