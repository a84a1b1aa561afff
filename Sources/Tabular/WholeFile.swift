// SPDX-License-Identifier: EUPL-1.2

/// A file read at once: a page, a case. Exports are read by chunks (`RecordReader`).
package enum WholeFile {
    private static let block = 1 << 16

    /// All bytes of the file. Throws when it is not there, or cannot be read to its end.
    package static func bytes(_ path: String) throws(ReadError) -> [UInt8] {
        let source = try ByteSource(path: path)
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: block)
        defer { unsafe buffer.deallocate() }
        var bytes: [UInt8] = []
        while true {
            let count = unsafe try source.read(at: bytes.count, into: buffer)
            if count == 0 { return bytes }
            unsafe bytes.append(contentsOf: buffer[..<count])
        }
    }
}
