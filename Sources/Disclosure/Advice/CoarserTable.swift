// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Measures
package import Terms

/// A coarser breakdown that the project file, or the table of boards, can ask for.
package enum Coarsening: Sendable, Hashable {
    /// Neighbouring age groups as one: their codes, and the lower limits that are left.
    case ageGroups([String], limits: [Int])
    /// Neighbouring classes of granted hours as one, likewise.
    case hourClasses([String], limits: [Int])
    /// Two boards as one, by their names.
    case boards([String])
    /// Without one of the dimensions.
    case without(Dimension)
}

/// Which coarser breakdown would show most of a table of which much is hidden (*råd om grövre indelning*), found by
/// trying: the table was tabulated and released by itself as it is, and with each.
package struct CoarserTable: Sendable {
    package struct Count: Sendable, Hashable {
        package let shown: Int
        package let of: Int

        package init(shown: Int, of: Int) {
            self.shown = shown
            self.of = of
        }
    }

    package let table: ReleasedTable
    package let coarsening: Coarsening
    /// What it shows by itself as it is, and with the coarser breakdown.
    package let before: Count
    package let after: Count
}

extension CoarserTable.Count {
    init(_ table: ReleasedTable) {
        shown = table.rows.count { if case .shown = $0.cell { true } else { false } }
        of = shown + table.rows.count { $0.cell == .hidden }
    }
}

extension ReleasePolicy {
    /// Advice on the tables of a release of which more than a third is hidden, the worst first; none where nothing
    /// helps much. At most `most` pieces of advice.
    package func advice(
        on release: Release, _ tabulator: Tabulator, mayMergeBoards: Bool, most: Int = 3
    ) -> [CoarserTable] {
        var found: [CoarserTable] = []
        for table in release.tablesToCoarsen where found.count < most {
            if let advice = advice(on: table, tabulator, mayMergeBoards: mayMergeBoards) { found.append(advice) }
        }
        return found
    }

    private func advice(on table: ReleasedTable, _ tabulator: Tabulator, mayMergeBoards: Bool) -> CoarserTable? {
        let candidates = CoarseningCandidates(table.question, tabulator, mayMergeBoards: mayMergeBoards).all
        guard !candidates.isEmpty, let plain = try? tabulator.tabulate(table.question) else { return nil }
        let before = CoarserTable.Count(self.release([plain]).tables[0])
        var best: CoarserTable?
        for candidate in candidates {
            guard let tabulation = try? candidate.tabulator.tabulate(candidate.question) else { continue }
            let policy = ReleasePolicy(settings, division: candidate.tabulator.division)
            let after = CoarserTable.Count(policy.release([tabulation]).tables[0])
            if after.shown > best?.after.shown ?? 0 {
                best = CoarserTable(table: table, coarsening: candidate.coarsening, before: before, after: after)
            }
        }
        // A number or two more are not worth coarser classes, unless the table is then mostly shown.
        guard let best, best.after.shown > before.shown else { return nil }
        let isMostlyShown = best.after.shown * 3 >= best.after.of * 2
        return isMostlyShown || best.after.shown - before.shown >= max(3, before.of / 10) ? best : nil
    }
}
