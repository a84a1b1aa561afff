// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Tabular

/// A copy of an export without identity numbers: each person key becomes the pseudonym that the project's key gives,
/// birth year and sex are added where the file has no such columns, and every other field is as it was.
///
/// Readers take the copy as they take the original, and find the same persons in both. A row whose person cannot be
/// known, or whose fields cannot be told apart, is left out of the copy and reported.
package struct Pseudonymisation: Sendable {
    /// `kept` rows are in the copy.
    package var tally: FileTally
    package var faults: [Fault]
    package var format: FileFormat
    /// Cells outside the person column that held an identity number, by header: masked in the copy.
    package var masked: [(column: String, cells: Int)]
    /// Persons and rows of each class of persons alike in what an outsider may know, the smallest first.
    package var classes: [(persons: Int, rows: Int)]
    /// What that is, as far as the file tells it: `district`, `law`, `age`, `sex`.
    package var known: [String]

    /// Writes the copy of the file at `path` to `output`, whole or not at all, in UTF-8 with the file's own separator
    /// and line ending. `name` is what messages call the file; `source` is the project's entry for it, if any.
    package static func write(
        _ path: String, name: String, to output: OutputPlace, key: SecretKey, source: Source? = nil,
        options: ReaderOptions = ReaderOptions(), codebook: Codebook? = nil,
        ageGroups: [Int] = MeasureSettings().ageGroups
    ) throws(PseudonymiseError) -> Pseudonymisation {
        guard !SmallFile.isSame(path, output.path) else { throw .sameFile(name) }
        var options = options
        options.encoding = options.encoding ?? source?.encoding?.textEncoding
        options.delimiter = options.delimiter ?? source?.delimiter
        do {
            var reader = try RecordReader(path: path, options: options)
            return try write(&reader, name, to: output, key, source, codebook, ageGroups)
        } catch let error as ReadError {
            throw .input(IntakeError(file: name, reason: IntakeFileError(error)))
        } catch let error as IntakeFileError {
            throw .input(IntakeError(file: name, reason: error))
        } catch let error as WriteFailure {
            throw .output(error)
        } catch {
            preconditionFailure("a copy fails in reading, in its header or in writing")
        }
    }

    private static func write(
        _ reader: inout RecordReader, _ name: String, to output: OutputPlace, _ key: SecretKey, _ source: Source?,
        _ codebook: Codebook?, _ ageGroups: [Int]
    ) throws -> Pseudonymisation {
        guard let first = try reader.nextBatch() else { throw IntakeFileError.empty }
        func record(_ number: Int) -> [String] {
            number < first.count
                ? (0..<first.fieldCount(of: number)).map { first.text(of: $0, in: number) } : []
        }
        let headers = record(0)
        let columns = try PseudonymColumns(
            headers, second: record(1), source: source, codebook: codebook, file: name)
        var rows = PseudonymRows(
            columns, log: RowLog(file: name, kind: columns.kind, headers: columns.shown), key: key,
            ageGroups: ageGroups)
        var file = try OutputFile(output)
        let style = CSVStyle(
            delimiter: reader.format.delimiter, lineEnding: reader.format.lineEnding,
            byteOrderMark: reader.format.encoding == .utf8BOM)
        var writer = CSVWriter(style: style)
        writer.append(headers + columns.added)
        for number in 1..<columns.headerRows { writer.append(record(number)) }
        var batch: RecordBatch? = first
        var start = columns.headerRows
        while let records = batch {
            for record in start..<max(start, records.count) { rows.copy(records, record, to: &writer) }
            try file.write(writer.takeBytes())
            batch = try reader.nextBatch()
            start = 0
        }
        try file.finish()
        let masked = zip(columns.shown, rows.masked).filter { $0.1 > 0 }.map { (column: $0.0, cells: $0.1) }
        return Pseudonymisation(
            tally: rows.log.tally, faults: rows.log.faults, format: reader.format, masked: masked,
            classes: rows.classes.sizes, known: rows.classes.known)
    }
}
