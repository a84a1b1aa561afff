// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
import Documents
import Terms

/// What was released together, as chapters look it up: by question, year and category.
///
/// A chapter is handed the answers it requests (`limited`). Looking up another stops the program: its "nobody" would
/// be a false sentence in print.
package struct Released: Sendable {
    let release: Release
    /// How boards compare, for the measures where that was computed.
    let comparisons: [ReleasedComparison]
    /// Which coarser classes were found to show more of a table.
    let advice: [CoarserTable]
    package let integrity: ReleasedIntegrity
    private let tables: [Question: ReleasedTable]
    private let cells: [Question: [[String]: ReleasedCell]]
    private var requested: Set<Question> = []

    package init(
        _ release: Release, comparisons: [ReleasedComparison] = [], advice: [CoarserTable] = [],
        integrity: ReleasedIntegrity
    ) {
        self.release = release
        self.comparisons = comparisons
        self.advice = advice
        self.integrity = integrity
        tables = Dictionary(release.tables.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
        cells = tables.mapValues { table in
            Dictionary(table.rows.map { ($0.key.map(\.code), $0.cell) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The same with the answers to these questions, and no others.
    func limited(to requests: [Question]) -> Released {
        var part = self
        part.requested = Set(requests)
        return part
    }

    private func check(_ question: Question) {
        precondition(requested.contains(question), "a chapter looks up what it does not request: \(question)")
    }

    /// The table of a question; nil when the data cannot answer it.
    subscript(question: Question) -> ReleasedTable? {
        check(question)
        return tables[question]
    }

    /// Whether nothing of it is published, since most of its groups would be hidden.
    func isLeftOut(_ question: Question) -> Bool { self[question]?.isLeftOut ?? false }

    /// The cell of a year and the codes of the question's other dimensions; a code left out is "total". A cell that nobody
    /// and nothing belongs to has no row in the table. It is then given as not applicable.
    func cell(_ question: Question, _ year: Int, _ codes: String...) -> ReleasedCell { cell(question, year, codes) }

    func cell(_ question: Question, _ year: Int, _ codes: [String]) -> ReleasedCell {
        check(question)
        let missing = question.dimensions.filter { $0 != .year }.count - codes.count
        let totals = [String](repeating: "total", count: max(0, missing))
        return cells[question]?[["\(year)"] + codes + totals] ?? .nobody
    }

    /// The categories of a question's dimension, in their order, over all its years; total last.
    func categories(_ question: Question, of dimension: Dimension) -> [Terms.Category] {
        guard let table = self[question], let place = table.dimensions.firstIndex(of: dimension) else { return [] }
        var seen: Set<Terms.Category> = []
        return table.rows.map { $0.key[place] }.filter { seen.insert($0).inserted }.sorted { $0.rank < $1.rank }
    }

    /// Whether any category of the dimension has a name.
    func hasGroups(_ question: Question, of dimension: Dimension) -> Bool {
        categories(question, of: dimension).contains { $0.kind == .value }
    }

    /// The rows of one year.
    func rows(_ question: Question, _ year: Int) -> [ReleasedTable.Row] {
        self[question]?.rows.filter { $0.key.first?.code == "\(year)" } ?? []
    }
}

extension ReleasedCell {
    static let nobody = ReleasedCell.notApplicable(
        Phrase(sv: "Ingen person eller timme hör hit.", en: "No person or hour belongs here."))

    /// A number that could be computed, or none.
    init(_ value: ReleasedValue?) { self = value.map { .shown($0) } ?? .nobody }
}
