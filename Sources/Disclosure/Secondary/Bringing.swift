// SPDX-License-Identifier: EUPL-1.2
import Measures

/// What each contributor brings to one number: from two of these follows whether one number is part of the other, and
/// who makes up the rest.
struct Bringing {
    /// In the contributors' order, none of them zero.
    let amounts: [(contributor: Contributor, amount: Double)]

    /// Nil where those who are known to contribute do not make up the number: of a table of totals, of one that was read
    /// back, and where it is said of everyone in a group that none has anything.
    fileprivate init?(
        _ entries: some Sequence<Contributors.Entry>, of part: Part, in number: Measurement, isOfAll: Bool = false
    ) {
        var amounts: [(contributor: Contributor, amount: Double)] = []
        for entry in entries {
            guard let amount = isOfAll ? 1 : Self.amount(entry, of: part, number.kind) else { return nil }
            if let last = amounts.last, last.contributor == entry.unit {
                if part == .persons { continue }
                amounts[amounts.count - 1].amount += amount
            } else {
                amounts.append((entry.unit, amount))
            }
        }
        amounts.removeAll { $0.amount == 0 }
        let sum = amounts.reduce(0) { $0 + $1.amount }
        guard let value = LinkedSystem.value(of: part, in: number),
            (sum - value).magnitude <= 1e-6 * max(1, value.magnitude)
        else { return nil }
        self.amounts = amounts
    }

    private init(_ amounts: [(contributor: Contributor, amount: Double)]) { self.amounts = amounts }

    /// Nil for what is no sum of what contributors bring.
    private static func amount(_ entry: Contributors.Entry, of part: Part, _ kind: Measurement.Kind) -> Double? {
        switch (kind, part) {
        case (.count, .value), (.sum, .value): entry.numerator
        case (.share, .numerator), (.ratio, .numerator), (.mean, .numerator): entry.numerator
        case (.share, .denominator), (.ratio, .denominator), (.mean, .denominator): entry.denominator
        case (.sum, .persons), (.count, .persons): entry.numerator == 0 ? 0 : 1
        case (.share, .persons), (.ratio, .persons), (.mean, .persons), (.quantile, .persons),
            (.difference, .persons):
            1
        case (.share, .value), (.ratio, .value), (.mean, .value), (.quantile, _), (.difference, _),
            (.count, _), (.sum, _):
            nil
        }
    }

    /// What this brings beyond the other, where the other is a part of it; nil where it is not.
    func rest(beside part: Bringing) -> Bringing? {
        var rest: [(contributor: Contributor, amount: Double)] = []
        var next = 0
        for (contributor, amount) in amounts {
            var left = amount
            if next < part.amounts.count, part.amounts[next].contributor == contributor {
                left -= part.amounts[next].amount
                if left < -1e-9 { return nil }
                next += 1
            }
            if left > 1e-9 { rest.append((contributor, left)) }
        }
        return next == part.amounts.count ? Bringing(rest) : nil
    }

    /// Whether the same contributors bring the same.
    func isSame(as other: Bringing) -> Bool {
        amounts.count == other.amounts.count
            && zip(amounts, other.amounts).allSatisfy { own, other in
                own.contributor == other.contributor && (own.amount - other.amount).magnitude < 1e-9
            }
    }

    /// Together.
    static func union(_ parts: [Bringing]) -> Bringing {
        var amounts: [Contributor: Double] = [:]
        for part in parts { for (contributor, amount) in part.amounts { amounts[contributor, default: 0] += amount } }
        return Bringing(amounts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    var contributions: Measurement.Contributions {
        var result = Measurement.Contributions(persons: amounts.count, total: 0, largest: 0, second: 0)
        for (_, amount) in amounts {
            result.total += amount
            if amount > result.largest {
                (result.largest, result.second) = (amount, result.largest)
            } else if amount > result.second {
                result.second = amount
            }
        }
        return result
    }
}

/// Who each row of a table comes from.
struct ContributorsByRow {
    private let tabulation: Tabulation
    /// Entries by row, in the contributors' order.
    private let entries: [[Int32]]

    init(_ tabulation: Tabulation) {
        self.tabulation = tabulation
        var entries: [[Int32]] = Array(repeating: [], count: tabulation.rows.count)
        for (place, entry) in tabulation.contributors.entries.enumerated() {
            for row in tabulation.contributors.rowSets[entry.rows] { entries[row].append(Int32(place)) }
        }
        self.entries = entries
    }

    func bringing(to part: Part, of row: Int) -> Bringing? {
        let entries = entries[row].lazy.map { tabulation.contributors.entries[Int($0)] }
        let number = tabulation.rows[row].measurement
        // n may count those who bring nothing, too.
        return Bringing(entries, of: part, in: number)
            ?? (part == .persons ? Bringing(entries, of: part, in: number, isOfAll: true) : nil)
    }
}
