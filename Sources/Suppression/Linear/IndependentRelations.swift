// SPDX-License-Identifier: EUPL-1.2

/// Relations without those that the others imply (*beroende samband*): a table's grand total is the sum of its rows'
/// totals and of its columns', and one of the two says nothing new.
///
/// A relation defines its total, the one term of the other sign. Every quantity that is no total is given a value by
/// chance and every total the value of its definition; a relation that then holds by itself is implied (Schwartz 1980:
/// it would do so by chance once in 2⁶¹). What does not define anything is kept.
struct IndependentRelations {
    /// A relation that is kept.
    struct Row {
        let relation: LinearForm
        /// What it defines; nil where it only constrains.
        let total: Int?
    }

    /// Parts are defined before what they are parts of.
    private(set) var rows: [Row] = []

    /// Variables are numbered from 0 up to `count`.
    init(_ relations: [LinearForm], count: Int) {
        let totals = relations.map(Self.total)
        var isTotal = Array(repeating: false, count: count)
        for total in totals { if let total { isTotal[total] = true } }
        var values: [UInt64?] = (0..<count).map { isTotal[$0] ? nil : Self.chance($0) }
        var waiting: [[Int]] = Array(repeating: [], count: count)
        var missing = Array(repeating: 0, count: relations.count)
        var ready: [Int] = []
        for (index, relation) in relations.enumerated() {
            for term in relation.terms where term.variable != totals[index] && isTotal[term.variable] {
                waiting[term.variable].append(index)
                missing[index] += 1
            }
            if missing[index] == 0 { ready.append(index) }
        }
        var isDone = Array(repeating: false, count: relations.count)
        var next = 0
        while next < ready.count {
            let index = ready[next]
            next += 1
            isDone[index] = true
            let relation = relations[index]
            guard let total = totals[index], values[total] == nil else {
                if Self.sum(relation, values, without: nil) != 0 { rows.append(Row(relation: relation, total: nil)) }
                continue
            }
            let own = relation.terms.first { $0.variable == total }?.coefficient ?? 1
            let rest = PrimeField.negate(Self.sum(relation, values, without: total))
            values[total] = PrimeField.multiply(rest, PrimeField.inverse(PrimeField.element(own)))
            rows.append(Row(relation: relation, total: total))
            for other in waiting[total] {
                missing[other] -= 1
                if missing[other] == 0 { ready.append(other) }
            }
        }
        for (index, relation) in relations.enumerated() where !isDone[index] {
            rows.append(Row(relation: relation, total: nil))
        }
    }

    /// The one term whose sign is not that of the others.
    private static func total(_ relation: LinearForm) -> Int? {
        guard relation.terms.count > 2 else { return nil }
        let positive = relation.terms.filter { $0.coefficient > 0 }
        if positive.count == 1 { return positive[0].variable }
        if positive.count == relation.terms.count - 1 {
            return relation.terms.first { $0.coefficient < 0 }?.variable
        }
        return nil
    }

    private static func sum(_ relation: LinearForm, _ values: [UInt64?], without own: Int?) -> UInt64 {
        relation.terms.reduce(0) { sum, term in
            if term.variable == own { return sum }
            return PrimeField.add(
                sum, PrimeField.multiply(PrimeField.element(term.coefficient), values[term.variable] ?? 0))
        }
    }

    private static func chance(_ variable: Int) -> UInt64 { Mixing.mix(UInt64(variable) &+ 1) % PrimeField.prime }
}

/// Numbers that look like chance and are the same each time (Steele, Lea and Flood 2014).
enum Mixing {
    static func mix(_ seed: UInt64) -> UInt64 {
        var z = seed &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
