// SPDX-License-Identifier: EUPL-1.2

/// Which whole numbers the parts of rounded shares can be, for who reads the shares together.
///
/// A share tells pairs of x and n. Shares of one base tell more together than each by itself: a base must be right for
/// all of them. What remains of each number is what has a partner in every share it stands in (arc consistency, Mackworth
/// 1977), which is all there is to know where the shares do not stand in a ring.
struct PossibleWholes {
    private let ranges: [Int: ClosedRange<Int>]
    private var wholes: [Int: Set<Int>] = [:]

    /// - Parameter ranges: what each number can be at all.
    init(_ shares: [LinkedSystem.RoundedShare], within ranges: [Int: ClosedRange<Int>]) {
        self.ranges = ranges
        wholes = ranges.mapValues { Set($0) }
        while shares.map({ narrow($0) }).contains(true) {}
    }

    /// Keeps what has a partner; true when something goes.
    private mutating func narrow(_ share: LinkedSystem.RoundedShare) -> Bool {
        let (x, n) = (wholes[share.x] ?? [], wholes[share.n] ?? [])
        let having = x.filter { having in n.contains { share.isShown(having, of: $0) } }
        let all = n.filter { all in having.contains { share.isShown($0, of: all) } }
        wholes[share.x] = having
        wholes[share.n] = all
        return having.count < x.count || all.count < n.count
    }

    /// Whether one less and one more of each, as far as they are within their ranges, remain.
    func leavesNeighbours(of variables: [Int], _ values: [Double?]) -> Bool {
        variables.allSatisfy { variable in
            guard let value = values[variable].map({ Int($0) }) else { return true }
            return [value - 1, value + 1].allSatisfy { other in
                ranges[variable]?.contains(other) != true || wholes[variable]?.contains(other) == true
            }
        }
    }
}

extension LinkedSystem.RoundedShare {
    /// Whether x of n is printed as this share is.
    fileprivate func isShown(_ x: Int, of n: Int) -> Bool {
        (twiceR - step) * n <= 200 * x && 200 * x <= (twiceR + step) * n && x <= n
    }
}
