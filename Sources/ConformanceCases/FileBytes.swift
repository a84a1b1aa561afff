// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// The bytes of a small file.
enum FileBytes {
    /// All of the file at `path`; an error when it is not there or cannot be read.
    static func read(_ path: String) throws(CaseError) -> [UInt8] {
        guard let file = unsafe fopen(path, "rb") else { throw .unreadable(path: path) }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe block.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
            if count == 0 { break }
            bytes.append(contentsOf: block[..<count])
        }
        guard unsafe ferror(file) == 0 else { throw .unreadable(path: path) }
        return bytes
    }
}
