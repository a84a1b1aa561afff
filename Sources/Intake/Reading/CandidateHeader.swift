// SPDX-License-Identifier: EUPL-1.2

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

    /// The first 40 records of a table.
    static func all(of table: borrowing OpenTable) -> [CandidateHeader] {
        let ranges = table.hiddenColumns
        return table.leadRecords(OpenTable.searched).map { record in
            var cells = record.cells
            var hidden: [String] = []
            for column in cells.indices where ranges.contains(where: { $0.contains(column) }) {
                if !cells[column].isEmpty { hidden.append(Header.shown(cells[column])) }
                cells[column] = ""
            }
            return CandidateHeader(index: HeaderIndex(cells), line: record.line, records: 1, hidden: hidden)
        }
    }

    /// Each record with the one below it, as a header in two rows of which cells are merged; nil where the two are none.
    static func joined(_ candidates: [CandidateHeader]) -> [CandidateHeader?] {
        zip(candidates, candidates.dropFirst()).map { upper, lower in
            joined(upper.index.fields, lower.index.fields).map { cells in
                CandidateHeader(index: HeaderIndex(cells), line: lower.line, records: 2, hidden: lower.hidden)
            }
        }
    }

    /// The lower text of each column, or the upper one where there is none. Where several columns have the same lower text,
    /// the upper one, which reaches to the right over what is empty, stands before it: `Beviljat Timmar`, `Utfört Timmar`.
    private static func joined(_ upper: [String], _ lower: [String]) -> [String]? {
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

    /// Whether a cell is a month that a workbook took for its first day: `2019-03-01`.
    private static func isMonth(_ cell: String) -> Bool { cell.utf8.count == 10 && cell.hasSuffix("-01") }
}
