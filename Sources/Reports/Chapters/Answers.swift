// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

/// The released answers, found by question, year and category.
struct Answers: Sendable {
    private let tables: [Question: ReleasedTable]
    private let cells: [Question: [[String]: ReleasedCell]]

    init(_ release: Release) {
        tables = Dictionary(release.tables.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
        cells = tables.mapValues { table in
            Dictionary(table.rows.map { ($0.key.map(\.code), $0.cell) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The table of a question, nil when it was not released.
    subscript(question: Question) -> ReleasedTable? { tables[question] }

    /// The cell of a year and the codes of the question's other dimensions; a code left out is "total". Nobody and
    /// nothing in a cell means that it has no row: that it is not defined is then said in its place.
    func cell(_ question: Question, _ year: Int, _ codes: String...) -> ReleasedCell {
        cell(question, year, codes)
    }

    func cell(_ question: Question, _ year: Int, _ codes: [String]) -> ReleasedCell {
        let missing = question.dimensions.filter { $0 != .year }.count - codes.count
        let totals = [String](repeating: "total", count: max(0, missing))
        return cells[question]?[["\(year)"] + codes + totals] ?? Self.nobody
    }

    /// The categories of a question's dimension, in their order, over all its years; total last.
    func categories(_ question: Question, of dimension: Dimension) -> [Terms.Category] {
        guard let table = tables[question], let place = table.dimensions.firstIndex(of: dimension) else { return [] }
        var seen: Set<Terms.Category> = []
        return table.rows.map { $0.key[place] }.filter { seen.insert($0).inserted }.sorted { $0.rank < $1.rank }
    }

    /// The rows of one year.
    func rows(_ question: Question, _ year: Int) -> [ReleasedTable.Row] {
        tables[question]?.rows.filter { $0.key.first?.code == "\(year)" } ?? []
    }

    static let nobody = ReleasedCell.notApplicable(
        Phrase(sv: "Ingen person eller timme hör hit.", en: "No person or hour belongs here."))
}
