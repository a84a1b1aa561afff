// SPDX-License-Identifier: EUPL-1.2

/// The cells in order of their worth to the reader, the dearest first: by what hiding them loses, then by how much
/// they are made of, as Langsrud's package orders its candidates, and last by what surrounds them, so that the order
/// they are given in does not matter.
struct WorthOrder {
    /// Cells, the dearest first.
    let mostFirst: [Int]
    /// A cell's place from the cheapest.
    let fromLeast: [Int]

    /// `relations` are those of the problem that others do not imply.
    init(_ problem: SuppressionProblem, _ relations: [IndependentRelations.Row]) {
        let cells = problem.cells
        let weights = Self.weights(problem, relations)
        let looks = Self.surroundings(problem)
        mostFirst = cells.indices.sorted { a, b in
            (cells[a].loss, weights[a], cells[a].value, looks[a], b)
                > (cells[b].loss, weights[b], cells[b].value, looks[b], a)
        }
        var places = Array(repeating: 0, count: cells.count)
        for (place, cell) in mostFirst.enumerated() { places[cell] = cells.count - place }
        fromLeast = places
    }

    /// Σ over the finest cells a cell is made of, of what all cells lose that are made of them: ties go to what is made
    /// of many and much. In whole thousandths, so that the order of a sum does not matter.
    private static func weights(_ problem: SuppressionProblem, _ relations: [IndependentRelations.Row]) -> [Int] {
        var above = problem.cells.map { Int(((min($0.loss, 1e9) + 1) * 1000).rounded()) }
        var isTotal = above.map { _ in false }
        // Totals come after their parts.
        for row in relations.reversed() {
            guard let total = row.total else { continue }
            isTotal[total] = true
            for term in row.relation.terms where term.variable != total { above[term.variable] &+= above[total] }
        }
        var weights = above.indices.map { isTotal[$0] ? 0 : above[$0] }
        for row in relations {
            guard let total = row.total else { continue }
            for term in row.relation.terms where term.variable != total { weights[total] &+= weights[term.variable] }
        }
        return weights
    }

    /// A number for each cell of what it is and of what surrounds it, four relations away (Weisfeiler and Leman 1968).
    private static func surroundings(_ problem: SuppressionProblem) -> [UInt64] {
        var looks = problem.cells.map { cell in
            let kind: UInt64 = (cell.mayHide ? 1 : 0) + (cell.isPrimary ? 2 : 0) + (cell.isOpen ? 4 : 0)
            return Mixing.mix(cell.value.bitPattern ^ Mixing.mix(cell.loss.bitPattern ^ Mixing.mix(kind)))
        }
        for _ in 0..<4 {
            var next = looks.map(Mixing.mix)
            for relation in problem.relations {
                // A relation and its opposite are the same.
                let sums = [1, -1].map { sign in
                    relation.terms.reduce(0 as UInt64) { sum, term in
                        sum &+ Mixing.mix(looks[term.variable] ^ UInt64(bitPattern: Int64(sign * term.coefficient)))
                    }
                }
                for term in relation.terms {
                    let (own, other) = term.coefficient > 0 ? (sums[0], sums[1]) : (sums[1], sums[0])
                    next[term.variable] &+= Mixing.mix(own ^ Mixing.mix(other))
                }
            }
            looks = next
        }
        return looks
    }
}
