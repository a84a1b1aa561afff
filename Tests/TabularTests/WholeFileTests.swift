// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Tabular
import TestSupport
import Testing

@Suite struct WholeFileTests {
    @Test(arguments: [0, 1, 65_535, 65_536, 200_000]) func `a file of any length comes whole`(length: Int) throws {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = FileManager.default.temporaryDirectory.appending(path: ScratchName.next())
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try WholeFile.bytes(file.path) == bytes)
    }

    @Test func `what cannot be read is an error, not an empty file`() {
        #expect(throws: ReadError.missing(path: "/nonexistent/page.html")) {
            try WholeFile.bytes("/nonexistent/page.html")
        }
        #expect(throws: ReadError.directory(path: "/")) { try WholeFile.bytes("/") }
    }
}
