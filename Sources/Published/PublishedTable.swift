// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// A table as anybody can download it: the CSV of a published report.
package struct PublishedTable: Sendable {
    /// The file's name without `.csv`: `persons-by-district-law`.
    package let name: String
    /// The folder it was published in: another year's report has the same names.
    package let folder: String
    package let dimensions: [String]
    package let rows: [Row]
    /// What its package says of it; nil where it says nothing.
    package let declared: PublishedPackage.Resource?

    /// One line of the table.
    package struct Row: Sendable {
        /// A code for every dimension; `total` is all.
        package let codes: [String]
        /// What is printed, by column; what is empty is absent.
        package let numbers: [Column: Double]
        package let unit: String
        package let status: String
        /// How each number is written there.
        package let texts: [Column: String]
        /// Its line in the file, the header being the first.
        package let line: Int
        /// Whether a column has what is no number, or one that cannot be.
        package let isUnreadable: Bool

        /// Whether the number is rounded or changed by chance, so that it only bounds the true one.
        package var isChanged: Bool { status == "rounded" || status == "perturbed" }
    }

    /// A column of numbers, by its header.
    package enum Column: String, Sendable, CaseIterable, Hashable {
        case value, lower, upper, se, n, numerator, denominator, p
        case adjustedP = "p_adjusted"
    }

    /// What the table is a table of, without its breakdown: `persons`, `flexible-use-change`.
    package var subject: String {
        guard let place = name.range(ofWord: "-by-") else { return name }
        return String(name[..<place])
    }

    /// Whether it holds what follows from other tables: limits, tests and expected values of groups that are shown. It has
    /// a column that says what each number is.
    package var isComparison: Bool { dimensions.contains("statistic") }

    /// What its package says that a number is changed by at most; 0 where numbers stand as they are.
    package var largestChange: Double {
        let change = declared?.protection?.largest_change ?? 0
        return change.isFinite && (0...100).contains(change) ? change : 0
    }

    /// No count, hour or rate is larger.
    private static let largest = 1e12

    private static func number(_ text: String) -> Double? {
        Double(text).flatMap { $0.isFinite && $0.magnitude <= largest ? $0 : nil }
    }

    /// nil for a file that is no table of numbers.
    init?(
        path: String, name: String, folder: String, declared: PublishedPackage.Resource?
    ) throws(ReadError) {
        var options = ReaderOptions()
        options.delimiter = UInt8(ascii: ",")
        try self.init(try RecordReader(path: path, options: options), name: name, folder: folder, declared: declared)
    }

    /// A table that has not been written yet, as it will be read.
    package init?(csv: [UInt8], name: String) {
        var options = ReaderOptions()
        options.delimiter = UInt8(ascii: ",")
        do {
            try self.init(
                try RecordReader(bytes: csv, name: name, options: options), name: name, folder: "", declared: nil)
        } catch {
            return nil
        }
    }

    private init?(
        _ reader: consuming RecordReader, name: String, folder: String, declared: PublishedPackage.Resource?
    ) throws(ReadError) {
        var records: [[String]] = []
        while let batch = try reader.nextBatch() {
            for record in 0..<batch.count {
                records.append((0..<batch.fieldCount(of: record)).map { batch.text(of: $0, in: record) })
            }
        }
        guard let header = records.first, let first = header.firstIndex(of: "value"),
            let unit = header.firstIndex(of: "unit"), let status = header.firstIndex(of: "status")
        else { return nil }
        self.name = name
        self.folder = folder
        self.declared = declared
        dimensions = Array(header[..<first])
        let columns = Column.allCases.compactMap { column in
            header.firstIndex(of: column.rawValue).map { (column, $0) }
        }
        rows = records.enumerated().dropFirst().filter { $0.element.count == header.count }.map { place, record in
            var numbers: [Column: Double] = [:]
            var texts: [Column: String] = [:]
            var isUnreadable = false
            for (column, place) in columns where !record[place].isEmpty {
                if let number = Self.number(record[place]) {
                    numbers[column] = number
                    texts[column] = record[place]
                } else {
                    isUnreadable = true
                }
            }
            return Row(
                codes: Array(record[..<first]), numbers: numbers, unit: record[unit], status: record[status],
                texts: texts, line: place + 1, isUnreadable: isUnreadable)
        }
    }
}

extension StringProtocol {
    /// Where a piece of text begins.
    package func range(ofWord word: String) -> Index? {
        let wanted = Array(word.utf8)
        guard let first = wanted.first else { return startIndex }
        var place = startIndex
        while place < endIndex {
            guard let start = utf8[place...].firstIndex(of: first) else { return nil }
            if utf8[start...].starts(with: wanted) { return start }
            place = utf8.index(after: start)
        }
        return nil
    }
}
