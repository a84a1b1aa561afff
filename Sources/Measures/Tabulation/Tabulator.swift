// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// Answers questions from a data set. What it answers is unreleased: only disclosure control may let it out.
package struct Tabulator: Sendable {
    let dataset: Dataset
    package let settings: MeasureSettings
    private let panel: PersonMonths
    /// The surveys' answers with their weights, where they have been made ready for many questions.
    private var samples: [Result<SurveySample, QuestionError>]?

    /// Builds the person-months once, for the years of the performed-hours files; a question about other years
    /// builds its own.
    package init(_ dataset: Dataset, settings: MeasureSettings = MeasureSettings()) {
        self.dataset = dataset
        self.settings = settings
        let latest = dataset.decisions.map(\.from.year).max() ?? 2000
        let window = dataset.observationWindow.map { $0.lowerBound.year...$0.upperBound.year }
        self.panel = PersonMonths(dataset, settings: settings, years: window ?? latest - 1...latest)
    }

    /// For many questions about surveys: their weights are made once.
    package func preparingSurveys() -> Tabulator {
        var prepared = self
        prepared.samples = concurrentMap(Array(dataset.surveys.enumerated())) { place, survey in
            Result { () throws(QuestionError) in try SurveySample(survey, at: place) }
        }
        return prepared
    }

    /// The answers of a survey, by its place in the data set.
    func sample(_ place: Int) throws(QuestionError) -> SurveySample {
        if let samples { return try samples[place].get() }
        return try SurveySample(dataset.surveys[place], at: place)
    }

    /// The answers to questions asked together, in their order.
    ///
    /// - Throws: as for one question, of the first that cannot be answered.
    package func tabulate(_ questions: [Question]) throws(QuestionError) -> [Tabulation] {
        var answers: [Tabulation] = []
        for answer in concurrentMap(
            questions,
            { question in
                Result { () throws(QuestionError) in try tabulate(question) }
            })
        {
            answers.append(try answer.get())
        }
        return answers
    }

    /// The same months told apart otherwise: the settings that make months are those of the other.
    init(_ dataset: Dataset, settings: MeasureSettings, sharing other: Tabulator) {
        self.dataset = dataset
        self.settings = settings
        self.panel = other.panel
    }

    /// Throws when no export was read of a kind that the measure is made of: nobody and no hours would then be a wrong
    /// answer. A file without rows is an export that says that there are none.
    ///
    /// - Parameter read: the kinds of export that were read.
    package static func checkData(
        for question: Question, in dataset: Dataset, read: Set<Measure.RegisterExport>
    ) throws(QuestionError) {
        guard !TotalsOnly.applies(to: dataset) else { return }
        guard case .register(let needed) = Catalogue[question.measure].material else { return }
        for export in Measure.RegisterExport.allCases where needed.contains(export) && !read.contains(export) {
            throw .needs(export, question.measure)
        }
    }

    /// The answer: a row for every combination of categories that occurs, totals included.
    ///
    /// - Throws: `QuestionError` for what cannot be asked: an aspect the measure has not, a breakdown it does not
    ///   allow, a category that does not exist.
    package func tabulate(_ question: Question) throws(QuestionError) -> Tabulation {
        try tabulate(question, tellingLawsApart: false)
    }

    /// - Parameter tellingLawsApart: whether who has both laws stands in LSS alone.
    func tabulate(_ question: Question, tellingLawsApart: Bool) throws(QuestionError) -> Tabulation {
        try Catalogue.check(question)
        switch Catalogue.aspect(of: question).count {
        case .answers(_, let rows):
            let inquiry = try SurveyInquiry(question, of: self)
            return Self.table(
                question, inquiry.dimensions, Self.inOrder(try rows(inquiry)),
                Catalogue.definition(of: question, settings: settings, kinds: inquiry.kinds),
                SurveyNotes.notes(for: inquiry))
        case .sideBySide(let table, _) where question.dimensions.contains(table.dimension):
            return try table.answer(question) { (part) throws(QuestionError) in try tabulate(part) }
        case .persons(let rows), .sideBySide(_, let rows):
            if TotalsOnly.applies(to: dataset) {
                return try TotalsOnly(question, dataset: dataset, settings: settings).answer()
            }
            // A change needs the year before as well.
            let years = Catalogue.comparesYears(question) ? question.years.withYearBefore : question.years
            let inquiry = try Inquiry(
                question, dataset: dataset, settings: settings, panel: panel(for: years), years: years,
                tellsLawsApart: tellingLawsApart)
            return Self.table(
                question, Catalogue.dimensions(of: question), try rows(inquiry),
                Catalogue.definition(of: question, settings: settings),
                Notes.notes(
                    for: question, years: years, dataset: dataset, tellsLawsApart: tellingLawsApart))
        }
    }

    private static func table(
        _ question: Question, _ dimensions: [Dimension], _ rows: [CountedRow], _ definition: Definition,
        _ notes: [Phrase]
    ) -> Tabulation {
        Tabulation(
            question: question, dimensions: dimensions, rows: rows.map(\.row),
            from: Contributors(rows.map(\.contributions)), definition: definition, notes: notes)
    }

    /// By the categories' ranks, the first dimension slowest; rows of one place as they were made.
    private static func inOrder(_ rows: [CountedRow]) -> [CountedRow] {
        rows.enumerated().sorted { left, right in
            let (a, b) = (left.element.row.key.map(\.rank), right.element.row.key.map(\.rank))
            return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
        }.map(\.element)
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
