// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What a report is of, as far as it is known before any number: its year, what the data can answer, the surveys, the
/// names of the project, the language.
package struct ReportScope: Sendable {
    /// What the exports of a project are.
    package enum Basis: Sendable {
        /// Decisions and performed hours, with surveys or without.
        case register
        /// A table of totals (*sammanställd statistik*) in their place: only what totals allow is asked.
        case totals
        /// Surveys alone: nothing is asked of persons and hours.
        case surveys
    }

    package let year: Int
    /// Of a report of one quarter: which, 1–4.
    package let quarter: Int?
    /// The year and, when there are data to compare with, the year before.
    package let years: ClosedRange<Int>
    /// The years that a board's own report follows it through.
    package let series: ClosedRange<Int>
    package let basis: Basis
    /// Whether a table tells how many are entitled to paratransit (*färdtjänst*) that year or before it.
    let hasEntitled: Bool
    package let facts: ReportFacts
    /// The surveys of the project up to the year, in its order.
    let surveys: [SurveyFacts]
    let writer: FindingWriter

    package var language: Language { writer.language }

    /// - Parameters:
    ///   - comparesWithYearBefore: whether the exports cover the year before too.
    ///   - firstYear: the first that boards are followed from, when that is before `years`.
    package init(
        year: Int, quarter: Int? = nil, comparesWithYearBefore: Bool, firstYear: Int? = nil, basis: Basis = .register,
        hasEntitled: Bool = false, facts: ReportFacts, language: Language
    ) {
        self.year = year
        self.quarter = quarter
        years = (comparesWithYearBefore ? year - 1 : year)...year
        series = min(firstYear ?? year, years.lowerBound)...year
        self.basis = basis
        self.hasEntitled = hasEntitled
        self.facts = facts
        surveys = facts.surveys.filter { $0.year <= year }
        writer = FindingWriter(
            language: language, year: year, service: facts.service, observedPart: facts.window?.observedPart(of: year))
    }

    /// The year before, when it is compared with.
    var before: Int? { years.count > 1 ? year - 1 : nil }

    /// Whether this year's performed hours can be compared with those of the year before: only when the exports cover
    /// both whole, for a year half seen would look like a fall.
    var comparesPerformed: Bool {
        guard before != nil else { return false }
        return facts.window.map { $0.coversYear && $0.coversYearBefore } ?? (basis == .totals)
    }

    // MARK: Questions

    /// A measure over the years, broken down; of boards alone over all years they are followed through.
    func ask(_ measure: MeasureName, _ aspect: Question.Aspect = .headline, by dimensions: Dimension...) -> Question {
        ask(measure, aspect, over: dimensions)
    }

    func ask(_ measure: MeasureName, _ aspect: Question.Aspect = .headline, over dimensions: [Dimension]) -> Question {
        Question(
            measure, told(measure, aspect), by: dimensions, years: dimensions == [.district] ? series : years)
    }

    /// Performed hours are told of the months with granted hours, which utilisation divides: beside all performed hours
    /// the hours of the few that have no ceiling, or no decision, would be had by subtraction. Totals tell them not apart.
    private func told(_ measure: MeasureName, _ aspect: Question.Aspect) -> Question.Aspect {
        measure == .performedHours && aspect == .headline && basis == .register ? .insideDecisions : aspect
    }

    /// A measure by each of some breakdowns, one at a time, and of all.
    func ask(_ measure: MeasureName, _ aspect: Question.Aspect = .headline, byEach dimensions: [Dimension])
        -> [Question]
    {
        [ask(measure, aspect)] + dimensions.map { ask(measure, aspect, by: $0) }
    }

    /// A change into the report's year, broken down; none in a first year.
    func change(of measure: MeasureName, by dimensions: Dimension...) -> Question? {
        before.map { _ in Question(measure, .change, by: dimensions, years: year...year) }
    }

    /// Measures that no totals tell.
    private static let ofPersonsAlone: Set<MeasureName> = [
        .lapsedHours, .overrun, .periodProfile, .hoursChange, .outcomes, .waitingTime, .notExecuted, .expenses,
    ]

    /// Whether the data can answer a question at all.
    func canAnswer(_ question: Question) -> Bool {
        if question.dimensions.contains(.group) { return true }
        let ofTotals: [Dimension] = [.year, .month, .district, .districtThen, .law, .service]
        return switch basis {
        case .register: true
        case .totals:
            question.aspect == .headline && !Self.ofPersonsAlone.contains(question.measure)
                && question.dimensions.allSatisfy(ofTotals.contains)
        case .surveys: false
        }
    }
}
