// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// A stopped run leaves the last report as it was.
@Suite struct StoppedRunTests {
    /// Runs a shell line in the folder.
    private func shell(_ line: String, in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func reports(of scratch: borrowing Scratch) throws -> [String: Data] {
        Dictionary(uniqueKeysWithValues: try scratch.files(below: "reports").map { ($0.path, $0.bytes) })
    }

    /// Without the release log beside them.
    private static func pages(_ reports: [String: Data]) -> [String: Data] {
        reports.filter { $0.key.hasPrefix("2019/") }
    }

    @Test func `a full disk leaves the old report whole and says so`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch)
        try #require(try Program.run(["report", "--year", "2019"], in: scratch.url).code == 0)
        let before = try reports(of: scratch)
        // No file may grow past 8 kB: the same as a disk that fills up, and needs no disk.
        let code = try shell(
            "trap '' XFSZ; ulimit -f 8; '\(Program.path)' report --year 2019 --language en", in: scratch.url)
        #expect(code == 73)
        #expect(try reports(of: scratch) == before)
    }

    @Test func `a run killed at any moment leaves the old report whole`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch)
        try #require(try Program.run(["report", "--year", "2019"], in: scratch.url).code == 0)
        let swedish = try reports(of: scratch)
        try #require(try Program.run(["report", "--year", "2019", "--language", "en"], in: scratch.url).code == 0)
        let english = try reports(of: scratch)
        #expect(swedish != english)
        for milliseconds in stride(from: 5, through: 200, by: 15) {
            _ = try shell(
                "timeout -s KILL 0.\(String(format: "%03d", milliseconds)) '\(Program.path)' report --year 2019",
                in: scratch.url)
            let now = try scratch.files(below: "reports/2019")
            let set = Dictionary(uniqueKeysWithValues: now.map { ("2019/" + $0.path, $0.bytes) })
            #expect(
                set == Self.pages(swedish) || set == Self.pages(english), "killed after \(milliseconds) ms")
        }
        try #require(try Program.run(["report", "--year", "2019"], in: scratch.url).code == 0)
        #expect(try reports(of: scratch) == swedish, "the next run also removes what the killed ones left")
    }
}
