// SPDX-License-Identifier: EUPL-1.2
package import Testing
import Foundation

/// A file of expected output beside the test. `RECORD=1` writes it anew; then its diff is read.
package enum GoldenFile {
    /// Expects `text` to be the golden file `Golden/NAME` in the folder of the calling test.
    package static func expect(
        _ text: String, is name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let folder = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Golden")
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        guard text != expected else { return }
        let (got, wanted) = (
            text.split(separator: "\n", omittingEmptySubsequences: false),
            expected.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let line = zip(got, wanted).prefix { $0 == $1 }.count
        let (here, there) = (line < got.count ? got[line] : "(end)", line < wanted.count ? wanted[line] : "(end)")
        Issue.record(
            "\(name) differs from line \(line + 1): got \(here), expected \(there)", sourceLocation: sourceLocation)
    }
}
