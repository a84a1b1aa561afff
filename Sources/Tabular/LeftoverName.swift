// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// The temporary name beside an output's place, `.NAME.PROCESS.part`, and the removal of those a killed run left.
struct LeftoverName {
    /// The folder the place is in.
    let folder: String
    private let prefix: String
    private let place: String

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
    var ours: String { "\(folder)/\(prefix)\(getpid()).part" }
    /// The name the old set has while the new one takes its place, where the two cannot change places at once.
    var original: String { "\(folder)/\(prefix)\(getpid()).old" }

    /// Removes what runs that no longer live wrote under such names. What cannot be removed stays: it harms nothing.
    func removeLeftovers() {
        for name in leftovers(".part") + leftovers(".old") { FileTree.remove("\(folder)/\(name)") }
    }

    /// Puts back an old set that a run killed between two renames left under another name.
    func restoreLeftoverOriginal() {
        guard let name = leftovers(".old").last, unsafe access(place, F_OK) != 0 else { return }
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
