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

    /// The place of a report's folder, which is replaced as one. `isLost` says of a file's path in the folder whether the
    /// new set takes its place or lets it go: such files must be those of an earlier report.
    package func folder(
        _ path: String, isLost: (String) -> Bool
    ) throws(OutputRefusal) -> OutputFolderPlace {
        let isReport = Self.hasManifest(path)
        for name in FileTree.files(under: path) where isLost(name) {
            let file = "\(path)/\(name)"
            if let role = role(of: file) { throw OutputRefusal(path: file, reason: .spared(role)) }
            guard isReport || FileGlance(file)?.isEmpty ?? true else {
                throw OutputRefusal(path: file, reason: .foreign)
            }
        }
        return OutputFolderPlace(path)
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
        FileGlance(folder + "/manifest.json")?.start.contains("\"generator\": \"Ledsaga\"") ?? false
    }
}

/// A name that a file may be written under, as an `OutputGuard` has found.
package struct OutputPlace: Sendable {
    /// As it was given.
    package let path: String

    fileprivate init(_ path: String) { self.path = path }
}

/// A folder that may be replaced by a new set of files, as an `OutputGuard` has found.
package struct OutputFolderPlace: Sendable {
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
    }

    package let path: String
    package let reason: Reason
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
