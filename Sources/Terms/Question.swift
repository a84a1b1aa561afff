// SPDX-License-Identifier: EUPL-1.2

/// A question put to the data: a measure, in one of its variants, broken down and filtered.
package struct Question: Sendable, Hashable {
    /// What of the measure is asked for. `headline` is what the measure's name stands for. A measure answers only
    /// the aspects that name it; others are refused with a message.
    package enum Aspect: Sendable, Hashable {
        /// persons: number of persons · granted-hours, performed-hours: sum of hours · utilisation: the ratio ·
        /// flexible-use: the share, with the settings in force · decomposition: the change in performed hours that its
        /// parts explain · item: the share of each answer, of numbers the mean, of free text the number of texts ·
        /// awareness: the share right · response-rate: the rate · respondents: the share of the respondents.
        case headline
        /// persons: those with a granted decision on this day each year (`--on`).
        case onDay(month: Int, day: Int)
        /// persons: mean over the year's month-ends.
        case monthEndMean
        /// persons: per 10 000 inhabitants on 31 December.
        case perTenThousand
        /// persons: per 1 000 persons entitled to paratransit (*färdtjänst*) on 31 December.
        case perThousandEntitled
        /// persons broken down by law: those with SoL only, LSS only, and both. Adds up to the total, which the
        /// plain breakdown by law does not.
        case lawCombination
        /// granted-hours: mean per person-month · utilisation: mean of the persons' own ratios · item: mean of a scale
        /// or of numbers.
        case mean
        /// granted-hours: hours of the year per person with granted hours.
        case perPerson
        /// granted-hours: quantile (0–1) over full person-months · utilisation: of the persons' own ratios ·
        /// flexible-use: of the persons' shifted shares (F2), over persons with performed hours.
        case quantile(Double)
        /// Difference from the year before: persons, granted-hours and performed-hours as it is, utilisation and
        /// flexible-use with the error that counts what the years' persons have in common. item (the favourable share,
        /// the mean for numbers) and awareness: from the group's wave before.
        case change
        /// granted-hours: number of granted decisions valid on 31 December (by hour class).
        case decisions
        /// persons, performed-hours: those outside any decision.
        case outsideDecisions
        /// decomposition: the part of the change from the year before due to a factor, or the whole of it.
        case part(DecompositionFactor)
        /// flexible-use under another definition, denominator and anchor, by their names in the settings.
        case flexible(definition: String, denominator: String, anchor: String)
        /// persons, flexible-use: those with no hour ceiling (*fri ledsagning*) in the year, left out of flexible
        /// use · performed-hours: hours in months without a ceiling.
        case unlimited
        /// persons: with a granted decision and no performed hour in the year · granted-hours: number of granted
        /// decisions without a performed hour in the months they cover.
        case withoutPerformed
        /// persons: with a granted decision in the year that names no district.
        case withoutDistrict
        /// flexible-use: Σ max(0, u − b) ÷ Σ u over all persons.
        case shiftedShare
        /// item: the share with one of the favourable answers.
        case topBox
        /// item: the share with a favourable answer less the share with an unfavourable one.
        case netBalance
        /// item: the mean of a scale moved to 0–100, the worst answer 0.
        case index
        /// item, awareness: number of answers that count. response-rate: number of respondents.
        case answers
        /// item, awareness: of those asked, the share without an answer: left empty, or would not say.
        case itemNonresponse
        /// item, awareness: of those asked, the share who do not know.
        case doNotKnow
        /// item: the favourable share, awareness: the share right, between what they would be if everyone without an
        /// answer had answered the one way, and the other.
        case worstCase
        /// item: in the favourable share (in the mean for numbers), awareness: in the share right: how far a category
        /// of the dimension lies from the rest, a group from the first of the groups.
        case gap(Dimension)
        /// respondents: the share of the register, of which the headline is the share of the respondents.
        case register
    }

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
