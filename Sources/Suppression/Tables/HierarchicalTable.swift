// SPDX-License-Identifier: EUPL-1.2

/// A table of counts or sums with margins (*tabell med delsummor*): every dimension is a tree whose root is the total,
/// and every combination of codes is a cell.
package struct HierarchicalTable: Sendable {
    /// One dimension: codes in order, parents before their children; the first is the total.
    package struct Dimension: Sendable {
        package let name: String
        package let codes: [String]
        /// Children by code; empty for the finest.
        package let children: [[Int]]
        /// The code itself, then what it is part of, up to the total.
        let chain: [[Int]]
        let index: [String: Int]

        /// From a code's children; the root is `root`. Codes that the root does not reach are left out.
        package init(name: String, root: String, children of: [String: [String]]) {
            var codes: [String] = []
            var parent: [Int] = []
            var pending: [(code: String, parent: Int)] = [(root, -1)]
            while let next = pending.popLast() {
                parent.append(next.parent)
                let place = codes.count
                codes.append(next.code)
                for child in (of[next.code] ?? []).reversed() { pending.append((child, place)) }
            }
            var children: [[Int]] = Array(repeating: [], count: codes.count)
            for (code, above) in parent.enumerated() where above >= 0 { children[above].append(code) }
            self.name = name
            self.codes = codes
            self.children = children
            chain = codes.indices.map { code in
                var way = [code]
                while let above = way.last.map({ parent[$0] }), above >= 0 { way.append(above) }
                return way
            }
            index = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }

        /// The place of a code.
        package func place(of code: String) -> Int? { index[code] }
    }

    package let dimensions: [Dimension]
    /// Records by cell.
    package private(set) var counts: [Int]
    /// What the records add up to by cell.
    package private(set) var sums: [Double]
    private let strides: [Int]

    package init(_ dimensions: [Dimension]) {
        self.dimensions = dimensions
        var strides = Array(repeating: 1, count: dimensions.count)
        var size = 1
        for place in dimensions.indices.reversed() {
            strides[place] = size
            size *= dimensions[place].codes.count
        }
        self.strides = strides
        counts = Array(repeating: 0, count: size)
        sums = Array(repeating: 0, count: size)
    }

    package var cellCount: Int { counts.count }

    /// The cell of these codes, one for each dimension; nil where a code is not in the table.
    package func cell(_ codes: [String]) -> Int? {
        var cell = 0
        for (place, dimension) in dimensions.enumerated() {
            guard let code = dimension.place(of: codes[place]) else { return nil }
            cell += code * strides[place]
        }
        return cell
    }

    /// The codes of a cell.
    package func codes(of cell: Int) -> [String] {
        dimensions.indices.map { dimensions[$0].codes[cell / strides[$0] % dimensions[$0].codes.count] }
    }

    /// The cells that a record with these codes counts in, its own first; nil where a code is not in the table.
    package func cellsAbove(_ codes: [String]) -> [Int]? {
        var cells = [0]
        for (place, dimension) in dimensions.enumerated() {
            guard let code = dimension.place(of: codes[place]) else { return nil }
            cells = cells.flatMap { cell in dimension.chain[code].map { cell + $0 * strides[place] } }
        }
        return cells
    }

    /// Counts records in their cell and in every total of it; false where a code is not in the table.
    package mutating func add(_ codes: [String], count: Int = 1, sum: Double = 0) -> Bool {
        guard let cells = cellsAbove(codes) else { return false }
        for cell in cells {
            counts[cell] += count
            sums[cell] += sum
        }
        return true
    }

    /// Every total is the sum of its parts, over each dimension, the other codes fixed.
    package var relations: [LinearForm] {
        var all: [LinearForm] = []
        for (place, dimension) in dimensions.enumerated() {
            for cell in 0..<cellCount {
                let code = cell / strides[place] % dimension.codes.count
                let children = dimension.children[code]
                if children.isEmpty { continue }
                all.append(
                    LinearForm([(cell, 1)] + children.map { (cell + ($0 - code) * strides[place], -1) }))
            }
        }
        return all
    }
}
