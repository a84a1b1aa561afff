// SPDX-License-Identifier: EUPL-1.2

/// A question put to the data: a measure, in one of its variants, broken down and filtered.
package struct Question: Sendable, Hashable {
    /// What of the measure is asked for. `headline` is what the measure's name stands for.
    package enum Aspect: Sendable, Hashable {
        /// persons: number of persons · granted-hours, performed-hours: sum of hours · utilisation: the ratio ·
        /// flexible-use: the share, with the settings in force.
        case headline
        /// persons: those with a granted decision on this day each year (`--on`).
        case onDay(month: Int, day: Int)
        /// persons: mean over the year's month-ends.
        case monthEndMean
        /// persons: per 10 000 inhabitants on 31 December.
        case perTenThousand
        /// granted-hours: mean per person-month · flexible-use: (not defined).
        case mean
        /// granted-hours: quantile (0–1) over full person-months · flexible-use: of shifted share, persons with u > 0.
        case quantile(Double)
        /// utilisation, flexible-use: difference from the year before.
        case change
        /// granted-hours: number of decisions valid at year end (by hour class) · decomposition: decisions.
        case decisions
        /// performed-hours: those outside any decision.
        case outsideDecisions
        /// decomposition: the part of the change due to a factor.
        case part(DecompositionFactor)
        /// flexible-use under another definition, denominator and anchor, by their names in the settings.
        case flexible(definition: String, denominator: String, anchor: String)
        /// persons with no hour ceiling (*fri ledsagning*), left out of flexible use.
        case unlimited
        /// persons: with granted hours and no performed hour in the year.
        case withoutPerformed
        /// flexible-use: Σ max(0, u − b) ÷ Σ u over all persons.
        case shiftedShare
    }

    package enum DecompositionFactor: String, Sendable, Hashable, CaseIterable {
        case persons
        case grantedPerPerson = "granted-per-person"
        case utilisation
        /// The change itself, the sum of its parts.
        case sum
        /// For granted hours = decisions × hours per decision.
        case decisions
        case hoursPerDecision = "hours-per-decision"
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
}
