// SPDX-License-Identifier: EUPL-1.2

/// A sum of quantities with whole coefficients; as a relation, a sum that is zero.
package struct LinearForm: Sendable, Hashable {
    /// One variable with its coefficient.
    package struct Term: Sendable, Hashable {
        package let variable: Int
        package let coefficient: Int
    }

    /// Sorted by variable, each at most once, no coefficient zero.
    package let terms: [Term]

    /// Adds up the terms of equal variables.
    package init(_ pairs: [(variable: Int, coefficient: Int)]) {
        var sorted: [Term] = []
        for pair in pairs.sorted(by: { $0.variable < $1.variable }) {
            var coefficient = pair.coefficient
            if let last = sorted.last, last.variable == pair.variable { coefficient += sorted.removeLast().coefficient }
            if coefficient != 0 { sorted.append(Term(variable: pair.variable, coefficient: coefficient)) }
        }
        terms = sorted
    }

    /// One variable by itself.
    package init(_ variable: Int) {
        self.init([(variable, 1)])
    }
}
