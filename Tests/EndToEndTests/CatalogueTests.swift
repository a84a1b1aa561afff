// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// What a translator is handed holds what the program says.
@Suite struct CatalogueTests {
    private func listing(_ arguments: [String]) throws -> (code: Int32, text: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = Repository.root.appendingPathComponent("Scripts/phrases")
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test func `every phrase is in one list, from help to the report`() throws {
        let (code, text) = try listing([])
        #expect(code == 0)
        for row in [
            "Läs allt och säg vad som inte går att läsa.,Read everything and tell what cannot be read.",
            "okänd insats,unknown service", "Hur många hade insatsen?,How many had the service?",
            "Inställningar som påverkar siffrorna,Settings that affect the numbers",
        ] {
            #expect(text.contains(row), "\(row)")
        }
        #expect(text.split(separator: "\n").count > 1000)
    }

    @Test func `no sentence for a person stands outside the list`() throws {
        #expect(try listing(["--check"]).code == 0)
    }
}
