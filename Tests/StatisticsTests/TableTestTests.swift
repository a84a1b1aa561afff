// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics
import TestSupport
import Testing

@Suite struct TableTestTests {
    /// All tables with the margins of one, by brute force.
    private func tables(_ rows: [Int], _ columns: [Int]) -> [[[Int]]] {
        guard let first = rows.first else { return columns.allSatisfy { $0 == 0 } ? [[]] : [] }
        func fill(_ remaining: Int, _ place: Int) -> [[Int]] {
            if place == columns.count { return remaining == 0 ? [[]] : [] }
            return (0...min(remaining, columns[place])).flatMap { cell in
                fill(remaining - cell, place + 1).map { [cell] + $0 }
            }
        }
        return fill(first, 0).flatMap { row in
            tables(Array(rows.dropFirst()), zip(columns, row).map { $0 - $1 }).map { [row] + $0 }
        }
    }

    private func weight(_ table: [[Int]]) -> Double {
        table.joined().reduce(1) { product, cell in (0..<cell).reduce(product) { $0 / Double($1 + 1) } }
    }

    @Test func `Fisher's p is the sum over all tables that are not more probable`() {
        var random = SeededGenerator(seed: 41)
        for size in [(2, 3), (3, 3), (4, 2), (3, 4)] {
            let counts = (0..<size.0).map { _ in (0..<size.1).map { _ in Int.random(in: 0...3, using: &random) } }
            let table = ContingencyTable(counts)
            let all = tables(table.rowSums, table.columnSums).map { weight($0) }
            let limit = weight(counts) * (1 + 1e-7)
            let wanted = all.filter { $0 <= limit }.reduce(0, +) / all.reduce(0, +)
            let exact = FisherExact(table)
            #expect(abs(exact.pValue - wanted) < 1e-10)
            #expect(exact.standardError == nil)
        }
    }

    @Test func `Fisher's p does not change when the table is turned, and two by two agrees with itself`() {
        let counts = [[3, 1, 4], [1, 5, 9]]
        let turned = [[3, 1], [1, 5], [4, 9]]
        #expect(
            abs(FisherExact(ContingencyTable(counts)).pValue - FisherExact(ContingencyTable(turned)).pValue) < 1e-12)
        let square = FisherTwoByTwo(3, 8, 10, 4)
        #expect(abs(square.pValue - FisherExact(ContingencyTable([[3, 8], [10, 4]])).pValue) < 1e-10)
    }

    @Test func `a table too large to walk is drawn, near the exact value and the same each time`() throws {
        let table = ContingencyTable([[3, 5, 2], [6, 2, 4], [1, 7, 5]])
        let exact = FisherExact(table)
        let drawn = FisherExact(table, workLimit: 10)
        let error = try #require(drawn.standardError)
        #expect(abs(drawn.pValue - exact.pValue) < 5 * error)
        #expect(FisherExact(table, workLimit: 10).pValue == drawn.pValue)
    }

    @Test func `an odds ratio turned round is its inverse, with the limits in each other's place`() throws {
        let forth = FisherTwoByTwo(7, 2, 3, 9)
        let back = FisherTwoByTwo(3, 9, 7, 2)
        #expect(abs(try #require(forth.oddsRatio) * (try #require(back.oddsRatio)) - 1) < 1e-9)
        #expect(abs(forth.limits.lower * back.limits.upper - 1) < 1e-9)
        #expect(FisherTwoByTwo(0, 5, 4, 1).oddsRatio == 0)
        #expect(FisherTwoByTwo(5, 0, 1, 4).oddsRatio == .infinity)
        #expect(FisherTwoByTwo(0, 0, 4, 1).oddsRatio == nil)
    }

    @Test func `a table with an empty row has no chi-square, and Fisher leaves the row out`() {
        let table = ContingencyTable([[3, 1], [0, 0], [2, 6]])
        #expect(table.pearson.statistic == nil && table.cramersV == nil)
        #expect(FisherExact(table).pValue == FisherExact(ContingencyTable([[3, 1], [2, 6]])).pValue)
        #expect(FisherExact(ContingencyTable([[3, 1]])).pValue == 1)
    }

    @Test func `proportional rows have no association`() throws {
        let table = ContingencyTable([[2, 4, 6], [3, 6, 9]])
        #expect(try #require(table.pearson.statistic) < 1e-12)
        #expect(abs(try #require(table.likelihoodRatio.statistic)) < 1e-12)
        #expect(ContingencyTable([[10, 0], [0, 10]]).cramersV == 1)
    }

    @Test func `nobody who changed is no evidence`() {
        let test = McNemarTest(firstOnly: 0, secondOnly: 0, total: 30)
        #expect(test.chiSquare.statistic == nil && test.exactPValue == 1 && test.difference == 0)
        #expect(McNemarTest(firstOnly: 0, secondOnly: 0, total: 0).difference == nil)
    }

    @Test func `one stratum's common odds ratio is its own`() throws {
        let stratum = ContingencyTable([[7, 2], [3, 9]])
        let test = MantelHaenszelTest([stratum], corrected: false)
        #expect(abs(try #require(test.oddsRatio) - 10.5) < 1e-12)
        let split = MantelHaenszelTest([stratum, stratum], corrected: false)
        #expect(abs(try #require(split.oddsRatio) - 10.5) < 1e-12)
    }

    @Test func `adjusted p-values are never smaller, keep the order and leave the missing out`() {
        var random = SeededGenerator(seed: 42)
        let values: [Double?] = (0..<20).map { $0 == 7 ? nil : Double.random(in: 0...1, using: &random) }
        for kind in PAdjustment.allCases {
            let adjusted = kind.adjusted(values)
            #expect(adjusted[7] == nil)
            let order = values.indices.filter { $0 != 7 }.sorted { values[$0]! < values[$1]! }
            for (before, after) in zip(order, order.dropFirst()) { #expect(adjusted[before]! <= adjusted[after]!) }
            for place in order { #expect(adjusted[place]! >= values[place]! && adjusted[place]! <= 1) }
            #expect(kind.adjusted([0.03]) == [0.03])
            #expect(kind.adjusted([]).isEmpty)
        }
    }
}
