// SPDX-License-Identifier: EUPL-1.2

/// The cells nearest to one, by what it loses to hide one's way there, as a problem of their own in which everything
/// further away stays as it is: what can be moved there can be moved in the whole.
struct Neighbourhood {
    /// Ascending, by their numbers in the whole.
    let cells: [Int]
    let problem: SuppressionProblem
    /// The cell it is around, by its number in `problem`.
    let centre: Int
    /// Nothing that can be reached was left out.
    let isAll: Bool

    /// At most about `size` cells; `uses` are the relations of every cell.
    init(_ whole: SuppressionProblem, around cell: Int, size: Int, hidden: [Bool], uses: [[Int]]) {
        var queue = PriorityQueue()
        var isIn = [Bool](repeating: false, count: whole.cells.count)
        var found: [Int] = []
        // How near each has been seen: what is further is a longer way to the same.
        var nearest = [Double](repeating: .infinity, count: whole.cells.count)
        queue.insert(cell, at: 0)
        while found.count < size, let (next, distance) = queue.popLeast() {
            if isIn[next] { continue }
            isIn[next] = true
            found.append(next)
            for relation in uses[next] {
                for term in whole.relations[relation].terms where !isIn[term.variable] {
                    let other = whole.cells[term.variable]
                    guard hidden[term.variable] || other.mayHide else { continue }
                    let step = hidden[term.variable] ? 1e-3 : other.loss + 1e-3
                    if distance + step >= nearest[term.variable] { continue }
                    nearest[term.variable] = distance + step
                    queue.insert(term.variable, at: distance + step)
                }
            }
        }
        isAll = queue.isEmpty
        cells = found.sorted()
        var place = [Int](repeating: -1, count: whole.cells.count)
        for (index, cell) in cells.enumerated() { place[cell] = index }
        centre = place[cell]
        var isOf = [Bool](repeating: false, count: whole.relations.count)
        for cell in cells { for relation in uses[cell] { isOf[relation] = true } }
        let relations = isOf.indices.filter { isOf[$0] }.map { relation in
            LinearForm(
                whole.relations[relation].terms.compactMap { term in
                    place[term.variable] < 0 ? nil : (place[term.variable], term.coefficient)
                })
        }
        var problem = SuppressionProblem(cells: cells.map { whole.cells[$0] }, relations: relations)
        problem.greatest = whole.greatest
        self.problem = problem
    }

    /// A move of the whole.
    func expanded(_ move: Move, in whole: SuppressionProblem) -> Move? {
        Move(move.steps.map { (cells[$0.cell], $0.by) }, in: whole)
    }
}

/// Cells by distance, the nearest first (*binär heap*); of equals the one inserted first.
private struct PriorityQueue {
    private var heap: [(distance: Double, turn: Int, cell: Int)] = []
    private var turns = 0

    var isEmpty: Bool { heap.isEmpty }

    mutating func insert(_ cell: Int, at distance: Double) {
        heap.append((distance, turns, cell))
        turns += 1
        var place = heap.count - 1
        while place > 0, isBefore(place, (place - 1) / 2) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func popLeast() -> (cell: Int, distance: Double)? {
        guard let least = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            var place = 0
            while true {
                var next = place
                for child in [2 * place + 1, 2 * place + 2] where child < heap.count && isBefore(child, next) {
                    next = child
                }
                if next == place { break }
                heap.swapAt(place, next)
                place = next
            }
        }
        return (least.cell, least.distance)
    }

    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        (heap[a].distance, heap[a].turn) < (heap[b].distance, heap[b].turn)
    }
}
