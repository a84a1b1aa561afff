// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Tables with given margins drawn at random as independence would have them, from a fixed seed: every unit keeps its
/// row and the columns are shuffled among them (Agresti, Wackerly & Boyett 1979).
struct RandomTables {
    private static let seed: UInt64 = 20_190_401
    private let rowOf: [Int]
    private let columnOf: [Int]
    private let rows: Int
    private let columns: Int

    init(_ table: ContingencyTable) {
        rows = table.rowSums.count
        columns = table.columnSums.count
        rowOf = table.rowSums.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        columnOf = table.columnSums.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    }

    /// How large a share of `count` tables has −Σ ln x! of at most `limit`, the observed table counted among them.
    func share(atMost limit: Double, of count: Int) -> Double {
        var random = SeededDraws(seed: Self.seed)
        let logFactorials = (0...rowOf.count).map { Double.logFactorial($0) }
        var columnOf = columnOf
        var cells = [Int](repeating: 0, count: rows * columns)
        var hits = 1
        for _ in 1..<count {
            columnOf.shuffle(using: &random)
            for cell in cells.indices { cells[cell] = 0 }
            for unit in rowOf.indices { cells[rowOf[unit] * columns + columnOf[unit]] += 1 }
            if -cells.reduce(0, { $0 + logFactorials[$1] }) <= limit { hits += 1 }
        }
        return Double(hits) / Double(count)
    }

    /// SplitMix64 (Steele, Lea & Flood 2014).
}
