// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Answers questions about surveys.
struct SurveyTabulator {
    private let question: Question
    private let dataset: Dataset
    private let settings: MeasureSettings

    init(_ question: Question, dataset: Dataset, settings: MeasureSettings) {
        self.question = question
        self.dataset = dataset
        self.settings = settings
    }

    /// - Throws: `QuestionError.noSurvey`; a category that does not exist; an item that cannot be counted so.
    func answer() throws(QuestionError) -> Tabulation {
        let inquiry = try SurveyInquiry(question, dataset: dataset, settings: settings)
        let rows: [Tabulation.Row]
        switch (question.measure, question.aspect) {
        case (.item, .change), (.item, .gap), (.awareness, .change), (.awareness, .gap):
            rows = try DifferenceRows.rows(of: inquiry)
        case (.item, _): rows = try inquiry.itemRows()
        case (.awareness, _): rows = inquiry.awarenessRows()
        case (.responseRate, _): rows = inquiry.responseRows()
        default: rows = inquiry.respondentRows()
        }
        return Tabulation(
            question: question, dimensions: inquiry.dimensions,
            rows: rows.enumerated().sorted { left, right in
                let (a, b) = (left.element.key.map(\.rank), right.element.key.map(\.rank))
                return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
            }.map(\.element),
            definition: SurveyDefinitions.definition(of: question, settings: settings, kinds: inquiry.kinds),
            notes: SurveyNotes.notes(for: inquiry))
    }
}
