// SPDX-License-Identifier: EUPL-1.2

/// Ranks from 1 with the mean rank where values are equal (mid-ranks), and the sizes of the ties.
package struct Ranks: Sendable {
    /// Parallel to the values.
    package let values: [Double]
    /// How many share each distinct value, in ascending order of value; 1 where nobody shares.
    package let tieSizes: [Int]

    package init(_ values: [Double]) {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var sizes: [Int] = []
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
            sizes.append(end - start)
            start = end
        }
        self.values = ranks
        self.tieSizes = sizes
    }

    package var hasTies: Bool { tieSizes.contains { $0 > 1 } }

    /// Σ f(t) over the ties' sizes.
    package func tieSum(_ term: (Double) -> Double) -> Double {
        tieSizes.reduce(0) { $0 + term(Double($1)) }
    }
}
