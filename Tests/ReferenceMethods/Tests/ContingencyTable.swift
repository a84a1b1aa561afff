// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// A table of counts over two classifications (korstabell), with the tests that they are independent.
package struct ContingencyTable: Sendable {
    /// `counts[row][column]`, all 0 or more, the rows equally long.
    package let counts: [[Int]]
    package let rowSums: [Int]
    package let columnSums: [Int]
    package let total: Int

    package init(_ counts: [[Int]]) {
        precondition(counts.allSatisfy { $0.count == counts.first?.count && $0.allSatisfy { $0 >= 0 } })
        self.counts = counts
        self.rowSums = counts.map { $0.reduce(0, +) }
        self.columnSums = (counts.first ?? []).indices.map { column in counts.reduce(0) { $0 + $1[column] } }
        self.total = rowSums.reduce(0, +)
    }

    package var isTwoByTwo: Bool { rowSums.count == 2 && columnSums.count == 2 }

    private var degreesOfFreedom: Double { Double((rowSums.count - 1) * (columnSums.count - 1)) }

    /// Row sum · column sum ÷ total; not defined in an empty table.
    private func expected(_ row: Int, _ column: Int) -> Double {
        Double(rowSums[row]) * Double(columnSums[column]) / Double(total)
    }

    private func cellSum(_ term: (_ observed: Double, _ expected: Double) -> Double) -> Double {
        var terms: [Double] = []
        for row in rowSums.indices {
            for column in columnSums.indices {
                terms.append(term(Double(counts[row][column]), expected(row, column)))
            }
        }
        return terms.contains(where: \.isNaN) ? .nan : ExactSum.sum(of: terms)
    }

    /// The smallest expected count; nil for an empty table. Below 5 the chi-square tests are rough.
    package var smallestExpected: Double? {
        guard total > 0 else { return nil }
        return rowSums.indices.flatMap { row in columnSums.indices.map { expected(row, $0) } }.min()
    }

    /// Pearson's X² = Σ (O − E)² ÷ E on (r − 1)(c − 1) degrees of freedom (Pearson 1900). Not defined when a row or
    /// a column is empty.
    package var pearson: TestResult {
        .chiSquare(cellSum { ($0 - $1) * ($0 - $1) / $1 }, degreesOfFreedom: degreesOfFreedom)
    }

    /// X² of a 2 × 2 table with |O − E| brought towards 0 by ½ (Yates 1934), though not past it; nil for other tables.
    package var yates: TestResult? {
        guard isTwoByTwo, total > 0 else { return nil }
        let correction = min(0.5, abs(Double(counts[0][0]) - expected(0, 0)))
        return .chiSquare(
            cellSum { observed, expected in
                let distance = abs(observed - expected) - correction
                return distance * distance / expected
            }, degreesOfFreedom: degreesOfFreedom)
    }

    /// The likelihood ratio G = 2 Σ O ln(O ÷ E), where an empty cell brings 0 (Wilks 1938).
    package var likelihoodRatio: TestResult {
        .chiSquare(
            2
                * cellSum { observed, expected in
                    expected > 0 ? (observed > 0 ? observed * Double.logarithm(observed / expected) : 0) : .nan
                }, degreesOfFreedom: degreesOfFreedom)
    }

    /// Cramér's V = √(X² ÷ n(min(r, c) − 1)), 0–1 (Cramér 1946); nil where X² is.
    package var cramersV: Double? {
        let smaller = min(rowSums.count, columnSums.count)
        guard smaller > 1 else { return nil }
        return pearson.statistic.map { ($0 / (Double(total) * Double(smaller - 1))).squareRoot() }
    }

    /// The table without its empty rows and columns.
    var withoutEmpty: ContingencyTable {
        let columns = columnSums.indices.filter { columnSums[$0] > 0 }
        let rows = rowSums.indices.filter { rowSums[$0] > 0 }
        return ContingencyTable(rows.map { row in columns.map { counts[row][$0] } })
    }
}
