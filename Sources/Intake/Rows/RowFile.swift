// SPDX-License-Identifier: EUPL-1.2

package import Tabular

/// A file of rows under a header, opened as its source says and matched to a schema.
package struct RowFile: ~Copyable {
    package let file: String
    package let header: Header
    private var reader: ReadAhead
    /// The batch the header came in, until its rows are asked for.
    private var first: RecordBatch?

    /// Opens a file of the project and reads its header.
    package init(_ file: String, of source: Source, in project: Project, schema: Schema) throws(IntakeError) {
        var reader = try Self.open(file, of: source, in: project)
        guard let batch = try Self.next(of: &reader, file) else { throw IntakeError(file: file, reason: .empty) }
        let header = try Self.header(in: batch, schema, source.columns, file)
        self.file = file
        self.header = header
        self.reader = reader
        self.first = batch
    }

    package var format: FileFormat { reader.format }

    /// The next records, and which of them is the first row of data; nil at the end.
    package mutating func nextBatch() throws(IntakeError) -> (batch: RecordBatch, firstRow: Int)? {
        if let batch = first.take() { return (batch, 1) }
        return try Self.next(of: &reader, file).map { ($0, 0) }
    }

    private static func open(_ file: String, of source: Source, in project: Project) throws(IntakeError) -> ReadAhead {
        let options = ReaderOptions(encoding: source.encoding.map(\.textEncoding), delimiter: source.delimiter)
        do {
            return ReadAhead(try RecordReader(path: project.path(of: file), options: options))
        } catch {
            throw IntakeError(file: file, reason: IntakeFileError(error))
        }
    }

    private static func header(
        in batch: RecordBatch, _ schema: Schema, _ mapping: [String: String], _ file: String
    ) throws(IntakeError) -> Header {
        do {
            let names = (0..<batch.fieldCount(of: 0)).map { batch.text(of: $0, in: 0) }
            return try Header(names, schema: schema, mapping: mapping)
        } catch {
            throw IntakeError(file: file, reason: error)
        }
    }

    private static func next(of reader: inout ReadAhead, _ file: String) throws(IntakeError) -> RecordBatch? {
        do {
            return try reader.nextBatch()
        } catch {
            throw IntakeError(file: file, reason: IntakeFileError(error))
        }
    }
}

extension SourceEncoding {
    /// The encoding as the text reader names it.
    package var textEncoding: TextEncoding {
        switch self {
        case .utf8: .utf8
        case .utf16LittleEndian: .utf16LE
        case .utf16BigEndian: .utf16BE
        case .windows1252: .windows1252
        }
    }
}

extension IntakeFileError {
    /// The reader's error, without the path.
    package init(_ error: ReadError) {
        switch error {
        case .missing: self = .unreadable(.missing)
        case .directory: self = .unreadable(.directory)
        case .noPermission: self = .unreadable(.permission)
        case .io(_, let number): self = .unreadable(.system(number))
        case .empty: self = .empty
        case .binary, .workbook: self = .notText
        case .recordTooLong(_, let line): self = .recordTooLong(line: line)
        }
    }
}
