// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// No output overwrites an input, the key, the project file or a file that is not Ledsaga's own.
@Suite struct OverwritingTests {
    /// Every command that writes a file by a name it is given.
    private static let commands: [(arguments: [String], ending: String)] = [
        (["check", "-o"], "csv"), (["query", "persons", "-o"], "csv"),
        (["query", "persons", "--format", "html", "-o"], "html"),
        (["codebook", "data/enkat-brukare-2019.csv", "-o"], "yaml"),
        (["pseudonymise", "data/beslut-2019.csv", "-o"], "csv"), (["report", "--disclosure"], "json"),
    ]

    private func project() throws -> Scratch {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, persons: 20)
        try Program.run(["init", "-q"], in: scratch.url)
        try scratch.write("mina anteckningar\n", to: "data/anteckningar.txt")
        try scratch.write("namn;ort\nSiv;Solna\n", to: "annans.csv")
        let data = scratch.url.appendingPathComponent("data/utforda-2019.csv")
        try FileManager.default.linkItem(at: data, to: scratch.url.appendingPathComponent("samma.csv"))
        try FileManager.default.createSymbolicLink(
            at: scratch.url.appendingPathComponent("dit.csv"), withDestinationURL: data)
        return scratch
    }

    private func contents(_ scratch: borrowing Scratch) throws -> [String: Data] {
        Dictionary(uniqueKeysWithValues: try scratch.files().map { ($0.path, $0.bytes) })
    }

    @Test func `what is not the command's own is never overwritten, whatever name leads there`() throws {
        let scratch = try project()
        let before = try contents(scratch)
        let spared = [
            "data/utforda-2019.csv", "data/../data/beslut-2019.csv", "data/anteckningar.txt",
            "data/enkat-brukare.codebook.yaml", "ledsaga.yaml", "ledsaga.key", "rattelser.csv", "annans.csv",
            "samma.csv",
            "dit.csv", scratch.url.path + "/ledsaga.yaml",
        ]
        for (arguments, _) in Self.commands {
            for file in spared {
                let result = try Program.run(arguments + [file], in: scratch.url)
                #expect(result.code == 73, "\(arguments) \(file)")
                let lines = result.messages.split(separator: "\n")
                #expect((1...2).contains(lines.count) && result.messages.hasPrefix(file), "\(result.messages)")
            }
        }
        #expect(try contents(scratch) == before)
    }

    @Test func `what a command wrote before gives way to what it writes now, and to no other command`() throws {
        let scratch = try project()
        for (place, (arguments, ending)) in Self.commands.enumerated() {
            for round in 1...2 {
                let result = try Program.run(arguments + ["ut-\(place).\(ending)"], in: scratch.url)
                #expect(result.code <= 1, "\(arguments), round \(round): \(result.messages)")
            }
        }
        for (place, (arguments, _)) in Self.commands.enumerated() {
            for (other, command) in Self.commands.enumerated() where command.arguments[0] != arguments[0] {
                let result = try Program.run(arguments + ["ut-\(other).\(command.ending)"], in: scratch.url)
                #expect(result.code == 73, "\(place) over \(other)")
            }
        }
    }

    @Test(arguments: ["table", "csv", "csv-excel", "json", "jsonl", "md", "html"])
    func `an answer in any format gives way to the next`(format: String) throws {
        let scratch = try project()
        for options in [[], ["--internal"], ["--language", "en"], ["--language", "en", "--internal"], []] {
            let result = try Program.run(
                ["query", "granted-hours", "--by", "law", "--format", format, "-o", "svar"] + options, in: scratch.url)
            #expect(result.code == 0, "\(options): \(result.messages)")
        }
    }

    @Test func `standard output and the null device may be named`() throws {
        let scratch = try project()
        for name in ["-", "/dev/stdout", "/dev/null"] {
            let result = try Program.run(["check", "-q", "-o", name], in: scratch.url)
            #expect(result.code <= 1 && result.output.contains("kind,file,line") == (name != "/dev/null"), "\(name)")
        }
        #expect(try Program.run(["query", "persons", "-o", "-"], in: scratch.url).output.contains("status"))
    }

    @Test func `a report gives way to a report, and not to an answer`() throws {
        let scratch = try project()
        #expect(try Program.run(["report", "--year", "2019"], in: scratch.url).code == 0)
        let mine = ["tabeller/egna.csv", "stadsdelar/brev.docx", "uppfoljning-utkast.docx"]
        for name in mine { try scratch.write("mitt\n", to: "reports/2019/\(name)") }
        #expect(try Program.run(["report", "--year", "2019"], in: scratch.url).code == 0)
        let kept = Set(try scratch.files(below: "reports/2019").map(\.path))
        #expect(kept.isSuperset(of: mine), "what somebody else put in the folder stays")
        let tables = try scratch.files(below: "reports/2019/tabeller")
        let table = try #require(tables.first { $0.path.hasSuffix(".csv") })
        let file = "reports/2019/tabeller/\(table.path)"
        #expect(try Program.run(["query", "persons", "-o", file], in: scratch.url).code == 73)
        // A folder that holds somebody else's files by the names that a report would write.
        try scratch.write("mitt\n", to: "annat/2019/uppfoljning-2019.md")
        let result = try Program.run(["report", "--year", "2019", "-o", "annat"], in: scratch.url)
        #expect(result.code == 73, "\(result.messages)")
        #expect(try scratch.files(below: "annat").map(\.path) == ["2019/uppfoljning-2019.md"])
    }

    @Test func `simulated exports give way to simulated exports, and a project in use to none`() throws {
        let scratch = try Scratch()
        for seed in 1...2 { try SimulatedProject.write(into: scratch, persons: 20, seed: seed) }
        try Program.run(["init", "-q"], in: scratch.url)
        let before = try contents(scratch)
        let simulate = ["simulate", "-o", ".", "--persons", "20"]
        #expect(try Program.run(simulate, in: scratch.url).code == 73)
        #expect(try contents(scratch) == before)
        let real = try Scratch()
        try real.write("person;insats\n", to: "data/beslut-2019.csv")
        #expect(try Program.run(simulate, in: real.url).code == 73)
        #expect(try real.files().map(\.path) == ["data/beslut-2019.csv"])
    }
}
