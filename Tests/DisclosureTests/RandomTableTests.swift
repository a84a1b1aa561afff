// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import TestSupport
import Terms
import Testing

@testable import Disclosure

@Suite struct `Random tables` {
    private static let all: [(Dimension, Int)] = [(.district, 5), (.law, 2), (.age, 3), (.sex, 2), (.provider, 4)]

    private static func maker(_ random: inout SeededGenerator, _ content: TableMaker.Content) -> TableMaker {
        var dimensions: [(Dimension, [String])] = []
        for (dimension, most) in all.shuffled(using: &random).prefix([1, 2, 2, 2, 3].randomElement(using: &random)!) {
            var codes = (0..<Int.random(in: 2...most, using: &random)).map { "\(dimension.rawValue)\($0)" }
            if Int.random(in: 0..<3, using: &random) == 0 { codes.append("unknown") }
            dimensions.append((dimension, codes))
        }
        return TableMaker(content: content, dimensions: dimensions)
    }

    private static func inner(_ random: inout SeededGenerator, _ persons: Int) -> TableMaker.Inner {
        TableMaker.Inner(
            persons: persons, x: Int.random(in: 0...persons, using: &random),
            hours: (0..<persons).map { _ in Double(Int.random(in: 1...120, using: &random)) / 4 })
    }

    @Test(arguments: 0..<25)
    func `no hidden number follows from the table it stands in`(_ batch: Int) {
        var random = SeededGenerator(seed: UInt64(batch))
        let policy = ReleasePolicy(DisclosureSettings())
        for round in 0..<40 {
            let content = TableMaker.Content.allCases[round % 4]
            let maker = Self.maker(&random, content)
            // From a sparse table of ones and twos to a dense one of dozens.
            let most = [2, 6, 15, 40][Int.random(in: 0..<4, using: &random)]
            let density = Int.random(in: 2...10, using: &random)
            let table = maker.tabulation { _, _ in
                let isEmpty = Int.random(in: 0..<10, using: &random) >= density
                return Self.inner(&random, isEmpty ? 0 : Int.random(in: 0...most, using: &random))
            }
            let released = policy.release([table]).tables[0]
            #expect(released.rows.map(\.key) == table.rows.map(\.key))
            #expect(RationalAttack.exposed(in: released).isEmpty, "batch \(batch), round \(round)")
            let rules = PrimaryRules(policy.settings)
            for (row, cell) in zip(table.rows, released.rows.map(\.cell)) where rules.judge(row.measurement).isHidden {
                #expect(cell == .hidden)
            }
        }
    }

    @Test func `nothing is hidden when nothing is small`() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<30 {
            for content in TableMaker.Content.allCases {
                let table = Self.maker(&random, content).tabulation { _, _ in
                    TableMaker.Inner(persons: 24, x: 12, hours: Array(repeating: 10, count: 24))
                }
                #expect(ReleasePolicy(DisclosureSettings()).release([table]).hidden == 0)
            }
        }
    }

    @Test func `the same tables give the same pattern`() {
        var random = SeededGenerator(seed: 3)
        let tables = TableMaker.Content.allCases.map { content in
            Self.maker(&random, content).tabulation { _, _ in Self.inner(&random, Int.random(in: 0...9, using: &random))
            }
        }
        let first = ReleasePolicy(DisclosureSettings()).release(tables)
        for _ in 0..<5 {
            let again = ReleasePolicy(DisclosureSettings()).release(tables)
            #expect(again.tables.map { $0.rows.map(\.cell) } == first.tables.map { $0.rows.map(\.cell) })
        }
    }
}
