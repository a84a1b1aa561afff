// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Reports
import Terms

/// Everything that is published of a year, released together: documents and tables, not yet rendered.
struct WholeReport {
    typealias Page = ReportPages.PageDocument

    let period: ReportPeriod
    private(set) var pages: [Page]
    private(set) var tables: OpenTables?
    /// What tells its tables from those of another edition.
    let digest: String
    /// What was hidden and why: the owner's own, never published.
    let record: DisclosureRecord?
    /// What would show more of tables of which more than a third is hidden.
    let advice: [CoarserTable]

    /// How it differs from the edition that it corrects.
    let correction: CorrectedEdition?

    init(
        period: ReportPeriod, pages: [Page], tables: OpenTables, record: DisclosureRecord?, advice: [CoarserTable],
        correction: CorrectedEdition? = nil
    ) {
        self.correction = correction
        self.period = period
        self.pages = pages
        self.tables = tables
        digest = tables.digest
        self.record = record
        self.advice = advice
    }

    func rendered(_ formats: DocumentFormats) -> RenderedReport { RenderedReport(self, formats) }

    /// The page of the board of this name; where none has it to the letter, whatever its case and accents.
    func board(named name: String) throws(UnknownBoard) -> Page {
        let wanted = NearestName.folded(name)
        let exact = pages.first { $0.board == name }
        guard let page = exact ?? pages.first(where: { $0.board.map(NearestName.folded) == wanted }) else {
            let names = pages.compactMap(\.board)
            throw UnknownBoard(name: name, nearest: NearestName.to(name, among: names), known: names)
        }
        return page
    }

    /// One board's report by itself. It was released with all the others, and shows what it shows beside them.
    func only(_ board: Page) -> WholeReport {
        var report = self
        report.pages = [board]
        report.tables = nil
        return report
    }
}

/// `--district` names no board of the newest division.
struct UnknownBoard: UserFacingError {
    let name: String
    let nearest: String?
    let known: [String]

    var exitCode: ExitCode { .usage }
}
