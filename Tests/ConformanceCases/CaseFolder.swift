// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// A folder with cases: each in a folder of its own, one or two levels down, or the folder is a case itself.
package enum CaseFolder {
    /// The paths of all `case.json` in the folder, sorted.
    package static func paths(in folder: String) -> [String] {
        paths(in: folder, depth: 2)
    }

    private static func paths(in folder: String, depth: Int) -> [String] {
        let names = FileTree.names(in: folder)
        if names.contains("case.json") { return ["\(folder)/case.json"] }
        guard depth > 0 else { return [] }
        return names.flatMap { paths(in: "\(folder)/\($0)", depth: depth - 1) }
    }
}
