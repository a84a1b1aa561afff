// SPDX-License-Identifier: EUPL-1.2

/// File patterns of the project file: `*` any run of characters and `?` one, inside a name. Names are compared in
/// the sense of Unicode, so that a folder copied from a Mac (decomposed letters) matches what was typed.
enum Glob {
    /// Files that match, sorted by their bytes, relative to `folder` as the pattern is; names that begin with a point
    /// only when the pattern does. A folder, or a link that leads nowhere, matches a pattern with an ending such as
    /// `.csv`: reading it then says what is wrong, where passing it over would lose it in silence.
    static func files(matching pattern: String, in folder: String) -> [String] {
        let parts = pattern.split(separator: "/").map(String.init)
        let hasEnding = parts.last?.contains(".") ?? false
        var found = [pattern.hasPrefix("/") ? "/" : ""]
        for (place, part) in parts.enumerated() {
            let isLast = place == parts.count - 1
            var next: [String] = []
            for base in found {
                let candidates: [String]
                if part == ".." || part == "." {
                    candidates = [part]
                } else {
                    let names = (try? SmallFile.names(in: Paths.joined(folder, base.isEmpty ? "." : base))) ?? []
                    candidates = names.filter { matches($0, part) }
                }
                for name in candidates {
                    let path = base.isEmpty ? name : (base.hasSuffix("/") ? base + name : base + "/" + name)
                    let isFolder = SmallFile.isFolder(Paths.joined(folder, path))
                    if isLast ? isFolder == false || hasEnding : isFolder == true { next.append(path) }
                }
            }
            found = next
        }
        return parts.isEmpty ? [] : found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    static func matches(_ name: String, _ pattern: String) -> Bool {
        if name.hasPrefix("."), !pattern.hasPrefix(".") { return false }
        let name = Array(name)
        let pattern = Array(pattern)
        var (n, p) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while n < name.count {
            if p < pattern.count, pattern[p] == "*" {
                star = (p, n)
                p += 1
            } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
                n += 1
                p += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                p = last.pattern + 1
                n = last.name + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == "*" }
    }
}
