// SPDX-License-Identifier: EUPL-1.2

/// A question put to the data: a measure, in one of its variants, broken down and filtered.
package struct Question: Sendable, Hashable {
    package enum DecompositionFactor: String, Sendable, Hashable, CaseIterable {
        case persons
        case grantedPerPerson = "granted-per-person"
        case utilisation
        /// The change in performed hours itself, the sum of the three above.
        case sum
        /// For granted hours = decisions × hours per decision.
        case decisions
        case hoursPerDecision = "hours-per-decision"
        /// The change in granted hours itself, the sum of the two above.
        case grantedSum = "granted-sum"
    }

    package enum Comparison: String, Sendable, Hashable {
        case isOneOf = "="
        case isNoneOf = "!="
        case atLeast = ">="
        case atMost = "<="
    }

    /// `--where key=value[,value]`, with codes as in `Category.code`.
    package struct Filter: Sendable, Hashable {
        package let dimension: Dimension
        package let comparison: Comparison
        package let values: [String]

        package init(_ dimension: Dimension, _ comparison: Comparison = .isOneOf, _ values: [String]) {
            self.dimension = dimension
            self.comparison = comparison
            self.values = values
        }
    }

    package var measure: MeasureName
    package var aspect: Aspect
    /// The breakdown, in order. The years are always apart: a question of one year and of several have the same rows.
    package var dimensions: [Dimension]
    package var filters: [Filter]
    package var years: ClosedRange<Int>
    /// Confidence level of intervals, 0.5–0.999.
    package var level: Double
    /// Whether rows for "all" stand beside each breakdown but year and month.
    package var totals: Bool

    package init(
        _ measure: MeasureName, _ aspect: Aspect = .headline, by dimensions: [Dimension] = [],
        where filters: [Filter] = [],
        years: ClosedRange<Int>, level: Double = 0.95, totals: Bool = true
    ) {
        self.measure = measure
        self.aspect = aspect
        self.dimensions = dimensions
        self.filters = filters
        self.years = years
        self.level = level
        self.totals = totals
    }

    /// A question about one item of a survey, by its name: `item:time-enough`. It is a filter on `question` like any
    /// other, so that a battery asked for at once and its items one by one are the same numbers.
    package static func item(
        _ name: String, _ aspect: Aspect = .headline, by dimensions: [Dimension] = [], where filters: [Filter] = [],
        years: ClosedRange<Int>, level: Double = 0.95, totals: Bool = true
    ) -> Question {
        Question(
            .item, aspect, by: dimensions, where: [Filter(.question, .isOneOf, [name])] + filters, years: years,
            level: level,
            totals: totals)
    }
}
