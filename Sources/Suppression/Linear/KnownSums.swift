// SPDX-License-Identifier: EUPL-1.2

/// Plain sums of unknown numbers that follow from what is known: of each relation, and of what elimination makes of them
/// together.
package struct KnownSums {
    /// Each once, of two numbers or more, all added.
    package private(set) var forms: [LinearForm] = []

    /// `isKnown` by variable.
    package init(_ relations: [LinearForm], isKnown: [Bool]) {
        var seen: Set<LinearForm> = []
        func add(_ terms: [(variable: Int, isAdded: Bool?)]) {
            guard terms.count > 1, let first = terms[0].isAdded, terms.allSatisfy({ $0.isAdded == first }) else {
                return
            }
            let form = LinearForm(terms.map { ($0.variable, 1) })
            if seen.insert(form).inserted { forms.append(form) }
        }
        for relation in relations {
            add(
                relation.terms.filter { !isKnown[$0.variable] }.map { term in
                    (term.variable, term.coefficient.magnitude == 1 ? term.coefficient > 0 : nil)
                })
        }
        let independent = IndependentRelations(relations, count: isKnown.count)
        let tableau = RelationTableau(independent.rows, order: Array(isKnown.indices), isKnown: isKnown)
        let one = PrimeField.element(1)
        let minusOne = PrimeField.element(-1)
        for variable in isKnown.indices where !isKnown[variable] {
            guard let beside = tableau.row(ofPivot: variable) else { continue }
            add(
                [(variable, true)]
                    + beside.map { ($0.column, $0.value == one ? true : $0.value == minusOne ? false : nil) })
        }
    }
}
