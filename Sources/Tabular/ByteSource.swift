// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Where bytes come from: a file read by offset, so that any part can be read again, or bytes in memory.
struct ByteSource: ~Copyable {
    private enum Storage {
        case file(descriptor: Int32)
        case memory([UInt8])
    }

    private let storage: Storage
    /// The name used in errors.
    let path: String
    /// Size in bytes when it was opened.
    let size: Int

    /// Opens a file. A pipe cannot be read by offset, so what comes out of one is held in memory.
    init(path: String) throws(ReadError) {
        self.path = path
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(errno: errno, path: path) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw ReadError(errno: code, path: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            storage = .file(descriptor: descriptor)
            size = Int(status.st_size)
        case S_IFDIR:
            close(descriptor)
            throw .directory(path: path)
        default:
            defer { close(descriptor) }
            let bytes = try ByteSource.drain(descriptor, path: path)
            storage = .memory(bytes)
            size = bytes.count
        }
    }

    init(bytes: [UInt8], name: String) {
        storage = .memory(bytes)
        size = bytes.count
        path = name
    }

    deinit {
        if case .file(let descriptor) = storage { close(descriptor) }
    }

    /// Fills `buffer` with the bytes from `offset` on; fewer only at the end.
    func read(at offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ReadError) -> Int {
        switch storage {
        case .memory(let bytes):
            let count = max(0, min(buffer.count, bytes.count - offset))
            if count > 0 {
                unsafe bytes.withUnsafeBufferPointer { source in
                    unsafe buffer.baseAddress!.update(from: source.baseAddress! + offset, count: count)
                }
            }
            return count
        case .file(let descriptor):
            var filled = 0
            while filled < buffer.count {
                let count = unsafe pread(
                    descriptor, buffer.baseAddress! + filled, buffer.count - filled, off_t(offset + filled))
                if count == 0 { break }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw ReadError(errno: errno, path: path)
                }
                filled += count
            }
            return filled
        }
    }

    /// A pipe may hand over this much and no more: everything from it lies in memory.
    private static let longestPipe = 1 << 28

    private static func drain(_ descriptor: Int32, path: String) throws(ReadError) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe block.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw ReadError(errno: errno, path: path)
            }
            guard bytes.count + count <= longestPipe else { throw .io(path: path, errno: EFBIG) }
            bytes.append(contentsOf: block[..<count])
        }
    }
}

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
