// SPDX-License-Identifier: EUPL-1.2
import Measures
import Terms

/// Breakdowns that are left out of a report because most of their groups would be hidden (*utelämnade uppdelningar*): their
/// tables would be signs for hidden numbers, and what they print would hide other numbers.
///
/// Hidden is hidden, for its own sake or to protect others. Were only the first counted, that a table is left out would tell
/// that most of its groups are few: of eight persons, that women and men are four each.
struct LeftOutBreakdowns {
    /// Places of their tables.
    let tables: Set<Int>

    /// - Parameter isHidden: of every row of the tables, in their order.
    init(_ tabulations: [Tabulation], isHidden: [Bool]) {
        var tables: Set<Int> = []
        var first = 0
        for (place, table) in tabulations.enumerated() {
            let hidden = isHidden[first..<first + table.rows.count]
            first = hidden.endIndex
            let groups = zip(table.rows, hidden).filter { row, _ in
                row.measurement.value != nil && !row.key.contains { $0.kind == .total }
            }
            if groups.count(where: \.1) * 2 > groups.count, Self.isOfPersonsInGroups(table),
                Self.isTotalElsewhere(table, tabulations)
            {
                tables.insert(place)
            }
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
