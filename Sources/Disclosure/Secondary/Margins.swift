// SPDX-License-Identifier: EUPL-1.2
import Measures
import Terms

/// The sums within one table: over every dimension of its breakdown, a total is the sum of its categories, the
/// unknown included.
///
/// Distinct persons do not quite add (a person with two districts counts in both); they are treated as if they did,
/// which can only hide more. A total that is not printed still ties two tables that break it down differently.
struct Margins {
    let tabulation: Tabulation

    func add(to system: inout LinkedSystem) {
        for dimension in tabulation.dimensions where dimension != .year {
            for part in Part.allCases where adds(part, over: dimension) {
                add(part, over: dimension, to: &system)
            }
        }
    }

    /// Persons of the months of a year overlap so much that the year says nothing of a month; hours add.
    private func adds(_ part: Part, over dimension: Dimension) -> Bool {
        // What is not defined may be of any kind.
        guard let kind = tabulation.rows.first(where: { $0.measurement.value != nil })?.measurement.kind else {
            return false
        }
        let isHours =
            switch (kind, part) {
            case (.sum, .value), (.ratio, .numerator), (.ratio, .denominator), (.mean, .numerator): true
            default: false
            }
        if dimension == .month { return isHours }
        switch (kind, part) {
        case (_, .persons), (.count, .value), (.share, .numerator), (.share, .denominator), (.mean, .denominator):
            return true
        case (.difference, .value):
            // A difference of sums adds like the sums; one of ratios does not.
            return tabulation.question.measure != .utilisation && tabulation.question.measure != .flexibleUse
        default: return isHours
        }
    }

    private func add(_ part: Part, over dimension: Dimension, to system: inout LinkedSystem) {
        let question = tabulation.question
        guard let place = tabulation.dimensions.firstIndex(of: dimension) else { return }
        var order: [Quantity] = []
        var children: [Quantity: [Int]] = [:]
        for row in tabulation.rows where row.key[place].kind != .total {
            let domain = Domain(row.key, filters: question.filters)
            guard let child = system.known(Quantity(question.measure, question.aspect, part, domain)) else { continue }
            var above = row.key
            above[place] = .total(of: dimension)
            let total = Quantity(question.measure, question.aspect, part, Domain(above, filters: question.filters))
            if children[total] == nil { order.append(total) }
            if children[total]?.contains(child) != true { children[total, default: []].append(child) }
        }
        for total in order {
            guard let parts = children[total] else { continue }
            let sum = system.variable(total)
            if dimension == .law, relateOverlappingLaws(total, sum, parts, &system) { continue }
            system.relate([(sum, 1)] + parts.map { ($0, -1) })
        }
    }

    /// A person with both laws counts in each: total = SoL + LSS − both, where *both* is printed in this release.
    private func relateOverlappingLaws(
        _ total: Quantity, _ sum: Int, _ parts: [Int], _ system: inout LinkedSystem
    ) -> Bool {
        guard total.measure == .persons, total.aspect == .headline else { return false }
        let both = Quantity(.persons, .lawCombination, .value, total.domain.adding(.law, LawCombination.both))
        guard let overlap = system.known(both), let value = system.values[overlap], value > 0 else { return false }
        system.relate([(sum, 1), (overlap, 1)] + parts.map { ($0, -1) })
        return true
    }
}

/// Codes of the rows of `persons` by combination of laws.
enum LawCombination {
    static let both = "both"

    /// The law that a combination of one law rests on; nil for *both*.
    static func law(of code: String) -> String? {
        let end = "-only"
        return code.hasSuffix(end) ? String(code.dropLast(end.count)) : nil
    }
}
