// SPDX-License-Identifier: EUPL-1.2
import Intake
import Documents
import Renderers
import Reports
import Tabular

/// A report as files: each a path inside the report's folder and its bytes.
struct RenderedReport {
    /// In the order they are written, the manifest not among them; the page to open first comes first.
    private(set) var files: [(path: String, bytes: [UInt8])] = []

    init(_ report: WholeReport, _ formats: DocumentFormats) {
        for page in report.pages {
            // Alone, a board's report lies at the top of its folder.
            let folder = page.board == nil || report.pages.count == 1 ? "" : "stadsdelar/"
            for format in formats.formats.reversed() {
                files.append(
                    ("\(folder)\(page.name)-\(report.period.folder).\(format.name)", format.bytes(page.document)))
            }
        }
        for table in report.tables?.files ?? [] { files.append(("tabeller/" + table.path, Array(table.text.utf8))) }
    }

    /// What stands in the manifest for them.
    var manifest: [Manifest.File] {
        files.map { Manifest.File(path: $0.path, bytes: $0.bytes.count, sha256: FileDigest(of: $0.bytes).sha256) }
    }
}
