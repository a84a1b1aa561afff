// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Everything that is published of a year, released together: documents and tables, not yet rendered.
struct WholeReport {
    /// The follow-up of one board, with its name in files.
    struct Board {
        let title: String
        let name: String
        let document: Document
    }

    let year: Int
    private(set) var city: Document?
    private(set) var boards: [Board]
    private(set) var tables: OpenTables?

    /// What was hidden and why: the owner's own, never published.
    let record: DisclosureRecord
    /// What would show more of tables of which more than a third is hidden.
    let advice: [CoarserTable]

    init(
        year: Int, city: Document, boards: [Board], tables: OpenTables, record: DisclosureRecord, advice: [CoarserTable]
    ) {
        self.record = record
        self.advice = advice
        self.year = year
        self.city = city
        self.boards = boards
        self.tables = tables
    }

    func rendered(_ formats: DocumentFormats) -> RenderedReport { RenderedReport(self, formats) }

    /// The board of this name, whatever its case.
    func board(named name: String) throws(UnknownBoard) -> Board {
        let wanted = NearestName.folded(name)
        guard let board = boards.first(where: { NearestName.folded($0.title) == wanted }) else {
            let titles = boards.map(\.title)
            throw UnknownBoard(name: name, nearest: NearestName.to(name, among: titles), known: titles)
        }
        return board
    }

    /// One board's report by itself. It was released with all the others, and shows what it shows beside them.
    func only(_ board: Board) -> WholeReport {
        var report = self
        report.city = nil
        report.boards = [board]
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
