// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// Everything that is published together, after disclosure control.
package struct Release: Sendable {
    package let tables: [ReleasedTable]
    /// The same tables as they are published as open data: counts rounded or perturbed, where that is the method.
    package let openTables: [ReleasedTable]
    package let settings: DisclosureSettings
    /// Number of cells hidden, and of all cells, but for breakdowns that are left out.
    package let hidden: Int
    package let cells: Int
    /// Numbers that could not be given the range they should have, though everything that concerns them is hidden.
    package let unprotected: Int
    /// Hidden numbers that the attack by linear programs did not get to within its work, where an earlier report keeps
    /// what they hang together with from being hidden whole: kept from what follows exactly.
    package let untested: Int
    /// Whether a table is too large to be attacked, and hidden with all it hangs together with.
    package let isTooLarge: Bool
    /// Tables of earlier reports that were taken to be known.
    package let earlierTables: Int
    /// Numbers in them that are other numbers today.
    package let corrected: Int

    init(
        tables: [ReleasedTable], openTables: [ReleasedTable]? = nil, settings: DisclosureSettings, hidden: Int,
        cells: Int, unprotected: Int = 0, untested: Int = 0, isTooLarge: Bool = false,
        earlierTables: Int = 0, corrected: Int = 0
    ) {
        self.earlierTables = earlierTables
        self.corrected = corrected
        self.tables = tables
        self.openTables = openTables ?? tables
        self.settings = settings
        self.hidden = hidden
        self.cells = cells
        self.unprotected = unprotected
        self.untested = untested
        self.isTooLarge = isTooLarge
    }

    /// Breakdowns of which nothing is published, since most of their groups would be hidden.
    package var leftOut: [ReleasedTable] { tables.filter(\.isLeftOut) }

    /// Tables of which more than a third is hidden, the worst first: asking for less would show more.
    package var tablesToCoarsen: [ReleasedTable] {
        func hidden(_ table: ReleasedTable) -> Int { table.rows.count { $0.cell == .hidden } }
        return tables.filter { hidden($0) * 3 > $0.rows.count && $0.rows.count > 3 }
            .sorted { hidden($0) * $1.rows.count > hidden($1) * $0.rows.count }
    }

    /// The answer to a question, or nil when it was not asked in this release.
    package subscript(question: Question) -> ReleasedTable? {
        tables.first { $0.question == question }
    }
}
