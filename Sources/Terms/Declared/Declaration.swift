// SPDX-License-Identifier: EUPL-1.2

/// What is declared beside the published numbers of an aspect, in `datapackage.json`: what each column is a number of, and
/// what holds between it and others by definition. Whoever examines a report goes by this and by nothing else.
package struct Declaration: Sendable, Hashable {
    /// A column of numbers that may be in sums with others.
    package enum Number: String, Sendable, Hashable, CaseIterable { case value, n, numerator, denominator }

    /// A number of a row, and the dimensions of the row that it does not depend on.
    package struct Column: Sendable, Hashable {
        package let quantity: DeclaredQuantity
        package let ignoring: Set<Dimension>
        /// The number is this only where the dimension is told apart.
        package let needing: Dimension?
    }

    /// What the value itself is.
    package let kind: NumberKind
    package let columns: [Number: Column]
    /// Where the value is so many times the numerator divided by the denominator.
    package let quotient: Double?
    package let interval: IntervalMethod?
    /// Dimensions whose classes are shares of one base: the numerators of all add to the denominator.
    package let classesOfBase: [Dimension]
    /// Whether the shares of all answers are the whole, of items with one answer each.
    package let answersAreWhole: Bool
    package let relations: [DeclaredRelation]
    /// Quantities of the relations that stand in no column.
    package let others: [DeclaredQuantity]
    /// Dimensions whose column divides more finely than the dimension itself.
    package let finer: [Dimension: DeclaredDimension]

    package init(
        _ kind: NumberKind, _ columns: [Number: DeclaredQuantity], ignoring: [Number: Set<Dimension>] = [:],
        needing: Dimension? = nil, quotient: Double? = nil, interval: IntervalMethod? = nil,
        classesOfBase: [Dimension] = [], answersAreWhole: Bool = false,
        _ relations: [DeclaredRelation.Rule] = [], scoped: [DeclaredRelation] = [], others: [DeclaredQuantity] = [],
        finer: [Dimension: DeclaredDimension] = [:]
    ) {
        self.kind = kind
        self.columns = Dictionary(
            uniqueKeysWithValues: columns.map { number, quantity in
                (number, Column(quantity: quantity, ignoring: ignoring[number] ?? [], needing: needing))
            })
        self.quotient = quotient
        self.interval = interval
        self.classesOfBase = classesOfBase
        self.answersAreWhole = answersAreWhole
        self.relations = relations.map { DeclaredRelation($0) } + scoped
        self.others = others
        self.finer = finer
    }

    /// A count, and n where that is another.
    package static func count(
        _ quantity: DeclaredQuantity, n: DeclaredQuantity? = nil, _ relations: [DeclaredRelation.Rule] = [],
        others: [DeclaredQuantity] = [], finer: [Dimension: DeclaredDimension] = [:]
    ) -> Declaration {
        Declaration(.count, [.value: quantity, .n: n ?? quantity], relations, others: others, finer: finer)
    }
}
