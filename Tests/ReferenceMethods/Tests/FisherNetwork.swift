// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// The tables with given margins, walked column by column (Mehta & Patel 1983). A table's value is −Σ ln x!, its
/// probability e to that, times Π row! · Π column! ÷ n!.
struct FisherNetwork {
    private let state: [Int]
    private let stages: [Int]
    private let logFactorials: [Double]
    private var work: Int

    /// Ways to a node by their value, rounded to 2⁻³⁰: the value and how many.
    private typealias Ways = [Int: (value: Double, count: Double)]

    init(state: [Int], stages: [Int], workLimit: Int) {
        self.state = state
        // Few tables of the small columns come first; the two largest are looked up.
        self.stages = stages.sorted()
        self.logFactorials = (0...state.reduce(0, +)).map { .logFactorial($0) }
        self.work = workLimit
    }

    /// The probability of all tables with a value of at most `limit`; nil when there is too much to look at.
    mutating func probability(atMost limit: Double) -> Double? {
        var nodes: [[Int]: Ways] = [state.sorted(): [0: (0, 1)]]
        for column in stages.dropLast(2) {
            guard let next = advance(nodes, by: column) else { return nil }
            nodes = next
        }
        let margins = (state + stages).reduce(0) { $0 + logFactorials[$1] } - logFactorials[logFactorials.count - 1]
        var terms: [Double] = []
        for (node, ways) in nodes {
            guard let ends = sortedEnds(node, column: stages[stages.count - 2]) else { return nil }
            // ln of the sums of the tables so far: the values ascend, so the last one is the largest.
            var sums = [-Double.infinity]
            for end in ends { sums.append(end + .logarithm(1 + .exponential(sums[sums.count - 1] - end))) }
            for way in ways.values {
                let fit = Self.count(in: ends, atMost: limit - way.value)
                if fit > 0 { terms.append(way.count * .exponential(sums[fit] + way.value + margins)) }
            }
        }
        return ExactSum.sum(of: terms)
    }

    private mutating func advance(_ nodes: [[Int]: Ways], by column: Int) -> [[Int]: Ways]? {
        var next: [[Int]: Ways] = [:]
        for (node, ways) in nodes {
            var isWithin = true
            var left = work
            forEachColumn(node, column) { rest, value in
                left -= ways.count
                guard left > 0 else { isWithin = false; return false }
                let place = rest.sorted()
                for way in ways.values {
                    let sum = way.value + value
                    let key = Int((sum * 0x1p30).rounded())
                    next[place, default: [:]][key, default: (sum, 0)].count += way.count
                }
                return true
            }
            work = left
            guard isWithin else { return nil }
        }
        return next
    }

    /// The values of the tables of the last two columns from a node, ascending.
    private mutating func sortedEnds(_ node: [Int], column: Int) -> [Double]? {
        var ends: [Double] = []
        var left = work
        let logFactorials = self.logFactorials
        forEachColumn(node, column) { rest, value in
            left -= 1
            ends.append(rest.reduce(value) { $0 - logFactorials[$1] })
            return left > 0
        }
        work = left
        return left > 0 ? ends.sorted() : nil
    }

    /// All ways to fill a column from what is left of the rows: what is left after it, and −Σ ln x!. Stops when the
    /// body says false.
    private func forEachColumn(_ node: [Int], _ column: Int, _ body: ([Int], Double) -> Bool) {
        var rest = node
        var after = [Int](repeating: 0, count: node.count + 1)
        for row in node.indices.reversed() { after[row] = after[row + 1] + node[row] }
        func fill(_ row: Int, _ remaining: Int, _ value: Double) -> Bool {
            if row == node.count - 1 {
                rest[row] = node[row] - remaining
                return body(rest, value - logFactorials[remaining])
            }
            for cell in max(0, remaining - after[row + 1])...min(node[row], remaining) {
                rest[row] = node[row] - cell
                guard fill(row + 1, remaining - cell, value - logFactorials[cell]) else { return false }
            }
            return true
        }
        _ = fill(0, column, 0)
    }

    private static func count(in sorted: [Double], atMost limit: Double) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] <= limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
