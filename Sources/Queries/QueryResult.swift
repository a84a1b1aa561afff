// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
import Documents
package import Renderers
import Tabular
package import Terms

/// The result of one question, ready to be written in any format: a pure function of a released table.
package struct QueryResult: Sendable {
    /// In which order its rows stand.
    package enum Order: String, Sendable, CaseIterable {
        /// By the categories' own order.
        case asAsked = "name"
        /// Highest value first.
        case highestFirst = "value"
        case lowestFirst = "-value"
    }

    package let table: ReleasedTable
    /// How the groups compare, when that was asked for.
    let comparison: ReleasedComparison?
    /// Who is left out of a survey's answer.
    let leftOut: LeftOutAnswers?
    /// Rows of the exports that were set aside, and are in no number of the result.
    let rowsSetAside: Int
    /// The rows to be written, in order.
    let rows: [ReleasedTable.Row]

    /// Rows whose value is hidden stand after those shown, in their own order, for their place would tell the value;
    /// totals stand last, and each year by itself. A limit counts the rows of a year that are not totals.
    ///
    /// - Parameter totals: whether rows for all together are written. Disclosure control counts them as known either
    ///   way.
    package init(
        _ table: ReleasedTable, comparison: ReleasedComparison? = nil, leftOut: LeftOutAnswers? = nil,
        order: Order = .asAsked, limit: Int? = nil,
        totals: Bool = true, rowsSetAside: Int = 0
    ) {
        self.rowsSetAside = rowsSetAside
        self.table = table
        self.comparison = comparison
        self.leftOut = leftOut
        let asked = totals ? table.rows : table.rows.filter { !$0.isTotal }
        guard order != .asAsked || limit != nil else {
            rows = asked
            return
        }
        var years: [[ReleasedTable.Row]] = []
        for row in asked {
            if let last = years.last?.last, last.key.first == row.key.first {
                years[years.count - 1].append(row)
            } else {
                years.append([row])
            }
        }
        rows = years.flatMap { rows in
            let plain = rows.filter { !$0.isTotal }
            let ordered = order == .asAsked ? plain : Self.sorted(plain, lowestFirst: order == .lowestFirst)
            return ordered.prefix(limit ?? ordered.count) + rows.filter(\.isTotal)
        }
    }

    private static func sorted(_ rows: [ReleasedTable.Row], lowestFirst: Bool) -> [ReleasedTable.Row] {
        let shown = rows.enumerated().filter { $0.element.shown != nil }.sorted { left, right in
            let (a, b) = (left.element.shown?.value ?? 0, right.element.shown?.value ?? 0)
            return a != b ? (a < b) == lowestFirst : left.offset < right.offset
        }
        return shown.map(\.element) + rows.filter { $0.shown == nil }
    }

    /// The result as text; for `csvExcel` it begins with a byte order mark. Write it as UTF-8.
    package func text(
        _ format: ResultFormat, in language: Language, terminal: TerminalLook = TerminalLook()
    ) -> String {
        switch format {
        case .table: ResultPage(self, language).page(hasVerdicts: false).terminal(terminal).text
        case .csv: ResultRecords(self).delimited(.csv)
        case .csvExcel: ResultRecords(self).delimited(.excel)
        case .json: ResultRecords(self).json(in: language)
        case .jsonl: ResultRecords(self).jsonLines
        case .markdown: ResultPage(self, language).page(hasVerdicts: true).markdown()
        case .html: ResultPage(self, language).page(hasVerdicts: true).html()
        }
    }

    /// The same as a terminal may get it.
    package func terminalText(
        _ format: ResultFormat, in language: Language, terminal: TerminalLook = TerminalLook()
    ) -> TerminalText {
        format == .table
            ? ResultPage(self, language).page(hasVerdicts: false).terminal(terminal)
            : TerminalText(text(format, in: language))
    }

    /// What a reader must know beside the numbers: notes, how much is hidden, and that several results together are
    /// not protected. A command that writes for a program says it on stderr.
    package func remarks(in language: Language) -> [String] {
        var remarks = comparison.map { ComparisonSentences($0, language).all } ?? []
        if let leftOut, let first = rows.first, leavesOutAlike { remarks.append(leftOut.sentence(of: first, language)) }
        remarks += table.notes.map { $0[language] }
        if table.isInternal { return remarks + [ResultNotes.restricted[language]] }
        let hidden = rows.count { $0.cell == .hidden }
        let values = rows.count { !$0.cell.isUndefined }
        if values > 0 { remarks.append(ResultNotes.status(hidden: hidden, of: values)[language]) }
        return remarks + [ResultNotes.severalResults[language]]
    }

    /// Whether all rows are of the same respondents, so that the numbers left out of them are said once.
    var leavesOutAlike: Bool {
        let respondents = Set(rows.map { row in row.key.filter { $0.dimension != .answer }.map(\.code) })
        return respondents.count == 1
    }
}

extension ReleasedTable.Row {
    /// Whether n says anything beside the number: a count of persons is its own n.
    var hasBaseOfItsOwn: Bool {
        guard let value = shown else { return false }
        guard let persons = value.persons else { return true }
        return Double(persons) != value.value
    }
}

extension ReleasedCell {
    /// Whether there is no value that could be shown or hidden.
    fileprivate var isUndefined: Bool {
        if case .notApplicable = self { return true }
        return false
    }
}
