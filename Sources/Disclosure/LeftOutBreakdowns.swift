// SPDX-License-Identifier: EUPL-1.2
import Measures
import Terms

/// Breakdowns that are left out of a report because most of their groups are too few to be shown for their own sake
/// (*utelämnade uppdelningar*): their tables would be signs for hidden numbers, and what they print would hide other numbers.
struct LeftOutBreakdowns {
    /// Places of their tables.
    let tables: Set<Int>

    init(_ tabulations: [Tabulation], _ rules: PrimaryRules) {
        var tables: Set<Int> = []
        for (place, table) in tabulations.enumerated() where Self.isOfPersonsInGroups(table) {
            let groups = table.rows.filter { row in
                let value = row.measurement.value
                return value != nil && value != 0 && !row.key.contains { $0.kind == .total }
            }
            let few = groups.count { rules.judge($0.measurement).isHidden }
            if few * 2 > groups.count, Self.isTotalElsewhere(table, tabulations) { tables.insert(place) }
        }
        self.tables = tables
    }

    /// The groups of a survey, its waves and its questions stand beside each other, so that a table of them is no breakdown.
    private static func isOfPersonsInGroups(_ table: Tabulation) -> Bool {
        let question = table.question
        return question.dimensions.contains { $0 != .year } && !question.dimensions.contains(.group)
            && Catalogue.parts(of: question.measure, question.aspect) == nil
    }

    /// Whether the number of everyone is printed in a table of its own, so that it does not go with its groups.
    private static func isTotalElsewhere(_ table: Tabulation, _ tabulations: [Tabulation]) -> Bool {
        func isTotal(_ row: Tabulation.Row) -> Bool {
            row.key.allSatisfy { $0.kind == .total || $0.dimension == .year }
        }
        guard table.rows.contains(where: isTotal) else { return true }
        let question = table.question
        return tabulations.contains { other in
            other.question.measure == question.measure && other.question.aspect == question.aspect
                && other.question.filters == question.filters
                && other.question.dimensions.allSatisfy { $0 == .year }
        }
    }
}
