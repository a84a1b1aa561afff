// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms

/// The intruder's linear program in changes from the true table, for one belief of how small a hidden number can be;
/// it tells which condition on the pattern an attack breaks.
final class AttackProgram {
    private let problem: SuppressionProblem
    private var program = LinearProgram()
    private let cells: [Int]
    private let place: [Int]
    private let room: [(down: Double, up: Double)]
    private var work = 0

    init(_ problem: SuppressionProblem, knowingZeros: Bool) {
        self.problem = problem
        cells = problem.cells.indices.filter { problem.cells[$0].mayHide || problem.cells[$0].isUnknown }
        var place = Array(repeating: -1, count: problem.cells.count)
        var room: [(down: Double, up: Double)] = []
        for cell in cells {
            let own = problem.room(of: cell, knowingZeros: knowingZeros)
            room.append(own)
            place[cell] = program.addColumn(from: -own.down, to: own.up)
        }
        self.place = place
        self.room = room
        for relation in problem.relations {
            let terms = relation.terms.filter { place[$0.variable] >= 0 }
                .map { (column: place[$0.variable], coefficient: Double($0.coefficient)) }
            if !terms.isEmpty { program.addRow(terms, from: 0, to: 0) }
        }
    }

    func takeWork() -> Int {
        defer { work = 0 }
        return work
    }

    /// Sets how far each cell can move. A unit lets none move further than that and all a little, which finds the
    /// strongest conditions on a pattern that is not whole.
    func open(_ extents: [Double], unit: Double?) {
        for (column, cell) in cells.enumerated() {
            let extent = unit == nil ? extents[cell] : max(extents[cell], 2e-3)
            let down = min(unit ?? .infinity, room[column].down)
            let up = min(unit ?? .infinity, room[column].up)
            program.setBounds(
                of: column, from: extent == 0 ? 0 : -down * extent, to: extent == 0 ? 0 : up * extent)
        }
    }

    /// Which requirements hold of what is open, all of it or nothing of a cell: one program that moves everything that
    /// is wanted proves many at once; what is left is tried by itself.
    func holding(_ requirements: [Requirement], open isOpen: [Bool]) -> [Bool] {
        var holds = requirements.map { _ in false }
        let unit = requirements.reduce(1) { max($0, $1.distance) }
        set(isOpen, unit: unit)
        var fruitless = 0
        for round in 0..<12 where fruitless < 2 {
            let sign = round % 2 == 0 ? 1 : -1
            let wanted = requirements.indices.filter { !holds[$0] && requirements[$0].direction.signs.contains(sign) }
            let reached = moved(wanted.map { (requirements[$0], sign) })
            for (index, isReached) in zip(wanted, reached) where isReached { holds[index] = true }
            fruitless = reached.contains(true) ? 0 : fruitless + 1
        }
        set(isOpen, unit: .infinity)
        for index in requirements.indices where !holds[index] { holds[index] = self.holds(requirements[index]) }
        return holds
    }

    /// Which requirements hold where every cell is open: several at once, then each by itself, no further than it must
    /// reach, if the budget suffices for all. What it does not suffice for does not hold.
    func holding(_ requirements: [Requirement], _ budget: inout WorkBudget) -> [Bool] {
        var holds = requirements.map { _ in false }
        budget.spendQuarter { holds = reached(requirements, &$0) }
        if !budget.suffices(for: cells.count, times: holds.count { !$0 }) { return holds }
        set(problem.cells.map { _ in true }, unit: .infinity)
        // To one side is another value, too.
        var moving = Set(zip(requirements, holds).filter(\.1).map(\.0.cell))
        for index in requirements.indices where !holds[index] {
            let wanted = requirements[index]
            if wanted.direction == .either, wanted.distance <= 1, moving.contains(wanted.cell) {
                holds[index] = true
            } else if budget.spend(cells.count) {
                holds[index] = reaches(wanted)
                if holds[index] { moving.insert(wanted.cell) }
            }
        }
        return holds
    }

    private func reaches(_ requirement: Requirement) -> Bool {
        let column = place[requirement.cell]
        let (down, up) = room[column]
        program.setBounds(of: column, from: -min(down, requirement.distance), to: min(up, requirement.distance))
        defer { program.setBounds(of: column, from: -down, to: up) }
        return holds(requirement)
    }

    /// Which requirements a few programs prove that move everything that is wanted at once, with weights that differ,
    /// so that what stands in each other's way takes turns. All cells are open.
    private func reached(_ requirements: [Requirement], _ budget: inout WorkBudget) -> [Bool] {
        var holds = requirements.map { _ in false }
        let unit = requirements.reduce(1) { max($0, $1.distance) }
        set(problem.cells.map { _ in true }, unit: unit)
        var fruitless = 0
        for round in 0..<20 where fruitless < 2 && !holds.allSatisfy({ $0 }) {
            let sign = round % 2 == 0 ? 1 : -1
            let wanted = requirements.indices.filter { !holds[$0] && requirements[$0].direction.signs.contains(sign) }
            if wanted.isEmpty {
                fruitless += 1
                continue
            }
            if !budget.spend(cells.count, times: 16) { break }
            let reached = moved(
                wanted.map { index in
                    let weight = round < 2 ? 1 : 1 + Int(Mixing.mix(UInt64(index * 32 + round)) % 8)
                    return (requirements[index], sign * weight)
                })
            for (index, isReached) in zip(wanted, reached) where isReached { holds[index] = true }
            fruitless = reached.contains(true) ? 0 : fruitless + 1
        }
        return holds
    }

    /// Which of these one program proves that moves them all at once, each by its weight: up, or down where it is
    /// below zero.
    private func moved(_ wanted: [(requirement: Requirement, weight: Int)]) -> [Bool] {
        for (requirement, weight) in wanted { program.setCost(of: place[requirement.cell], Double(weight)) }
        work += 1
        let outcome = program.solve(.greatest, dual: false)
        return wanted.map { requirement, weight in
            let column = place[requirement.cell]
            program.setCost(of: column, 0)
            let by = program.value(of: column) * Double(weight.signum())
            return outcome == .optimal && by >= requirement.distance - 1e-6
        }
    }

    private func set(_ isOpen: [Bool], unit: Double) {
        for (column, cell) in cells.enumerated() {
            let (down, up) = room[column]
            program.setBounds(
                of: column, from: isOpen[cell] ? -min(unit, down) : 0, to: isOpen[cell] ? min(unit, up) : 0)
        }
    }

    /// Whether the requirement holds of what is open.
    private func holds(_ requirement: Requirement) -> Bool {
        var reached = 0.0
        for direction in requirement.direction.signs {
            program.setCost(of: place[requirement.cell], Double(direction))
            work += 1
            let outcome = program.solve(.greatest, dual: false)
            program.setCost(of: place[requirement.cell], 0)
            if outcome == .unbounded { return true }
            guard outcome == .optimal else { return false }
            reached += program.value
        }
        return reached >= requirement.distance - 1e-6
    }

    /// The condition that a requirement's failure breaks; nil when it holds.
    func cut(_ requirement: Requirement, column: [Int], extents: [Double]) -> CutModel.Cut? {
        var coefficients: [Int: Double] = [:]
        var reached = 0.0
        for direction in requirement.direction.signs {
            program.setCost(of: place[requirement.cell], Double(direction))
            work += 1
            let outcome = program.solve(.greatest, dual: false)
            guard outcome == .optimal else {
                program.setCost(of: place[requirement.cell], 0)
                return nil
            }
            reached += program.value
            for (index, cell) in cells.enumerated() {
                let price = program.reducedCost(of: index)
                if price.magnitude < 1e-9 { continue }
                let coefficient = price > 0 ? price * room[index].up : -price * room[index].down
                if coefficient > 1e-9 { coefficients[cell, default: 0] += coefficient }
            }
            program.setCost(of: place[requirement.cell], 0)
        }
        if reached >= requirement.distance - 1e-6 { return nil }
        var least = requirement.distance
        for (cell, coefficient) in coefficients where problem.cells[cell].isUnknown { least -= coefficient }
        if least < 1e-6 { return nil }
        var terms: [(cell: Int, coefficient: Double)] = []
        var sum = 0.0
        for cell in coefficients.keys.sorted() where column[cell] >= 0 {
            let coefficient = min(1, (coefficients[cell] ?? 0) / least)
            if coefficient < 1e-6 { continue }
            terms.append((cell, coefficient))
            sum += coefficient * extents[cell]
        }
        return sum < 1 - 1e-4 ? CutModel.Cut(terms: terms, least: 1) : nil
    }
}
