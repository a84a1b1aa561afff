// SPDX-License-Identifier: EUPL-1.2

/// How a file's bytes stand for text (teckenkodning).
package enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8 without byte order mark; also plain ASCII.
    case utf8 = "utf-8"
    /// UTF-8 with byte order mark, as Excel's "CSV UTF-8" writes it.
    case utf8BOM = "utf-8-bom"
    /// UTF-16, least significant byte first: Excel's "Unicode text".
    case utf16LE = "utf-16le"
    /// UTF-16, most significant byte first.
    case utf16BE = "utf-16be"
    /// Windows-1252, of which ISO 8859-1 is the printable part.
    case windows1252 = "windows-1252"

    /// Bytes in the smallest unit of the encoding.
    var unitSize: Int {
        switch self {
        case .utf8, .utf8BOM, .windows1252: 1
        case .utf16LE, .utf16BE: 2
        }
    }
}

/// Finds a file's encoding from its bytes (teckenkodning).
enum EncodingDetection {
    /// The byte order mark the bytes start with, and its length: a mark that was written twice counts as one.
    static func byteOrderMark(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        let marks: [(TextEncoding, [UInt8])] = [
            (.utf8BOM, [0xEF, 0xBB, 0xBF]), (.utf16LE, [0xFF, 0xFE]), (.utf16BE, [0xFE, 0xFF]),
        ]
        guard let (encoding, mark) = marks.first(where: { bytes.starts(with: $0.1) }) else { return nil }
        var length = mark.count
        while bytes.dropFirst(length).starts(with: mark) { length += mark.count }
        return (encoding, length)
    }

    /// UTF-16 without a mark: Western text then has a zero in nearly every other byte, on the same side but for the few
    /// NULs that may be in the text itself.
    static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        let pairs = bytes.prefix(4096).count / 2
        guard pairs > 0 else { return nil }
        var zeros = (even: 0, odd: 0)
        for pair in 0..<pairs {
            if bytes[2 * pair] == 0 { zeros.even += 1 }
            if bytes[2 * pair + 1] == 0 { zeros.odd += 1 }
        }
        if zeros.even * 8 <= zeros.odd && zeros.odd * 10 > pairs * 8 { return .utf16LE }
        if zeros.odd * 8 <= zeros.even && zeros.even * 10 > pairs * 8 { return .utf16BE }
        return nil
    }

    /// UTF-8 or Windows-1252, from the first byte on that is not ASCII.
    ///
    /// Swedish text in Windows-1252 hardly ever forms a UTF-8 sequence, while in UTF-8 every letter outside ASCII is one:
    /// so it is UTF-8 when whole sequences outnumber the bytes that cannot be UTF-8, and a single damaged row does not
    /// turn a whole file's å, ä and ö into something else. Reading stops once the outcome is beyond doubt, at a place
    /// that depends on the file alone.
    static func utf8OrWindows1252(_ source: borrowing ByteSource, from offset: Int) throws(ReadError) -> TextEncoding {
        var validator = UTF8Validator()
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { unsafe block.deallocate() }
        var offset = offset
        while true {
            let count = unsafe try source.read(at: offset, into: block)
            unsafe validator.consume(UnsafeBufferPointer(rebasing: block[..<count]))
            offset += count
            if count < block.count { break }
            if abs(validator.sequences - validator.faults) > 256 { break }
        }
        validator.finish()
        return validator.sequences > validator.faults || validator.faults == 0 ? .utf8 : .windows1252
    }
}
