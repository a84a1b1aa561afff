// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// A file that appears whole or not at all: written under a temporary name beside its place, then renamed.
///
/// Dropped before `finish`, it leaves nothing behind. A run that is killed leaves its temporary file, which the next run
/// that writes the same name removes. A name that is a pipe or a device is written straight to, and so is
/// `/dev/stdout`, which may lead to a file that the shell has opened. A link at the place gives way to the file; what it
/// led to is left alone.
package struct OutputFile: ~Copyable {
    private let path: String
    /// `nil` when there is nothing to rename.
    private let temporary: String?
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isFinished = false

    /// Opens the file at a place that a guard has let through; `-` is standard output. `permissions` is what a new file
    /// gets, less the user's mask.
    package init(_ place: OutputPlace, permissions: UInt32 = 0o666) throws(WriteFailure) {
        try self.init(path: place.path == "-" ? "/dev/stdout" : place.path, permissions: permissions)
    }

    /// Opens the file at any path: for the files of a folder that is replaced as one. `isLocked` where the caller holds the
    /// lock of the folder that the file is in.
    init(path: String, permissions: UInt32 = 0o666, isLocked: Bool = false) throws(WriteFailure) {
        var status = stat()
        let exists = unsafe stat(path, &status) == 0
        let kind = exists ? status.st_mode & S_IFMT : S_IFREG
        if kind == S_IFDIR { throw WriteFailure(path: path, errno: EISDIR) }
        let place = kind == S_IFREG && !Self.isStream(path) ? LeftoverName(for: path) : nil
        // Until the new name is locked it could be taken for one that was left behind.
        let lock = isLocked ? nil : place.flatMap { FolderLock($0.folder, patience: .seconds(10)) }
        if lock != nil || isLocked { place?.removeLeftovers() }
        let flags = O_WRONLY | O_CLOEXEC | (place == nil ? O_APPEND : O_CREAT | O_EXCL)
        let opened = unsafe open(place?.ours ?? path, flags, permissions)
        guard opened >= 0 else { throw WriteFailure(path: path, errno: errno) }
        // Tells other runs that this name is in use.
        if place != nil { flock(opened, LOCK_EX | LOCK_NB) }
        self.path = path
        temporary = place?.ours
        descriptor = opened
    }

    /// Whether a path stands for a file that is open already, whatever it leads to.
    static func isStream(_ path: String) -> Bool {
        path == "/dev/stdout" || path == "/dev/stderr" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/")
    }

    deinit {
        close(descriptor)
        if !isFinished, let temporary { unsafe unlink(temporary) }
    }

    /// Writes all of `bytes` as the file at the place, or nothing.
    package static func write(_ bytes: [UInt8], to place: OutputPlace) throws(WriteFailure) {
        var file = try OutputFile(place)
        try file.write(bytes)
        try file.finish()
    }

    /// Writes all of `bytes` as the file at `path`, or nothing.
    static func write(_ bytes: [UInt8], to path: String) throws(WriteFailure) {
        var file = try OutputFile(path: path)
        try file.write(bytes)
        try file.finish()
    }

    /// Makes the folders above a file, where they are missing.
    package static func makeFolder(above path: String) throws(WriteFailure) {
        guard FileTree.makeFolders(for: path, under: path.hasPrefix("/") ? "/" : ".") else {
            throw WriteFailure(path: path, errno: errno)
        }
    }

    /// Writes the next bytes. Many small writes are gathered.
    package mutating func write(_ bytes: some Collection<UInt8>) throws(WriteFailure) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Puts the file in its place, once it is on the disk. Without this it never appears.
    package consuming func finish() throws(WriteFailure) {
        try flush()
        guard let temporary else {
            isFinished = true
            return
        }
        guard fsync(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
            throw WriteFailure(path: path, errno: errno)
        }
        isFinished = true
    }

    private mutating func flush() throws(WriteFailure) {
        var written = 0
        while written < buffer.count {
            let count = unsafe buffer.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw WriteFailure(path: path, errno: errno)
            }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Why a file or folder could not be written: facts only, the words are the caller's.
package struct WriteFailure: Error, Sendable, Equatable {
    /// The file or folder meant to be there.
    package let path: String
    /// The system's reason: ENOSPC when the disk is full, EACCES when the user may not, EISDIR when a folder has the name.
    package let errno: Int32

    package init(path: String, errno: Int32) {
        self.path = path
        self.errno = errno
    }
}

/// The temporary name beside an output's place, `.NAME.PROCESS.ledsaga-part`, and the removal of those a killed run left.
struct LeftoverName {
    /// The folder the place is in.
    let folder: String
    private let prefix: String
    private let place: String
    private static let part = ".ledsaga-part"
    private static let old = ".ledsaga-old"

    init(for path: String) {
        place = path
        let parts = Self.parts(of: path)
        folder = parts.folder
        prefix = "." + parts.last + "."
    }

    /// The folder a path is in, `.` for a bare name, and its last part.
    static func parts(of path: String) -> (folder: String, last: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// The name this process writes under.
    var ours: String { "\(folder)/\(prefix)\(getpid())\(Self.part)" }
    /// The name the old set has while the new one takes its place, where the two cannot change places at once.
    var original: String { "\(folder)/\(prefix)\(getpid())\(Self.old)" }

    /// Removes what runs that no longer live wrote under such names, for one that holds the folder's lock. What cannot
    /// be removed stays: it harms nothing.
    func removeLeftovers() {
        for name in leftovers(Self.part) + leftovers(Self.old) { FileTree.remove("\(folder)/\(name)") }
    }

    /// Puts back an old set that a run killed between two renames left under another name.
    func restoreLeftoverOriginal() {
        guard let name = leftovers(Self.old).last, unsafe access(place, F_OK) != 0 else { return }
        unsafe rename("\(folder)/\(name)", place)
    }

    /// The names of the kind that no living run holds: it would have them locked, and a lock goes with its process,
    /// also one that was killed and that nobody has taken note of yet.
    private func leftovers(_ suffix: String) -> [String] {
        FileTree.names(in: folder).filter { name in
            guard name.hasPrefix(prefix), name.hasSuffix(suffix),
                Int32(name.dropFirst(prefix.count).dropLast(suffix.count)) != nil
            else { return false }
            let descriptor = unsafe open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return false }
            defer { close(descriptor) }
            return flock(descriptor, LOCK_EX | LOCK_NB) == 0
        }
    }
}
