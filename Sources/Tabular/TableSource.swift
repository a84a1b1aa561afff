// SPDX-License-Identifier: EUPL-1.2

/// A table in a file, read batch by batch in bounded memory: the one way any table file is opened.
///
/// What kind of file it is shows in its first bytes; all kinds give the same stream of records. While one batch is made use
/// of, a thread reads the next (`ReadAhead`); a file that fits in one chunk needs none. The digest of delimited text is taken
/// as its bytes go by, so that no file is read twice for it; that of a workbook once its table has been read.
///
/// A format is added as a case of `TableFile` and a file of its own that gives `RecordBatch`es.
package struct TableSource: ~Copyable {
    private var reader: ReadAhead
    private let shape: (any SheetShape)?

    /// The sheet that is read; `nil` in a file that has none.
    package let sheet: String?

    /// Opens a file that holds one table, hidden sheets not counted. Throws when it cannot be opened or is no table, and
    /// `severalSheets` when it holds several and `options.table` names none.
    package init(path: String, options: ReaderOptions = .init()) throws(ReadError) {
        try self.init(ByteSource(path: path), options.table, options)
    }

    /// Opens one of the tables that `tables(in:)` tells of.
    package init(path: String, table: TablePlace, options: ReaderOptions = .init()) throws(ReadError) {
        try self.init(ByteSource(path: path), table, options)
    }

    /// Reads bytes in memory; `name` stands for the path in errors.
    package init(
        bytes: [UInt8], name: String = "", table: TablePlace? = nil, options: ReaderOptions = .init()
    ) throws(ReadError) {
        try self.init(ByteSource(bytes: bytes, name: name), table, options)
    }

    private init(_ source: consuming ByteSource, _ table: TablePlace?, _ options: ReaderOptions) throws(ReadError) {
        let file = try TableFile(source)
        let place = if let table { table } else { try file.onlyTable() }
        let opened = try file.open(place, options)
        shape = opened.shape
        sheet = place.sheet
        reader = ReadAhead(opened.reader, isParallel: options.mayReadAhead && ReadAhead.hasCores)
    }

    /// The tables a file holds, in its order; one with nothing named for delimited text. Cheap: reads no rows.
    package static func tables(in path: String) throws(ReadError) -> [TablePlace] {
        try TableFile(ByteSource(path: path)).tables()
    }

    /// The same of bytes in memory.
    package static func tables(in bytes: [UInt8], name: String = "") throws(ReadError) -> [TablePlace] {
        try TableFile(ByteSource(bytes: bytes, name: name)).tables()
    }

    /// What the file was found, or told, to be; settled with the first batch.
    package var format: FileFormat { reader.format }

    /// The columns that are hidden in the sheet, counted from 0, as ranges; none in delimited text.
    package var hiddenColumns: [ClosedRange<Int>] { shape?.hiddenColumns ?? [] }

    /// The cells that are merged in the sheet, known before the first batch; none in delimited text. In an xlsx workbook they
    /// stand after all rows, so the first to ask for them waits while the sheet is unpacked once more.
    package var merges: [CellRange] { shape?.merges ?? [] }

    /// The whole file's digest once `nextBatch` has given `nil`; `nil` before, after an error, and when
    /// `ReaderOptions.wantsDigest` is off.
    package var digest: FileDigest? { reader.digest }

    /// The next records, at least one; `nil` at the end of the file and after an error. How many come at a time is of no
    /// meaning. The header is the first record.
    package mutating func nextBatch() throws(ReadError) -> RecordBatch? {
        try reader.nextBatch()
    }
}

/// The reader of one kind of file.
enum TableReader: ~Copyable {
    case delimited(RecordReader)
    case packed(PackedReader)

    var format: FileFormat {
        switch self {
        case .delimited(let reader): reader.format
        case .packed(let reader): reader.format
        }
    }

    /// The file's digest, once its end has been read.
    var digest: FileDigest? {
        switch self {
        case .delimited(let reader): reader.digest
        case .packed(let reader): reader.digest
        }
    }

    /// Whether nothing that takes time is left to be read.
    var isAllRead: Bool {
        switch self {
        case .delimited(let reader): reader.isAllRead
        case .packed(let reader): reader.isAllRead
        }
    }

    mutating func nextBatch() throws(ReadError) -> RecordBatch? {
        switch consume self {
        case .delimited(var reader):
            let batch: Result<RecordBatch?, ReadError>
            do throws(ReadError) { batch = .success(try reader.nextBatch()) } catch { batch = .failure(error) }
            self = .delimited(reader)
            return try batch.get()
        case .packed(let reader):
            self = .packed(reader)
            return try reader.nextBatch()
        }
    }
}
