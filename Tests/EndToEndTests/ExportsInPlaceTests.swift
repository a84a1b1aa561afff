// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// A workbook that somebody has put in a folder, and the program beside it: what a newcomer has.
@Suite struct ExportsInPlaceTests {
    private static let options = ["--years", "2019", "--survey-waves", "0", "--without-truth", "-q"]

    /// A folder with a workbook of decisions and visits and nothing else; gives the workbook's name.
    private func write(into scratch: borrowing Scratch, in folder: String = "") throws -> String {
        let made = try Scratch()
        try SimulatedProject.write(into: made, Self.options + ["--export", "report-xlsx"], persons: 40, seed: 3)
        let found = try made.files(below: "data").filter { $0.path.hasSuffix(".xlsx") }
        let book = try #require(found.first)
        #expect(found.count == 1)
        let target = scratch.url.appendingPathComponent(folder)
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        let name = "Uppföljning av ledsagning.xlsx"
        try book.bytes.write(to: target.appendingPathComponent(name))
        return name
    }

    @Test func `check and report name the workbook and what to do, and then it works`() throws {
        let scratch = try Scratch()
        let name = try write(into: scratch)
        for command in ["check", "report"] {
            let result = try Program.run([command], in: scratch.url)
            #expect(result.code == 66 && result.messages.contains(name), "\(result.messages)")
            #expect(result.messages.contains("Kör ”ledsaga init”"), "\(result.messages)")
            #expect(!result.messages.lowercased().contains("csv"))
        }
        let made = try Program.run(["init"], in: scratch.url)
        #expect(made.code == 0 && made.messages.contains("skrev vad exporterna togs för"), "\(made.messages)")
        let settings = try String(
            contentsOf: scratch.url.appendingPathComponent("ledsaga.yaml"), encoding: .utf8)
        #expect(settings.contains("files: \(name), sheet:"), "\(settings.suffix(1500))")
        let ignored = try String(contentsOf: scratch.url.appendingPathComponent(".gitignore"), encoding: .utf8)
        #expect(ignored.contains("/\(name)\n"))
        let check = try Program.run(["check"], in: scratch.url)
        #expect(check.code == 0, "\(check.output)\(check.messages)")
        #expect(check.output.contains("räknas inte som utförd tid") || check.output.contains("beviljade beslut saknar"))
        let query = try Program.run(["query", "persons"], in: scratch.url)
        #expect(query.code == 0, "\(query.messages)")
        let report = try Program.run(["report", "-q"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let page = try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2019/uppfoljning-2019.md"), encoding: .utf8)
        #expect(page.contains("Rapporten bygger på 1 fil med 2 blad."), "\(page)")
    }

    @Test func `inspect and check count the same rows`() throws {
        let scratch = try Scratch()
        let name = try write(into: scratch, in: "data")
        let check = try Program.run(["check", "--format", "json", "-q"], in: scratch.url)
        let inspect = try Program.run(["inspect", "data/\(name)", "--format", "json"], in: scratch.url)
        struct Checked: Decodable {
            struct File: Decodable { let rows: Int, passed_over: [String: Int] }
            let files: [File]
        }
        struct Inspected: Decodable { let rows: Int, passed_over: [String: Int] }
        let checked = try JSONDecoder().decode(Checked.self, from: Data(check.output.utf8))
        let inspected = try inspect.output.split(separator: "\n").map {
            try JSONDecoder().decode(Inspected.self, from: Data($0.utf8))
        }
        #expect(Set(checked.files.map(\.rows)) == Set(inspected.map(\.rows)), "\(inspect.output.prefix(300))")
        #expect(Set(checked.files.map(\.passed_over)) == Set(inspected.map(\.passed_over)))
    }
}
