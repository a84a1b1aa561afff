// SPDX-License-Identifier: EUPL-1.2

/// Which things hang together (*disjunkta mängder*).
package struct Components: Sendable {
    private var parent: [Int]

    package init(count: Int) { parent = Array(0..<count) }

    /// The same for all that hang together.
    package mutating func root(of item: Int) -> Int {
        var root = item
        while parent[root] != root { root = parent[root] }
        var place = item
        while parent[place] != root { (place, parent[place]) = (parent[place], root) }
        return root
    }

    package mutating func join(_ a: Int, _ b: Int) {
        let first = root(of: a)
        let second = root(of: b)
        if first != second { parent[max(first, second)] = min(first, second) }
    }
}
