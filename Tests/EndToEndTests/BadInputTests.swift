// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// What a user does wrong gets one or two lines that say what to do, the right exit code, and nothing half-written.
@Suite struct BadInputTests {
    /// A project with good decisions and visits, to be spoilt.
    private func project(_ yaml: String? = nil) throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write(Self.decisions, to: "data/beslut-2019.csv")
        try scratch.write(Self.visits, to: "data/utforda-2019.csv")
        try scratch.write(Self.districts, to: "data/stadsdelsnamnder.csv")
        if let yaml { try scratch.write(yaml, to: "ledsaga.yaml") }
        return scratch
    }

    static let decisions = """
        person;stadsdelsnamnd;insats;from;tom;timmar
        a1;Farsta;Ledsagning;2019-01-01;;10
        a2;Bromma;Ledsagning;2019-01-01;;10

        """
    static let visits = """
        person;insats;datum;timmar;status
        a1;Ledsagning;2019-01-02;2;Utförd
        a2;Ledsagning;2019-12-02;2;Utförd

        """
    static let districts = """
        namn;giltig_fran
        Farsta;2007-01-01
        Bromma;2007-01-01

        """

    private func expect(
        _ result: Program.Result, code: Int32, saying words: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(result.code == code, "\(result.messages)", sourceLocation: sourceLocation)
        let lines = result.messages.split(separator: "\n")
        #expect((1...2).contains(lines.count), "\(result.messages)", sourceLocation: sourceLocation)
        for word in words {
            #expect(result.messages.contains(word), "\(result.messages)", sourceLocation: sourceLocation)
        }
        #expect(result.output.isEmpty, "an error is no answer", sourceLocation: sourceLocation)
    }

    @Test func `a folder that is not there`() throws {
        expect(try Program.run(["check", "-C", "finns-inte"]), code: 66, saying: ["finns-inte"])
    }

    @Test func `a folder without exports`() throws {
        let scratch = try Scratch()
        let result = try Program.run(["check"], in: scratch.url)
        #expect(result.code == 66 || result.code == 78)
        #expect((1...2).contains(result.messages.split(separator: "\n").count))
    }

    @Test func `a file that the project names but nobody has`() throws {
        let scratch = try project("sources:\n  - {kind: visits, files: data/saknas-*.csv}\n")
        expect(try Program.run(["check"], in: scratch.url), code: 66, saying: ["ledsaga.yaml:2", "data/saknas-*.csv"])
    }

    @Test func `an unknown key in ledsaga.yaml, with its line and the nearest right one`() throws {
        let scratch = try project("municipality: Exempelby\nlanguge: sv\n")
        expect(try Program.run(["check"], in: scratch.url), code: 78, saying: ["ledsaga.yaml:2", "language"])
    }

    @Test func `a wrong value in ledsaga.yaml`() throws {
        for (line, word) in [
            ("threshold: 50", "threshold"), ("threshold: 0", "threshold"), ("p_percent: -5", "p_percent"),
            ("method: gissning", "method"), ("rounding_base: 4", "rounding_base"), ("protection: 0", "protection"),
        ] {
            let scratch = try project("disclosure:\n  \(line)\n")
            for command in ["check", "report"] {
                expect(try Program.run([command], in: scratch.url), code: 78, saying: ["ledsaga.yaml:2", word])
            }
        }
    }

    @Test func `an empty file`() throws {
        let scratch = try project()
        try scratch.write("", to: "data/utforda-2019.csv")
        expect(try Program.run(["check"], in: scratch.url), code: 65, saying: ["data/utforda-2019.csv"])
    }

    @Test func `a binary file`() throws {
        let scratch = try project()
        let bytes = Data([0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 8, 0, 0xFF, 0xD8])
        try bytes.write(to: scratch.url.appendingPathComponent("data/utforda-2019.csv"))
        expect(try Program.run(["check"], in: scratch.url), code: 65, saying: ["data/utforda-2019.csv"])
    }

    @Test func `a file of another kind`() throws {
        let scratch = try project()
        try scratch.write(Self.districts, to: "data/utforda-2019.csv")
        expect(try Program.run(["check"], in: scratch.url), code: 65, saying: ["data/utforda-2019.csv", "person"])
    }

    @Test func `a directory, or a link to nowhere, where an export should be`() throws {
        let scratch = try project()
        let file = scratch.url.appendingPathComponent("data/utforda-2019.csv")
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
        expect(try Program.run(["check"], in: scratch.url), code: 66, saying: ["data/utforda-2019.csv"])
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "nowhere.csv")
        expect(try Program.run(["check"], in: scratch.url), code: 66, saying: ["data/utforda-2019.csv"])
    }

    @Test func `exports with a header and no rows are reported on, not stumbled over`() throws {
        for (file, header) in [
            ("data/utforda-2019.csv", "person;insats;datum;timmar"),
            ("data/beslut-2019.csv", "person;insats;from;timmar"), ("data/stadsdelsnamnder.csv", "namn"),
        ] {
            let scratch = try project()
            try scratch.write(header + "\n", to: file)
            for command in [
                ["check"], ["query", "persons"], ["query", "utilisation", "--by", "district"], ["report"],
            ] {
                let result = try Program.run(command, in: scratch.url)
                #expect([0, 1, 65].contains(result.code), "\(file) \(command): \(result.messages)")
            }
        }
    }

    @Test func `a measure of which the project has no data is refused, and none is given as nobody`() throws {
        let scratch = try Scratch()
        try scratch.write("person;insats;datum;timmar\na;Ledsagning;2019-03-01;2\n", to: "data/utforda-2019.csv")
        expect(try Program.run(["query", "persons"], in: scratch.url), code: 66, saying: ["persons", "beslut"])
        #expect(try Program.run(["query", "performed-hours"], in: scratch.url).code == 0)
    }

    @Test func `a fault of ours is one line in each language and code 70, never a dump of memory`() throws {
        let scratch = try Scratch()
        let pipe = scratch.url.appendingPathComponent("pipe.csv").path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        let messages = Pipe()
        process.arguments = [
            "-c", "mkfifo '\(pipe)'; '\(Program.path)' inspect '\(pipe)' & sleep 0.5; kill -s SEGV $!; wait $!",
        ]
        process.standardError = messages
        try process.run()
        let said = String(decoding: try messages.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 70)
        #expect(said.split(separator: "\n").count == 2, "\(said)")
    }

    @Test func `a directory given to inspect`() throws {
        expect(try Program.run(["inspect", "Sources"]), code: 66, saying: ["Sources"])
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `a file without permission to read it`() throws {
        let scratch = try project()
        let file = scratch.url.appendingPathComponent("data/utforda-2019.csv")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
        expect(try Program.run(["check"], in: scratch.url), code: 66, saying: ["data/utforda-2019.csv"])
    }

    @Test func `an unknown district is a fault with the nearest name`() throws {
        let scratch = try project()
        try scratch.write(
            Self.decisions.replacingOccurrences(of: "Bromma", with: "Brumma"), to: "data/beslut-2019.csv")
        let result = try Program.run(["check"], in: scratch.url)
        #expect(result.code == 1)
        #expect(result.output.contains("Brumma"))
        #expect(result.output.contains("Bromma"))
    }

    @Test func `strict stops at the first fault`() throws {
        let scratch = try project()
        try scratch.write(
            Self.decisions.replacingOccurrences(of: "Bromma", with: "Brumma"), to: "data/beslut-2019.csv")
        let result = try Program.run(["query", "persons", "--strict"], in: scratch.url)
        #expect(result.code == 65)
        #expect(result.output.isEmpty)
        #expect((1...2).contains(result.messages.split(separator: "\n").count))
    }

    @Test(arguments: [
        (["reprot"], "report"), (["query", "utilization"], "utilisation"),
        (["query", "persons", "--by", "distrikt"], "district"), (["explain", "flexible"], "flexible-use"),
    ]) func `a misspelt name gets the nearest right one`(typed: [String], right: String) throws {
        expect(try Program.run(typed), code: 64, saying: [right])
    }

    @Test func `a year without data`() throws {
        let scratch = try project()
        let result = try Program.run(["report", "--year", "1999"], in: scratch.url)
        #expect(result.code == 65 || result.code == 66)
        #expect((1...2).contains(result.messages.split(separator: "\n").count))
        #expect(!FileManager.default.fileExists(atPath: scratch.url.appendingPathComponent("reports/1999").path))
    }
}
