// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Folders and what is in them, as far as writing a set of files needs it.
package enum FileTree {
    /// The names in a folder, sorted; none when it is not there or not a folder.
    package static func names(in folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { bytes in
                unsafe String(cString: UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The paths of all files under a folder, relative to it, sorted. A symbolic link is a file.
    static func files(under folder: String) -> [String] {
        names(in: folder).flatMap { name in
            isFolder("\(folder)/\(name)") ? files(under: "\(folder)/\(name)").map { "\(name)/\($0)" } : [name]
        }
    }

    /// The paths of the folders under a folder that hold nothing, relative to it.
    static func emptyFolders(under folder: String) -> [String] {
        names(in: folder).filter { isFolder("\(folder)/\($0)") }.flatMap { name in
            let path = "\(folder)/\(name)"
            return names(in: path).isEmpty ? [name] : emptyFolders(under: path).map { "\(name)/\($0)" }
        }
    }

    /// Whether two paths lead to the same folder, whatever links lead there; where one of them leads nowhere, whether they
    /// are spelled alike.
    package static func isSame(_ path: String, _ other: String) -> Bool {
        if let one = FileIdentity(path), let two = FileIdentity(other) { return one == two }
        func parts(_ path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }
        return path.hasPrefix("/") == other.hasPrefix("/") && parts(path) == parts(other)
    }

    /// Whether the name itself, not what it may link to, is a folder.
    static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

    /// Whether the name itself, not what it may link to, is a file.
    static func isFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

    /// Whether the name is a symbolic link.
    static func isLink(_ path: String) -> Bool { kind(of: path) == S_IFLNK }

    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Removes a file, or a folder and everything in it; links are removed, not followed.
    static func remove(_ path: String) {
        if isFolder(path) {
            for name in names(in: path) { remove("\(path)/\(name)") }
            unsafe rmdir(path)
        } else {
            unsafe unlink(path)
        }
    }

    /// Makes the folder that a relative file path is in, with those above it, under `root`.
    static func makeFolders(for file: String, under root: String) -> Bool {
        var folder = root
        for part in file.split(separator: "/").dropLast() {
            folder += "/\(part)"
            if unsafe mkdir(folder, 0o777) != 0 && errno != EEXIST { return false }
        }
        return true
    }

    /// Has the disk keep the names in a folder.
    static func sync(folder: String) -> Bool {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
