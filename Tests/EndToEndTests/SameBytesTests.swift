// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// The same content gives the same bytes, however it is written and however often it is read.
@Suite struct SameBytesTests {
    private func report(of scratch: borrowing Scratch) throws -> [String: Data] {
        let result = try Program.run(["report", "--year", "2019"], in: scratch.url)
        try #require(result.code == 0, "\(result.messages)")
        let files = try scratch.files(below: "reports/2019").filter { $0.path != "manifest.json" }
        try #require(files.count > 10)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    }

    @Test func `an export gives the same report in every encoding, separator and line ending`() throws {
        let first = try Scratch()
        try SimulatedProject.write(into: first)
        let expected = try report(of: first)
        for dialect in [
            ["--encoding", "utf-8-bom", "--delimiter", "comma", "--line-ending", "crlf"],
            ["--encoding", "windows-1252", "--delimiter", "semicolon", "--line-ending", "crlf"],
            ["--encoding", "utf-16le", "--delimiter", "tab", "--line-ending", "crlf"],
            ["--encoding", "utf-16be", "--delimiter", "comma", "--line-ending", "lf"],
            ["--encoding", "windows-1252", "--delimiter", "tab", "--line-ending", "lf"],
        ] {
            let other = try Scratch()
            try SimulatedProject.write(into: other, dialect)
            let files = try report(of: other)
            #expect(files.keys.sorted() == expected.keys.sorted())
            for (path, bytes) in files { #expect(bytes == expected[path], "\(dialect): \(path)") }
        }
    }

    @Test func `two runs give the same bytes, and the secret key shows nowhere`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch)
        let first = try report(of: scratch)
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("reports"))
        #expect(try Program.run(["init"], in: scratch.url).code == 0)
        #expect(try report(of: scratch) == first)
    }

    /// What another machine brings: other habits of date and language, and a processor without fused multiplication,
    /// on which the C library's exp, log and pow take other ways and may differ in their last bit.
    private static let otherMachine = [
        "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX2_Usable,-FMA_Usable,-AVX512F", "TZ": "Asia/Tokyo",
        "LC_ALL": "C", "LANG": "C", "HOME": "/nonexistent",
    ]

    @Test(arguments: [[:], otherMachine])
    func `the reports in the repository are what the program makes of its data, on any machine`(
        _ environment: [String: String]
    ) throws {
        let scratch = try Scratch()
        let result = try Program.run(
            ["report", "--year", "2019", "--output", scratch.url.path], environment: environment)
        try #require(result.code == 0, "\(result.messages)")
        let made = try scratch.files(below: "2019")
        let kept = Repository.root.appendingPathComponent("reports/2019")
        let names = FileManager.default.enumerator(atPath: kept.path)?.compactMap { $0 as? String } ?? []
        #expect(names.filter { $0.contains(".") }.sorted() == made.map(\.path).sorted())
        for (path, bytes) in made {
            #expect(try Data(contentsOf: kept.appendingPathComponent(path)) == bytes, "\(path)")
        }
    }

    @Test func `answers have the same bytes on another machine`() throws {
        for measure in ["utilisation", "flexible-use", "decomposition", "granted-hours"] {
            let by = measure == "decomposition" ? [] : ["--by", "district"]
            let arguments = ["query", measure, "--year", "2019", "--format", "json"] + by
            let here = try Program.run(arguments)
            #expect(here.code == 0, "\(here.messages)")
            #expect(try Program.run(arguments, environment: Self.otherMachine).output == here.output)
        }
    }
}
