// SPDX-License-Identifier: EUPL-1.2
import Intake
import Reporting
import Terms

/// The files of a report, rendered: each a path inside the report's folder and its bytes.
struct ReportFiles {
    /// In the order they are written, the manifest not among them.
    let files: [(path: String, bytes: [UInt8])]

    /// - Parameters:
    ///   - boards: the file name without ending, and the document, of each board.
    init(city: Document, boards: [(name: String, document: Document)], tables: OpenTables) {
        let year = tables.year
        var files: [(String, [UInt8])] = []
        func render(_ document: Document, _ name: String) {
            files.append((name + ".md", Array(document.markdown().utf8)))
            files.append((name + ".html", Array(document.html().utf8)))
        }
        render(city, "uppfoljning-\(year)")
        for board in boards { render(board.document, "stadsdelar/\(board.name)-\(year)") }
        for table in tables.files { files.append(("tabeller/" + table.path, Array(table.text.utf8))) }
        self.files = files
    }

    /// What stands in the manifest for them.
    var manifest: [Manifest.File] {
        files.map { Manifest.File(path: $0.path, bytes: $0.bytes.count, sha256: FileHash.of($0.bytes)) }
    }

    /// Whether a file in the report's folder is one that reports are made of: when this report has it no more, it
    /// goes. What somebody else put there stays.
    static func isOurs(_ path: String) -> Bool {
        path.hasPrefix("stadsdelar/") || path.hasPrefix("tabeller/") || path.hasPrefix("uppfoljning-")
            || path == "manifest.json"
    }
}
