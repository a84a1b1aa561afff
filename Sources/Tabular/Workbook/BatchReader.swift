// SPDX-License-Identifier: EUPL-1.2

/// What gives a table's records batch by batch, other than delimited text in a file of its own.
protocol BatchReader: AnyObject {
    var format: FileFormat { get }
    /// The next records, at least one; `nil` at the end.
    func nextBatch() throws(ReadError) -> RecordBatch?
}

/// What is known of a sheet besides its records (bladets form).
protocol SheetShape: AnyObject {
    /// The columns that are hidden, counted from 0, as the sheet says them.
    var hiddenColumns: [ClosedRange<Int>] { get }
    /// The cells that are merged. Where they cannot be read the records cannot either, and reading those says why.
    var merges: [CellRange] { get }
}

/// Delimited text that lies in a zip.
final class PackedTextReader: BatchReader {
    private var reader: RecordReader

    init(_ reader: consuming RecordReader) { self.reader = reader }

    var format: FileFormat { reader.format }

    func nextBatch() throws(ReadError) -> RecordBatch? { try reader.nextBatch() }
}

/// A table of a workbook or a zip, and the digest of the whole file, taken when the table has been read to its end.
final class PackedReader {
    let reader: any BatchReader
    private let file: FileBytes
    private let wantsDigest: Bool
    private(set) var digest: FileDigest?
    private(set) var isAllRead = false

    init(_ reader: any BatchReader, of file: FileBytes, _ options: ReaderOptions) {
        self.reader = reader
        self.file = file
        wantsDigest = options.wantsDigest
    }

    var format: FileFormat { reader.format }

    func nextBatch() throws(ReadError) -> RecordBatch? {
        guard !isAllRead else { return nil }
        if let batch = try reader.nextBatch() { return batch }
        isAllRead = true
        if wantsDigest { digest = try file.source.digest() }
        return nil
    }
}

/// An open file that several readers share.
final class FileBytes {
    let source: ByteSource

    init(_ source: consuming ByteSource) { self.source = source }
}
