// SPDX-License-Identifier: EUPL-1.2

import CaseData
package import Tabular
import Terms

/// A table file opened: its first records in memory, the rest still to come.
///
/// Every reader of exports, codebook drafts, `inspect` and `pseudonymise` open their files here.
package struct OpenTable: ~Copyable {
    /// What messages call the file.
    package let file: String
    private var source: TableSource
    /// The batches read ahead and not yet given.
    private var lead: [RecordBatch]
    /// Puts right what `rattelser.csv` corrects; nil for nearly all files.
    private var corrector: CellCorrector?

    /// So many records are searched for the header.
    static let searched = 40
    /// So many records are looked at before the first is read.
    static let sampled = 1000

    package init(
        _ path: String, name: String, options: ReaderOptions = ReaderOptions()
    ) throws(IntakeFileError) {
        var source = try Self.open(path, options)
        let lead = try Self.lead(of: &source)
        file = name
        self.source = source
        self.lead = lead
    }

    private static func lead(of source: inout TableSource) throws(IntakeFileError) -> [RecordBatch] {
        var lead: [RecordBatch] = []
        var records = 0
        while records < searched + sampled, let batch = try next(&source) {
            lead.append(batch)
            records += batch.count
        }
        guard !lead.isEmpty else { throw .empty }
        return lead
    }

    private static func open(_ path: String, _ options: ReaderOptions) throws(IntakeFileError) -> TableSource {
        do throws(ReadError) {
            return try TableSource(path: path, options: options)
        } catch {
            throw IntakeFileError(error)
        }
    }

    /// Whether it is a sheet, whose records are rows and fields cells.
    package var isSheet: Bool { source.format.kind != .delimited }

    /// The cells that are merged in the sheet.
    var merges: [CellRange] { source.merges }
    /// The columns that are hidden in the sheet.
    var hiddenColumns: [ClosedRange<Int>] { source.hiddenColumns }

    private static func next(_ source: inout TableSource) throws(IntakeFileError) -> RecordBatch? {
        do throws(ReadError) {
            return try source.nextBatch()
        } catch {
            throw IntakeFileError(error)
        }
    }

    package var format: FileFormat { source.format }
    /// The sheet that is read; nil in a file that has none.
    package var sheet: String? { source.sheet }
    /// SHA-256 and size of the file, once it has been read to its end.
    package var digest: FileDigest? { source.digest }

    /// What it is called, and what the project file says of that.
    func names(_ source: Source? = nil) -> TableNames {
        TableNames(file: file, sheet: self.source.sheet, told: source?.from ?? [:], givenYear: source?.year)
    }

    /// The next records, in order; nil at the end.
    package mutating func nextBatch() throws(IntakeFileError) -> RecordBatch? {
        if !lead.isEmpty { return lead.removeFirst() }
        guard let batch = try Self.next(&source) else { return nil }
        return corrector == nil ? batch : try corrector?.corrected(batch)
    }

    /// The cells that are corrected; nil when none are.
    var correctedCells: CorrectedCells? { corrector?.cells }

    /// From here on the table is read with the right values. Throws a correction that cannot be made.
    mutating func correct(_ cells: CorrectedCells) throws(IntakeFileError) {
        var corrector = CellCorrector(cells)
        for place in lead.indices { lead[place] = try corrector.corrected(lead[place]) }
        self.corrector = corrector
    }

    /// What was corrected, once all has been read. Throws a correction whose row never came.
    func corrections(
        _ header: Header, _ allowance: CellAllowance?, extra: [Int]
    ) throws(IntakeFileError) -> [AppliedCorrection] {
        try corrector?.applied(header, allowance, extra: extra) ?? []
    }

    /// Looks at the first records, as many as are in memory or are asked for.
    func forEachLeadRow(from first: Int = 0, upTo end: Int = .max, _ body: (borrowing Row, Int) -> Void) {
        var number = 0
        for batch in lead {
            var row = Row(of: batch)
            for record in 0..<batch.count {
                if number >= end { return }
                row.record = record
                if number >= first { body(row, number) }
                number += 1
            }
        }
    }

    /// The batches in memory, to judge columns by.
    var sample: [RecordBatch] { lead }

    /// The cells of the first records.
    func leadRecords(_ count: Int) -> [(cells: [String], line: Int)] {
        var records: [(cells: [String], line: Int)] = []
        forEachLeadRow(upTo: count) { row, _ in
            records.append(((0..<row.fieldCount).map { row.batch.text(of: $0, in: row.record) }, row.line))
        }
        return records
    }
}

/// A header that was found in a table, and what stands above it.
struct FoundHeader: Sendable {
    private(set) var header: Header
    /// The texts of its record, or of its two.
    let rows: [[String]]
    /// Its number among the records, from 0.
    let record: Int
    let line: Int
    /// What stands in its hidden columns, which are not read.
    let hidden: [String]
    /// The cells above it that hold anything: titles, which often hold the year, the unit or the board.
    let notes: [String]

    /// A header that was found by other means: that of a survey.
    init(header: Header, record: Int, line: Int) {
        self.header = header
        self.record = record
        self.line = line
        rows = [header.fields]
        hidden = []
        notes = []
    }

    /// The same once the first rows have been looked at.
    func settled(by sample: TableSample, mapping: [String: String]) -> FoundHeader {
        var found = self
        found.header = header.settled(by: sample, mapping: mapping)
        return found
    }

    /// Whether a column is called as persons are, read or not.
    var hasPersons: Bool { Header(plain: header.fields).personPlace >= 0 }

    /// The first of the first 40 records in which what the kind needs is found, as the project file maps its columns.
    ///
    /// Throws what is wrong with the record that is most like a header: `missingColumn`, `ambiguousColumn`,
    /// `mappedColumnMissing`; `missingHeader` where the records hold persons and none is like a header.
    init(
        in table: borrowing OpenTable, _ shape: TableShape, of source: Source? = nil
    ) throws(IntakeFileError) {
        try self.init(
            in: CandidateHeaders(of: table), shape, named: table.names(source), mapping: source?.columns ?? [:])
    }

    /// The same among records that have been looked at already.
    init(
        in candidates: CandidateHeaders, _ shape: TableShape, named names: TableNames,
        mapping: [String: String] = [:]
    ) throws(IntakeFileError) {
        guard let found = try FoundHeader(ifIn: candidates, shape, named: names, mapping: mapping) else {
            throw Self.error(candidates, shape, names, mapping)
        }
        self = found
    }

    /// Nil where none of the records has what the kind needs: what is wrong with them takes long to find out, and who
    /// only asks what a table is does not want to know. Throws `ambiguousColumn`.
    init?(
        ifIn candidates: CandidateHeaders, _ shape: TableShape, named names: TableNames,
        mapping: [String: String] = [:]
    ) throws(IntakeFileError) {
        var names = names
        func match(_ candidate: CandidateHeader?) -> (candidate: CandidateHeader, header: Header)? {
            guard let candidate else { return nil }
            let header = Header(candidate.index, shape, mapping: mapping)
            return header.unmapped.isEmpty && shape.missing(header, names) == nil ? (candidate, header) : nil
        }
        for (record, candidate) in candidates.singles.enumerated() {
            let (single, below) = (match(candidate), candidates.single(record + 1))
            let better = Self.better(match(candidates.pair(record)), than: single, below: below) { match(below) }
            if let found = better ?? single {
                let header = found.header
                if let (column, places) = header.ambiguous {
                    throw .ambiguousColumn(
                        canonical: column.name, headers: HeaderIndex.numbered(places.map { header.shownFields[$0] }))
                }
                self.header = header
                self.record = record + found.candidate.records - 1
                line = found.candidate.line
                rows = found.candidate.rows
                hidden = found.candidate.hidden
                notes = names.titles
                return
            }
            names.titles += candidate.texts
        }
        return nil
    }

    /// A header in two rows: where cells are merged over both, or the lower can be no row of data, or where it tells more
    /// columns than either row does by itself. A title above a header adds none.
    private static func better(
        _ pair: (candidate: CandidateHeader, header: Header)?,
        than single: (candidate: CandidateHeader, header: Header)?,
        below: CandidateHeader?, or next: () -> (candidate: CandidateHeader, header: Header)?
    ) -> (candidate: CandidateHeader, header: Header)? {
        if let pair, let single, pair.candidate.isMerged || below?.continues(single.header) ?? false { return pair }
        guard let pair, tellsMore(pair.header, single?.header), tellsMore(pair.header, next()?.header) else {
            return nil
        }
        return pair
    }

    /// Whether a header has more columns than another, or as many and more that are months.
    private static func tellsMore(_ header: Header, _ other: Header?) -> Bool {
        guard let other, header.found <= other.found else { return true }
        guard header.found == other.found else { return false }
        return MonthColumns(header)?.count ?? 0 > MonthColumns(other)?.count ?? 0
    }

    private static func error(
        _ candidates: CandidateHeaders, _ shape: TableShape, _ names: TableNames, _ mapping: [String: String]
    ) -> IntakeFileError {
        let candidates = candidates.singles
        var best: (header: Header, line: Int)?
        for candidate in candidates {
            let header = Header(candidate.index, shape, mapping: mapping)
            if header.found > best?.header.found ?? 0 { best = (header, candidate.line) }
        }
        if let (header, line) = best, header.found >= 2 { return missing(header, line, shape, names) }
        // A file without a header has data in its first record.
        if candidates.first?.index.fields.contains(where: { PersonMask.holdsPersonKey($0) }) ?? false {
            return .missingHeader
        }
        let first = candidates.first
        let header = best?.header ?? Header(first?.index ?? HeaderIndex([]), shape, mapping: mapping)
        return missing(header, best?.line ?? first?.line ?? 1, shape, names)
    }

    private static func missing(
        _ header: Header, _ line: Int, _ shape: TableShape, _ names: TableNames
    ) -> IntakeFileError {
        if let (column, name) = header.unmapped.first {
            return .mappedColumnMissing(
                canonical: column.name, header: name, nearest: NearestName.to(name, among: header.shownFields))
        }
        let column = shape.missing(header, names) ?? shape.columns[0]
        let open = header.unread.map { header.shownFields[$0] }.filter { !$0.isEmpty && $0 != "…" && !isPartial($0) }
        let nearest = ([column.name] + column.aliases).lazy.compactMap { NearestName.to($0, among: open) }.first
        return .missingColumn(
            canonical: column.name, nearest: nearest, line: line,
            headers: header.shownFields.filter { !$0.isEmpty }, kind: shape.kind)
    }
}

extension FoundHeader {
    /// Whether a header says less than a column needs, so that it is never advised: a rate (`Tid per tillfälle`), and
    /// the last digits of a number (`Sista fyra`).
    private static func isPartial(_ header: String) -> Bool {
        let lower = header.lowercased()
        return ["per tillfälle", "per besök", "per gång", "sista fyra", "fyra sista", "last four", "per visit"]
            .contains { lower.contains($0) }
    }
}
