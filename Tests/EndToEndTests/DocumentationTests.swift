// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Every command line in the README and the guide runs, in a project like the one they speak of.
@Suite struct DocumentationTests {
    private func commandLines(of file: String) throws -> [String] {
        let text = try String(contentsOf: Repository.root.appendingPathComponent(file), encoding: .utf8)
        return text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("ledsaga ") }
    }

    @Test(arguments: ["README.md", "docs/handledning.md"])
    func `every command line in the documentation runs`(file: String) throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch)
        let lines = try commandLines(of: file)
        #expect(lines.count >= 5)
        for line in lines {
            let arguments = line.split(separator: " ").dropFirst().map(String.init)
            let result = try Program.run(arguments, in: scratch.url)
            #expect(result.code == 0, "\(line): \(result.messages)")
        }
    }

    @Test func `every command has help with an example`() throws {
        for command in [
            "init", "simulate", "inspect", "check", "report", "audit", "query", "measures", "explain", "pseudonymise",
            "codebook",
        ] {
            let result = try Program.run([command, "--help"])
            #expect(result.code == 0)
            #expect(result.output.contains("ledsaga \(command)"), "\(command)")
        }
    }
}
