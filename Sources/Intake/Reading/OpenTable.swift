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
    private var lead: [RecordBatch] = []

    /// So many records are searched for the header.
    static let searched = 40
    /// So many records are looked at before the first is read.
    static let sampled = 1000

    package init(
        _ path: String, name: String, options: ReaderOptions = ReaderOptions()
    ) throws(IntakeFileError) {
        file = name
        do throws(ReadError) {
            source = try TableSource(path: path, options: options)
            var records = 0
            while records < Self.searched + Self.sampled, let batch = try source.nextBatch() {
                lead.append(batch)
                records += batch.count
            }
        } catch {
            throw IntakeFileError(error)
        }
        guard !lead.isEmpty else { throw .empty }
    }

    package var format: FileFormat { source.format }
    /// SHA-256 and size of the file, once it has been read to its end.
    package var digest: FileDigest? { source.digest }

    /// The next records, in order; nil at the end.
    package mutating func nextBatch() throws(IntakeFileError) -> RecordBatch? {
        if !lead.isEmpty { return lead.removeFirst() }
        do throws(ReadError) {
            return try source.nextBatch()
        } catch {
            throw IntakeFileError(error)
        }
    }

    /// Looks at the first records, as many as are in memory or are asked for.
    func forEachLeadRow(from first: Int = 0, upTo end: Int = .max, _ body: (borrowing Row, Int) -> Void) {
        var number = 0
        for batch in lead {
            var row = Row(batch: batch, record: 0)
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

/// What of a kind of table is needed to find its header.
struct TableShape: Sendable {
    let kind: SourceKind
    let columns: [ColumnDeclaration]
    /// The column that the header lacks for the table to be read; nil when it has what it takes.
    let missing: @Sendable (Header) -> ColumnDeclaration?
}

/// A header that was found in a table, and what stands above it.
struct FoundHeader: Sendable {
    let header: Header
    /// Its number among the records, from 0.
    let record: Int
    let line: Int
    /// The cells above it that hold anything: titles, which often hold the year, the unit or the board.
    let notes: [String]

    /// The first of the first 40 records in which what the kind needs is found, as the project file maps its columns.
    ///
    /// Throws what is wrong with the record that is most like a header: `missingColumn`, `ambiguousColumn`,
    /// `mappedColumnMissing`; `missingHeader` where the records hold persons and none is like a header.
    init(
        in table: borrowing OpenTable, _ shape: TableShape, mapping: [String: String] = [:]
    ) throws(IntakeFileError) {
        var notes: [String] = []
        var best: (header: Header, line: Int)?
        var holdsPersons = false
        for (record, (cells, line)) in table.leadRecords(OpenTable.searched).enumerated() {
            let header = Header(HeaderIndex(cells), columns: shape.columns, mapping: mapping)
            if header.unmapped.isEmpty, shape.missing(header) == nil {
                if let (column, places) = header.ambiguous {
                    throw .ambiguousColumn(
                        canonical: column.name, headers: places.map { header.shownFields[$0] })
                }
                self.header = header
                self.record = record
                self.line = line
                self.notes = notes
                return
            }
            if header.found > best?.header.found ?? 0 { best = (header, line) }
            holdsPersons = holdsPersons || cells.contains { PersonMask.holdsPersonKey($0) }
            notes += cells.filter { !$0.isEmpty }
        }
        throw Self.error(best, holdsPersons, shape, table, mapping)
    }

    private static func error(
        _ best: (header: Header, line: Int)?, _ holdsPersons: Bool, _ shape: TableShape,
        _ table: borrowing OpenTable, _ mapping: [String: String]
    ) -> IntakeFileError {
        guard let (header, line) = best, header.found >= 2 || !holdsPersons else {
            if holdsPersons { return .missingHeader }
            let first = table.leadRecords(1).first
            let header = Header(HeaderIndex(first?.cells ?? []), columns: shape.columns, mapping: mapping)
            return missing(header, first?.line ?? 1, shape)
        }
        return missing(header, line, shape)
    }

    private static func missing(_ header: Header, _ line: Int, _ shape: TableShape) -> IntakeFileError {
        if let (column, name) = header.unmapped.first {
            return .mappedColumnMissing(
                canonical: column.name, header: name, nearest: NearestName.to(name, among: header.shownFields))
        }
        let column = shape.missing(header) ?? shape.columns[0]
        let open = header.unread.map { header.shownFields[$0] }.filter { !$0.isEmpty && $0 != "…" }
        let nearest = ([column.name] + column.aliases).lazy.compactMap { NearestName.to($0, among: open) }.first
        return .missingColumn(
            canonical: column.name, nearest: nearest, line: line,
            headers: header.shownFields.filter { !$0.isEmpty }, kind: shape.kind)
    }
}
