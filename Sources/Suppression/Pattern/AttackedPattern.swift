// SPDX-License-Identifier: EUPL-1.2

/// A pattern mended until it withstands the attack: what of it can be narrowed is given a move of its own, by hiding
/// what the cheapest one uses, and what that makes needless is shown again.
struct AttackedPattern {
    private(set) var hidden: [Bool]
    /// Requirements that no pattern meets.
    private(set) var unmet: [Requirement] = []
    /// Requirements of whole values that no pattern meets, and that may fail.
    private(set) var narrow: [Requirement] = []
    /// Requirements that no pattern meets and that nothing is lost by.
    private(set) var natural: [Requirement] = []
    /// Requirements that were not proved within the limit of work; that what they speak of does not follow from what
    /// is shown is sure all the same.
    private(set) var untested: [Requirement] = []
    /// Programs solved to mend it.
    private(set) var work = 0

    var loss: Double { problem.loss(hidden) }
    /// Cells looked at first around one.
    private static let near = 250
    /// Begun anew and with two variables a cell, a program is slower than one of the attack.
    private static let slowness = 16
    private let problem: SuppressionProblem
    private let uses: [[Int]]

    init(
        _ problem: SuppressionProblem, from start: [Bool], _ requirements: [Requirement], _ profile: ProtectionProfile,
        _ limits: WorkLimits
    ) {
        self.problem = problem
        hidden = start
        uses = problem.relationsOfCells
        var budget = limits.attack
        mend(HiddenParts(problem, hidden: start).unproven(requirements, &budget), &budget)
        let lost = Set(unmet + natural)
        if hidden != start { thin(requirements.filter { !lost.contains($0) }, profile, limits) }
        let left = lost.union(untested)
        if profile.asksForWholes { makeWhole(requirements.filter { $0.isOfWholes && !left.contains($0) }, limits) }
    }

    /// Gives each requirement a move, near by where there is one.
    private mutating func mend(_ failing: [Requirement], _ budget: inout WorkBudget) {
        var moves: [Move] = []
        // To mend some of very many only moves the weakness about.
        if !budget.suffices(for: min(problem.cells.count, 400), times: Self.slowness * failing.count / 4) {
            untested = failing
            return
        }
        var whole = WholeSearch(problem)
        for wanted in failing where !moves.contains(where: { $0.meets(wanted) }) {
            if budget.isSpent {
                untested.append(wanted)
                continue
            }
            guard let move = move(wanted, &whole, &budget) else {
                if budget.isSpent {
                    untested.append(wanted)
                } else if wanted.mayFail {
                    natural.append(wanted)
                } else {
                    unmet.append(wanted)
                }
                continue
            }
            moves.append(move)
            for step in move.steps { hidden[step.cell] = true }
        }
    }

    private mutating func move(_ wanted: Requirement, _ whole: inout WholeSearch, _ budget: inout WorkBudget) -> Move? {
        if whole.isQuicker {
            if !budget.spend(min(problem.cells.count, Self.near), times: Self.slowness) { return nil }
            work += wanted.direction.signs.count
            return whole.cheapest(wanted, hidden: hidden)
        }
        var size = Self.near
        while true {
            let near = Neighbourhood(problem, around: wanted.cell, size: size, hidden: hidden, uses: uses)
            if !budget.spend(near.cells.count, times: Self.slowness) { return nil }
            if let found = cheapest(wanted, near) { return found }
            if near.isAll { return nil }
            size *= 6
        }
    }

    private mutating func cheapest(_ wanted: Requirement, _ near: Neighbourhood) -> Move? {
        var search = MoveSearch(near.problem, knowingZeros: wanted.knowingZeros)
        for (place, cell) in near.cells.enumerated() {
            search.setPrice(of: place, hidden[cell] ? 1e-3 : problem.cells[cell].loss + 1e-3)
        }
        var best: (move: Move, price: Double)?
        for direction in wanted.direction.signs {
            work += 1
            guard let found = search.move(near.centre, direction: direction, distance: wanted.distance) else {
                continue
            }
            if best.map({ found.price < $0.price }) ?? true { best = found }
        }
        return best.flatMap { near.expanded($0.move, in: problem) }
    }

    /// Shows what need not be hidden, the dearest first, of what elimination would show among what is hidden now.
    private mutating func thin(_ requirements: [Requirement], _ profile: ProtectionProfile, _ limits: WorkLimits) {
        var rest = problem
        for cell in rest.cells.indices where !hidden[cell] { rest.cells[cell].mayHide = false }
        let needed = GaussianPattern(rest, profile: profile).hidden
        var budget = limits.thinning
        let relations = IndependentRelations(problem.relations, count: hidden.count).rows
        for cell in WorthOrder(problem, relations).mostFirst where hidden[cell] && !needed[cell] {
            if budget.isSpent { return }
            var part = HiddenParts(problem, hidden: hidden).isBeside(cell)
            part[cell] = false
            let smaller = HiddenParts(problem, hidden: part)
            if smaller.unproven(requirements.filter { part[$0.cell] }, &budget).isEmpty { hidden[cell] = false }
        }
    }

    /// Gives each number that counts whole things the whole values it must have, where what is hidden leaves it none.
    private mutating func makeWhole(_ requirements: [Requirement], _ limits: WorkLimits) {
        var patience = SearchPatience()
        for wanted in HiddenParts(problem, hidden: hidden).lackingWhole(requirements, limits, &patience) {
            var size = 250
            while true {
                let near = Neighbourhood(problem, around: wanted.cell, size: size, hidden: hidden, uses: uses)
                let repair = WholeRepair(
                    near.problem, hidden: near.cells.map { hidden[$0] }, [wanted.of(near.centre)], isLacking: true,
                    limits: limits, &patience)
                if repair.lost.isEmpty {
                    for (place, cell) in near.cells.enumerated() where repair.hidden[place] { hidden[cell] = true }
                    break
                }
                if near.isAll {
                    if wanted.mayFail { narrow.append(wanted) } else { unmet.append(wanted) }
                    break
                }
                size *= 6
            }
        }
    }
}
