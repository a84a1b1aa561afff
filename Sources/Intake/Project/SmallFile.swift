// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Why a file could not be opened.
package enum FileTrouble: Error, Sendable, Hashable {
    case missing, noPermission, isFolder, notAFolder
    /// Above the size that a settings file can have.
    case tooLarge
    /// The system's number (`errno`).
    case other(Int32)

    init(_ number: Int32) {
        switch number {
        case ENOENT: self = .missing
        case EACCES, EPERM: self = .noPermission
        case EISDIR: self = .isFolder
        case ENOTDIR: self = .notAFolder
        default: self = .other(number)
        }
    }
}

/// Files small enough to be read whole: settings and keys, never exports.
enum SmallFile {
    /// All bytes of the file, at most `limit`.
    static func read(_ path: String, limit: Int = 1 << 20) throws(FileTrouble) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileTrouble(errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileTrouble(errno)
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            if bytes.count > limit { throw .tooLarge }
        }
    }

    /// The permission bits of a file.
    static func mode(of path: String) throws(FileTrouble) -> UInt32 {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw FileTrouble(errno) }
        return status.st_mode & 0o7777
    }

    /// Whether the path is a folder; nil when nothing is there.
    static func isFolder(_ path: String) -> Bool? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether two paths lead to the same file.
    static func isSame(_ one: String, _ other: String) -> Bool {
        var first = stat()
        var second = stat()
        guard unsafe stat(one, &first) == 0, unsafe stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Names in a folder, sorted by their bytes, without `.` and `..`.
    static func names(in folder: String) throws(FileTrouble) -> [String] {
        guard let stream = unsafe opendir(folder.isEmpty ? "." : folder) else { throw FileTrouble(errno) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
