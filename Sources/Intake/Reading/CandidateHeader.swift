// SPDX-License-Identifier: EUPL-1.2

import Tabular

/// A record, or two records one above the other, that may be a header, made ready to be compared with the columns of any
/// kind.
struct CandidateHeader: Sendable {
    let index: HeaderIndex
    /// The line of its last record.
    let line: Int
    /// How many records it has: 1 or 2.
    let records: Int
    /// What stands in columns that are hidden in the sheet: those are not read, whatever they are called.
    let hidden: [String]
    /// All that stands in it, should it be a title above the header: a title may begin in a hidden column.
    let texts: [String]
    /// The texts of each record, to know the header by when it is repeated.
    let rows: [[String]]
    /// Of two records: whether they are one header beyond doubt, since cells of the sheet are merged over both.
    let isMerged: Bool

    /// Whether the record cannot be a row of data below `header`: nobody is in it, and its cells are words, numbers of days
    /// or months, but for one that says that it is a sum.
    func continues(_ header: Header) -> Bool {
        let cells = index.fields
        let person = header.personPlace
        guard person < 0 || person >= cells.count || cells[person].isEmpty else { return false }
        let filled = cells.filter { !$0.isEmpty }
        return filled.count >= 2 && !filled.contains { OddRow.isSumWord($0.utf8.span) }
            && filled.allSatisfy { cell in
                cell.unicodeScalars.contains { $0.properties.isAlphabetic } || Self.isMonth(cell)
                    || cell.utf8.count <= 2 && Int(cell).map { (1...31).contains($0) } ?? false
            }
    }

    /// The lower text of each column, or the upper one where there is none. Where several columns have the same lower text,
    /// the upper one, which reaches to the right over what is empty, stands before it: `Beviljat Timmar`, `Utfört Timmar`.
    fileprivate static func joined(_ upper: [String], _ lower: [String]) -> [String]? {
        let isMerged = upper.contains(where: \.isEmpty) || lower.contains(where: \.isEmpty)
        let words = { (cells: [String]) in
            cells.count { !$0.isEmpty && ($0.utf8.count { (0x30...0x39).contains($0) } <= 4 || isMonth($0)) }
        }
        guard isMerged, words(upper) >= 2, words(lower) >= 2, words(lower) == lower.count(where: { !$0.isEmpty })
        else { return nil }
        let counts = Dictionary(lower.map { (HeaderIndex.key($0), 1) }, uniquingKeysWith: +)
        var above = ""
        return (0..<max(upper.count, lower.count)).map { column in
            let top = column < upper.count ? upper[column] : ""
            let bottom = column < lower.count ? lower[column] : ""
            if !top.isEmpty { above = top }
            if bottom.isEmpty { return top }
            return counts[HeaderIndex.key(bottom)] ?? 0 > 1 && !above.isEmpty ? "\(above) \(bottom)" : bottom
        }
    }

    /// Whether a cell is a month, also one that a workbook took for its first day: `2019-03`, `2019-03-01`.
    private static func isMonth(_ cell: String) -> Bool {
        let bytes = Array(cell.utf8)
        guard bytes.count <= 7 || bytes.count == 10 && cell.hasSuffix("-01") else { return false }
        return (try? MonthField.decode(bytes.span)) != nil
    }
}

/// The records of a table that may be its header, looked at once for all kinds.
struct CandidateHeaders: Sendable {
    /// The first 40 records.
    let singles: [CandidateHeader]
    /// Each record with the one below it, as a header in two rows of which cells are merged; nil where the two are none.
    let pairs: [CandidateHeader?]

    init(of table: borrowing OpenTable) {
        let ranges = table.hiddenColumns
        let singles = table.leadRecords(OpenTable.searched).map { record in
            var cells = record.cells
            var hidden: [String] = []
            for column in cells.indices where ranges.contains(where: { $0.contains(column) }) {
                if !cells[column].isEmpty { hidden.append(Header.shown(cells[column])) }
                cells[column] = ""
            }
            return CandidateHeader(
                index: HeaderIndex(cells), line: record.line, records: 1, hidden: hidden,
                texts: record.cells.filter { !$0.isEmpty }, rows: [cells], isMerged: false)
        }
        let joined = zip(singles, singles.dropFirst()).map { CandidateHeader.joined($0.index.fields, $1.index.fields) }
        // Where merged cells are is found out only when it may matter: it takes a pass through the sheet.
        let merges = joined.contains { $0 != nil } ? table.merges : []
        pairs = zip(zip(singles, singles.dropFirst()), joined).map { rows, cells in
            let (upper, lower) = rows
            return cells.map { cells in
                CandidateHeader(
                    index: HeaderIndex(cells), line: lower.line, records: 2, hidden: lower.hidden, texts: [],
                    rows: upper.rows + lower.rows, isMerged: merges.contains { $0.rows == upper.line...lower.line })
            }
        }
        self.singles = singles
    }

    /// The record, counted from 0; nil where there is none.
    func single(_ record: Int) -> CandidateHeader? { record < singles.count ? singles[record] : nil }
    func pair(_ record: Int) -> CandidateHeader? { record < pairs.count ? pairs[record] : nil }
}
