// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Reads a file chunk by chunk as UTF-8 and cuts it into physical lines.
@safe struct ChunkReader: ~Copyable {
    /// A physical line, or the part of one that is in the chunk, or a run of lines; valid until the next chunk is loaded.
    /// `UnquotedLines.overrun` bytes after it may be read, whatever they are.
    @unsafe struct Line {
        var start: UnsafePointer<UInt8>
        var count: Int
        /// Whether its line break is there.
        var isWhole: Bool
        /// Whether it ends in a CR at the very end of the chunk, so that an LF may follow.
        var endsInCR: Bool
    }

    /// A place in the file to go back to: a chunk, and a position in it.
    struct Place {
        fileprivate var rawStart: Int
        fileprivate var transcoder: Transcoder
        fileprivate var position: Int
    }

    private(set) var format: FileFormat
    /// How the file is double-encoded; to be undone in its records.
    private(set) var doubleEncoding: DoubleEncoding?
    private let source: ByteSource
    private let chunkSize: Int
    private let raw: UnsafeMutableBufferPointer<UInt8>
    /// Where the text is written that had to be transcoded; empty while the file is UTF-8.
    private var transcoded: UnsafeMutableBufferPointer<UInt8>
    private var transcoder: Transcoder
    /// The transcoder as it was before the chunk at hand.
    private var transcoderBefore: Transcoder
    /// Whether the encoding is still open: nothing but ASCII so far.
    private var isUndecided: Bool
    /// The chunk at hand in the file, and the next.
    private var rawStart: Int
    private var rawNext: Int
    /// The chunk at hand as UTF-8, and how far it is read.
    private var text: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The next LF and CR at or after `position`, `text.count` when there is none; -1 when not looked for.
    private var nextLF = -1
    private var nextCR = -1
    private var nextQuote = -1
    private var isEndRead = false
    private var hasNUL = false
    /// The digest of the bytes read so far; `nil` when none is taken.
    private var running: RunningDigest?

    init(_ source: consuming ByteSource, _ options: ReaderOptions, hashes: Bool) throws(ReadError) {
        let found = try FormatDetection(source, options)
        running = hashes ? try ChunkReader.digest(source, upTo: found.textStart) : nil
        format = found.format
        doubleEncoding = found.doubleEncoding
        isUndecided = found.encodingIsUndecided
        chunkSize = options.chunkSize
        transcoder = Transcoder(format.encoding)
        transcoderBefore = transcoder
        rawStart = found.textStart
        rawNext = found.textStart
        unsafe raw = .allocate(capacity: options.chunkSize + UnquotedLines.overrun)
        unsafe transcoded = .init(start: nil, count: 0)
        unsafe text = .init(start: nil, count: 0)
        self.source = source
    }

    deinit {
        unsafe raw.deallocate()
        unsafe transcoded.deallocate()
    }

    /// The digest of the bytes before the first chunk: a byte order mark, a `sep=` line.
    private static func digest(_ source: borrowing ByteSource, upTo end: Int) throws(ReadError) -> RunningDigest {
        var running = RunningDigest()
        let start = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: end)
        defer { unsafe start.deallocate() }
        let count = unsafe try source.read(at: 0, into: start)
        unsafe running.update(with: UnsafeBufferPointer(rebasing: start[..<count]), at: 0)
        return running
    }

    var path: String { source.path }
    /// The digest of the file, when it is taken and all has been read.
    var digest: FileDigest? { running?.finish() }
    /// Whether the chunk at hand is the file's last.
    var isAllRead: Bool { rawNext >= source.size }
    /// Whether the chunk at hand showed bytes that are not text in the encoding, or a NUL.
    var hasFaults: Bool { hasNUL || transcoder.faults > transcoderBefore.faults }
    var isAtEnd: Bool { unsafe position == text.count }
    var place: Place { Place(rawStart: rawStart, transcoder: transcoderBefore, position: position) }

    /// Loads the chunk after the one at hand. `false` at the end of the file.
    mutating func loadNext() throws(ReadError) -> Bool {
        rawStart = rawNext
        transcoderBefore = transcoder
        return try load()
    }

    /// Goes back to a place; what was read after it will be read again.
    mutating func goBack(to place: Place) throws(ReadError) {
        isEndRead = false
        if place.rawStart != rawStart {
            rawStart = place.rawStart
            // The encoding may have been settled since: then all before was ASCII.
            let isOfNow = place.transcoder.encoding == format.encoding
            transcoder = isOfNow ? place.transcoder : Transcoder(format.encoding)
            transcoderBefore = transcoder
            _ = try load()
        }
        position = place.position
        forgetFinds()
    }

    private mutating func load() throws(ReadError) -> Bool {
        let count = unsafe try source.read(at: rawStart, into: .init(rebasing: raw[..<chunkSize]))
        rawNext = rawStart + count
        let bytes = unsafe UnsafeBufferPointer(rebasing: raw[..<count])
        unsafe running?.update(with: bytes, at: rawStart)
        if isUndecided { unsafe try decide(bytes) }
        unsafe text = transcode(bytes)
        unsafe hasNUL = !text.isEmpty && memchr(text.baseAddress!, 0, text.count) != nil
        position = 0
        forgetFinds()
        if count == 0 { isEndRead = true }
        return unsafe count > 0 || text.count > 0
    }

    private mutating func decide(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadError) {
        guard let base = bytes.baseAddress else { return }
        let first = unsafe asciiEnd(base, from: 0, to: bytes.count)
        guard first < bytes.count else { return }
        isUndecided = false
        format.encoding = try EncodingDetection.utf8OrWindows1252(source, from: rawStart + first)
        if format.encoding == .utf8 {
            doubleEncoding = try DoubleEncoding.find(in: source, from: rawStart + first, .utf8)
            format.isDoubleEncoded = doubleEncoding != nil
        }
        transcoder = Transcoder(format.encoding)
        transcoderBefore = transcoder
    }

    private mutating func transcode(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        if transcoder.isIdentity && !bytes.isEmpty {
            unsafe transcoder.validate(bytes)
            return unsafe bytes
        }
        let room = transcoder.room(for: bytes.count) + UnquotedLines.overrun
        if unsafe transcoded.count < room {
            unsafe transcoded.deallocate()
            unsafe transcoded = .allocate(capacity: room)
        }
        let out = unsafe transcoded.baseAddress!
        let length =
            unsafe bytes.isEmpty
            ? (isEndRead ? 0 : transcoder.finish(into: out)) : transcoder.transcode(bytes, into: out)
        return unsafe UnsafeBufferPointer(start: out, count: length)
    }

    /// The next line of the chunk, or the part of it that is there; `nil` at the chunk's end.
    ///
    /// After a CR at the end of a chunk, an LF at the start of the next belongs to the line before: it comes as a piece
    /// that ends no line.
    mutating func nextLine(afterCR: Bool) -> Line? {
        let end = unsafe text.count
        guard position < end, let base = unsafe text.baseAddress else { return nil }
        let start = position
        if afterCR, unsafe base[start] == 0x0A {
            position += 1
            return unsafe Line(start: base + start, count: 1, isWhole: false, endsInCR: false)
        }
        if nextLF < position { unsafe nextLF = find(0x0A, in: base, from: position, to: end) }
        if nextCR < position { unsafe nextCR = find(0x0D, in: base, from: position, to: end) }
        let lineBreak = min(nextLF, nextCR)
        if lineBreak == end {
            position = end
            return unsafe Line(start: base + start, count: end - start, isWhole: false, endsInCR: false)
        }
        position = lineBreak + 1
        if lineBreak == nextCR && nextLF == position && position < end { position += 1 }
        return unsafe Line(
            start: base + start, count: position - start, isWhole: true, endsInCR: base[position - 1] == 0x0D)
    }

    /// The whole lines before the one with the next quote; `nil` when there are none, and the next line, or the part of it
    /// that is in the chunk, must be read by itself. A line that ends in CR at the chunk's end may have its LF in the next.
    mutating func nextUnquotedLines(afterCR: Bool, atMost longest: Int) -> Line? {
        let end = unsafe text.count
        guard position < end, let base = unsafe text.baseAddress else { return nil }
        if afterCR, unsafe base[position] == 0x0A { return nil }
        if nextQuote < position { unsafe nextQuote = find(0x22, in: base, from: position, to: end) }
        let start = position
        var stop = nextQuote
        while stop > start, unsafe base[stop - 1] != 0x0A && base[stop - 1] != 0x0D { stop -= 1 }
        guard stop > start, stop - start <= longest else { return nil }
        position = stop
        return unsafe Line(
            start: base + start, count: stop - start, isWhole: true, endsInCR: base[stop - 1] == 0x0D)
    }

    private mutating func forgetFinds() {
        (nextLF, nextCR, nextQuote) = (-1, -1, -1)
    }

    private func find(_ byte: Int32, in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        guard let found = unsafe memchr(base + start, byte, end - start) else { return end }
        return unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    }
}
