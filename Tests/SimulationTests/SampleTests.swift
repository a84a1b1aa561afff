// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

@testable import Simulation

struct SampleTests {
    private var dataFolder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("data")
    }

    @Test func `the sample in data is what the simulator makes`() throws {
        let records = ProcessInfo.processInfo.environment["RECORD"] != nil
        for file in SimulatedMunicipality(.sample).files() {
            let url = dataFolder.appendingPathComponent(file.name)
            if records { try Data(file.bytes).write(to: url) }
            let isSame = try Data(contentsOf: url) == Data(file.bytes)
            #expect(isSame, "data/\(file.name) differs; RECORD=1 writes it anew")
        }
    }

    @Test func `the sample's project file is the one that goes with simulated exports`() throws {
        let file = SimulatedProject.file(.sample)
        let url = dataFolder.deletingLastPathComponent().appending(path: file.name)
        if ProcessInfo.processInfo.environment["RECORD"] != nil { try Data(file.bytes).write(to: url) }
        let isSame = try Data(contentsOf: url) == Data(file.bytes)
        #expect(isSame, "ledsaga.yaml differs; RECORD=1 writes it anew")
    }

    @Test func `in the sample the share of performed hours rises somewhat and half use their hours flexibly`() throws {
        let figures = Truth(SimulatedMunicipality(.sample)).figures.filter {
            $0.breakdown == "total" && $0.year == 2019
        }
        let change = try #require(figures.first { $0.measure == "utilisation-change" })
        let rise = try #require(change.value)
        let standardError = try #require(change.standardError)
        #expect((0.02...0.03).contains(rise))
        #expect(rise > 3 * standardError)
        let flexible = try #require(figures.first { $0.measure == "flexible-use F1/D1/spell" }?.value)
        #expect((0.49...0.51).contains(flexible))
    }

    @Test func `the sample is below ten megabytes`() {
        let size = SimulatedMunicipality(.sample).files().reduce(0) { $0 + $1.bytes.count }
        #expect(size < 10_000_000)
    }
}
