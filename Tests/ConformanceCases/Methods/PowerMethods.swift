// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// `power.*`: the empty cell of each record is solved for.
enum PowerMethods {
    static let all = [
        ConformanceMethod("power.two_proportions", twoProportions),
        ConformanceMethod("power.t", tTest),
    ]

    /// The column, or nothing in all records where the table has none.
    private static func column(_ table: CaseTable, _ name: String) throws -> [Double?] {
        table.has(name) ? try table.optionalNumbers(name) : Array(repeating: nil, count: table.records.count)
    }

    private static func isTwoSided(_ reference: ConformanceCase) -> Bool {
        reference.parameters["alternative"]?.text != "one.sided"
    }

    private static func twoProportions(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let counts = try column(table, "n")
        let (firsts, seconds) = (try column(table, "p1"), try column(table, "p2"))
        let (levels, powers) = (try column(table, "sig_level"), try column(table, "power"))
        let strict = try column(table, "strict")
        return try table.texts("row").enumerated().map { place, label in
            var plan = TwoProportionPower(
                count: counts[place] ?? 0, first: firsts[place] ?? 0, second: seconds[place] ?? 0,
                significance: levels[place] ?? 0.05, isTwoSided: isTwoSided(reference), isStrict: strict[place] == 1)
            if let power = powers[place] {
                if counts[place] == nil {
                    plan.count = plan.solved(for: .count, power: power) ?? .nan
                } else if seconds[place] == nil {
                    plan.second = plan.solved(for: .second, power: power) ?? .nan
                } else if firsts[place] == nil {
                    plan.first = plan.solved(for: .first, power: power) ?? .nan
                } else {
                    plan.significance = plan.solved(for: .significance, power: power) ?? .nan
                }
            }
            return [
                "row": CaseValue(cell: label), "n": CaseValue(plan.count), "p1": CaseValue(plan.first),
                "p2": CaseValue(plan.second), "sig_level": CaseValue(plan.significance),
                "power": CaseValue(powers[place] ?? plan.power),
            ]
        }
    }

    private static func tTest(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let (counts, differences) = (try column(table, "n"), try column(table, "delta"))
        let (deviations, levels) = (try column(table, "sd"), try column(table, "sig_level"))
        let (powers, strict) = (try column(table, "power"), try column(table, "strict"))
        let kinds = table.has("type") ? try table.texts("type") : Array(repeating: "two.sample", count: counts.count)
        return try table.texts("row").enumerated().map { place, label in
            guard let kind = TTestPower.Kind(rawValue: kinds[place]) else {
                throw CaseError.unknownChoice(kinds[place])
            }
            var plan = TTestPower(
                count: counts[place] ?? 0, difference: differences[place] ?? 0,
                standardDeviation: deviations[place] ?? 1, significance: levels[place] ?? 0.05, kind: kind,
                isTwoSided: isTwoSided(reference), isStrict: strict[place] == 1)
            if let power = powers[place] {
                if counts[place] == nil {
                    plan.count = plan.solved(for: .count, power: power) ?? .nan
                } else if differences[place] == nil {
                    plan.difference = plan.solved(for: .difference, power: power) ?? .nan
                } else if deviations[place] == nil {
                    plan.standardDeviation = plan.solved(for: .standardDeviation, power: power) ?? .nan
                } else {
                    plan.significance = plan.solved(for: .significance, power: power) ?? .nan
                }
            }
            return [
                "row": CaseValue(cell: label), "n": CaseValue(plan.count), "delta": CaseValue(plan.difference),
                "sd": CaseValue(plan.standardDeviation), "sig_level": CaseValue(plan.significance),
                "power": CaseValue(powers[place] ?? plan.power),
            ]
        }
    }
}
