// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Reads a delimited file record by record, in bounded memory (postläsare).
///
/// The file is read in chunks and turned into UTF-8. A line without a quote is cut where it stands (`UnquotedLines`), many
/// lines at a time; the others are fed to libcsv one physical line at a time; that is what makes line numbers exact and
/// lets reading go back to the line after a quote that never closed. The header is the first record. No record depends on
/// how the bytes were cut into chunks.
package struct RecordReader: ~Copyable {
    /// A quoted field that spans lines and is longer than this many bytes is taken as a quote that never closes.
    package static let longestQuotedField = 1 << 20
    /// A record longer than this many bytes is an error: the file is not a table of rows.
    package static let longestRecord = 1 << 24

    /// What the file was found to be. Its encoding is settled once the first byte outside ASCII has been read, which is
    /// before the first record unless it comes after more than a megabyte.
    package var format: FileFormat { chunks.format }

    /// The file's digest once its end has been read, when it is taken.
    var digest: FileDigest? { isFinished ? chunks.digest : nil }

    /// Whether the chunk that was read last reaches to the end of the file.
    var isAllRead: Bool { chunks.isAllRead }

    private var chunks: ChunkReader
    private var tokeniser: Tokeniser
    private var place: LinePlace
    /// The rest of the line is passed over.
    private var skipping = false
    /// The quote that was open at the end of the last line.
    private var openQuote: OpenQuote?
    private var isSuspect = false
    private var isFinished = false

    /// A quoted field that went on past its first line: which it is, where it opened, and where the next line starts.
    private struct OpenQuote {
        var column: Int
        var line: Int
        var nextLine: ChunkReader.Place
        var afterCR: Bool
    }

    /// Opens a file and finds out its format.
    package init(path: String, options: ReaderOptions = .init()) throws(ReadError) {
        try self.init(ByteSource(path: path), options, hashes: false)
    }

    /// Reads bytes in memory; `name` stands for the path in errors.
    package init(bytes: [UInt8], name: String = "", options: ReaderOptions = .init()) throws(ReadError) {
        try self.init(ByteSource(bytes: bytes, name: name), options, hashes: false)
    }

    /// Reads an open source; `hashes` says whether the file's digest is taken.
    init(_ source: consuming ByteSource, _ options: ReaderOptions, hashes: Bool) throws(ReadError) {
        chunks = try ChunkReader(source, options, hashes: hashes)
        tokeniser = Tokeniser(delimiter: chunks.format.delimiter)
        let line = chunks.format.hasSeparatorLine ? 2 : 1
        place = LinePlace(line: line, recordLine: line)
    }

    /// The next records, at least one; `nil` at the end of the file. How many come at a time is of no meaning.
    package mutating func nextBatch() throws(ReadError) -> RecordBatch? {
        while true {
            try readChunk()
            if tokeniser.recordCount > 0 {
                var batch = tokeniser.takeBatch(suspect: isSuspect)
                if let encoding = chunks.doubleEncoding { batch.undo(encoding) }
                isSuspect = isSuspect && tokeniser.openRecordLength > 0
                return batch
            }
            if isFinished { return nil }
            if chunks.isAtEnd, try !chunks.loadNext() { try finish() }
        }
    }

    /// Reads what is left of the chunk at hand.
    private mutating func readChunk() throws(ReadError) {
        if chunks.hasFaults { isSuspect = true }
        while true {
            if tokeniser.isBetweenRecords && !skipping, let lines = unsafe nextUnquotedLines() {
                unsafe tokeniser.readUnquoted(lines.start, count: lines.count, at: &place)
                place.afterCR = unsafe lines.endsInCR
            } else if let piece = unsafe chunks.nextLine(afterCR: place.afterCR) {
                unsafe try read(piece)
            } else {
                break
            }
        }
        if tokeniser.openRecordLength > RecordReader.longestRecord { throw tooLong }
    }

    private mutating func nextUnquotedLines() -> ChunkReader.Line? {
        unsafe chunks.nextUnquotedLines(
            afterCR: place.afterCR, atMost: RecordReader.longestRecord - tokeniser.openRecordLength)
    }

    private var tooLong: ReadError { .recordTooLong(path: chunks.path, line: place.recordLine) }

    private mutating func read(_ piece: ChunkReader.Line) throws(ReadError) {
        place.afterCR = unsafe piece.endsInCR
        if !skipping, unsafe !tokeniser.feed(piece.start, count: piece.count) {
            if let quote = openQuote, quote.column == tokeniser.column {
                return try giveUp(quote)
            }
            cut(.junkAfterQuote(column: tokeniser.column), line: place.recordLine)
            skipping = true
        }
        guard unsafe piece.isWhole else { return }
        place.line += 1
        skipping = false
        if tokeniser.isBetweenRecords {
            if tokeniser.column > 0 {
                if tokeniser.openRecordLength > RecordReader.longestRecord { throw tooLong }
                tokeniser.endRecord(line: place.recordLine)
            }
            place.recordLine = place.line
            openQuote = nil
        } else if tokeniser.isInsideQuotes {
            try noteOpenQuote()
        }
    }

    /// At the end of a line inside quotes: remembers where the quote opened, or gives it up when the field is too long.
    private mutating func noteOpenQuote() throws(ReadError) {
        if let quote = openQuote, quote.column == tokeniser.column {
            if tokeniser.openFieldLength > RecordReader.longestQuotedField { try giveUp(quote) }
        } else {
            openQuote = OpenQuote(
                column: tokeniser.column, line: place.line - 1, nextLine: chunks.place, afterCR: place.afterCR)
        }
    }

    /// Sets the record at hand aside and goes back to the line after the one where its quote opened.
    private mutating func giveUp(_ quote: OpenQuote) throws(ReadError) {
        cut(.unclosedQuote, line: quote.line)
        try chunks.goBack(to: quote.nextLine)
        place = LinePlace(line: quote.line + 1, recordLine: quote.line + 1, afterCR: quote.afterCR)
        skipping = false
    }

    private mutating func cut(_ why: Irregularity, line: Int) {
        tokeniser.cutRecord(line: line, why)
        openQuote = nil
    }

    /// The end of the file: ends a last line without a line break, or gives up a quote that is still open.
    private mutating func finish() throws(ReadError) {
        if tokeniser.isInsideQuotes {
            if let quote = openQuote, quote.column == tokeniser.column { return try giveUp(quote) }
            cut(.unclosedQuote, line: place.line)
        } else if !tokeniser.isBetweenRecords {
            let lineFeed: [UInt8] = [0x0A]
            unsafe lineFeed.withUnsafeBufferPointer { _ = unsafe tokeniser.feed($0.baseAddress!, count: 1) }
            tokeniser.endRecord(line: place.recordLine)
        }
        isFinished = true
    }
}
