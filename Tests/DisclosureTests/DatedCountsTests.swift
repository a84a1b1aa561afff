// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import TestSupport
import Testing

@testable import Disclosure

/// `--on 10-01`, then `10-02`: who asks of many days, in every breakdown, does not learn that one came or left.
@Suite struct DatedCountsTests {
    @Test(arguments: 4...10) func `a count is rounded to the nearest multiple of the threshold, whoever asks`(
        _ threshold: Int
    ) {
        var settings = DisclosureSettings()
        settings.threshold = threshold
        let dated = DatedCounts(settings)
        var ranges: [Double: [Int]] = [:]
        for count in threshold...200 {
            let rounded = dated.rounded(Double(count))
            #expect(rounded.truncatingRemainder(dividingBy: Double(threshold)) == 0)
            #expect((rounded - Double(count)).magnitude * 2 <= Double(threshold))
            ranges[rounded, default: []].append(count)
        }
        // Who sees a rounded count has several to choose among.
        #expect(ranges.filter { $0.key < 190 }.allSatisfy { $0.value.count >= 2 })
        let words = [4: "fyra", 5: "fem", 6: "sex", 7: "sju", 8: "åtta", 9: "nio", 10: "tio"]
        #expect(dated.note.swedish.contains("jämnt upp i \(words[threshold] ?? "?") "))
    }

    @Test func `zero is shown, few are hidden, and no n stands beside a rounded count`() throws {
        let town = Town(seed: 1, persons: 40)
        for day in 1...28 {
            let table = try town.released(by: [.district, .sex], month: 10, day: day)
            for (row, count) in zip(table.table.rows, table.counts) {
                switch row.cell {
                case .shown(let value) where count == 0: #expect(value.value == 0 && value.exactness == .exact)
                case .shown(let value):
                    #expect(count >= 5 && value.exactness == .rounded && value.persons == nil)
                    #expect(value.numerator == nil && value.denominator == nil && value.lower == nil)
                case .hidden: #expect(count > 0)
                case .notApplicable: Issue.record("\(row.key)")
                }
                #expect(row.known == ReleasedTable.KnownParts())
            }
            #expect(table.table.notes.contains(DatedCounts(DisclosureSettings()).note))
        }
    }

    /// Every day of two months in every breakdown, all put together: totals are at most the sum of their classes, a class
    /// at most its total, sexes add. No small difference between two days is left as the only one possible.
    @Test(arguments: 0..<12) func `who asks of every day in every breakdown learns of no single person`(
        _ seed: UInt64
    ) throws {
        let town = Town(seed: seed, persons: [20, 35, 60, 110][Int(seed % 4)])
        let breakdowns: [[Dimension]] = [[], [.sex], [.law], [.district], [.district, .sex], [.law, .sex]]
        var days: [[[String: String]: (range: ClosedRange<Int>, count: Int)]] = []
        for month in 9...10 {
            for day in 1...30 {
                var seen: [[String: String]: (range: ClosedRange<Int>, count: Int)] = [:]
                for breakdown in breakdowns {
                    let table = try town.released(by: breakdown, month: month, day: day)
                    for (row, count) in zip(table.table.rows, table.counts) {
                        var cell: [String: String] = [:]
                        for category in row.key where category.dimension != .year && category.kind != .total {
                            cell[category.dimension.rawValue] = category.code
                        }
                        let range = Self.range(row.cell)
                        let before = seen[cell]?.range ?? range
                        let both = max(before.lowerBound, range.lowerBound)...min(before.upperBound, range.upperBound)
                        seen[cell] = (both, count)
                    }
                }
                days.append(Self.propagated(seen))
            }
        }
        var small = 0
        for first in days.indices {
            for second in days.indices where second > first {
                for (cell, now) in days[second] {
                    guard let then = days[first][cell] else { continue }
                    let difference = (now.count - then.count).magnitude
                    #expect(now.range.contains(now.count) && then.range.contains(then.count))
                    guard (1...4).contains(difference) else { continue }
                    small += 1
                    let least = now.range.lowerBound - then.range.upperBound
                    let most = now.range.upperBound - then.range.lowerBound
                    // Zero is shown, and the few beside it are then between one and four.
                    #expect(most - least >= (then.count == 0 || now.count == 0 ? 1 : 2), "\(cell): \(then) \(now)")
                }
            }
        }
        #expect(small > 100, "the town has people who come and leave")
    }

    /// What who sees the cell knows of the count.
    private static func range(_ cell: ReleasedCell) -> ClosedRange<Int> {
        guard case .shown(let value) = cell else { return 1...500 }
        let number = Int(value.value)
        return value.exactness == .exact ? number...number : max(5, number - 2)...number + 2
    }

    /// Bounds as sums of classes give them, until nothing gives more.
    private static func propagated(
        _ cells: [[String: String]: (range: ClosedRange<Int>, count: Int)]
    ) -> [[String: String]: (range: ClosedRange<Int>, count: Int)] {
        var cells = cells
        func cut(_ cell: [String: String], _ low: Int, _ high: Int) -> Bool {
            guard let known = cells[cell] else { return false }
            let range =
                max(
                    low, known.range.lowerBound)...max(
                    max(low, known.range.lowerBound), min(high, known.range.upperBound))
            if range == known.range { return false }
            cells[cell]?.range = range
            return true
        }
        var isMoving = true
        while isMoving {
            isMoving = false
            for total in cells.keys {
                for dimension in ["sex", "law", "district"] where total[dimension] == nil {
                    let parts = cells.keys.filter { part in
                        part[dimension] != nil && part.count == total.count + 1
                            && total.allSatisfy { part[$0.key] == $0.value }
                    }
                    guard !parts.isEmpty, let whole = cells[total]?.range else { continue }
                    let low = parts.map { cells[$0]!.range.lowerBound }
                    let high = parts.map { cells[$0]!.range.upperBound }
                    let adds = dimension == "sex"
                    isMoving = cut(total, adds ? low.reduce(0, +) : low.max()!, high.reduce(0, +)) || isMoving
                    for (place, part) in parts.enumerated() {
                        let others = high.reduce(0, +) - high[place]
                        let least = low.reduce(0, +) - low[place]
                        isMoving =
                            cut(part, whole.lowerBound - others, adds ? whole.upperBound - least : whole.upperBound)
                            || isMoving
                    }
                }
            }
        }
        return cells
    }

    /// People who come and leave through the autumn, some with both laws or two boards.
    private struct Town {
        let dataset: Dataset
        let tabulator: Tabulator

        init(seed: UInt64, persons: Int) {
            var random = SeededGenerator(seed: seed)
            var data = Dataset(
                services: [Service(name: "Ledsagning", law: .sol), Service(name: "Ledsagarservice", law: .lss)],
                division: Division(["A", "B", "C"].map { District(name: $0) }))
            for person in 0..<persons {
                data.persons.append(Person(birthYear: 1980, sex: Bool.random(using: &random) ? .female : .male))
                for _ in 0..<(Int.random(in: 0..<6, using: &random) == 0 ? 2 : 1) {
                    let isLSS = Bool.random(using: &random)
                    let stays = Int.random(in: 0..<3, using: &random) > 0
                    let from = CivilDate(
                        year: 2019, month: stays ? 1 : Int.random(in: 8...10, using: &random),
                        day: Int.random(in: 1...28, using: &random))!
                    var decision = Decision(
                        person: PersonIndex(person), service: isLSS ? 1 : 0, law: isLSS ? .lss : .sol,
                        district: DistrictIndex(Int.random(in: 0..<3, using: &random)), from: from, hours: Hours(10))
                    if Int.random(in: 0..<3, using: &random) == 0 {
                        decision.to = CivilDate(
                            year: 2019, month: Int.random(in: 10...11, using: &random),
                            day: Int.random(in: 1...28, using: &random))
                    }
                    data.decisions.append(decision)
                }
            }
            dataset = data
            tabulator = Tabulator(data)
        }

        func released(
            by dimensions: [Dimension], month: Int, day: Int
        ) throws -> (table: ReleasedTable, counts: [Int]) {
            let question = Question(
                .persons, .onDay(month: month, day: day), by: dimensions, years: 2019...2019, totals: true)
            let tabulation = try tabulator.tabulate(question)
            let table = ReleasePolicy(DisclosureSettings(), division: dataset.division).release([tabulation]).tables[0]
            return (table, tabulation.rows.map { Int($0.measurement.value ?? 0) })
        }
    }
}
