// SPDX-License-Identifier: EUPL-1.2

/// The cells in order of their worth to the reader, the dearest first: by what hiding them loses, by their value, by
/// the number of relations they stand in, and last by what surrounds them, so that the order they are given in does
/// not matter.
struct WorthOrder {
    /// Cells, the dearest first.
    let mostFirst: [Int]
    /// A cell's place from the cheapest.
    let fromLeast: [Int]

    init(_ problem: SuppressionProblem) {
        let cells = problem.cells
        var uses = Array(repeating: 0, count: cells.count)
        for relation in problem.relations { for term in relation.terms { uses[term.variable] += 1 } }
        let looks = Self.surroundings(problem)
        mostFirst = cells.indices.sorted { a, b in
            (cells[a].loss, cells[a].value, uses[a], looks[a], b)
                > (cells[b].loss, cells[b].value, uses[b], looks[b], a)
        }
        var places = Array(repeating: 0, count: cells.count)
        for (place, cell) in mostFirst.enumerated() { places[cell] = cells.count - place }
        fromLeast = places
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
