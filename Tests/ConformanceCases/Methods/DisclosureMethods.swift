// SPDX-License-Identifier: EUPL-1.2
import Suppression
import Terms

/// `sdc.*`: primary rules, suppression, attack, rounding, cell key, k-anonymity.
enum DisclosureMethods {
    static let all = [
        ConformanceMethod("sdc.primary", primary),
        ConformanceMethod("sdc.suppress", result: suppress),
        ConformanceMethod("sdc.attack", attack),
        ConformanceMethod("sdc.round", round),
        ConformanceMethod("sdc.cell_key", cellKey),
        ConformanceMethod("sdc.kanonymity", kAnonymity),
    ]

    private static func primary(_ reference: ConformanceCase) throws -> [ResultRow] {
        let subject = try SuppressionCase(reference)
        let rules = try (reference.parameters["rules"]?.elements ?? []).map { try rule($0.elements ?? []) }
        return subject.contributions.indices.map { cell in
            let contributions = subject.contributions[cell].sorted(by: >)
            var row = subject.row(of: cell)
            row["contributors"] = CaseValue(contributions.count)
            row["total"] = .number(contributions.reduce(0, +))
            row["largest"] = .number(contributions.first ?? 0)
            row["second"] = .number(contributions.dropFirst().first ?? 0)
            row["unsafe"] = CaseValue(rules.contains { $0.isBroken(by: contributions) } ? 1 : 0)
            return row
        }
    }

    private static func rule(_ words: [JSON]) throws -> ConcentrationRule {
        let numbers = words.compactMap(\.double)
        switch (words.first?.text, numbers.count) {
        case ("p_percent", 1): return .pPercent(numbers[0])
        case ("dominance", 2): return .dominance(count: Int(numbers[0]), percent: numbers[1])
        case ("minimum_frequency", 1): return .minimumFrequency(Int(numbers[0]))
        default: throw CaseError.unknownChoice(words.first?.text ?? "a rule without a name")
        }
    }

    /// A pattern for each profile, judged by attack, and the patterns themselves.
    private static func suppress(_ reference: ConformanceCase) throws -> CaseResult {
        let subject = try SuppressionCase(reference)
        let problem = subject.problem(threshold: Int(try reference.parameters.number("threshold")))
        let distance = reference.parameters["protection_level"]?.double ?? 1
        var result = CaseResult(rows: [])
        for profile in ProtectionProfile.allCases {
            let pattern = SuppressionPattern.best(for: problem, profile: profile, distance: distance)
            let audit = PatternAudit(problem, hidden: pattern.hidden, distance: distance)
            let hidden = problem.cells.indices.filter { pattern.hidden[$0] }
            let quantities: [(String, Double)] = [
                ("primary", Double(problem.primaries.count)),
                ("missing_primary", Double(problem.primaries.count { !pattern.hidden[$0] })),
                ("suppressed_zero", Double(hidden.count { problem.cells[$0].value == 0 })),
                ("suppressed_sum", hidden.reduce(0) { $0 + problem.cells[$1].value }),
                ("suppressed", Double(hidden.count)),
                (
                    "exact_primary",
                    Double((profile == .classic ? audit.exactClassic : audit.exactZerosKnown).count)
                ),
                ("underprotected_primary", Double(audit.underprotected.count)),
            ]
            for (name, value) in quantities {
                result.rows.append([
                    "profile": CaseValue(profile.rawValue), "quantity": CaseValue(name), "value": .number(value),
                ])
            }
            result.tables.append(
                (profile.rawValue, [subject.dimensions] + hidden.map { subject.table.codes(of: $0) }))
        }
        return result
    }

    private static func attack(_ reference: ConformanceCase) throws -> [ResultRow] {
        let subject = try SuppressionCase(reference)
        let problem = subject.problem(threshold: 0)
        let given = try reference.table("suppressed")
        let columns = try subject.dimensions.map { try given.texts($0) }
        var hidden = Array(repeating: false, count: problem.cells.count)
        var cells: [Int] = []
        for row in given.records.indices {
            guard let cell = subject.table.cell(columns.map { $0[row] }) else {
                throw CaseError.outsideMethod("hidden cell \(row + 1) is not in the table")
            }
            hidden[cell] = true
            cells.append(cell)
        }
        let real = Attack(problem, hidden: hidden, by: .classic)
        let whole = Attack(problem, hidden: hidden, by: Intruder(knowsZeros: false, isWhole: true))
        let knowing = Attack(problem, hidden: hidden, by: .zerosKnown)
        return cells.map { cell in
            var row = subject.row(of: cell)
            let (a, b, c) = (real.interval(of: cell), whole.interval(of: cell), knowing.interval(of: cell))
            row["lp_low"] = CaseValue(a?.low)
            row["lp_high"] = CaseValue(a?.high)
            row["int_low"] = CaseValue(b?.low)
            row["int_high"] = CaseValue(b?.high)
            row["int1_low"] = CaseValue(c?.low)
            row["int1_high"] = CaseValue(c?.high)
            row["exact"] = b.map { CaseValue($0.isExact ? 1 : 0) } ?? .undefined
            row["exact1"] = c.map { CaseValue($0.isExact ? 1 : 0) } ?? .undefined
            return row
        }
    }

    private static func round(_ reference: ConformanceCase) throws -> [ResultRow] {
        let subject = try SuppressionCase(reference)
        let base = Int(try reference.parameters.number("base"))
        let values = subject.table.counts
        let relations = subject.table.relations
        guard let rounding = ControlledRounding(values, relations: relations, base: base) else {
            throw CaseError.outsideMethod("the search for a rounding was given up")
        }
        let rounded = rounding.values
        let broken = relations.count { relation in
            relation.terms.reduce(0) { $0 + $1.coefficient * rounded[$1.variable] } != 0
        }
        let far = values.indices.count { rounded[$0] % base != 0 || abs(rounded[$0] - values[$0]) >= base }
        let quantities = [
            ("non_additive_relations", broken), ("cells_not_adjacent", far), ("sum_abs", rounding.distance),
            ("max_abs", zip(values, rounded).reduce(0) { max($0, abs($1.0 - $1.1)) }),
        ]
        return quantities.map { ["quantity": CaseValue($0), "value": CaseValue($1)] }
    }

    private static func cellKey(_ reference: ConformanceCase) throws -> [ResultRow] {
        let subject = try SuppressionCase(reference)
        let data = try reference.table()
        let keys = try data.numbers(reference.parameters.text("record_key"))
        let steps = try reference.table("ptable")
        let counts = try steps.counts("i")
        let changes = try steps.counts("v")
        let limits = try steps.numbers("ub")
        let perturbation = CellKeyTable(
            counts.indices.map { CellKeyTable.Step(count: counts[$0], change: changes[$0], limit: limits[$0]) })
        var sums = Array(repeating: 0.0, count: subject.table.cellCount)
        let columns = try subject.dimensions.map { try data.texts($0) }
        for row in keys.indices {
            for cell in subject.table.cellsAbove(columns.map { $0[row] }) ?? [] { sums[cell] += keys[row] }
        }
        return sums.indices.map { cell in
            let count = subject.table.counts[cell]
            let key = CellKeyTable.key(sums[cell])
            let change = perturbation.change(of: count, key: key)
            var row = subject.row(of: cell)
            row["n"] = CaseValue(count)
            row["cell_key"] = .number(key)
            row["perturbation"] = CaseValue(change)
            row["published"] = CaseValue(count + change)
            return row
        }
    }

    private static func kAnonymity(_ reference: ConformanceCase) throws -> [ResultRow] {
        let data = try reference.table()
        let columns = try reference.parameters.texts("quasi_identifiers").map { try data.texts($0) }
        let result = KAnonymity(
            data.records.indices.map { row in columns.map { $0[row] } },
            sensitive: try reference.parameters["sensitive"]?.text.map { try data.texts($0) },
            k: Int(try reference.parameters.number("k")))
        let quantities: [(String, Int?)] = [
            ("classes", result.classes), ("smallest_class", result.smallestClass),
            ("records_below_k", result.recordsBelow), ("uniques", result.uniques),
            ("classes_below_k", result.classesBelow), ("smallest_diversity", result.smallestDiversity),
            ("homogeneous_records", result.homogeneousRecords),
        ]
        return quantities.map { ["quantity": CaseValue($0), "value": CaseValue($1.map(Double.init))] }
    }
}
