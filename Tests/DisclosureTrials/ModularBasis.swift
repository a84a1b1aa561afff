// SPDX-License-Identifier: EUPL-1.2

/// The span of sums of columns, modulo a prime: dense, written apart from the gate's elimination.
package struct ModularBasis {
    private static let prime: UInt64 = 2_147_483_647
    private var rows: [(pivot: Int, values: [UInt64])] = []
    private let columns: Int

    /// Spans nothing yet, of sums of `columns` columns.
    package init(columns: Int) { self.columns = columns }

    private func reduce(_ sum: [Int]) -> [UInt64] {
        var values = [UInt64](repeating: 0, count: columns)
        for column in sum { values[column] = 1 }
        for row in rows where values[row.pivot] != 0 {
            let factor = Self.prime - values[row.pivot]
            for column in row.pivot..<columns where row.values[column] != 0 {
                values[column] = (values[column] + factor * row.values[column]) % Self.prime
            }
        }
        return values
    }

    /// Adds a sum of columns to what is spanned.
    package mutating func insert(_ sum: [Int]) {
        var values = reduce(sum)
        guard let pivot = values.firstIndex(where: { $0 != 0 }) else { return }
        let inverse = Self.power(values[pivot], Self.prime - 2)
        for column in pivot..<columns { values[column] = values[column] * inverse % Self.prime }
        let place = rows.firstIndex { $0.pivot > pivot } ?? rows.count
        rows.insert((pivot, values), at: place)
    }

    /// Whether a sum of columns is spanned.
    package func contains(_ sum: [Int]) -> Bool { reduce(sum).allSatisfy { $0 == 0 } }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, base, exponent) = (UInt64(1), base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
