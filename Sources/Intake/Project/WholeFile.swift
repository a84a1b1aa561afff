// SPDX-License-Identifier: EUPL-1.2
import Glibc
package import Terms

/// A file that could not be written.
package struct WriteError: UserFacingError, Equatable {
    package let file: String
    /// The system's number (`errno`).
    package let number: Int32

    package init(file: String, number: Int32) {
        self.file = file
        self.number = number
    }

    package var exitCode: ExitCode { .cannotWrite }

    package func message(in language: Language) -> String {
        let words =
            switch number {
            case EACCES, EPERM, EROFS:
                Phrase(
                    sv: "får inte skrivas av dig. Välj en annan plats.",
                    en: "you may not write it. Choose another place.")
            case ENOSPC, EDQUOT: Phrase(sv: "disken är full.", en: "the disk is full.")
            case ENOENT, ENOTDIR: Phrase(sv: "mappen finns inte.", en: "its folder does not exist.")
            case EEXIST: Phrase(sv: "finns redan.", en: "is already there.")
            case EISDIR: Phrase(sv: "är en mapp.", en: "is a folder.")
            default:
                Phrase(sv: "kan inte skrivas (systemfel \(number)).", en: "cannot be written (system error \(number)).")
            }
        return "\(file): \(words[language])"
    }
}

/// A file that appears whole or not at all: written beside its place, then renamed.
package struct WholeFile: ~Copyable {
    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isDone = false

    /// Opens the file beside its place. `mode` is the permission bits it gets, less the user's mask.
    package init(path: String, mode: UInt32 = 0o666) throws(WriteError) {
        if SmallFile.isFolder(path) == true { throw WriteError(file: path, number: EISDIR) }
        let temporary = Paths.joined(Paths.folder(of: path), ".\(Paths.name(of: path)).\(getpid()).part")
        unsafe unlink(temporary)
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw WriteError(file: path, number: errno) }
        self.path = path
        self.temporary = temporary
        self.descriptor = descriptor
    }

    package mutating func write(_ bytes: some Collection<UInt8>) throws(WriteError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Puts the file in its place. Without this it never appears.
    package consuming func finish() throws(WriteError) {
        try flush()
        guard fsync(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
            throw WriteError(file: path, number: errno)
        }
        isDone = true
    }

    private mutating func flush() throws(WriteError) {
        var written = 0
        while written < buffer.count {
            let count = unsafe buffer.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw WriteError(file: path, number: errno)
            }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    deinit {
        close(descriptor)
        if !isDone { unsafe unlink(temporary) }
    }
}
