// SPDX-License-Identifier: EUPL-1.2

package import CaseData
package import Tabular

/// A copy of an export without identity numbers: each person key becomes the pseudonym that the project's key gives,
/// and birth year and sex are added where the file has no such columns.
///
/// Only columns that the kind's reader knows are copied, and of those only cells that have the form of their column
/// (`CellAllowance`). A decision's own id becomes a keyed code, the same for the same id. Readers take the copy as they
/// take the original, and find the same persons in both. A cell that a spreadsheet would run gets a `'` before it, which
/// readers leave out. A row whose person cannot be known is left out and reported.
package struct Pseudonymisation: Sendable {
    /// `kept` rows are in the copy.
    package var tally: FileTally
    package var faults: [Fault]
    package var format: FileFormat
    /// Cells that were masked in the copy, by header.
    package var masked: [(column: String, cells: Int)]
    /// Headers of the columns that the copy has not, as they may be shown.
    package var dropped: [String]
    /// Persons and rows of each class of persons alike in what an outsider may know, the smallest first.
    package var classes: [(persons: Int, rows: Int)]
    /// What that is, as far as the file tells it: `district`, `law`, `age`, `sex`.
    package var known: [String]

    /// Writes the copy of the file at `path` to `output`, whole or not at all, in UTF-8 with the file's own separator
    /// and line ending. `name` is what messages call the file; `source` is the project's entry for it, if any. `kept`
    /// are headers of columns that are copied although no reader knows them, once each cell has been searched.
    package static func write(
        _ path: String, name: String, to output: OutputPlace, key: SecretKey, source: Source? = nil,
        options: ReaderOptions = ReaderOptions(), codebook: Codebook? = nil, keeping kept: [String] = [],
        project: Project? = nil
    ) throws(PseudonymiseError) -> Pseudonymisation {
        guard !SmallFile.isSame(path, output.path) else { throw .sameFile(name) }
        var options = options
        options.encoding = options.encoding ?? source?.encoding?.textEncoding
        options.delimiter = options.delimiter ?? source?.delimiter
        do {
            var table = try OpenTable(path, name: name, options: options)
            let plan = try CopyPlan(table, path, options, source, codebook, kept, project ?? Project(folder: ""))
            return try write(&table, plan, output, key, project?.measures ?? MeasureSettings())
        } catch let error as IntakeFileError {
            throw .input(IntakeError(file: name, reason: error))
        } catch let error as WriteFailure {
            throw .output(error)
        } catch {
            preconditionFailure("a copy fails in reading or in writing")
        }
    }

    private static func write(
        _ table: inout OpenTable, _ plan: CopyPlan, _ output: OutputPlace, _ key: SecretKey, _ settings: MeasureSettings
    ) throws -> Pseudonymisation {
        var log = RowLog(file: table.file, kind: plan.kind, headers: plan.shown)
        var rows = CopiedRows(plan, key: key, ageGroups: settings.ageGroups)
        let style = CSVStyle(
            delimiter: table.format.delimiter, lineEnding: table.format.lineEnding,
            byteOrderMark: table.format.encoding == .utf8BOM)
        var writer = CSVWriter(style: style)
        for header in plan.headers {
            for cell in header { writer.append(copyingCell: cell) }
            writer.endRecord()
        }
        var skipped = plan.headerRecords
        var file = try OutputFile(output)
        while let batch = try table.nextBatch() {
            let first = min(skipped, batch.count)
            skipped -= first
            var row = Row(of: batch)
            for record in first..<batch.count {
                row.record = record
                log.begin()
                rows.copy(row, to: &writer, &log)
            }
            try file.write(writer.takeBytes())
        }
        try file.finish()
        let masked = zip(plan.shown, rows.masked).filter { $0.1 > 0 }.map { (column: $0.0, cells: $0.1) }
        return Pseudonymisation(
            tally: log.tally, faults: log.faults, format: table.format, masked: masked, dropped: plan.dropped,
            classes: rows.classes.sizes, known: rows.classes.known)
    }
}
