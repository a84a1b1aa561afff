// SPDX-License-Identifier: EUPL-1.2
@testable import Tabular
import Foundation
import Testing

struct OutputTests {
    private static let old = ["2019/rapport.md": "gammal", "2019/tables/a.csv": "1"]

    private func folderWithOldSet() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in OutputTests.old { try folder.write(text, to: name) }
        return folder
    }

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

    @Test func `a set of files takes the old one's place as one`() throws {
        let folder = try folderWithOldSet()
        var set = try OutputFolder(replacing: folder.path + "/2019/")
        try set.write(Array("ny".utf8), to: "rapport.md")
        try set.write(Array("2".utf8), to: "tables/b.csv")
        let underWay = try folder.contents()
        #expect(OutputTests.old.allSatisfy { underWay[$0] == $1 })
        try set.finish(isObsolete: { $0.hasPrefix("tables/") })
        #expect(try folder.contents() == ["2019/rapport.md": "ny", "2019/tables/b.csv": "2"])
    }

    @Test func `what somebody else put in the folder stays there`() throws {
        let folder = try folderWithOldSet()
        try folder.write("min egen", to: "2019/anteckningar/mina.txt")
        var set = try OutputFolder(replacing: folder.path + "/2019")
        try set.write(Array("ny".utf8), to: "rapport.md")
        try set.finish()
        #expect(
            try folder.contents() == [
                "2019/rapport.md": "ny", "2019/tables/a.csv": "1", "2019/anteckningar/mina.txt": "min egen",
            ])
    }

    @Test func `a new folder is made with those above it`() throws {
        let folder = try TemporaryFolder()
        var set = try OutputFolder(replacing: folder.path + "/reports/2019")
        try set.write(Array("ny".utf8), to: "rapport.md")
        try set.finish()
        #expect(try folder.contents() == ["reports/2019/rapport.md": "ny"])
    }

    @Test func `an error half-way leaves the old set whole and nothing else`() throws {
        let folder = try folderWithOldSet()
        let name = String(repeating: "n", count: 300)
        #expect(throws: WriteFailure(path: "\(folder.path)/2019/\(name)", errno: ENAMETOOLONG)) {
            var set = try OutputFolder(replacing: folder.path + "/2019")
            try set.write(Array("ny".utf8), to: "rapport.md")
            try set.write(Array("ny".utf8), to: name)
            try set.finish()
        }
        #expect(try folder.contents() == OutputTests.old)
    }

    @Test func `a disk that fills up half-way leaves the old set whole and nothing else`() async throws {
        let folder = try folderWithOldSet()
        let place = folder.path + "/2019"
        await #expect(processExitsWith: .success) { [place = place as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
            unsafe setrlimit(__rlimit_resource_t(1), &limit)  // RLIMIT_FSIZE: no file may grow past it
            do {
                var set = try OutputFolder(replacing: place)
                try set.write(Array("ny".utf8), to: "rapport.md")
                try set.write([UInt8](repeating: 65, count: 1 << 20), to: "rapport.html")
                try set.finish()
            } catch {
                #expect(error as? WriteFailure == WriteFailure(path: place + "/rapport.html", errno: EFBIG))
                exit(EXIT_SUCCESS)
            }
            exit(EXIT_FAILURE)
        }
        #expect(try folder.contents() == OutputTests.old)
    }

    @Test func `a run killed half-way leaves the old set whole, and the next run cleans up after it`() async throws {
        let folder = try folderWithOldSet()
        let place = folder.path + "/2019"
        await #expect(processExitsWith: .signal(SIGKILL)) { [place = place as String] in
            var set = try OutputFolder(replacing: place)
            try set.write(Array("halv".utf8), to: "rapport.md")
            kill(getpid(), SIGKILL)
            try set.finish()
        }
        let left = try folder.contents()
        #expect(OutputTests.old.allSatisfy { left[$0] == $1 })
        #expect(left.count == OutputTests.old.count + 1)
        var set = try OutputFolder(replacing: place)
        try set.write(Array("ny".utf8), to: "rapport.md")
        try set.finish()
        #expect(try folder.contents() == ["2019/rapport.md": "ny", "2019/tables/a.csv": "1"])
    }
}
