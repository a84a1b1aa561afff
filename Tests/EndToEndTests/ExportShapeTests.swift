// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// `simulate --export`: a project in any shape answers as the canonical one does.
@Suite struct ExportShapeTests {
    private static let options = ["--years", "2019", "--survey-waves", "0", "--without-truth", "-q"]

    private func answer(_ measure: String, _ shape: String) throws -> String {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, Self.options + ["--export", shape], persons: 25, seed: 3)
        let result = try Program.run(
            ["query", measure, "--by", "year", "--total", "--internal", "--format", "csv"], in: scratch.url)
        try #require(result.code == 0, "\(shape): \(result.messages)")
        return result.output
    }

    @Test(arguments: ["lifecare", "wide", "credits", "hours-three-ways", "boards"])
    func `a project in a shape answers with the settings that are written beside it`(shape: String) throws {
        for measure in ["persons", "granted-hours"] {
            #expect(try answer(measure, shape) == answer(measure, "canonical"), "\(shape) \(measure)")
        }
    }

    @Test func `without the option the canonical shape is written`() throws {
        let plain = try Scratch()
        let canonical = try Scratch()
        try SimulatedProject.write(into: plain, Self.options, persons: 10)
        try SimulatedProject.write(into: canonical, Self.options + ["--export", "canonical"], persons: 10)
        let isSame = try plain.files().map(\.bytes) == canonical.files().map(\.bytes)
        #expect(isSame)
    }

    @Test(arguments: [["--faults"], ["--encoding", "utf-16le"], ["--form", "months"]])
    func `a shape and what would change it do not go together, and it is said`(options: [String]) throws {
        let scratch = try Scratch()
        let result = try Program.run(
            ["simulate", "--output", "ut", "--export", "wide"] + options, in: scratch.url)
        #expect(result.code == 64)
        #expect(result.messages.contains("Utelämna \(options[0])"), "\(result.messages)")
    }

    @Test func `a shape that is not there is a usage error that lists those that are`() throws {
        let scratch = try Scratch()
        let result = try Program.run(["simulate", "--output", "ut", "--export", "excel"], in: scratch.url)
        #expect(result.code == 64)
        #expect(result.messages.contains("report-xlsx"), "\(result.messages)")
    }

    @Test func `no file of another project gives way`() throws {
        let scratch = try Scratch()
        try scratch.write("egna uppgifter\n", to: "data/BESLUT.TXT")
        let result = try Program.run(
            ["simulate", "--output", ".", "--export", "wide", "--persons", "5"] + Self.options, in: scratch.url)
        #expect(result.code == 73)
        let text = try String(contentsOf: scratch.url.appending(path: "data/BESLUT.TXT"), encoding: .utf8)
        #expect(text == "egna uppgifter\n")
    }
}
