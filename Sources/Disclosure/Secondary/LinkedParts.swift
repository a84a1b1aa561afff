// SPDX-License-Identifier: EUPL-1.2
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
        for cell in rounded {
            if let part = place[union.root(of: cell.x)] { parts[part].rounded.append(cell.index) }
        }
    }
}
