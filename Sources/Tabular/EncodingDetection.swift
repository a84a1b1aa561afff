// SPDX-License-Identifier: EUPL-1.2

/// Finds a file's encoding from its bytes (teckenkodning).
enum EncodingDetection {
    /// The byte order mark the bytes start with, and its length.
    static func byteOrderMark(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8BOM, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
        return nil
    }

    /// UTF-16 without a mark: Western text then has a zero in nearly every other byte, always on the same side.
    static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        let pairs = bytes.prefix(4096).count / 2
        guard pairs > 0 else { return nil }
        var zeros = (even: 0, odd: 0)
        for pair in 0..<pairs {
            if bytes[2 * pair] == 0 { zeros.even += 1 }
            if bytes[2 * pair + 1] == 0 { zeros.odd += 1 }
        }
        if zeros.even == 0 && zeros.odd * 10 > pairs * 8 { return .utf16LE }
        if zeros.odd == 0 && zeros.even * 10 > pairs * 8 { return .utf16BE }
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
