// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import Intake
import Measures
import Reports
import Terms

/// The whole story on one page: exports in, a report or an answer out.
///
/// Numbers pass the gate between `tabulate` and the renderers; there is no other way.
enum Pipeline {
    /// One question: data set → tabulation → released table, with `comparing` how the groups it shows compare, and of a
    /// survey the two numbers it leaves out.
    static func answer(
        _ question: Question, comparing dimension: Dimension? = nil, of dataset: Dataset, settings: MeasureSettings,
        disclosure: DisclosureSettings, isInternal: Bool
    ) throws -> ReleasedAnswer {
        let tabulator = Tabulator(dataset, settings: settings)
        let compared = try dimension.map { try tabulator.compared(question, by: $0) }
        let question = compared?.question ?? question
        let tabulation = try tabulator.tabulate(question)
        let beside = try Catalogue.leftOut(of: question).map { asked in
            (try tabulator.tabulate(asked.doNotKnow), try tabulator.tabulate(asked.nonresponse))
        }
        let policy = ReleasePolicy(disclosure, division: dataset.division)
        var answer =
            isInternal
            ? ReleasedAnswer(internally: tabulation, beside, policy) : ReleasedAnswer(tabulation, beside, policy)
        answer.comparison = try dimension.map { dimension in
            policy.compare(
                try tabulator.material(for: question, comparing: dimension, remarks: compared?.remarks ?? []),
                in: answer.table)
        }
        return answer
    }

    /// The yearly follow-up: everything is asked at once and released as one, then told in documents and tables.
    /// Folders of reports that are `published` already tell what everybody knows.
    static func report(
        _ year: Int, of intake: IntakeResult, project: Project, language: Language, published: [String] = []
    ) throws -> WholeReport {
        let dataset = intake.dataset
        let facts = ReportFacts(project, dataset, year: year)
        let questions = ReportQuestions(
            year: year, comparesWithYearBefore: ReportYears(dataset).reach(year - 1),
            isOfTotals: dataset.decisions.isEmpty && dataset.performed.isEmpty && !dataset.statistics.isEmpty,
            isOfSurveys: dataset.isOfSurveys,
            hasEntitled: dataset.population.contains { $0.base == .paratransit && $0.year <= year },
            surveys: facts.surveys, firstYear: ReportYears(dataset).first(before: year))
        let tabulator = Tabulator(dataset, settings: project.measures).preparingSurveys()
        let tabulations = try tabulator.tabulate(questions.all)
        let earlier = try EarlierReports(published, beside: tabulations, years: ReportYears(dataset).span)
        let policy = ReleasePolicy(
            project.disclosure, division: dataset.division, published: earlier.tabulations,
            kept: try tabulator.tabulate(earlier.questions))
        let (release, released) = policy.recordedRelease(
            tabulations, inner: try tabulator.tabulate(questions.crossings))
        var record = released
        if !questions.isOfTotals, !questions.isOfSurveys {
            let persons = Question(.persons, by: [.district, .law, .age, .sex], years: year...year, totals: false)
            record.anonymity = RowAnonymity(try tabulator.tabulate(persons), k: project.disclosure.threshold)
        }
        let ofRegister = try concurrentMap(questions.compared) { question in
            Result {
                try release[question].map { table in
                    policy.compare(try tabulator.material(for: question, comparing: .district), in: table)
                }
            }
        }.compactMap { try $0.get() }
        let ofAnswers = try concurrentMap(questions.comparedItems) { item in
            Result {
                try release[questions.shares(of: item)].map { table in
                    policy.compare(
                        try tabulator.material(for: item.question, comparing: .district), in: table.part(item.part),
                        beside: release[questions.responseRates]?.part(item.responses))
                }
            }
        }.compactMap { try $0.get() }
        let comparisons = ofRegister + ofAnswers
        let integrity = policy.integrity(intake, project.measures)
        let advice = policy.advice(
            on: release, tabulator, mayMergeBoards: project.sources.contains { $0.kind == .districts })
        let city = CityReport(
            questions, release: release, comparisons: comparisons, advice: advice, integrity: integrity, facts: facts,
            language: language)
        let boards = (questions.isOfSurveys ? [] : facts.boards).map { board in
            WholeReport.Board(
                title: board, name: DistrictReport.fileName(of: board),
                document: DistrictReport(
                    board, questions, release: release, comparisons: comparisons, integrity: integrity, facts: facts,
                    language: language
                ).document)
        }
        return WholeReport(
            year: year, city: city.document, boards: boards,
            tables: OpenTables(release, comparisons, facts: facts, year: year, language: language),
            record: record,
            advice: advice)
    }
}
