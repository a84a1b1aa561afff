// SPDX-License-Identifier: EUPL-1.2

/// A table in a file, read batch by batch in bounded memory: the one way any table file is opened.
///
/// What kind of file it is shows in its first bytes; all kinds give the same stream of records. While one batch is made use
/// of, a thread reads the next (`ReadAhead`); a file that fits in one chunk needs none. The file's digest is taken as its
/// bytes go by, so that no file is read twice for it.
///
/// A format is added as a case of `TableReader` and a file of its own that gives `RecordBatch`es.
package struct TableSource: ~Copyable {
    private var reader: ReadAhead

    /// Opens a file and finds out its format. Throws when it cannot be opened or is no table.
    package init(path: String, options: ReaderOptions = .init()) throws(ReadError) {
        try self.init(ByteSource(path: path), options)
    }

    /// Reads bytes in memory; `name` stands for the path in errors.
    package init(bytes: [UInt8], name: String = "", options: ReaderOptions = .init()) throws(ReadError) {
        try self.init(ByteSource(bytes: bytes, name: name), options)
    }

    private init(_ source: consuming ByteSource, _ options: ReaderOptions) throws(ReadError) {
        reader = ReadAhead(try TableReader(source, options), isParallel: ReadAhead.hasCores)
    }

    /// What the file was found, or told, to be; settled with the first batch.
    package var format: FileFormat { reader.format }

    /// The sheet that is read; `nil` in a file that has none.
    package var sheet: String? { nil }

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

    init(_ source: consuming ByteSource, _ options: ReaderOptions) throws(ReadError) {
        self = .delimited(try RecordReader(source, options, hashes: options.wantsDigest))
    }

    var format: FileFormat {
        switch self {
        case .delimited(let reader): reader.format
        }
    }

    /// The file's digest, once its end has been read.
    var digest: FileDigest? {
        switch self {
        case .delimited(let reader): reader.digest
        }
    }

    /// Whether nothing that takes time is left to be read.
    var isAllRead: Bool {
        switch self {
        case .delimited(let reader): reader.isAllRead
        }
    }

    mutating func nextBatch() throws(ReadError) -> RecordBatch? {
        switch consume self {
        case .delimited(var reader):
            let batch: Result<RecordBatch?, ReadError>
            do throws(ReadError) { batch = .success(try reader.nextBatch()) } catch { batch = .failure(error) }
            self = .delimited(reader)
            return try batch.get()
        }
    }
}
