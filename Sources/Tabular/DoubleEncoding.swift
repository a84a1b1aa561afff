// SPDX-License-Identifier: EUPL-1.2

/// Text that was UTF-8, was read as a code page, and was saved as UTF-8 again: *ä* stands as *Ã¤*.
///
/// It happens when a UTF-8 file is opened by a program that takes it for Windows-1252 (or CP850: *├ñ*) and saves all it
/// sees. What such a file means can be told with certainty: hardly any text is made of nothing but characters whose bytes
/// in the code page are UTF-8 again.
struct DoubleEncoding {
    /// What the UTF-8 was taken for.
    private let page: CodePage

    private static let all = [DoubleEncoding(page: .windows1252), DoubleEncoding(page: .cp850)]

    /// A byte order mark that became three characters, in UTF-8: `ï»¿` and `´╗┐`.
    static let byteOrderMarks: [[UInt8]] = ["\u{EF}\u{BB}\u{BF}", "\u{B4}\u{2557}\u{2510}"].map { Array($0.utf8) }

    /// The double encoding of a whole text, from its characters outside ASCII; `nil` when there is none, and when it is
    /// not certain.
    ///
    /// Certain is: each run of such characters, none left out, is the code page's reading of UTF-8, and at least half of
    /// what comes out is as common as `å`, `é`, `§`, `–`. Reading stops once enough runs have been seen, or none in a
    /// megabyte: at a place that depends on the file alone.
    static func find(
        in source: borrowing ByteSource, from offset: Int, _ encoding: TextEncoding
    ) throws(ReadError) -> DoubleEncoding? {
        var evidence = Evidence()
        var transcoder = Transcoder(encoding)
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: transcoder.room(for: block.count))
        defer {
            unsafe block.deallocate()
            unsafe text.deallocate()
        }
        let start = offset
        var offset = offset
        while !evidence.isEnough, !evidence.isEmpty || offset - start < 1 << 20 {
            let count = unsafe try source.read(at: offset, into: block)
            let bytes = unsafe UnsafeBufferPointer(rebasing: block[..<count])
            if transcoder.isIdentity {
                unsafe evidence.consume(bytes)
            } else {
                let length = unsafe transcoder.transcode(bytes, into: text.baseAddress!)
                unsafe evidence.consume(UnsafeBufferPointer(rebasing: text[..<length]))
            }
            offset += count
            if count < block.count { break }
        }
        return evidence.verdict
    }

    /// What the runs of a text outside ASCII say.
    private struct Evidence {
        /// So many runs are enough.
        private static let enough = 256
        /// A longer run is no double encoding of any text in Latin letters.
        private static let longestRun = 4096

        private var candidates = DoubleEncoding.all
        private var run: [UInt8] = []
        private var runs = 0
        private var characters = 0
        private var common = 0

        var isEmpty: Bool { runs == 0 && run.isEmpty }

        var isEnough: Bool { candidates.isEmpty || runs >= Self.enough }

        var verdict: DoubleEncoding? {
            mutating get {
                endRun()
                return runs > 0 && common * 2 > characters ? candidates.first : nil
            }
        }

        mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
            guard let base = bytes.baseAddress else { return }
            var index = 0
            while index < bytes.count, !isEnough {
                if unsafe base[index] < 0x80 {
                    endRun()
                    unsafe index = asciiEnd(base, from: index, to: bytes.count)
                } else {
                    unsafe run.append(base[index])
                    index += 1
                    if run.count > Self.longestRun { candidates = [] }
                }
            }
        }

        private mutating func endRun() {
            guard !run.isEmpty else { return }
            candidates.removeAll { $0.undo(run[...]) == nil }
            for byte in candidates.first?.undo(run[...]) ?? [] where byte >= 0xC0 {
                characters += 1
                if byte == 0xC2 || byte == 0xC3 || byte == 0xE2 || byte == 0xCC { common += 1 }
            }
            runs += 1
            run.removeAll(keepingCapacity: true)
        }
    }

    /// What a run of characters outside ASCII was meant to be, as UTF-8; `nil` when it cannot have been UTF-8.
    func undo(_ run: ArraySlice<UInt8>) -> [UInt8]? {
        var meant: [UInt8] = []
        var characters = run.makeIterator()
        var decoder = UTF8()
        while true {
            switch decoder.decode(&characters) {
            case .scalarValue(let scalar):
                guard let byte = page.byte(scalar.value) else { return nil }
                meant.append(byte)
            case .emptyInput: return UTF8Validator.isText(meant) ? meant : nil
            case .error: return nil
            }
        }
    }
}

extension RecordBatch {
    /// Writes each run of characters outside ASCII as it was meant, where it can be: fields become shorter, none goes.
    mutating func undo(_ encoding: DoubleEncoding) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var start = 0
        for field in 1..<fieldEnds.count {
            let end = Int(fieldEnds[field])
            var index = start
            while index < end {
                let isASCII = bytes[index] < 0x80
                let runEnd = bytes[index..<end].firstIndex { ($0 < 0x80) != isASCII } ?? end
                let run = bytes[index..<runEnd]
                if isASCII { text += run } else { text += encoding.undo(run) ?? Array(run) }
                index = runEnd
            }
            fieldEnds[field] = UInt32(text.count)
            start = end
        }
        bytes = text
    }
}
