// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

@testable import Terms

@Suite struct SimulatedNamingTests {
    private static let text: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return (try? String(contentsOf: root.appending(path: "docs/likvardighet.md"), encoding: .utf8)) ?? ""
    }()

    private static func written(_ rate: SimulatedNaming.Rate) -> String {
        "\(rate.perThousand / 10),\(rate.perThousand % 10) %"
    }

    @Test func `docs say what the report says of a board's size`() {
        for (points, rates) in SimulatedNaming.power {
            let row = "| \(points) |" + rates.map { " \(Self.written($0)) |" }.joined()
            #expect(Self.text.contains(row), "\(row)")
        }
    }

    @Test func `docs say how often boards are named, and the promises hold`() {
        let rows = Self.text.split(separator: "\n").filter { $0.hasPrefix("| **") }
        #expect(rows.count == 2)
        let (none, one) = (SimulatedNaming.namedWithoutDifference, SimulatedNaming.namedOfTwentyPoints)
        let (adjusted, among) = (SimulatedNaming.adjustedAmongUnequal, SimulatedNaming.namedAmongUnequal)
        #expect(rows.first?.hasSuffix(" \(Self.written(adjusted)) |") == true)
        #expect(
            rows.last?.hasSuffix(" \(Self.written(none)) | \(Self.written(one)) | \(Self.written(among)) |") == true)
        #expect(none.share <= 0.05 && one.share >= 0.8 && adjusted.share <= 0.1)
        #expect(SimulatedNaming.possibleWithinTen.share < 0.8)
    }
}
