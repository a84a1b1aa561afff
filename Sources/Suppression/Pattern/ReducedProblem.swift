// SPDX-License-Identifier: EUPL-1.2

/// A problem without what does not bear on it, which is most of a table of many breakdowns: numbers that always were
/// known, relations that others imply, totals that equal their only part, and sums printed nowhere that bind nothing.
///
/// A pattern of the reduced problem is a pattern of the whole, with the same loss.
struct ReducedProblem {
    private(set) var problem: SuppressionProblem
    /// The reduced problem's cell that a cell stands as; nil for one that is known, or that nothing binds.
    private(set) var place: [Int?]
    /// Primary cells that follow from what always was known.
    private(set) var lost: [Int] = []

    init(_ whole: SuppressionProblem) {
        var joined = Components(count: whole.cells.count)
        var isFixed = whole.cells.map { !$0.mayHide && !$0.isUnknown }
        var relations = whole.relations
        // A cell alone in a relation is known; two of a relation are one number.
        var isChanging = true
        while isChanging {
            isChanging = false
            var kept: [LinearForm] = []
            var seen: Set<LinearForm> = []
            for relation in relations {
                let form = LinearForm(
                    relation.terms.compactMap { term in
                        let root = joined.root(of: term.variable)
                        return isFixed[root] ? nil : (root, term.coefficient)
                    })
                if form.terms.count == 1 {
                    isFixed[form.terms[0].variable] = true
                    isChanging = true
                } else if form.terms.count == 2, form.terms[0].coefficient == -form.terms[1].coefficient,
                    Self.mayJoin(whole, form.terms[0].variable, form.terms[1].variable)
                {
                    joined.join(form.terms[0].variable, form.terms[1].variable)
                    isChanging = true
                } else if !form.terms.isEmpty, seen.insert(form).inserted {
                    kept.append(form)
                }
            }
            relations = kept
        }
        var members: [[Int]] = Array(repeating: [], count: whole.cells.count)
        for cell in whole.cells.indices { members[joined.root(of: cell)].append(cell) }
        var cells = whole.cells
        for root in members.indices where !isFixed[root] && !members[root].isEmpty {
            cells[root] = Self.joined(members[root].map { whole.cells[$0] })
        }
        let binding = Self.binding(
            IndependentRelations(relations, count: cells.count).rows.map(\.relation), cells)
        var isBound = cells.map(\.isPrimary)
        for relation in binding { for term in relation.terms { isBound[term.variable] = true } }
        var local = Array(repeating: -1, count: cells.count)
        var reduced: [SuppressionProblem.Cell] = []
        for root in members.indices where !isFixed[root] && !members[root].isEmpty && isBound[root] {
            local[root] = reduced.count
            reduced.append(cells[root])
        }
        problem = SuppressionProblem(
            cells: reduced,
            relations: binding.map { LinearForm($0.terms.map { (local[$0.variable], $0.coefficient) }) })
        problem.greatest = whole.greatest
        place = whole.cells.indices.map { cell in
            let root = joined.root(of: cell)
            return isFixed[root] || local[root] < 0 ? nil : local[root]
        }
        lost = whole.primaries.filter { isFixed[joined.root(of: $0)] }
    }

    /// The whole's pattern of the reduced one's.
    func expanded(_ hidden: [Bool], of whole: SuppressionProblem) -> [Bool] {
        whole.cells.indices.map { cell in place[cell].map { hidden[$0] } ?? false || whole.cells[cell].isUnknown }
    }

    /// Primary cells of the whole that stand as these, and others.
    func expanded(_ cells: [Int], of whole: SuppressionProblem, and others: [Int] = []) -> [Int] {
        let all = Set(cells)
        let same = whole.primaries.filter { cell in place[cell].map { all.contains($0) } ?? false }
        return Array(Set(same + others)).sorted()
    }

    private static func mayJoin(_ whole: SuppressionProblem, _ a: Int, _ b: Int) -> Bool {
        let both = [whole.cells[a], whole.cells[b]].filter(\.isPrimary)
        return both.count < 2 || (both[0].distance == nil) == (both[1].distance == nil)
    }

    /// One number under several names: what is known of any of them is known of it.
    private static func joined(_ cells: [SuppressionProblem.Cell]) -> SuppressionProblem.Cell {
        var cell = cells[0]
        for other in cells.dropFirst() {
            cell.loss += other.loss
            cell.isPrimary = cell.isPrimary || other.isPrimary
            cell.isOpen = cell.isOpen && other.isOpen
            cell.mayHide = cell.mayHide || other.mayHide
            cell.isWhole = cell.isWhole || other.isWhole
            cell.least = max(cell.least, other.least)
            cell.leastKnowingZeros = max(cell.leastKnowingZeros, other.leastKnowingZeros)
            cell.isAtMost = cell.isAtMost || other.isAtMost
            if let distance = other.distance { cell.distance = max(cell.distance ?? distance, distance) }
        }
        if cell.isOpen { cell.mayHide = false }
        return cell
    }

    /// Relations without those that only say what a sum printed nowhere is: it has no bounds but those of its parts,
    /// and nothing is taken for granted of how great it can be.
    private static func binding(_ relations: [LinearForm], _ cells: [SuppressionProblem.Cell]) -> [LinearForm] {
        var uses = Array(repeating: 0, count: cells.count)
        var last = Array(repeating: 0, count: cells.count)
        var containing: [[Int]] = Array(repeating: [], count: cells.count)
        for (index, relation) in relations.enumerated() {
            for term in relation.terms {
                uses[term.variable] += 1
                last[term.variable] += index
                if cells[term.variable].isOpen { containing[term.variable].append(index) }
            }
        }
        var isGone = Array(repeating: false, count: relations.count)
        var pending = cells.indices.filter { uses[$0] == 1 && cells[$0].isOpen }
        while let cell = pending.popLast() {
            guard uses[cell] == 1, !cells[cell].isPrimary else { continue }
            // The sum of the places of the relations it is left in: there is one.
            let index = last[cell]
            guard isImplied(cell, by: relations[index], cells) else { continue }
            isGone[index] = true
            for term in relations[index].terms {
                uses[term.variable] -= 1
                last[term.variable] -= index
                if uses[term.variable] == 1, cells[term.variable].isOpen { pending.append(term.variable) }
            }
        }
        return relations.indices.filter { !isGone[$0] }.map { relations[$0] }
    }

    /// Whether the relation gives the cell no other lower bound than its own.
    private static func isImplied(
        _ cell: Int, by relation: LinearForm, _ cells: [SuppressionProblem.Cell]
    ) -> Bool {
        if cells[cell].least == -.infinity { return true }
        guard let own = relation.terms.first(where: { $0.variable == cell })?.coefficient else { return false }
        var least = 0.0
        var leastKnowingZeros = 0.0
        for term in relation.terms where term.variable != cell {
            let share = -Double(term.coefficient) / Double(own)
            let part = cells[term.variable]
            if share < 0 || part.least == -.infinity { return false }
            if cells[cell].isWhole, !part.isWhole || share != share.rounded() { return false }
            least += share * part.least
            leastKnowingZeros += share * max(part.least, part.leastKnowingZeros)
        }
        return least >= cells[cell].least && leastKnowingZeros >= max(cells[cell].least, cells[cell].leastKnowingZeros)
    }
}
