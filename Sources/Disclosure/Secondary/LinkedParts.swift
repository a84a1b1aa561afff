// SPDX-License-Identifier: EUPL-1.2
import Measures
import Suppression

/// The parts of a release that hang together by relations, of those that hold something guarded.
struct LinkedParts {
    struct Part {
        /// Ascending.
        var variables: [Int] = []
        var relations: [LinearForm] = []
        var guards: [LinearForm] = []
        /// Rounded shares, whose x and n are left out.
        var rounded: [LinkedSystem.RoundedShare] = []
        /// What numbers hold beyond those that are part of them, where not both are known.
        var rests: [Rest] = []
    }

    /// What one number holds beyond another that is part of it, or some beyond others: not below zero.
    struct Rest {
        let form: LinearForm
        /// What everybody knows it to be at least.
        let least: Double
    }

    private(set) var parts: [Part] = []

    init(_ system: LinkedSystem, _ state: SuppressionState) {
        let guards = state.guards
        let rounded = system.cells.indices.compactMap { system.roundedPercentage(of: $0, state) } + system.roundedBefore
        var union = Components(count: system.quantities.count)
        for form in system.relations + guards {
            for term in form.terms { union.join(form.terms[0].variable, term.variable) }
        }
        for cell in rounded { union.join(cell.x, cell.n) }
        let rests = system.rests(state)
        for rest in rests {
            for term in rest.form.terms { union.join(rest.form.terms[0].variable, term.variable) }
        }
        var place: [Int: Int] = [:]
        for form in guards {
            let root = union.root(of: form.terms[0].variable)
            let part = place[root] ?? parts.count
            if part == parts.count {
                parts.append(Part())
                place[root] = part
            }
            parts[part].guards.append(form)
        }
        for variable in system.quantities.indices {
            if let part = place[union.root(of: variable)] { parts[part].variables.append(variable) }
        }
        for relation in system.relations {
            if let part = place[union.root(of: relation.terms[0].variable)] { parts[part].relations.append(relation) }
        }
        for rest in rests {
            if let part = place[union.root(of: rest.form.terms[0].variable)], !parts[part].guards.contains(rest.form) {
                parts[part].rests.append(rest)
            }
        }
        for cell in rounded {
            if let part = place[union.root(of: cell.x)] { parts[part].rounded.append(cell) }
        }
    }
}

extension LinkedSystem {
    /// What stands in the way of a greater part or a smaller whole: shares that nearly all have, and numbers that are part
    /// of others.
    fileprivate func rests(_ state: SuppressionState) -> [LinkedParts.Rest] {
        var rests: [LinkedParts.Rest] = []
        var seen: Set<LinearForm> = []
        func add(_ part: Int, _ whole: Int, least: Double) {
            guard !state.isKnown[part] || !state.isKnown[whole] else { return }
            let form = LinearForm([(whole, 1), (part, -1)])
            if seen.insert(form).inserted { rests.append(LinkedParts.Rest(form: form, least: least)) }
        }
        for (index, cell) in cells.enumerated() where cell.kind == .share {
            guard let x = cell.quantities[.numerator], let n = cell.quantities[.denominator], x != n,
                let having = values[x], let all = values[n]
            else { continue }
            // A share that is shown has the threshold on either side.
            let isRounded = !state.isHidden[index] && state.withheld[index] == .base
            if all - having < 10 || isRounded {
                add(x, n, least: isRounded && all > having ? leastCount : 0)
            }
        }
        for nesting in nested { add(nesting.part, nesting.whole, least: 0) }
        for form in bounds where !form.terms.allSatisfy({ state.isKnown[$0.variable] }) && seen.insert(form).inserted {
            rests.append(LinkedParts.Rest(form: form, least: 0))
        }
        return rests
    }
}
