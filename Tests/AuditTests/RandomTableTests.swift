// SPDX-License-Identifier: EUPL-1.2
import Audit
import Terms
import Testing

/// Small tables made at random, some numbers hidden at random: what the audit says must be true of the numbers that were
/// hidden, and what it says is open must be so.
@Suite struct `The audit of random tables` {
    /// SplitMix64: the same tables every time.
    private struct Chance {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(bound))
        }
    }

    private static let sexes = ["female", "male", "total"]
    private static let ages = ["0-22", "23-64", "65+", "total"]

    /// Counts by sex and age with their totals, and which of them are hidden.
    private static func town(_ seed: Int) -> (counts: [[String]: Int], hidden: Set<[String]>) {
        var chance = Chance(state: UInt64(seed))
        var counts: [[String]: Int] = [:]
        for sex in sexes.dropLast() {
            for age in ages.dropLast() {
                let count = 1 + chance.next(5)
                for key in [[sex, age], [sex, "total"], ["total", age], ["total", "total"]] {
                    counts[key, default: 0] += count
                }
            }
        }
        var hidden: Set<[String]> = []
        for key in counts.keys.sorted(by: { $0.joined() < $1.joined() }) where key != ["total", "total"] {
            if counts[key, default: 0] < 5 || chance.next(3) == 0 { hidden.insert(key) }
        }
        return (counts, hidden)
    }

    @Test(arguments: 0..<60) func `says of hidden numbers what is true, and all that is`(seed: Int) throws {
        let (counts, hidden) = Self.town(seed)
        var folder = PublishedFolder()
        folder.sentence = "Ledsagning."
        folder.label = "Ledsagning"
        folder.tables["counts"] = .init(
            dimensions: ["year", "sex", "age"], unit: "persons",
            rows: Self.sexes.flatMap { sex in
                Self.ages.map { age in
                    let text = hidden.contains([sex, age]) ? "" : "\(counts[[sex, age], default: 0])"
                    return .init(codes: ["2019", sex, age], value: text, n: text)
                }
            }, quantities: ["value": "persons", "n": "persons"])
        let audit = try folder.withFolder { try Audit(folder: $0) }
        #expect(audit.contradictions.isEmpty)
        #expect(Set(audit.hidden.map { Array($0.codes.dropFirst()) }) == hidden)
        let possible = Self.possible(counts, hidden)
        for cell in audit.hidden {
            let key = Array(cell.codes.dropFirst())
            let values = try #require(possible[key])
            let truth = Double(counts[key, default: 0])
            #expect(cell.low ?? 0 <= truth && truth <= cell.high ?? .infinity)
            let (least, most) = (values.min() ?? 0, values.max() ?? 0)
            // Fewer than three values are left, or one that begins at the least.
            let isNarrow = values.count == 1 || (values.count == 2 && least > 1)
            #expect(cell.isNarrowed == isNarrow, "\(key): \(least)–\(most)")
            if isNarrow { #expect(cell.low == Double(least) && cell.high == Double(most) && !cell.steps.isEmpty) }
        }
    }

    /// Every value that each hidden number has in some table of inner cells of one or more that shows the same.
    private static func possible(_ counts: [[String]: Int], _ hidden: Set<[String]>) -> [[String]: Set<Int>] {
        let inner = sexes.dropLast().flatMap { sex in ages.dropLast().map { [sex, $0] } }
        var possible: [[String]: Set<Int>] = [:]
        var chosen: [[String]: Int] = [:]
        let all = counts[["total", "total"], default: 0]
        func fits(_ key: [String], _ value: Int) -> Bool { hidden.contains(key) || counts[key] == value }
        func choose(_ place: Int, left: Int) {
            if place == inner.count {
                guard left == 0 else { return }
                var sums: [[String]: Int] = chosen
                for (key, value) in chosen {
                    sums[[key[0], "total"], default: 0] += value
                    sums[["total", key[1]], default: 0] += value
                }
                guard sums.allSatisfy({ fits($0.key, $0.value) }) else { return }
                for key in hidden { possible[key, default: []].insert(sums[key, default: 0]) }
                return
            }
            let key = inner[place]
            let others = inner.count - place - 1
            guard left > others else { return }
            let range = hidden.contains(key) ? 1...(left - others) : counts[key, default: 0]...counts[key, default: 0]
            for value in range where value <= left - others {
                chosen[key] = value
                choose(place + 1, left: left - value)
            }
            chosen[key] = nil
        }
        choose(0, left: all)
        return possible
    }
}
