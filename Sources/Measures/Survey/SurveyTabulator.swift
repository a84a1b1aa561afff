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

    /// - Throws: `QuestionError.noSurvey`.
    func answer() throws(QuestionError) -> Tabulation {
        throw .noSurvey(years: question.years)
    }
}
