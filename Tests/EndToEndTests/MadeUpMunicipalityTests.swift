// SPDX-License-Identifier: EUPL-1.2
import Foundation
import TestSupport
import Testing

/// A municipality that is made up whole, its population too: there persons are held against inhabitants.
@Suite struct MadeUpMunicipalityTests {
    private static func report(_ scratch: borrowing Scratch) throws -> (text: String, page: String) {
        try SimulatedProject.write(
            into: scratch, ["--boards", "made-up", "--years", "2018..2019", "--survey-waves", "0", "--without-truth"],
            persons: 700)
        let report = try Program.run(["report", "--year", "2019", "-q"], in: scratch.url)
        try #require(report.code == 0, "\(report.messages)")
        func file(_ name: String) throws -> String {
            try String(contentsOf: scratch.url.appending(path: "reports/2019/\(name)"), encoding: .utf8)
        }
        return (try file("uppfoljning-2019.md"), try file("uppfoljning-2019.html"))
    }

    /// The part of a page from one line that begins so to the next that does.
    private static func part(_ text: String, from first: String, to last: String) throws -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix(first) })
        let end = try #require(lines[(start + 1)...].firstIndex { $0.hasPrefix(last) })
        return lines[start..<end].joined(separator: "\n") + "\n"
    }

    @Test func `chapter 6 compares persons per inhabitants and per entitled to paratransit`() throws {
        let scratch = try Scratch()
        let (text, page) = try Self.report(scratch)
        let chapter = try Self.part(text, from: "## 6 ", to: "## 7 ")
        try GoldenFile.expect(chapter, is: "made-up-chapter-6.md")
        for id in ["persons-per-10000", "persons-per-1000-paratransit"] {
            // A table-chart with intervals, a funnel in two widths, each an image with a name.
            for image in ["stadsdelar-\(id)-chart-title", "tratt-\(id)-wide-title", "tratt-\(id)-narrow-title"] {
                #expect(page.contains("id=\"\(image)\""), "\(image)")
            }
        }
        let audit = try Program.run(["audit", "reports/2019"], in: scratch.url)
        #expect(audit.code == 0, "\(audit.output)")
    }

    @Test func `made-up boards and faults do not go together, and it is said`() throws {
        let scratch = try Scratch()
        let result = try Program.run(
            ["simulate", "--output", "ut", "--boards", "made-up", "--faults"], in: scratch.url)
        #expect(result.code == 64)
        #expect(result.messages.contains("--faults gäller Stockholms nämnder"))
    }
}
