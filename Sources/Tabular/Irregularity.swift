// SPDX-License-Identifier: EUPL-1.2

/// What is wrong with a record as text, before anyone asks what it means. Columns are counted from 0.
@usableFromInline package enum Irregularity: Sendable, Equatable {
    /// A quote stands inside a field that is not quoted. The field is read as it stands; the record is whole.
    case strayQuote(column: Int)
    /// Something other than a delimiter follows a closing quote. The record holds the fields before it;
    /// the rest of that physical line is passed over.
    case junkAfterQuote(column: Int)
    /// A quote opens and never closes as a field must. The record holds the fields before it, its line is the one
    /// where the quote opened, and reading goes on at the very next physical line.
    case unclosedQuote
    /// The field holds bytes that are not text in the file's encoding. The record is whole.
    case invalidEncoding(column: Int)
    /// The field holds a NUL, a byte that no text has. The record is whole.
    case nul(column: Int)

    /// Whether every field of the record was read, so that it can be used (with a remark).
    package var recordIsWhole: Bool {
        switch self {
        case .strayQuote, .invalidEncoding, .nul: true
        case .junkAfterQuote, .unclosedQuote: false
        }
    }
}

extension RecordBatch {
    /// Marks each record that has a field with a NUL, or whose bytes are not UTF-8. A cut record keeps its graver
    /// irregularity.
    mutating func markFaultyText() {
        var marked: [(record: Int, what: Irregularity)] = []
        for record in 0..<count {
            let found = irregularity(of: record)
            if let found, !found.recordIsWhole {
                marked.append((record, found))
            } else if let faulty = faultyText(in: record) ?? found {
                marked.append((record, faulty))
            }
        }
        irregularities = marked
    }

    func faultyText(in record: Int) -> Irregularity? {
        let columns = 0..<fieldCount(of: record)
        if let column = columns.first(where: { bytes[range(of: $0, in: record)].contains(0) }) {
            return .nul(column: column)
        }
        let invalid = columns.first { column in
            var validator = UTF8Validator()
            let range = range(of: column, in: record)
            unsafe bytes.withUnsafeBufferPointer { unsafe validator.consume(UnsafeBufferPointer(rebasing: $0[range])) }
            validator.finish()
            return validator.faults > 0
        }
        return invalid.map { .invalidEncoding(column: $0) }
    }
}
