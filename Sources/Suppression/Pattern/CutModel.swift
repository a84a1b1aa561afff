// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms

/// The exact model (Fischetti and Salazar-González 2001): hide with least loss so that every requirement holds, where
/// the conditions are found by attack as they are needed.
///
/// x of a cell is 1 when it is hidden. A requirement says that the intruder's program reaches far enough; by duality
/// that is Σ (d⁺ · up + d⁻ · down) · x ≥ distance for all prices of the relations, and each attack that fails gives
/// the prices of the condition it breaks.
struct CutModel: ~Copyable {
    /// Σ coefficient · x ≥ 1 over cells that are not primary, or of any sum: see `least`.
    struct Cut {
        let terms: [(cell: Int, coefficient: Double)]
        let least: Double
    }

    private let problem: SuppressionProblem
    private(set) var requirements: [Requirement]
    private(set) var cuts: [Cut] = []
    private var master = LinearProgram()
    private let free: [Int]
    private let column: [Int]
    private var attackers: [AttackProgram]
    /// What the primary cells lose.
    private let base: Double
    private(set) var work = 0

    /// What the program among real numbers says: no pattern loses less than `bound`; how far each cell is hidden, and
    /// what the bound would rise by if it were.
    struct Root {
        let bound: Double
        let extents: [Double]
        let reduced: [Double]
    }

    init(_ problem: SuppressionProblem, _ requirements: [Requirement]) {
        self.problem = problem
        self.requirements = requirements
        free = problem.cells.indices.filter { problem.cells[$0].mayHide && !problem.cells[$0].isUnknown }
        var column = Array(repeating: -1, count: problem.cells.count)
        for cell in free { column[cell] = master.addColumn(from: 0, to: 1, cost: problem.cells[cell].loss) }
        self.column = column
        base = problem.primaries.reduce(0) { $0 + problem.cells[$1].loss }
        attackers = [AttackProgram(problem, knowingZeros: false), AttackProgram(problem, knowingZeros: true)]
        // A primary cell is not alone in any of its relations.
        for relation in problem.relations {
            let unknown = relation.terms.filter { problem.cells[$0.variable].isUnknown }
            if unknown.count == 1, problem.cells[unknown[0].variable].isPrimary {
                let others = relation.terms.filter { column[$0.variable] >= 0 }
                if !others.isEmpty { add(Cut(terms: others.map { ($0.variable, 1) }, least: 1)) }
            }
        }
    }

    private mutating func add(_ cut: Cut) {
        cuts.append(cut)
        master.addRow(cut.terms.map { (column[$0.cell], $0.coefficient) }, from: cut.least, to: .infinity)
    }

    /// Whether the cell is hidden, to what extent, in the master program's last answer.
    private func extents() -> [Double] {
        problem.cells.indices.map { cell in
            if problem.cells[cell].isUnknown { return 1 }
            return column[cell] < 0 ? 0 : min(1, max(0, master.value(of: column[cell])))
        }
    }

    /// Leaves out what would fail even if everything were hidden; returns the cells of what may not fail,
    /// and those of what may.
    mutating func dropUnmeetable() -> (unmet: [Int], natural: [Int]) {
        let everything = problem.cells.map { $0.mayHide || $0.isUnknown }
        var unmet: Set<Requirement> = []
        for knowing in [false, true] {
            let wanted = requirements.filter { $0.knowingZeros == knowing }
            if wanted.isEmpty { continue }
            let holds = attackers[knowing ? 1 : 0].holding(wanted, open: everything)
            for (requirement, holds) in zip(wanted, holds) where !holds { unmet.insert(requirement) }
        }
        requirements.removeAll { unmet.contains($0) }
        func cells(_ isMeant: (Requirement) -> Bool) -> [Int] { Array(Set(unmet.filter(isMeant).map(\.cell))).sorted() }
        return (cells { !$0.mayFail }, cells(\.mayFail))
    }

    /// Raises the lower bound of the loss as far as cuts among real numbers do; nil when there is no pattern at all.
    mutating func tighten(rounds: Int, work limit: Int) -> Root? {
        var last = -1.0
        var slow = 0
        for round in 0..<rounds {
            work += 1
            guard master.solve(.least) == .optimal else { return nil }
            let value = base + master.value
            slow = value < last + 1e-4 * max(1, last) ? slow + 1 : 0
            last = value
            let extents = extents()
            var found = separateBridges(extents)
            if found == 0 || round % 4 == 3 { found += separate(extents, isWhole: false) }
            if found == 0 || slow > 12 || work > limit { break }
        }
        guard master.solve(.least) == .optimal else { return nil }
        let reduced = problem.cells.indices.map { column[$0] < 0 ? 0 : master.reducedCost(of: column[$0]) }
        return Root(bound: base + master.value, extents: extents(), reduced: reduced)
    }

    /// A hidden cell is not alone in any of its relations.
    mutating func separateBridges(_ extents: [Double]) -> Int {
        var found = 0
        for relation in problem.relations {
            var sum = 0.0
            var greatest: (cell: Int, extent: Double)?
            for term in relation.terms {
                let extent = extents[term.variable]
                sum += extent
                if extent > greatest?.extent ?? 0 { greatest = (term.variable, extent) }
            }
            guard let greatest, sum - greatest.extent < greatest.extent - 1e-6, column[greatest.cell] >= 0 else {
                continue
            }
            var terms = relation.terms.compactMap { term -> (cell: Int, coefficient: Double)? in
                column[term.variable] >= 0 && term.variable != greatest.cell ? (term.variable, 1) : nil
            }
            terms.append((greatest.cell, -1))
            add(Cut(terms: terms, least: 0))
            found += 1
        }
        return found
    }

    /// Attacks every requirement; adds what fails. Whole patterns are attacked with the room they truly have.
    mutating func separate(_ extents: [Double], isWhole: Bool) -> Int {
        var found = 0
        for knowing in [false, true] {
            let box = attackers[knowing ? 1 : 0]
            var unit: Double?
            var wanted = requirements.filter { $0.knowingZeros == knowing }
            if isWhole {
                let holds = box.holding(wanted, open: extents.map { $0 > 0.5 })
                wanted = zip(wanted, holds).filter { !$0.1 }.map(\.0)
            }
            for requirement in wanted {
                if unit != requirement.distance {
                    unit = requirement.distance
                    box.open(extents, unit: isWhole ? nil : unit)
                }
                guard let cut = box.cut(requirement, column: column, extents: extents) else { continue }
                add(cut)
                found += 1
            }
            work += box.takeWork()
        }
        return found
    }

    /// The best whole pattern among those the cuts allow, where its loss is below `limit`; cells whose hiding alone
    /// would cost more are left out beforehand.
    mutating func solveWhole(
        below limit: Double, _ root: Root, nodes: Int
    ) -> (outcome: LinearProgram.Outcome, hidden: [Bool], loss: Double) {
        var program = LinearProgram()
        var place = Array(repeating: -1, count: problem.cells.count)
        for cell in free where root.bound + root.reduced[cell] < limit - 1e-6 {
            place[cell] = program.addColumn(from: 0, to: 1, cost: problem.cells[cell].loss, isWhole: true)
        }
        for cut in cuts {
            let terms = cut.terms.filter { place[$0.cell] >= 0 }.map { (place[$0.cell], $0.coefficient) }
            if terms.isEmpty {
                if cut.least > 0 { return (.infeasible, [], 0) }
                continue
            }
            program.addRow(terms, from: cut.least, to: .infinity)
        }
        work += 1
        let outcome = program.solveWhole(.least, nodes: nodes)
        guard outcome == .optimal else { return (outcome, [], 0) }
        let hidden = problem.cells.indices.map { cell in
            problem.cells[cell].isUnknown || (place[cell] >= 0 && program.value(of: place[cell]) > 0.5)
        }
        return (.optimal, hidden, problem.loss(hidden))
    }
}
