// SPDX-License-Identifier: EUPL-1.2
@testable import Tabular
import Foundation
import Testing

struct OutputTests {
    @Test func `a file appears when it is finished, and not before`() throws {
        let folder = try TemporaryFolder()
        try folder.write("gammal", to: "a.csv")
        var file = try OutputFile(path: folder.path + "/a.csv")
        try file.write(Array("ny".utf8))
        #expect(try folder.contents()["a.csv"] == "gammal")
        try file.finish()
        #expect(try folder.contents() == ["a.csv": "ny"])
    }

    @Test func `a file that is dropped leaves nothing`() throws {
        let folder = try TemporaryFolder()
        do {
            var file = try OutputFile(path: folder.path + "/a.csv")
            try file.write([UInt8](repeating: 65, count: 1 << 17))
        }
        #expect(try folder.contents().isEmpty)
    }

    @Test func `a full device is told with the system's reason`() {
        #expect(throws: WriteFailure(path: "/dev/full", errno: ENOSPC)) {
            try OutputFile.write(Array("text".utf8), to: "/dev/full")
        }
    }

    @Test func `a folder, and a place in no folder, cannot be written as a file`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: WriteFailure(path: folder.path, errno: EISDIR)) { try OutputFile.write([], to: folder.path) }
        let lost = folder.path + "/finns-inte/a.csv"
        #expect(throws: WriteFailure(path: lost, errno: ENOENT)) { try OutputFile.write([], to: lost) }
    }
}
