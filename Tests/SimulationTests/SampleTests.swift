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

    @Test func `the sample is below ten megabytes`() {
        let size = SimulatedMunicipality(.sample).files().reduce(0) { $0 + $1.bytes.count }
        #expect(size < 10_000_000)
    }
}
