// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import Intake
import Measures
import Queries
import Reports
import Terms

/// The whole story on one page, a type a stage:
///
///     a report  IntakeResult → ReportPages → TabulatedReport ─┊→ ReleasedReport → WholeReport → RenderedReport
///     a result       Dataset → Question    → Tabulation      ─┊→ ReleasedResult → QueryResult → text
///                    read      asked         unreleased       ┊  released         told          written
///
/// Numbers pass the gate (┊, `ReleasePolicy`) between the third stage and the fourth; there is no other way.
enum Pipeline {
    /// The yearly follow-up: everything is asked at once and released as one, then told in documents and tables.
    /// With a `quarter`, 1–4, what the law asks for of that quarter alone. Reports that are `published` already tell what everybody knows. `edition` says whether it corrects one of them.
    static func report(
        _ year: Int, of intake: IntakeResult, project: Project, language: Language, published: PublishedReports,
        edition: EditionPlan, isRecorded: Bool, quarter: Int? = nil
    ) throws -> WholeReport {
        let pages = ReportPages(ReportScope(project, intake.dataset, year: year, quarter: quarter, language: language))
        let tabulated = try TabulatedReport(pages, intake.dataset, project, published: published)
        let released = try ReleasedReport(tabulated, pages, intake, project, isRecorded: isRecorded)
        var known = PublicFacts(
            intake.dataset, project.disclosure, years: pages.scope.series, earlier: published.names,
            released.numbers.integrity)
        var tables = OpenTables(released.release, released.comparisons, of: pages.scope, known)
        let correction = try CorrectedEdition(edition, to: tables)
        if let correction {
            known.correction = PublicFacts.Correction(correction, told: pages.headlines(of: correction))
            tables = OpenTables(released.release, released.comparisons, of: pages.scope, known)
        }
        return WholeReport(
            period: edition.period, pages: pages.documents(from: released.numbers, correcting: correction),
            tables: tables,
            record: released.record, advice: released.advice, correction: correction)
    }

    /// One question: data set → tabulation → released table, with `comparing` how the groups it shows compare, and of a
    /// survey the two numbers it leaves out.
    static func result(
        _ question: Question, comparing dimension: Dimension? = nil, of dataset: Dataset, project: Project,
        settings: MeasureSettings, published: PublishedReports, isInternal: Bool
    ) throws -> ReleasedResult {
        let tabulator = Tabulator(dataset, settings: settings)
        let compared = try dimension.map { try tabulator.compared(question, by: $0) }
        let question = compared?.question ?? question
        var tabulation = try tabulator.tabulate(question)
        let known = try KnownBeside(question, tabulator, dataset, project, isInternal ? [] : published.folders)
        var beside: [Tabulation] = []
        if !isInternal {
            let laws = try tabulator.tellingLawsApart(
                [tabulation], threshold: project.disclosure.threshold, asIn: known.published, of: known.questions)
            (tabulation, beside) = (laws.told[0], laws.beside)
        }
        let companions = try Catalogue.leftOut(of: question).map { asked in
            (try tabulator.tabulate(asked.doNotKnow), try tabulator.tabulate(asked.nonresponse))
        }
        let policy = ReleasePolicy(
            project.disclosure, division: dataset.division, published: known.published,
            kept: known.kept + beside)
        var result =
            isInternal
            ? ReleasedResult(internally: tabulation, companions, policy)
            : ReleasedResult(tabulation, companions, policy)
        result.comparison = try dimension.map { dimension in
            policy.compare(
                try tabulator.material(for: question, comparing: dimension, remarks: compared?.remarks ?? []),
                in: result.table)
        }
        return result
    }
}

/// The numbers of a report before disclosure control. Nothing prints them.
struct TabulatedReport {
    let tabulator: Tabulator
    let tabulations: [Tabulation]
    /// Inner cells that are printed nowhere.
    let inner: [Tabulation]
    /// What earlier reports have published of the same numbers; its true numbers, and others that nobody prints of those
    /// whose numbers are printed otherwise.
    let published: [Tabulation]
    let kept: [Tabulation]

    init(_ pages: ReportPages, _ dataset: Dataset, _ project: Project, published: PublishedReports) throws {
        tabulator = Tabulator(dataset, settings: project.measures).preparingSurveys()
        let asked = try tabulator.tabulate(pages.questions)
        let earlier = try EarlierReports(published.folders, beside: asked, years: ReportYears(dataset).span)
        self.published = earlier.tabulations
        let laws = try tabulator.tellingLawsApart(
            asked, threshold: project.disclosure.threshold, asIn: earlier.tabulations, of: earlier.questions)
        tabulations = laws.told
        inner = try tabulator.tabulate(pages.innerQuestions)
        kept = try tabulator.tabulate(earlier.questions) + laws.beside
    }
}

/// The numbers of a report after disclosure control, and what is computed from them alone.
struct ReleasedReport {
    let release: Release
    let comparisons: [ReleasedComparison]
    let advice: [CoarserTable]
    /// All of it as chapters look it up.
    let numbers: Released
    /// What was hidden and why, the owner's own; nil where it is not asked for.
    let record: DisclosureRecord?

    init(
        _ tabulated: TabulatedReport, _ pages: ReportPages, _ intake: IntakeResult, _ project: Project, isRecorded: Bool
    ) throws {
        let tabulator = tabulated.tabulator
        let policy = ReleasePolicy(
            project.disclosure, division: tabulator.division, published: tabulated.published, kept: tabulated.kept)
        if isRecorded {
            var record: DisclosureRecord
            (release, record) = policy.recordedRelease(
                tabulated.tabulations, inner: tabulated.inner, leavingOut: true)
            if pages.scope.basis == .register {
                let persons = Question(
                    .persons, by: [.district, .law, .age, .sex], years: pages.scope.year...pages.scope.year,
                    totals: false)
                record.anonymity = RowAnonymity(try tabulator.tabulate(persons), k: project.disclosure.threshold)
            }
            self.record = record
        } else {
            release = policy.release(tabulated.tabulations, inner: tabulated.inner, leavingOut: true)
            record = nil
        }
        comparisons = try Self.comparisons(release, tabulator, pages, policy)
        advice = policy.advice(
            on: release, tabulator, mayMergeBoards: project.sources.contains { $0.kind == .districts })
        numbers = Released(
            release, comparisons: comparisons, advice: advice, integrity: policy.integrity(intake, project.measures))
    }

    /// How boards compare, by the register and by what was answered.
    private static func comparisons(
        _ release: Release, _ tabulator: Tabulator, _ pages: ReportPages, _ policy: ReleasePolicy
    ) throws -> [ReleasedComparison] {
        let ofRegister = try concurrentMap(pages.compared) { question in
            Result {
                try release[question].map { table in
                    policy.compare(try tabulator.material(for: question, comparing: .district), in: table)
                }
            }
        }.compactMap { try $0.get() }
        let ofAnswers = try concurrentMap(pages.comparedItems) { item in
            Result {
                try release[pages.shares(of: item)].map { table in
                    policy.compare(
                        try tabulator.material(for: item.question, comparing: .district), in: table.part(item.part),
                        beside: release[pages.responseRates]?.part(item.responses))
                }
            }
        }.compactMap { try $0.get() }
        return ofRegister + ofAnswers
    }
}

extension Release {
    /// The answer to a question that may not have been asked.
    fileprivate subscript(question: Question?) -> ReleasedTable? {
        question.flatMap { self[$0] as ReleasedTable? }
    }
}
