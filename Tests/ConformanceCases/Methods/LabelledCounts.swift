// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// Records of two labels and a count, as a table whose rows and columns stand in the order they first come.
struct LabelledCounts {
    private let first: [String]
    private let second: [String]
    private let counts: [Int]
    private let rows: [String]
    private let columns: [String]

    /// The parameters name the columns; without a `count` each record counts one, and without a label it is left out.
    init(_ reference: ConformanceCase, _ firstParameter: String, _ secondParameter: String) throws {
        let table = try reference.table()
        first = try table.texts(reference.parameters.text(firstParameter))
        second = try table.texts(reference.parameters.text(secondParameter))
        counts =
            reference.parameters["count"] == nil
            ? Array(repeating: 1, count: first.count)
            : try table.optionalNumbers(reference.parameters.text("count")).map { Int($0 ?? 0) }
        rows = Self.distinct(first)
        columns = Self.distinct(second)
    }

    /// The labels in the order they first come, without the empty one.
    static func distinct(_ labels: [String]) -> [String] {
        var seen: Set<String> = []
        return labels.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// The table of the records that are chosen by place.
    func table(of isChosen: (Int) -> Bool = { _ in true }) -> ContingencyTable {
        let rowPlace = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
        let columnPlace = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
        var cells = [[Int]](repeating: .init(repeating: 0, count: columns.count), count: rows.count)
        for record in counts.indices where isChosen(record) {
            if let row = rowPlace[first[record]], let column = columnPlace[second[record]] {
                cells[row][column] += counts[record]
            }
        }
        return ContingencyTable(cells)
    }

    /// The sum of the counts whose labels fit; records without both labels are left out.
    func sum(where fits: (String, String) -> Bool) -> Int {
        counts.indices.reduce(0) { sum, record in
            !first[record].isEmpty && !second[record].isEmpty && fits(first[record], second[record])
                ? sum + counts[record] : sum
        }
    }
}
