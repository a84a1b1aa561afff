// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// One input of a case: aUInt8(ascii: ",")-separated table in UTF-8 whose empty cells are missing values.
package struct CaseTable: Sendable {
    package let columns: [String]
    /// Records in the file's order, each as long as `columns`.
    package let records: [[String]]

    /// Reads the file at `path`.
    package init(path: String) throws {
        var options = ReaderOptions()
        options.delimiter = UInt8(ascii: ",")
        var reader = try RecordReader(path: path, options: options)
        var all: [[String]] = []
        while let batch = try reader.nextBatch() {
            for record in 0..<batch.count {
                all.append((0..<batch.fieldCount(of: record)).map { batch.text(of: $0, in: record) })
            }
        }
        self.columns = all.first ?? []
        let width = columns.count
        self.records = all.dropFirst().map { record in
            Array((record + Array(repeating: "", count: max(0, width - record.count))).prefix(width))
        }
    }

    package func has(_ column: String) -> Bool { columns.contains(column) }

    /// The column's cells as text; the empty text where a value is missing.
    package func texts(_ column: String) throws(CaseError) -> [String] {
        guard let place = columns.firstIndex(of: column) else { throw .missingColumn(column) }
        return records.map { $0[place] }
    }

    /// The column's cells as numbers, nil where one is missing (empty or `NA`).
    package func optionalNumbers(_ column: String) throws(CaseError) -> [Double?] {
        let texts = try texts(column)
        var numbers: [Double?] = []
        for text in texts {
            if text.isEmpty || text == "NA" {
                numbers.append(nil)
            } else {
                guard let number = Double(text) else { throw .notANumber(text, column: column) }
                numbers.append(number)
            }
        }
        return numbers
    }

    /// The column's cells as numbers, none of them missing.
    package func numbers(_ column: String) throws(CaseError) -> [Double] {
        var numbers: [Double] = []
        for number in try optionalNumbers(column) {
            guard let number else { throw .notANumber("", column: column) }
            numbers.append(number)
        }
        return numbers
    }

    /// The column's cells as whole numbers, none of them missing.
    package func counts(_ column: String) throws(CaseError) -> [Int] {
        var counts: [Int] = []
        for number in try numbers(column) {
            guard let count = Int(exactly: number) else { throw .notANumber("\(number)", column: column) }
            counts.append(count)
        }
        return counts
    }
}
