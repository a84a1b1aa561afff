// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import Measures
import Reports
import Terms

/// What published reports tell and hide beside one question: their tables of the same numbers, and those of the same
/// material that are broken down by nothing else than the question is. Others bear on it only through totals that these
/// hold too.
struct KnownBeside {
    private(set) var published: [Tabulation] = []
    private(set) var kept: [Tabulation] = []
    /// What the published tables answer.
    private(set) var questions: [Question] = []

    init(
        _ question: Question, _ tabulator: Tabulator, _ dataset: Dataset, _ project: Project, _ folders: [String]
    ) throws {
        let years = ReportYears(dataset)
        guard !folders.isEmpty, let year = years.latest ?? years.span?.upperBound else { return }
        let dimensions = Set(question.dimensions + question.filters.map(\.dimension))
        let isOfRegister = Catalogue[question.measure].isOfRegister
        let tellsRegister = Catalogue.dimensionsOfRegister(question) != nil
        let pages = ReportPages(ReportScope(project, dataset, year: year, language: project.language))
        let beside = pages.questions.filter { other in
            if other.measure == question.measure && other.aspect == question.aspect { return true }
            if !isOfRegister && !Catalogue[other.measure].isOfRegister { return true }
            guard tellsRegister, let told = Catalogue.dimensionsOfRegister(other) else { return false }
            return told.allSatisfy(dimensions.contains)
        }
        // Reports tell the project's own definitions, whatever the question's.
        let own = Tabulator(dataset, settings: project.measures)
        let earlier = try EarlierReports(
            folders, beside: try own.tabulate(beside), among: pages.questions, years: years.span)
        published = earlier.tabulations
        questions = earlier.questions
        kept = try own.tabulate(questions)
    }
}
