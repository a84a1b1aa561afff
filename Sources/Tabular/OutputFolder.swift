// SPDX-License-Identifier: EUPL-1.2
import CAtomicRename
import Glibc

/// A report's folder, which is replaced as one: the new set is written under a temporary name beside it, and then the two
/// names change places in one step (`renameat2` with `RENAME_EXCHANGE`).
///
/// Until that step the old set stands untouched: a full disk, an error or a kill leaves it whole. Dropped before
/// `finish`, the new set is removed; what a killed run left is removed by the next run that writes the same folder. The
/// place it is made from keeps every other run out from before the old set is looked at until the new one stands.
package struct OutputFolder: ~Copyable {
    /// The folder meant to be there.
    package var path: String { place.path }
    private let place: OutputFolderPlace
    private let temporary: String
    private var written: Set<String> = []
    private var isFinished = false

    /// Starts a new set for a folder that need not be there.
    package init(replacing place: consuming OutputFolderPlace) throws(WriteFailure) {
        let path = place.path
        temporary = LeftoverName(for: path).ours
        self.place = place
        guard unsafe mkdir(temporary, 0o777) == 0 else {
            isFinished = true  // nothing to remove yet
            throw WriteFailure(path: path, errno: errno)
        }
    }

    deinit { if !isFinished { FileTree.remove(temporary) } }

    /// Writes one file of the set. `name` is relative to the folder and may hold folders: `tables/utilisation.csv`.
    /// - Precondition: the place was found for a set with this name, and it is written once.
    package mutating func write(_ bytes: [UInt8], to name: String) throws(WriteFailure) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        precondition(!parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }, "a file of the folder is inside it")
        precondition(place.names.contains(name), "a file of the folder was asked for")
        precondition(written.insert(name).inserted, "a file of the folder is written once")
        let meant = "\(path)/\(name)"
        guard FileTree.makeFolders(for: name, under: temporary) else { throw WriteFailure(path: meant, errno: errno) }
        do {
            try OutputFile.write(bytes, to: "\(temporary)/\(name)")
        } catch {
            throw WriteFailure(path: meant, errno: error.errno)
        }
    }

    /// A file beside the folder that is written with it, while no other run may: a log of what the folder holds.
    package struct Beside {
        let name: String
        let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// Puts the new set in the old one's place. What somebody else put there goes over to the new one; what an earlier
    /// report wrote and this one does not is gone.
    ///
    /// - Parameters:
    ///   - kept: a name beside the folder that what the earlier report wrote is copied to first, where nothing has it.
    ///   - beside: written before the sets change places where the old one is kept, so that a run that is stopped in
    ///     between is gone through again; else after it, so that it never tells of a set that is not there.
    package consuming func finish(keepingOldAs kept: String? = nil, with beside: Beside? = nil) throws(WriteFailure) {
        for name in FileTree.files(under: path) where !written.contains(name) && place.owned.standing(of: name) != .ours
        {
            try carryOver(name)
        }
        for name in FileTree.emptyFolders(under: path) where !FileTree.makeFolders(for: name + "/.", under: temporary) {
            throw WriteFailure(path: "\(path)/\(name)", errno: errno)
        }
        guard FileTree.sync(folder: temporary) else { throw WriteFailure(path: path, errno: errno) }
        if let kept {
            try keepOld(as: kept)
            if let beside { try write(beside) }
        }
        if FileTree.isFolder(path) {
            try exchange()
        } else if unsafe rename(temporary, path) != 0 {
            throw WriteFailure(path: path, errno: errno)
        }
        isFinished = true
        if kept == nil, let beside { try write(beside) }
        _ = FileTree.sync(folder: LeftoverName(for: path).folder)
    }

    /// Copies what the earlier report wrote to a folder of its own, which appears whole or not at all.
    private func keepOld(as name: String) throws(WriteFailure) {
        let kept = "\(LeftoverName(for: path).folder)/\(name)"
        if FileTree.isFolder(kept) { return }
        let leftover = LeftoverName(for: kept)
        leftover.removeLeftovers()
        let copy = leftover.ours
        guard unsafe mkdir(copy, 0o777) == 0 else { throw WriteFailure(path: kept, errno: errno) }
        do throws(WriteFailure) {
            for file in FileTree.files(under: path) where place.owned.standing(of: file) == .ours {
                guard FileTree.makeFolders(for: file, under: copy) else {
                    throw WriteFailure(path: "\(kept)/\(file)", errno: errno)
                }
                guard let bytes = try? WholeFile.bytes("\(path)/\(file)") else {
                    throw WriteFailure(path: "\(kept)/\(file)", errno: EIO)
                }
                try OutputFile.write(bytes, to: "\(copy)/\(file)")
            }
            guard FileTree.sync(folder: copy), unsafe rename(copy, kept) == 0 else {
                throw WriteFailure(path: kept, errno: errno)
            }
        } catch {
            FileTree.remove(copy)
            throw WriteFailure(path: kept, errno: error.errno)
        }
    }

    private func write(_ beside: Beside) throws(WriteFailure) {
        let file = "\(LeftoverName(for: path).folder)/\(beside.name)"
        if let there = try? WholeFile.bytes(file), there == beside.bytes { return }
        // The place holds the folder's lock.
        var output = try OutputFile(path: file, isLocked: true)
        try output.write(beside.bytes)
        try output.finish()
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
}

/// A report's folder that may be replaced by a new set of files, as an `OutputGuard` has found. While the place is kept,
/// no other run makes or replaces a folder beside it.
package struct OutputFolderPlace: ~Copyable {
    /// Without slashes at its end.
    let path: String
    /// The names of the new set.
    let names: Set<String>
    /// What of the old set is ours.
    let owned: OwnedFiles
    private let lock: FolderLock

    /// Nothing is done but to make the folders above, and to put back or remove what a killed run left.
    init(_ path: String, names: Set<String>) throws(OutputRefusal) {
        let end = path.lastIndex { $0 != "/" }
        let path = end.map { String(path[...$0]) } ?? path
        guard FileTree.makeFolders(for: path, under: path.hasPrefix("/") ? "/" : ".") else {
            throw OutputRefusal(path: path, reason: .unwritable(errno: errno))
        }
        let name = LeftoverName(for: path)
        guard unsafe access(name.folder, W_OK | X_OK) == 0 else {
            throw OutputRefusal(path: path, reason: .unwritable(errno: errno))
        }
        guard let lock = FolderLock(name.folder, patience: .seconds(60)) else {
            throw OutputRefusal(path: path, reason: .inUse)
        }
        name.restoreLeftoverOriginal()
        name.removeLeftovers()
        self.path = path
        self.names = names
        self.lock = lock
        owned = OwnedFiles(in: path)
    }
}
