// SPDX-License-Identifier: EUPL-1.2

extension RecordBatch {
    /// Marks each record that has a field whose bytes are not UTF-8. A cut record keeps its graver irregularity.
    mutating func markInvalidText() {
        var marked: [(record: Int, what: Irregularity)] = []
        for record in 0..<count {
            let found = irregularity(of: record)
            if let found, !found.recordIsWhole {
                marked.append((record, found))
            } else if let column = firstInvalidColumn(in: record) {
                marked.append((record, .invalidEncoding(column: column)))
            } else if let found {
                marked.append((record, found))
            }
        }
        irregularities = marked
    }

    private func firstInvalidColumn(in record: Int) -> Int? {
        (0..<fieldCount(of: record)).first { column in
            var validator = UTF8Validator()
            let range = range(of: column, in: record)
            unsafe bytes.withUnsafeBufferPointer { unsafe validator.consume(UnsafeBufferPointer(rebasing: $0[range])) }
            validator.finish()
            return validator.faults > 0
        }
    }
}
