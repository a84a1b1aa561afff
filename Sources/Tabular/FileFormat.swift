// SPDX-License-Identifier: EUPL-1.2

/// The byte or bytes that end a line (radslut).
package enum LineEnding: String, Sendable {
    case lf, crlf, cr
}

/// What kind of file a table stands in (filslag).
package enum FileKind: String, Sendable {
    /// Delimited text.
    case delimited
    /// A workbook of Excel 2007 and later, strict or not.
    case xlsx
    /// A workbook of OpenDocument.
    case ods
    /// A workbook of Excel 97-2003.
    case xls
    /// The answer of a statistics service (`JSONRecords`).
    case json
}

/// What a table file was found, or told, to be (filens form).
///
/// A workbook has neither encoding nor delimiter: they are given as those its records would be written with.
package struct FileFormat: Sendable, Equatable {
    /// What kind of file it is.
    package var kind = FileKind.delimited
    /// The encoding the bytes are read in.
    package var encoding: TextEncoding
    /// The byte between fields: `;` `,` tab or `|` when detected.
    package var delimiter: UInt8
    /// Whether the first line is Excel's `sep=;`. It counts as a line, never as a record.
    package var hasSeparatorLine: Bool
    /// The first line break of the file; `lf` when there is none, `crlf` also for CR CR LF. Others may follow: each line is
    /// read by the break it has.
    package var lineEnding: LineEnding
    /// Whether the file's letters outside ASCII were UTF-8 that was taken for something else and encoded once more
    /// (`stadsdelsnÃ¤mnd`). Its records come as they were meant.
    package var isDoubleEncoded = false

    /// Of a workbook, or of another file whose records are not delimited.
    static func workbook(_ kind: FileKind) -> FileFormat {
        FileFormat(kind: kind, encoding: .utf8, delimiter: 0x3B, hasSeparatorLine: false, lineEnding: .crlf)
    }
}

/// What the caller knows about a file beforehand; `nil` is "find out".
package struct ReaderOptions: Sendable {
    /// The encoding, if told.
    package var encoding: TextEncoding?
    /// The delimiter, if told. An ASCII byte.
    package var delimiter: UInt8?
    /// Which of a file's tables is read, if told.
    package var table: TablePlace?
    /// Bytes read at a time, 1 or more. No record depends on it.
    package var chunkSize: Int
    /// Whether `TableSource` takes the file's digest as it reads. SHA-256 takes some three times the instructions of the
    /// reading itself, so who has no use for a digest does well to turn it off.
    package var wantsDigest: Bool
    /// Whether a thread may read on while the records at hand are made use of. Who looks at the first records only does well to
    /// turn it off: the thread would read megabytes for nothing.
    package var mayReadAhead = true

    /// - Precondition: `chunkSize` is at least 1.
    package init(
        encoding: TextEncoding? = nil, delimiter: UInt8? = nil, chunkSize: Int = 1 << 17, wantsDigest: Bool = false
    ) {
        precondition(chunkSize >= 1, "a reader must read something at a time")
        self.encoding = encoding
        self.delimiter = delimiter
        self.chunkSize = chunkSize
        self.wantsDigest = wantsDigest
    }
}

/// Finds out what a file is from its first bytes, before any record is read.
struct FormatDetection {
    /// Bytes looked at, whatever the chunk size.
    private static let sampleSize = 1 << 16
    /// Bytes looked through for the first one outside ASCII before the encoding is left open.
    private static let encodingWindow = 1 << 20

    private(set) var format: FileFormat
    /// Where the first record's text starts, after a byte order mark and a `sep=` line.
    let textStart: Int
    /// Whether the file may still turn out to be Windows-1252: nothing but ASCII so far.
    let encodingIsUndecided: Bool
    /// How the file's text was encoded once more; `nil` for nearly all.
    let doubleEncoding: DoubleEncoding?

    init(_ source: borrowing ByteSource, _ options: ReaderOptions) throws(ReadError) {
        let sample = try FormatDetection.read(source, FormatDetection.sampleSize)
        guard !FormatDetection.isWorkbook(sample) else { throw .workbook(path: source.path) }
        let isWhole = sample.count < FormatDetection.sampleSize
        let mark = EncodingDetection.byteOrderMark(sample)
        var start = 0
        var firstLetter: Int?
        var undecided = false
        var encoding: TextEncoding
        switch (options.encoding, mark) {
        case (let told?, let mark?) where told == mark.encoding || told == .utf8 && mark.encoding == .utf8BOM:
            (encoding, start) = mark
        case (let told?, _):
            encoding = told == .utf8BOM ? .utf8 : told
        case (nil, let mark?):
            (encoding, start) = mark
        case (nil, nil):
            if let found = EncodingDetection.unmarkedUTF16(sample) {
                encoding = found
            } else {
                // The first byte outside ASCII is mostly in the header: then no more need be read.
                let isSettled = isWhole || sample.contains { $0 > 0x7F }
                let window = isSettled ? sample : try FormatDetection.read(source, FormatDetection.encodingWindow)
                encoding = .utf8
                firstLetter = window.firstIndex { $0 > 0x7F }
                if let firstLetter {
                    encoding = try EncodingDetection.utf8OrWindows1252(source, from: firstLetter)
                } else {
                    undecided = true
                }
            }
        }
        var text = FormatDetection.text(sample.dropFirst(start), encoding)
        if isWhole, text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
            throw .empty(path: source.path)
        }
        if let line = FormatDetection.lineOfBinary(text) { throw .binary(path: source.path, line: line) }
        doubleEncoding =
            encoding == .windows1252 || undecided
            ? nil : try DoubleEncoding.find(in: source, from: max(start, firstLetter ?? 0), encoding)
        if let mark = DoubleEncoding.byteOrderMarks.first(where: { text.starts(with: $0) }) {
            text.removeFirst(mark.count)
            start += encoding == .utf8 || encoding == .utf8BOM ? mark.count : 3 * encoding.unitSize
        }
        let separator = DelimiterDetection.separatorLine(text[...])
        let rest = text.dropFirst(separator?.length ?? 0)
        format = FileFormat(
            encoding: encoding,
            delimiter: options.delimiter ?? separator?.delimiter
                ?? DelimiterDetection.delimiter(of: rest, isWhole: isWhole),
            hasSeparatorLine: separator != nil, lineEnding: FormatDetection.lineEnding(text),
            isDoubleEncoded: doubleEncoding != nil)
        textStart = start + (separator?.length ?? 0) * encoding.unitSize
        encodingIsUndecided = undecided
    }

    private static func read(_ source: borrowing ByteSource, _ count: Int) throws(ReadError) -> [UInt8] {
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
        defer { unsafe buffer.deallocate() }
        let filled = unsafe try source.read(at: 0, into: buffer)
        return unsafe Array(buffer[..<filled])
    }

    /// Whether the bytes start as a zip (xlsx, ods) or an OLE file (xls, an encrypted xlsx) does.
    private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    /// The line of the first byte that no text has, when there are so many of them that the file is plainly not text: a
    /// row or two with a NUL are those rows' trouble alone.
    ///
    /// Counted are NUL and the other controls but for tab, line breaks, page breaks and the end mark of DOS. More than
    /// `few` must be NULs among the first 512 bytes, or 1 in 200 of all that is looked at.
    private static func lineOfBinary(_ text: [UInt8]) -> Int? {
        let few = 8
        let isControl = { (byte: UInt8) in byte < 0x20 && !(0x09...0x0D ~= byte) && byte != 0x1A }
        guard let first = text.firstIndex(where: isControl) else { return nil }
        let controls = text[first...].count(where: isControl)
        let earlyNULs = text.prefix(512).count { $0 == 0 }
        guard earlyNULs > few || controls > few && controls * 200 > text.count else { return nil }
        return 1
            + text[..<first].indices.count { index in
                text[index] == 0x0A || text[index] == 0x0D && text[index + 1] != 0x0A
            }
    }

    private static func text(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> [UInt8] {
        var transcoder = Transcoder(encoding)
        guard !transcoder.isIdentity else { return Array(bytes) }
        let out = UnsafeMutablePointer<UInt8>.allocate(capacity: transcoder.room(for: bytes.count))
        defer { unsafe out.deallocate() }
        let length = unsafe bytes.withUnsafeBufferPointer { unsafe transcoder.transcode($0, into: out) }
        return unsafe Array(UnsafeBufferPointer(start: out, count: length))
    }

    private static func lineEnding(_ text: [UInt8]) -> LineEnding {
        guard let first = text.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return .lf }
        if text[first] == 0x0A { return .lf }
        return text[first...].drop { $0 == 0x0D }.first == 0x0A ? .crlf : .cr
    }
}
