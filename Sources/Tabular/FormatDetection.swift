// SPDX-License-Identifier: EUPL-1.2

/// Finds out what a file is from its first bytes, before any record is read.
struct FormatDetection {
    /// Bytes looked at, whatever the chunk size.
    private static let sampleSize = 1 << 16
    /// Bytes looked through for the first one outside ASCII before the encoding is left open.
    private static let encodingWindow = 1 << 20

    let format: FileFormat
    /// Where the first record's text starts, after a byte order mark and a `sep=` line.
    let textStart: Int
    /// Whether the file may still turn out to be Windows-1252: nothing but ASCII so far.
    let encodingIsUndecided: Bool

    init(_ source: borrowing ByteSource, _ options: ReaderOptions) throws(ReadError) {
        let sample = try FormatDetection.read(source, FormatDetection.sampleSize)
        let isWhole = sample.count < FormatDetection.sampleSize
        let mark = EncodingDetection.byteOrderMark(sample)
        var start = 0
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
                guard !window.contains(0) else { throw .binary(path: source.path) }
                encoding = .utf8
                if let first = window.firstIndex(where: { $0 > 0x7F }) {
                    encoding = try EncodingDetection.utf8OrWindows1252(source, from: first)
                } else {
                    undecided = true
                }
            }
        }
        let text = FormatDetection.text(sample.dropFirst(start), encoding)
        if isWhole, text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
            throw .empty(path: source.path)
        }
        guard !text.contains(0) else { throw .binary(path: source.path) }
        let separator = DelimiterDetection.separatorLine(text[...])
        let rest = text.dropFirst(separator?.length ?? 0)
        format = FileFormat(
            encoding: encoding,
            delimiter: options.delimiter ?? separator?.delimiter
                ?? DelimiterDetection.delimiter(of: rest, isWhole: isWhole),
            hasSeparatorLine: separator != nil, lineEnding: FormatDetection.lineEnding(text))
        textStart = start + (separator?.length ?? 0) * encoding.unitSize
        encodingIsUndecided = undecided
    }

    private static func read(_ source: borrowing ByteSource, _ count: Int) throws(ReadError) -> [UInt8] {
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
        defer { unsafe buffer.deallocate() }
        let filled = unsafe try source.read(at: 0, into: buffer)
        return unsafe Array(buffer[..<filled])
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
        return first + 1 < text.count && text[first + 1] == 0x0A ? .crlf : .cr
    }
}
