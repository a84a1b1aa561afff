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
        /// Cells in whole per cent, whose x and n are left out.
        var rounded: [Int] = []
        /// n − x of shares that nearly all have, where not both are known: not below zero.
        var rests: [LinearForm] = []
    }

    private(set) var parts: [Part] = []

    init(_ system: LinkedSystem, _ state: SuppressionState) {
        let guards = state.guards
        let rounded = system.cells.indices.compactMap { index in
            system.roundedPercentage(of: index, state).map { (index: index, x: $0.x, n: $0.n) }
        }
        var union = Components(count: system.quantities.count)
        for form in system.relations + guards {
            for term in form.terms { union.join(form.terms[0].variable, term.variable) }
        }
        for cell in rounded { union.join(cell.x, cell.n) }
        let rests = system.narrowRests(state)
        for rest in rests { union.join(rest.terms[0].variable, rest.terms[1].variable) }
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
            if let part = place[union.root(of: rest.terms[0].variable)], !parts[part].guards.contains(rest) {
                parts[part].rests.append(rest)
            }
        }
        for cell in rounded {
            if let part = place[union.root(of: cell.x)] { parts[part].rounded.append(cell.index) }
        }
    }
}

extension LinkedSystem {
    /// Shares that so many have that n − x, which nobody takes to be below zero, stands in the way of a greater x.
    fileprivate func narrowRests(_ state: SuppressionState) -> [LinearForm] {
        var rests: [LinearForm] = []
        var seen: Set<LinearForm> = []
        for cell in cells where cell.kind == .share {
            guard let x = cell.quantities[.numerator], let n = cell.quantities[.denominator], x != n,
                !state.isKnown[x] || !state.isKnown[n], let having = values[x], let all = values[n], all - having < 10
            else { continue }
            let form = LinearForm([(n, 1), (x, -1)])
            if seen.insert(form).inserted { rests.append(form) }
        }
        return rests
    }
}
