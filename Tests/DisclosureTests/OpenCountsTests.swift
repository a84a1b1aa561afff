// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import TestSupport
import Terms
import Testing

@testable import Disclosure

/// An outsider with the pages' table and the open one beside it, who tries every whole number. Written apart from the
/// gate, from what is printed.
private struct Guesser {
    /// For each unknown the values left to try, and how they add: hidden counts first, then rounded numbers left out.
    private var candidates: [[Int]] = []
    private var sums: [(terms: [(unknown: Int, coefficient: Int)], rest: Int)] = []
    /// Pairs of a hidden count and the number that stands for it.
    private var near: [(count: Int, published: Int, reach: Int)] = []
    let hidden: [Int]

    init(_ page: ReleasedTable, _ open: ReleasedTable, reach: Int, base: Int?) {
        func shown(_ cell: ReleasedCell) -> Int? {
            if case .shown(let value) = cell { Int(value.value) } else { nil }
        }
        hidden = page.rows.indices.filter { page.rows[$0].cell == .hidden }
        var counts: [Int: Int] = [:]
        for (place, row) in hidden.enumerated() {
            counts[row] = place
            let number = shown(open.rows[row].cell)
            candidates.append(number.map { Array(max(1, $0 - reach)...($0 + reach)) } ?? Array(1...60))
        }
        var left: [Int: Int] = [:]
        if let base {
            for row in open.rows.indices where open.rows[row].cell == .hidden {
                left[row] = candidates.count
                near.append((counts[row] ?? 0, candidates.count, reach))
                candidates.append(Array(stride(from: 0, through: 60, by: base)))
            }
        }
        for table in [(page, counts)] + (base == nil ? [] : [(open, left)]) {
            for (place, total, parts) in Self.sums(of: table.0) {
                _ = place
                var terms: [(unknown: Int, coefficient: Int)] = []
                var rest = 0
                for (row, coefficient) in [(total, 1)] + parts.map({ ($0, -1) }) {
                    if let unknown = table.1[row] {
                        terms.append((unknown, coefficient))
                    } else {
                        rest -= coefficient * (shown(table.0.rows[row].cell) ?? 0)
                    }
                }
                if !terms.isEmpty { sums.append((terms, rest)) }
            }
        }
    }

    private static func sums(of table: ReleasedTable) -> [(Int, Int, [Int])] {
        table.dimensions.indices.dropFirst().flatMap { place in
            table.rows.indices.filter { table.rows[$0].key[place].kind == .total }.map { total in
                let parts = table.rows.indices.filter { part in
                    table.rows[part].key[place].kind != .total
                        && table.dimensions.indices.allSatisfy {
                            $0 == place || table.rows[part].key[$0] == table.rows[total].key[$0]
                        }
                }
                return (place, total, parts)
            }
        }
    }

    /// Whether a hidden count can be something else than what it is.
    func canBeOther(_ place: Int, than truth: Int) -> Bool {
        var guess = candidates.map { _ in Int.min }
        for value in candidates[place].sorted(by: { abs($0 - truth) < abs($1 - truth) }) where value != truth {
            guess[place] = value
            var tries = 20_000
            if isPossible(guess, &tries) { return true }
            guess[place] = .min
        }
        return false
    }

    /// Fills in what sums with one unknown left tell, then tries the unknown with fewest candidates.
    private func isPossible(_ start: [Int], _ tries: inout Int) -> Bool {
        tries -= 1
        if tries < 0 { return false }
        var guess = start
        var changed = true
        while changed {
            changed = false
            for (terms, rest) in sums {
                let open = terms.filter { guess[$0.unknown] == .min }
                let known = terms.filter { guess[$0.unknown] != .min }.reduce(0) {
                    $0 + $1.coefficient * guess[$1.unknown]
                }
                if open.isEmpty, known != rest { return false }
                guard open.count == 1 else { continue }
                let value = (rest - known) * open[0].coefficient
                guard candidates[open[0].unknown].contains(value) else { return false }
                guess[open[0].unknown] = value
                changed = true
            }
        }
        for (count, published, reach) in near where guess[count] != .min && guess[published] != .min {
            if abs(guess[count] - guess[published]) > reach { return false }
        }
        guard
            let next = guess.indices.filter({ guess[$0] == .min }).min(by: {
                candidates[$0].count < candidates[$1].count
            })
        else { return true }
        for value in candidates[next] {
            guess[next] = value
            if isPossible(guess, &tries) { return true }
        }
        return false
    }
}

@Suite struct `Counts of open tables` {
    private static func settings(_ method: DisclosureSettings.Method, base: Int = 3) -> DisclosureSettings {
        var settings = DisclosureSettings()
        settings.method = method
        settings.roundingBase = base
        return settings
    }

    /// A table of counts by one or two dimensions, every person with a key.
    private static func table(_ random: inout SeededGenerator) -> Tabulation {
        var dimensions: [(Dimension, [String])] = [(.district, ["A", "B", "C", "D"])]
        if Bool.random(using: &random) { dimensions.append((.sex, ["female", "male"])) }
        let most = [6, 15, 40].randomElement(using: &random)!
        var table = TableMaker(content: .count, dimensions: dimensions).tabulation { _, _ in
            TableMaker.Inner(persons: Int.random(in: 0...most, using: &random))
        }
        for row in table.rows.indices { table.rows[row].measurement.keySum = random.next() }
        return table
    }

    @Test(arguments: [
        (DisclosureSettings.Method.rounding, 3), (.rounding, 5), (.cellKey, 3),
    ])
    func `beside the pages they leave more than one value to every hidden count`(
        _ method: DisclosureSettings.Method, _ base: Int
    ) throws {
        var random = SeededGenerator(seed: UInt64(base))
        let settings = Self.settings(method, base: base)
        var (changed, left) = (0, 0)
        for _ in 0..<60 {
            let table = Self.table(&random)
            let release = ReleasePolicy(settings).release([table])
            let (page, open) = (release.tables[0], release.openTables[0])
            let perturbation = try #require(open.perturbation)
            let reach = perturbation.largestChange
            for (row, cell) in zip(table.rows, open.rows.map(\.cell)) {
                guard case .shown(let value) = cell else { continue }
                #expect(value.exactness == (method == .rounding ? .rounded : .perturbed))
                #expect(abs(value.value - row.measurement.value!) <= Double(reach))
                #expect(value.persons == nil && value.numerator == nil)
                if method == .rounding { #expect(Int(value.value) % base == 0) }
            }
            if release.unprotected > 0 { continue }
            let guesser = Guesser(page, open, reach: reach, base: method == .rounding ? base : nil)
            for (place, row) in guesser.hidden.enumerated() {
                #expect(guesser.canBeOther(place, than: Int(table.rows[row].measurement.value!)))
                if open.rows[row].cell == .hidden { left += 1 } else { changed += 1 }
            }
        }
        // Most of what the pages hide can be told this way.
        #expect(changed > left)
    }

    @Test func `rounded numbers add, and one number is alike in every table`() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<20 {
            var counts: [[String]: Int] = [:]
            let maker = { (dimensions: [(Dimension, [String])]) in
                TableMaker(content: .count, dimensions: dimensions).tabulation { _, codes in
                    var sum = 0
                    for (key, count) in counts where codes.allSatisfy(key.contains) { sum += count }
                    return TableMaker.Inner(persons: sum)
                }
            }
            let (boards, sexes) = (["A", "B", "C", "D", "E"], ["female", "male"])
            for board in boards { for sex in sexes { counts[[board, sex]] = Int.random(in: 0...30, using: &random) } }
            let tables = [
                maker([(.district, boards)]), maker([(.sex, sexes)]), maker([(.district, boards), (.sex, sexes)]),
            ]
            let release = ReleasePolicy(Self.settings(.rounding)).release(tables)
            var seen: [String: Double] = [:]
            for table in release.openTables {
                #expect(try #require(table.perturbation).isAdditive)
                for row in table.rows {
                    guard case .shown(let value) = row.cell else { continue }
                    let name = row.key.filter { $0.kind != .total }.map(\.code).sorted().joined(separator: "/")
                    #expect(seen.updateValue(value.value, forKey: name) ?? value.value == value.value)
                }
                let whole = table.rows.filter { $0.key.dropFirst().allSatisfy { $0.kind == .total } }
                let parts = table.rows.filter { $0.key.dropFirst().allSatisfy { $0.kind != .total } }
                func sum(_ rows: [ReleasedTable.Row]) -> Double? {
                    let values = rows.compactMap { if case .shown(let value) = $0.cell { value.value } else { nil } }
                    return values.count == rows.count ? values.reduce(0, +) : nil
                }
                if let total = sum(whole), let sum = sum(parts) { #expect(total == sum) }
            }
        }
    }

    @Test func `only counts are changed, and pages never are`() {
        let dimensions: [(Dimension, [String])] = [(.district, ["A", "B", "C"])]
        let inner = { (_: Int, codes: [String]) in
            let n = ["A": 3, "B": 14, "C": 40][codes[0]]!
            return TableMaker.Inner(persons: n, x: n / 2, hours: Array(repeating: 10, count: n))
        }
        let tables = TableMaker.Content.allCases.map {
            TableMaker(content: $0, dimensions: dimensions).tabulation(inner)
        }
        let plain = ReleasePolicy(DisclosureSettings()).release(tables)
        let rounded = ReleasePolicy(Self.settings(.rounding)).release(tables)
        #expect(plain.openTables.map { $0.rows.map(\.cell) } == plain.tables.map { $0.rows.map(\.cell) })
        #expect(rounded.tables.map { $0.rows.map(\.cell) } == plain.tables.map { $0.rows.map(\.cell) })
        for (content, (open, table)) in zip(TableMaker.Content.allCases, zip(rounded.openTables, rounded.tables)) {
            #expect((open.perturbation != nil) == (content == .count))
            if content != .count { #expect(open.rows.map(\.cell) == table.rows.map(\.cell)) }
        }
        #expect(rounded.method.last!.swedish.contains("går jämnt upp i 3"))
    }

    @Test func `without record keys counts stay with suppression`() {
        let table = TableMaker(content: .count, dimensions: [(.sex, ["female", "male"])]).tabulation { _, codes in
            TableMaker.Inner(persons: codes[0] == "female" ? 3 : 20)
        }
        let release = ReleasePolicy(Self.settings(.cellKey)).release([table])
        #expect(release.openTables[0].perturbation == nil)
        #expect(release.openTables[0].rows.map(\.cell) == release.tables[0].rows.map(\.cell))
    }

    @Test func `a wider protection hides more, and every rule is explained with the settings in force`() {
        let table = TableMaker(content: .count, dimensions: [(.district, ["A", "B", "C", "D"])]).tabulation {
            TableMaker.Inner(persons: ["A": 4, "B": 6, "C": 6, "D": 60][$1[0]]!)
        }
        var wide = DisclosureSettings()
        wide.protection = 9
        let narrow = ReleasePolicy(DisclosureSettings()).release([table])
        #expect(ReleasePolicy(wide).release([table]).hidden > narrow.hidden)

        wide.threshold = 7
        for rule in PrimaryRule.allCases {
            let explanation = DisclosureExplanation.named(rule.rawValue, wide)
            #expect(explanation?.summary == rule.text(wide))
            #expect(explanation?.example.isEmpty == false)
        }
        #expect(DisclosureExplanation.named("disclosure.threshold", wide)?.settings.map(\.value) == ["7"])
        #expect(DisclosureExplanation.named("protection", wide)?.summary.english.contains("at least 9") == true)
        for name in DisclosureExplanation.all(wide).flatMap(\.seeAlso) {
            #expect(DisclosureExplanation.named(name, wide) != nil, "\(name)")
        }
    }
}
