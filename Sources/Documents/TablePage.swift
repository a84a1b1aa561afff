// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// One table as a page of its own: what a person reads who asked one question.
package struct TablePage: Sendable {
    package let table: Table
    package let language: Language
    /// Stands above the table and below it: "INTERNT – får inte spridas".
    package let mark: String?
    /// The released rows behind the table's, in its order: bars are drawn from them.
    package let rows: [ReleasedTable.Row]
    /// How the groups of the table compare, when that was asked for.
    package let comparison: ReleasedComparison?

    package init(
        _ table: Table, language: Language, mark: String? = nil, rows: [ReleasedTable.Row] = [],
        comparison: ReleasedComparison? = nil
    ) {
        self.table = table
        self.language = language
        self.mark = mark
        self.rows = rows
        self.comparison = comparison
    }
}
