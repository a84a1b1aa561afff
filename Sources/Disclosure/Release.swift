// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// Everything that is published together, after disclosure control.
package struct Release: Sendable {
    package let tables: [ReleasedTable]
    package let settings: DisclosureSettings
    /// Number of cells hidden, and of all cells.
    package let hidden: Int
    package let cells: Int

    init(tables: [ReleasedTable], settings: DisclosureSettings, hidden: Int, cells: Int) {
        self.tables = tables
        self.settings = settings
        self.hidden = hidden
        self.cells = cells
    }

    /// The answer to a question, or nil when it was not asked in this release.
    package subscript(question: Question) -> ReleasedTable? {
        tables.first { $0.question == question }
    }
}
