// SPDX-License-Identifier: EUPL-1.2
import CAtomicRename
import Glibc

/// A folder of files that is replaced as one: the new set is written under a temporary name beside it, and then the two
/// names change places in one step (`renameat2` with `RENAME_EXCHANGE`).
///
/// Until that step the old set stands untouched: a full disk, an error or a kill leaves it whole. Dropped before
/// `finish`, the new set is removed; what a killed run left is removed by the next run that writes the same folder.
package struct OutputFolder: ~Copyable {
    /// The folder meant to be there.
    package let path: String
    private let temporary: String
    private var written: Set<String> = []
    /// Holds the lock that tells other runs that the temporary name is in use.
    private var lock: Int32
    private var isFinished = false

    /// Starts a new set for the folder at `path`, which need not be there; the folder above it is made when missing.
    package init(replacing place: OutputFolderPlace) throws(WriteFailure) { try self.init(replacing: place.path) }

    init(replacing path: String) throws(WriteFailure) {
        let place = OutputFolder.resolved(path)
        self.path = place
        let name = LeftoverName(for: place)
        name.restoreLeftoverOriginal()
        name.removeLeftovers()
        temporary = name.ours
        lock = -1
        isFinished = true  // nothing to remove yet
        var status = stat()
        if unsafe stat(place, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
            throw WriteFailure(path: place, errno: ENOTDIR)
        }
        let above = place.hasPrefix("/") ? "/" : "."
        guard FileTree.makeFolders(for: place, under: above), unsafe mkdir(temporary, 0o777) == 0 else {
            throw WriteFailure(path: place, errno: errno)
        }
        lock = unsafe open(temporary, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        flock(lock, LOCK_EX | LOCK_NB)
        isFinished = false
    }

    deinit {
        if !isFinished { FileTree.remove(temporary) }
        if lock >= 0 { close(lock) }
    }

    /// Writes one file of the set. `name` is relative to the folder and may hold folders: `tables/utilisation.csv`.
    /// - Precondition: the name stays inside the folder and is written once.
    package mutating func write(_ bytes: [UInt8], to name: String) throws(WriteFailure) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        precondition(!parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }, "a file of the folder is inside it")
        precondition(written.insert(name).inserted, "a file of the folder is written once")
        let meant = "\(path)/\(name)"
        guard FileTree.makeFolders(for: name, under: temporary) else { throw WriteFailure(path: meant, errno: errno) }
        do {
            try OutputFile.write(bytes, to: "\(temporary)/\(name)")
        } catch {
            throw WriteFailure(path: meant, errno: error.errno)
        }
    }

    /// Puts the new set in the old one's place.
    ///
    /// Files of the old set that were not written again go over to the new one, unless `isObsolete` says of the name,
    /// relative to the folder, that it was ours and is no longer: what somebody else put there is not lost.
    package consuming func finish(isObsolete: (String) -> Bool = { _ in false }) throws(WriteFailure) {
        for name in FileTree.files(under: path) where !written.contains(name) && !isObsolete(name) {
            try carryOver(name)
        }
        guard FileTree.sync(folder: temporary) else { throw WriteFailure(path: path, errno: errno) }
        if FileTree.isFolder(path) {
            try exchange()
        } else if unsafe rename(temporary, path) != 0 {
            throw WriteFailure(path: path, errno: errno)
        }
        isFinished = true
        _ = FileTree.sync(folder: LeftoverName(for: path).folder)
    }

    /// Changes the old set for the new and removes the old. A file system that cannot exchange two names (some network
    /// shares) gets two renames; killed between them, the next run puts the old set back.
    private func exchange() throws(WriteFailure) {
        if unsafe exchange_names(temporary, path) == 0 {
            FileTree.remove(temporary)
            return
        }
        guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else {
            throw WriteFailure(path: path, errno: errno)
        }
        let aside = LeftoverName(for: path).original
        guard unsafe rename(path, aside) == 0 else { throw WriteFailure(path: path, errno: errno) }
        guard unsafe rename(temporary, path) == 0 else {
            let code = errno
            unsafe rename(aside, path)
            throw WriteFailure(path: path, errno: code)
        }
        FileTree.remove(aside)
    }

    /// A hard link: the same file under both sets until the old one goes.
    private func carryOver(_ name: String) throws(WriteFailure) {
        guard FileTree.makeFolders(for: name, under: temporary),
            unsafe link("\(path)/\(name)", "\(temporary)/\(name)") == 0
        else { throw WriteFailure(path: "\(path)/\(name)", errno: errno) }
    }

    /// The path without slashes at its end, and where a symbolic link leads.
    private static func resolved(_ path: String) -> String {
        guard let real = unsafe realpath(path, nil) else {
            let end = path.lastIndex { $0 != "/" }
            return end.map { String(path[...$0]) } ?? path
        }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}
