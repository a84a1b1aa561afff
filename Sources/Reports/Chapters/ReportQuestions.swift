// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// Every question the yearly follow-up asks, of the city and of every board.
///
/// They are tabulated and released together, so that one disclosure control covers all that is published: chapters
/// look their answers up by these same questions and never ask others.
package struct ReportQuestions: Sendable {
    package let year: Int
    /// The year and, when there are data to compare with, the year before.
    package let years: ClosedRange<Int>
    /// The years that a board's own report follows it through.
    package let series: ClosedRange<Int>
    /// Whether a table of totals (*sammanställd statistik*) is all there is: then only what totals allow is asked.
    package let isOfTotals: Bool
    /// Whether surveys are all there is: then nothing is asked of persons and hours.
    package let isOfSurveys: Bool
    /// Whether a table tells how many are entitled to paratransit (*färdtjänst*) that year or before it.
    package let hasEntitled: Bool
    /// The surveys of the project up to the year, in its order: what is asked of them depends on their items.
    package let surveys: [SurveyFacts]

    /// - Parameters:
    ///   - comparesWithYearBefore: whether the exports cover the year before too.
    ///   - isOfTotals: whether there are only totals, no decisions and no performed hours of persons.
    ///   - isOfSurveys: whether there are only surveys.
    ///   - hasEntitled: whether there is a table of persons entitled to paratransit to hold the persons against.
    ///   - surveys: all there are; those of later years are left out.
    ///   - firstYear: the first that boards are followed from, when that is before `years`.
    package init(
        year: Int, comparesWithYearBefore: Bool, isOfTotals: Bool = false, isOfSurveys: Bool = false,
        hasEntitled: Bool = false, surveys: [SurveyFacts] = [], firstYear: Int? = nil
    ) {
        self.year = year
        self.hasEntitled = hasEntitled
        self.surveys = surveys.filter { $0.year <= year }
        self.isOfTotals = isOfTotals
        self.isOfSurveys = isOfSurveys
        self.years = (comparesWithYearBefore ? year - 1 : year)...year
        series = min(firstYear ?? year, years.lowerBound)...year
    }

    /// The definitions, denominators and anchors of the sensitivity table, by their names in the settings.
    package static let flexibleDefinitions = ["moved-hours", "moved-hours-or-overrun"]
    package static let flexibleDenominators = ["granted", "performed", "complete-period"]
    package static let flexibleAnchors = ["spell", "calendar"]

    /// A measure over the years, broken down; of boards alone over all years they are followed through.
    func ask(_ measure: MeasureName, _ aspect: Question.Aspect = .headline, by dimensions: Dimension...) -> Question {
        ask(measure, aspect, over: dimensions)
    }

    func ask(_ measure: MeasureName, _ aspect: Question.Aspect = .headline, over dimensions: [Dimension]) -> Question {
        Question(measure, aspect, by: dimensions, years: dimensions == [.district] ? series : years)
    }

    /// A change into the report's year, broken down.
    func change(of measure: MeasureName, by dimensions: Dimension...) -> Question {
        Question(measure, .change, by: dimensions, years: year...year)
    }

    func part(_ factor: Question.DecompositionFactor) -> Question {
        Question(.decomposition, .part(factor), years: year...year)
    }

    func flexible(_ definition: String, _ denominator: String, _ anchor: String) -> Question {
        Question(
            .flexibleUse, .flexible(definition: definition, denominator: denominator, anchor: anchor),
            years: year...year)
    }

    /// All of them, in a fixed order.
    package var all: [Question] {
        if isOfSurveys { return ofSurveys }
        let all = persons + hours + shares + flexible + integrity + boards
        return (isOfTotals ? all.filter(Self.isOfTotals) : all) + ofSurveys
    }

    /// Whether totals can answer it: a measure itself, by what the table of totals tells of its rows.
    private static func isOfTotals(_ question: Question) -> Bool {
        let known: [Dimension] = [.year, .month, .district, .districtThen, .law, .service]
        return question.aspect == .headline && question.dimensions.allSatisfy(known.contains)
    }

    private var persons: [Question] {
        [
            ask(.persons), ask(.persons, by: .law), ask(.persons, .lawCombination, by: .law), ask(.persons, by: .sex),
            ask(.persons, by: .age), ask(.persons, .onDay(month: 10, day: 1), by: .law), ask(.persons, .monthEndMean),
            ask(.persons, .perTenThousand),
        ] + (hasEntitled ? [ask(.persons, .perThousandEntitled)] : [])
    }

    /// Persons held against a population, by board.
    private var rates: [Question] {
        let aspects: [Question.Aspect] = hasEntitled ? [.perTenThousand, .perThousandEntitled] : [.perTenThousand]
        return aspects.map { ask(.persons, $0, by: .district) }
    }

    private var hours: [Question] {
        [
            ask(.grantedHours), ask(.grantedHours, by: .law), ask(.grantedHours, by: .sex),
            ask(.grantedHours, by: .age),
            ask(.grantedHours, by: .month), ask(.grantedHours, .mean), ask(.grantedHours, .mean, by: .law),
            ask(.grantedHours, .perPerson),
            ask(.grantedHours, .quantile(0.25)), ask(.grantedHours, .quantile(0.5)),
            ask(.grantedHours, .quantile(0.75)),
            ask(.grantedHours, .decisions, by: .hourClass), ask(.performedHours), ask(.performedHours, by: .law),
            ask(.performedHours, by: .sex), ask(.performedHours, by: .age), ask(.performedHours, by: .month),
            ask(.performedHours, by: .providerType), ask(.performedHours, by: .provider),
        ]
    }

    private var shares: [Question] {
        var questions = [
            ask(.utilisation), ask(.utilisation, by: .law), ask(.utilisation, by: .sex), ask(.utilisation, by: .age),
            ask(.utilisation, by: .month), ask(.utilisation, by: .providerType), ask(.utilisation, by: .provider),
        ]
        if comparesYears {
            questions += [change(of: .utilisation), change(of: .utilisation, by: .law)]
            questions += [.sum, .persons, .grantedPerPerson, .utilisation].map(part)
        }
        return questions
    }

    private var flexible: [Question] {
        var questions = [
            ask(.flexibleUse), ask(.flexibleUse, by: .law), ask(.flexibleUse, by: .sex), ask(.flexibleUse, by: .age),
            ask(.flexibleUse, .quantile(0.5)), ask(.flexibleUse, .unlimited),
        ]
        if comparesYears { questions += [change(of: .flexibleUse), change(of: .flexibleUse, by: .law)] }
        for definition in Self.flexibleDefinitions {
            for denominator in Self.flexibleDenominators {
                for anchor in Self.flexibleAnchors { questions.append(flexible(definition, denominator, anchor)) }
            }
        }
        return questions
    }

    private var integrity: [Question] {
        [
            ask(.persons, .withoutDistrict), ask(.persons, .outsideDecisions), ask(.performedHours, .outsideDecisions),
            ask(.persons, .withoutPerformed), ask(.grantedHours, .withoutPerformed),
        ]
    }

    private var boards: [Question] {
        var questions: [Question] = []
        for measure in [MeasureName.persons, .grantedHours, .performedHours, .utilisation, .flexibleUse] {
            questions += [
                ask(measure, by: .district), ask(measure, by: .districtThen), ask(measure, by: .district, .law),
            ]
        }
        questions += rates
        questions.append(ask(.grantedHours, .perPerson, by: .district))
        if comparesYears {
            questions += [change(of: .utilisation, by: .district), change(of: .flexibleUse, by: .district)]
        }
        return questions
    }

    /// Breakdowns that no table prints and that tie two that are printed: a provider is known to be the municipality's
    /// own or not, so the hours of one kind of provider are the sum of its providers'.
    package var crossings: [Question] {
        isOfTotals || isOfSurveys
            ? []
            : [ask(.performedHours, by: .provider, .providerType), ask(.utilisation, by: .provider, .providerType)]
    }

    /// Those by board that are compared with chance, as they stand in `all`.
    package var compared: [Question] {
        isOfTotals || isOfSurveys
            ? []
            : [
                ask(.utilisation, by: .district), ask(.flexibleUse, by: .district),
                ask(.grantedHours, .perPerson, by: .district),
            ] + rates
    }

    var comparesYears: Bool { years.count > 1 }
}
