// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms

/// The counts of the tables published as open data, rounded or perturbed, beside pages that hide some of them.
///
/// A count that the pages hide may stand here as a rounded or perturbed number as long as it keeps the range that
/// hidden counts have (`PerturbedAttack`, with everything the pages show). Where it would not, it is left out here too.
struct OpenCounts {
    /// A count as it is published, by the place of its cell in the release.
    struct Number {
        let value: Int
        let reach: Int
        let isAdditive: Bool
    }

    private(set) var numbers: [Int: Number] = [:]
    /// Whether each table is one of counts, which alone are rounded or perturbed.
    let isOfCounts: [Bool]
    /// Cells that are left out after all.
    private(set) var leftOut: Set<Int> = []

    private let suppression: SecondarySuppression
    /// For each cell of a table of counts the number of its quantity.
    private var variables: [Int: Int] = [:]
    private var relations: [LinearForm] = []

    init(_ tabulations: [Tabulation], _ suppression: SecondarySuppression) {
        self.suppression = suppression
        let settings = suppression.settings
        let needsKeys = settings.method == .cellKey
        isOfCounts = tabulations.map { Self.isOfCounts($0, needsKeys: needsKeys) }
        if settings.method == .suppression { return }
        var keys: [Int: UInt64] = [:]
        var cell = 0
        for (tabulation, isOfCounts) in zip(tabulations, isOfCounts) {
            for row in tabulation.rows {
                if isOfCounts, row.measurement.value != nil {
                    variables[cell] = suppression.system.cells[cell].quantities[.value]
                    keys[cell] = row.measurement.keySum
                }
                cell += 1
            }
        }
        if needsKeys { perturb(keys) } else { round(settings.roundingBase) }
        for part in LinkedParts(suppression.system, suppression.state).parts { leaveOut(part) }
    }

    /// Whether all its numbers count persons, decisions or answers.
    private static func isOfCounts(_ tabulation: Tabulation, needsKeys: Bool) -> Bool {
        let numbers = tabulation.rows.map(\.measurement).filter { $0.value != nil }
        return !numbers.isEmpty
            && numbers.allSatisfy {
                $0.kind == .count && [.persons, .decisions, .answers].contains($0.unit)
                    && (!needsKeys || $0.keySum != nil)
            }
    }

    private func count(_ cell: Int) -> Int? {
        variables[cell].flatMap { suppression.system.values[$0] }.map { Int($0.rounded()) }
    }

    private mutating func round(_ base: Int) {
        var counts: [Int: Int] = [:]
        for (cell, variable) in variables { counts[variable] = count(cell) }
        let rounded = RoundedCounts(counts, of: suppression.system, base: base)
        relations = rounded.relations
        for (cell, variable) in variables {
            guard let number = rounded.numbers[variable] else { continue }
            numbers[cell] = Number(value: number.value, reach: number.reach, isAdditive: number.isAdditive)
        }
    }

    private mutating func perturb(_ keys: [Int: UInt64]) {
        let table = CellKeyTable.standard
        for (cell, key) in keys {
            guard let count = count(cell) else { continue }
            let change = table.change(of: count, key: CellKeyTable.key(ofWhole: key))
            numbers[cell] = Number(value: count + change, reach: table.largestChange, isAdditive: false)
        }
    }

    /// Leaves out what would tell too much of something that the pages hide.
    private mutating func leaveOut(_ part: LinkedParts.Part) {
        let state = suppression.state
        let linked = LinkedProblem(part, suppression.system, state, suppression.settings)
        var place: [Int: Int] = [:]
        for (index, variable) in part.variables.enumerated() where !state.isKnown[variable] { place[variable] = index }
        let cells = variables.keys.sorted().filter { numbers[$0] != nil && place[variables[$0] ?? -1] != nil }
        var published = cells.compactMap { cell -> PerturbedAttack.Published? in
            guard let number = numbers[cell], let index = place[variables[cell] ?? -1] else { return nil }
            return PerturbedAttack.Published(
                cell: index, value: number.value, reach: number.reach, isSeen: true)
        }
        if published.isEmpty { return }
        let isRounded = Set(published.map(\.cell))
        let forms = relations.compactMap { form -> LinearForm? in
            let terms = form.terms.compactMap { term in place[term.variable].map { ($0, term.coefficient) } }
            return terms.contains { isRounded.contains($0.0) } ? LinearForm(terms) : nil
        }
        func seen() -> Set<Int> { Set(published.filter(\.isSeen).map(\.cell)) }
        func withdraw(_ places: Set<Int>) {
            for index in published.indices where places.contains(published[index].cell) {
                published[index].isSeen = false
            }
        }
        var hopeless: Set<Int>?
        for round in 0..<8 where !seen().isEmpty {
            let attack = PerturbedAttack(linked.problem, published: published, relations: forms)
            var failing = Set(linked.places).filter { !attack.withstands($0) }
            if !failing.isEmpty, hopeless == nil, !failing.isSubset(of: seen()) {
                // What nothing protects on the pages is not for the tables to protect.
                let bare = PerturbedAttack(linked.problem, published: [], relations: [])
                hopeless = failing.filter { !bare.withstands($0) }
            }
            failing.subtract(hopeless ?? [])
            if failing.isEmpty { break }
            var going = failing.intersection(seen())
            for cell in failing.subtracting(going) {
                for form in linked.problem.relations + forms
                where form.terms.contains(where: { $0.variable == cell }) {
                    going.formUnion(form.terms.map(\.variable))
                }
            }
            going.formIntersection(seen())
            withdraw(going.isEmpty || round == 6 ? seen() : going)
        }
        for (index, cell) in cells.enumerated() where !published[index].isSeen { leftOut.insert(cell) }
    }
}
