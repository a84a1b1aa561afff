// SPDX-License-Identifier: EUPL-1.2
import LinearPrograms
import Terms

/// What the outsider can say of each number he does not see: each relation by itself, and where that decides nothing two
/// linear programs a number, over what hangs together.
struct Intrusion {
    struct Bounds {
        var low: Double
        /// Infinite where nothing bounds it.
        var high: Double
        /// Places of the relations among the system's constraints, those that others rest on first.
        var relations: [Int] = []
        /// Whole numbers were sought, and no others fit.
        var isWhole = false
    }

    private let system: OutsideSystem
    private var open: [(terms: [Constraint.Term], low: Double, high: Double)?]
    private let propagation: Propagation
    private var partOf: [Int]
    private var parts: [Part?] = []
    private var variablesOfPart: [[Int]] = []
    private var constraintsOfPart: [[Int]] = []
    /// Values that some solution has: what is between them is possible.
    private var seenLow: [Double]
    private var seenHigh: [Double]
    /// Relations that cannot hold together with the rest.
    private(set) var contradicted: [Phrase] = []

    /// One connected part of what is not printed.
    private final class Part {
        var program = LinearProgram()
        /// The relation of each row.
        var rows: [Int] = []
    }

    init(_ system: OutsideSystem) {
        self.system = system
        var open = system.constraints.map { constraint -> (terms: [Constraint.Term], low: Double, high: Double)? in
            let rest = system.open(constraint)
            return rest.terms.isEmpty ? nil : rest
        }
        var propagation = Propagation(system, open)
        // Relations that contradict each other: nothing is concluded from any of them.
        while !propagation.contradicting.isEmpty {
            for place in propagation.contradicting.sorted() {
                contradicted.append(system.words(of: system.constraints[place]))
                open[place] = nil
            }
            propagation = Propagation(system, open)
        }
        self.open = open
        self.propagation = propagation
        seenLow = system.variables.map { _ in .infinity }
        seenHigh = system.variables.map { _ in -.infinity }
        partOf = system.variables.map { _ in -1 }
        findParts()
    }

    private mutating func findParts() {
        var parent = Array(system.variables.indices)
        func root(_ item: Int) -> Int {
            var place = item
            while parent[place] != place {
                parent[place] = parent[parent[place]]
                place = parent[place]
            }
            return place
        }
        // A number that is known by now holds nothing together.
        let isFixed = system.variables.indices.map { propagation.low[$0] == propagation.high[$0] }
        for constraint in open {
            let unknown = (constraint?.terms ?? []).filter { !isFixed[$0.variable] }
            for term in unknown.dropFirst() {
                let (a, b) = (root(unknown[0].variable), root(term.variable))
                if a != b { parent[max(a, b)] = min(a, b) }
            }
        }
        var placeOfRoot: [Int: Int] = [:]
        for variable in system.variables.indices where !isFixed[variable] && system.variables[variable].printed == nil {
            let own = root(variable)
            let place = placeOfRoot[own] ?? variablesOfPart.count
            if place == variablesOfPart.count {
                placeOfRoot[own] = place
                variablesOfPart.append([])
                constraintsOfPart.append([])
            }
            partOf[variable] = place
            variablesOfPart[place].append(variable)
        }
        for (place, constraint) in open.enumerated() {
            if let first = constraint?.terms.first(where: { !isFixed[$0.variable] }) {
                constraintsOfPart[partOf[first.variable]].append(place)
            }
        }
        parts = variablesOfPart.map { _ in nil }
    }

    // MARK: Bounds

    /// What each relation by itself says.
    func quickBounds(of variable: Int) -> Bounds {
        Bounds(low: propagation.low[variable], high: propagation.high[variable])
    }

    /// The relations by which quick bounds were found.
    func quickRelations(of variable: Int) -> [Int] { propagation.relations(behind: variable) }

    /// What solutions that are known let the number be; nil where none is known.
    func seen(_ variable: Int) -> ClosedRange<Double>? {
        seenLow[variable] <= seenHigh[variable] ? seenLow[variable]...seenHigh[variable] : nil
    }

    /// What all relations together say. `isEnough` is asked of solutions on the way, which may already be far enough apart.
    mutating func bounds(of variable: Int, unless isEnough: (ClosedRange<Double>) -> Bool) -> Bounds {
        var bounds = quickBounds(of: variable)
        let place = partOf[variable]
        guard place >= 0 else { return bounds }
        let part = self.part(place)
        guard let column = columns(place)[variable] else { return bounds }
        for goal in [LinearProgram.Goal.least, .greatest] {
            if let range = seen(variable), isEnough(range) { return quickBounds(of: variable) }
            part.program.setCost(of: column, 1)
            defer { part.program.setCost(of: column, 0) }
            guard part.program.solve(goal, dual: false) == .optimal else { continue }
            let value = part.program.value
            witness(place, part)
            let isTighter = goal == .least ? value > bounds.low + 1e-6 : value < bounds.high - 1e-6
            if goal == .least { bounds.low = max(bounds.low, value) } else { bounds.high = min(bounds.high, value) }
            if isTighter {
                for (row, relation) in part.rows.enumerated()
                where part.program.price(of: row).magnitude > 1e-9 && !bounds.relations.contains(relation) {
                    bounds.relations.append(relation)
                }
            }
        }
        for relation in quickRelations(of: variable) where !bounds.relations.contains(relation) {
            bounds.relations.append(relation)
        }
        return bounds
    }

    /// The same among whole numbers; nil where that is not decided with little work.
    mutating func wholeBounds(of variable: Int) -> (low: Double, high: Double)? {
        let place = partOf[variable]
        guard place >= 0, variablesOfPart[place].count <= 400, let column = columns(place)[variable] else { return nil }
        let part = self.part(place)
        part.program.setCost(of: column, 1)
        defer { part.program.setCost(of: column, 0) }
        guard part.program.solveWhole(.least, nodes: 200) == .optimal else { return nil }
        let low = part.program.value
        guard part.program.solveWhole(.greatest, nodes: 200) == .optimal else { return nil }
        return (low, part.program.value)
    }

    private func columns(_ place: Int) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: variablesOfPart[place].enumerated().map { ($1, $0) })
    }

    private mutating func witness(_ place: Int, _ part: Part) {
        for (column, variable) in variablesOfPart[place].enumerated() {
            let value = part.program.value(of: column)
            seenLow[variable] = min(seenLow[variable], value)
            seenHigh[variable] = max(seenHigh[variable], value)
        }
    }

    private mutating func part(_ place: Int) -> Part {
        if let known = parts[place] { return known }
        let part = Part()
        let column = columns(place)
        for variable in variablesOfPart[place] { addColumn(variable, to: part) }
        for constraint in constraintsOfPart[place] {
            guard let row = row(constraint, column) else { continue }
            part.program.addRow(row.terms, from: row.low, to: row.high)
            part.rows.append(constraint)
        }
        if part.program.solve(.least, dual: false) == .infeasible { rebuild(part, place, column) }
        parts[place] = part
        return part
    }

    private func addColumn(_ variable: Int, to part: Part) {
        let isWhole = system.variables[variable].isWhole
        part.program.addColumn(
            from: propagation.low[variable] - (isWhole ? 0 : 1e-7),
            to: propagation.high[variable] + (isWhole ? 0 : 1e-7),
            isWhole: isWhole)
    }

    private func row(
        _ constraint: Int, _ column: [Int: Int]
    ) -> (terms: [(column: Int, coefficient: Double)], low: Double, high: Double)? {
        guard let rest = open[constraint] else { return nil }
        var (low, high) = (rest.low, rest.high)
        var terms: [(column: Int, coefficient: Double)] = []
        for term in rest.terms {
            if let place = column[term.variable] {
                terms.append((place, term.coefficient))
            } else {
                let known = term.coefficient * propagation.low[term.variable]
                low -= known
                high -= known
            }
        }
        let slack = 1e-7 * max(1, min(low.magnitude, high.magnitude))
        return terms.isEmpty ? nil : (terms, low - slack, high + slack)
    }

    /// The relations are taken one by one, and those that contradict the rest are left.
    private mutating func rebuild(_ part: Part, _ place: Int, _ column: [Int: Int]) {
        part.program = LinearProgram()
        part.rows = []
        for variable in variablesOfPart[place] { addColumn(variable, to: part) }
        for constraint in constraintsOfPart[place] {
            guard let row = row(constraint, column) else { continue }
            let own = part.program.addRow(row.terms, from: row.low, to: row.high)
            part.rows.append(constraint)
            if part.program.solve(.least) == .infeasible {
                part.program.freeRow(own)
                contradicted.append(system.words(of: system.constraints[constraint]))
            }
        }
    }
}
