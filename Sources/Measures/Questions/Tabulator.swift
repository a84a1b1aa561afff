// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// Answers questions from a data set. What it answers is unreleased: only disclosure control may let it out.
package struct Tabulator: Sendable {
    let dataset: Dataset
    package let settings: MeasureSettings
    private let panel: PersonMonths

    /// Builds the person-months once, for the years of the performed-hours files; a question about other years
    /// builds its own.
    package init(_ dataset: Dataset, settings: MeasureSettings = MeasureSettings()) {
        self.dataset = dataset
        self.settings = settings
        let latest = dataset.decisions.map(\.from.year).max() ?? 2000
        let window = dataset.observationWindow.map { $0.lowerBound.year...$0.upperBound.year }
        self.panel = PersonMonths(dataset, settings: settings, years: window ?? latest - 1...latest)
    }

    /// The same months told apart otherwise: the settings that make months are those of the other.
    init(_ dataset: Dataset, settings: MeasureSettings, sharing other: Tabulator) {
        self.dataset = dataset
        self.settings = settings
        self.panel = other.panel
    }

    /// Throws when nothing was read of what the measure is made of: nobody and no hours would then be a wrong answer. A file
    /// without rows is something: it says that there are none.
    package static func checkData(
        for question: Question, in dataset: Dataset, hasDecisions: Bool, hasVisits: Bool
    ) throws(QuestionError) {
        guard !TotalsOnly.applies(to: dataset) else { return }
        let (needsDecisions, needsVisits) =
            switch question.measure {
            case .persons, .grantedHours: (true, false)
            case .performedHours: (false, true)
            case .utilisation, .decomposition, .flexibleUse: (true, true)
            case .item, .awareness, .responseRate, .respondents: (false, false)
            }
        if needsDecisions, !hasDecisions { throw .needsDecisions(question.measure) }
        if needsVisits, !hasVisits { throw .needsVisits(question.measure) }
    }

    /// The answer: a row for every combination of categories that occurs, totals included.
    ///
    /// - Throws: `QuestionError` for what cannot be asked: an aspect the measure has not, a breakdown it does not
    ///   allow, a category that does not exist.
    package func tabulate(_ question: Question) throws(QuestionError) -> Tabulation {
        try AspectRules.check(question)
        if question.measure.isOfSurvey {
            return try SurveyTabulator(question, dataset: dataset, settings: settings).answer()
        }
        if FactorTable.isAsked(question) {
            return try FactorTable.answer(question) { (part) throws(QuestionError) in try tabulate(part) }
        }
        if TotalsOnly.applies(to: dataset) {
            return try TotalsOnly(question, dataset: dataset, settings: settings).answer()
        }
        // A change needs the year before as well.
        let years = AspectRules.comparesYears(question) ? question.years.withYearBefore : question.years
        let inquiry = try Inquiry(
            question, dataset: dataset, settings: settings, panel: panel(for: years), years: years)
        return Tabulation(
            question: question, dimensions: AspectRules.dimensions(of: question), rows: try inquiry.rows(),
            definition: Definitions.definition(of: question, settings: settings),
            notes: Notes.notes(for: question, years: years, dataset: dataset))
    }

    /// The person-months at hand where they hold the years, else those of the years.
    func panel(for years: ClosedRange<Int>) -> PersonMonths {
        panel.years.contains(years.lowerBound) && panel.years.contains(years.upperBound)
            ? panel : PersonMonths(dataset, settings: settings, years: years)
    }
}

extension ClosedRange<Int> {
    fileprivate var withYearBefore: ClosedRange<Int> { lowerBound - 1...upperBound }
}
