// SPDX-License-Identifier: EUPL-1.2

/// What a pattern hides, in the parts that hang together by relations: what is shown between them keeps them apart, so
/// that each is attacked by itself.
struct HiddenParts {
    struct Part {
        /// Ascending, by their numbers in the whole.
        let cells: [Int]
        /// With nothing in it that is shown.
        let problem: SuppressionProblem
    }

    let parts: [Part]
    private let whole: SuppressionProblem
    private let hidden: [Bool]
    /// The part of a cell and its place there.
    private let place: [(part: Int, cell: Int)?]

    init(_ whole: SuppressionProblem, hidden: [Bool]) {
        var union = Components(count: whole.cells.count)
        for relation in whole.relations {
            let terms = relation.terms.filter { hidden[$0.variable] }
            for term in terms { union.join(terms[0].variable, term.variable) }
        }
        var partOfRoot = Array(repeating: -1, count: whole.cells.count)
        var cells: [[Int]] = []
        var place: [(part: Int, cell: Int)?] = Array(repeating: nil, count: whole.cells.count)
        for cell in whole.cells.indices where hidden[cell] {
            let root = union.root(of: cell)
            if partOfRoot[root] < 0 {
                partOfRoot[root] = cells.count
                cells.append([])
            }
            place[cell] = (partOfRoot[root], cells[partOfRoot[root]].count)
            cells[partOfRoot[root]].append(cell)
        }
        var relations: [[LinearForm]] = Array(repeating: [], count: cells.count)
        for relation in whole.relations {
            let terms = relation.terms.compactMap { term in
                place[term.variable].map { (part: $0.part, variable: $0.cell, coefficient: term.coefficient) }
            }
            guard let part = terms.first?.part else { continue }
            relations[part].append(LinearForm(terms.map { ($0.variable, $0.coefficient) }))
        }
        parts = cells.indices.map { part in
            var problem = SuppressionProblem(
                cells: cells[part].map { number in
                    var cell = whole.cells[number]
                    cell.mayHide = false
                    cell.isOpen = !cell.isPrimary
                    return cell
                }, relations: relations[part])
            problem.greatest = whole.greatest
            return Part(cells: cells[part], problem: problem)
        }
        self.place = place
        self.whole = whole
        self.hidden = hidden
    }

    /// Whether a cell is hidden in the same part as this one.
    func isBeside(_ cell: Int) -> [Bool] {
        let own = place[cell]?.part
        return place.map { $0 != nil && $0?.part == own }
    }

    /// Requirements that the pattern does not meet, in the order given, or that were not proved within the budget.
    func unproven(_ requirements: [Requirement], _ budget: inout WorkBudget) -> [Requirement] {
        let left = unmoved(requirements)
        var wanted: [[Int]] = Array(repeating: [], count: parts.count)
        for (index, requirement) in left.enumerated() {
            if let part = place[requirement.cell]?.part { wanted[part].append(index) }
        }
        var holds = left.map { _ in false }
        for (part, indices) in zip(parts, wanted) where !indices.isEmpty {
            let local = indices.map { left[$0].of(place[left[$0].cell]?.cell ?? 0) }
            for (index, isMet) in zip(indices, Self.holding(local, in: part, &budget)) { holds[index] = isMet }
        }
        return zip(left, holds).filter { !$0.1 }.map(\.0)
    }

    private static func holding(_ requirements: [Requirement], in part: Part, _ budget: inout WorkBudget) -> [Bool] {
        var holds = moved(requirements, in: part)
        for knowing in [false, true] {
            let indices = requirements.indices.filter { !holds[$0] && requirements[$0].knowingZeros == knowing }
            if indices.isEmpty { continue }
            if part.problem.relations.isEmpty {
                for index in indices { holds[index] = fits(requirements[index], part.problem) }
                continue
            }
            let attack = AttackProgram(part.problem, knowingZeros: knowing)
            for (index, isMet) in zip(indices, attack.holding(indices.map { requirements[$0] }, &budget)) {
                holds[index] = isMet
            }
        }
        return holds
    }

    /// Which requirements the simplest moves of a part prove that let its greatest numbers follow from the others: there
    /// is room to move those.
    private static func moved(_ requirements: [Requirement], in part: Part) -> [Bool] {
        let cells = part.problem.cells
        var order = cells.map { _ in 0 }
        let sorted = cells.indices.sorted { (-cells[$0].value, $0) < (-cells[$1].value, $1) }
        for (rank, cell) in sorted.enumerated() { order[cell] = rank }
        var proofs: [[Move]] = Array(repeating: [], count: cells.count)
        for move in KernelMoves.moves(part.problem, order: order) {
            for step in move.steps { proofs[step.cell].append(move) }
        }
        return requirements.map { wanted in proofs[wanted.cell].contains { $0.meets(wanted) } }
    }

    /// What the simplest moves do not prove.
    private func unmoved(_ requirements: [Requirement]) -> [Requirement] {
        var proofs: [[Move]] = Array(repeating: [], count: place.count)
        for move in KernelMoves.moves(whole, hidden: hidden) {
            for step in move.steps { proofs[step.cell].append(move) }
        }
        return requirements.filter { wanted in !proofs[wanted.cell].contains { $0.meets(wanted) } }
    }

    /// A cell that nothing binds reaches as far as its own bounds.
    private static func fits(_ requirement: Requirement, _ problem: SuppressionProblem) -> Bool {
        let room = problem.room(of: requirement.cell, knowingZeros: requirement.knowingZeros)
        return switch requirement.direction {
        case .greater: room.up >= requirement.distance - 1e-6
        case .less: room.down >= requirement.distance - 1e-6
        case .either: room.up + room.down >= requirement.distance - 1e-6
        }
    }

    /// Requirements of whole values, in a pattern that keeps them among real numbers, that no whole move within their
    /// part keeps.
    func lackingWhole(
        _ requirements: [Requirement], _ limits: WorkLimits, _ patience: inout SearchPatience
    ) -> [Requirement] {
        var wanted: [[Requirement]] = Array(repeating: [], count: parts.count)
        for requirement in unmoved(requirements) {
            if let place = place[requirement.cell] { wanted[place.part].append(requirement.of(place.cell)) }
        }
        return zip(parts, wanted).flatMap { part, requirements in
            let isMoved = requirements.isEmpty ? [] : Self.moved(requirements, in: part)
            let left = zip(requirements, isMoved).filter { !$0.1 }.map(\.0)
            return WholeRepair(
                part.problem, hidden: part.cells.map { _ in true }, left, limits: limits, &patience
            ).failing.map { $0.of(part.cells[$0.cell]) }
        }
    }
}
