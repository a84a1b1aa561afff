// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Says which files may be written: no output takes the place of an input, of what a project cannot be without, or of a
/// file that is not Ledsaga's own.
///
/// Files are compared by device and inode, so that a link, a hard link and `./x/../data/f.csv` are the file they lead to.
/// Only a guard makes the places that `OutputFile` and `OutputFolder` open: what no guard has seen cannot be written.
package struct OutputGuard: Sendable {
    /// What a file is to a project.
    package enum Role: Sendable, Hashable {
        /// An export, a codebook, or the file a command was given to read.
        case input
        /// `ledsaga.yaml`.
        case projectFile
        /// `ledsaga.key`.
        case key
        /// What somebody has written for the project by hand: corrections, the protocol of a trial.
        case ownWork
        /// A file of a report that has been made.
        case report
    }

    private var roles: [FileIdentity: Role] = [:]
    private var names: [(folder: FileIdentity, name: String, role: Role)] = []

    /// A guard that spares nothing but what is not ours.
    package init() {}

    /// Spares the file a path leads to, and the name itself, also when no file has it yet.
    package mutating func spare(_ path: String, as role: Role) {
        if let identity = FileIdentity(path) { roles[identity] = role }
        let name = LeftoverName.parts(of: path)
        if let folder = FileIdentity(name.folder) { names.append((folder, name.last, role)) }
    }

    /// Spares the files that are in a folder and in those below it; new ones may be written there.
    package mutating func spareFiles(in folder: String, as role: Role) {
        for name in FileTree.files(under: folder) {
            if let identity = FileIdentity("\(folder)/\(name)"), roles[identity] == nil { roles[identity] = role }
        }
    }

    /// The place at a path, for a file of a kind that may take the place of an earlier one of the same kind.
    ///
    /// `-` is standard output; pipes and devices are written straight to. A file that is there must be empty or `own`.
    package func place(_ path: String, replacing own: OwnOutput) throws(OutputRefusal) -> OutputPlace {
        if path == "-" || OutputFile.isStream(path) { return OutputPlace(path) }
        if let role = role(of: path) { throw OutputRefusal(path: path, reason: .spared(role)) }
        guard let glance = FileGlance(path) else { return OutputPlace(path) }
        if Self.isOfReport(path) { throw OutputRefusal(path: path, reason: .spared(.report)) }
        guard glance.isEmpty || own.recognises(glance) else { throw OutputRefusal(path: path, reason: .foreign) }
        return OutputPlace(path)
    }

    /// The place of a year's report, a folder that is replaced as one by a set of files with the given names.
    ///
    /// The folder itself is no link. What is in the way of the set must be as an earlier report of the year wrote it, by
    /// its manifest, or empty. Waits while another run writes beside it.
    package func folder(
        _ path: String, of year: Int, writing names: Set<String>
    ) throws(OutputRefusal) -> OutputFolderPlace {
        let place = try OutputFolderPlace(path, names: names)
        if FileTree.isLink(place.path) { throw OutputRefusal(path: place.path, reason: .link) }
        if FileTree.isFile(place.path) { throw OutputRefusal(path: place.path, reason: .unwritable(errno: ENOTDIR)) }
        if let other = place.owned.year, other != year {
            throw OutputRefusal(path: place.path, reason: .reportOf(year: other))
        }
        for name in FileTree.files(under: place.path) {
            let file = "\(place.path)/\(name)"
            let standing = place.owned.standing(of: name)
            guard names.contains(name) || standing == .ours else { continue }
            if let role = role(of: file) { throw OutputRefusal(path: file, reason: .spared(role)) }
            guard standing == .ours || FileTree.isFile(file) && FileGlance(file)?.isEmpty ?? false else {
                throw OutputRefusal(path: file, reason: standing == .changed ? .changed : .foreign)
            }
        }
        return place
    }

    private func role(of path: String) -> Role? {
        if let identity = FileIdentity(path), let role = roles[identity] { return role }
        let name = LeftoverName.parts(of: path)
        guard let folder = FileIdentity(name.folder) else { return nil }
        return names.first { $0.folder == folder && $0.name == name.last }?.role
    }

    /// Whether a file lies in a report's folder, or in a folder of that.
    private static func isOfReport(_ path: String) -> Bool {
        let folder = LeftoverName.parts(of: path).folder
        return hasManifest(folder) || hasManifest(folder + "/..")
    }

    private static func hasManifest(_ folder: String) -> Bool {
        FileGlance(folder + "/" + Manifest.fileName).map { Manifest.begins($0.start) } ?? false
    }
}

/// A name that a file may be written under, as an `OutputGuard` has found.
package struct OutputPlace: Sendable {
    /// As it was given.
    package let path: String

    fileprivate init(_ path: String) { self.path = path }
}

/// Why nothing may be written at a path: facts only, the words are the caller's.
package struct OutputRefusal: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// The file is spared for what it is.
        case spared(OutputGuard.Role)
        /// The file is none of the kind that is to be written.
        case foreign
        /// The file is of an earlier report, and somebody has changed it since.
        case changed
        /// A report's folder is a link, and what it leads to is not ours to replace.
        case link
        /// The folder holds the report of another year.
        case reportOf(year: Int)
        /// Another run is writing there, and has not come to an end.
        case inUse
        /// The system does not let the folder be written.
        case unwritable(errno: Int32)
    }

    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }
}

/// What a path leads to: the same for every name and link of one file.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64

    /// nil when nothing is there.
    init?(_ path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}
