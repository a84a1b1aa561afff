// SPDX-License-Identifier: EUPL-1.2

/// What a method computed for a case: the rows that are compared, and tables that are written beside them.
package struct CaseResult: Sendable {
    package var rows: [ResultRow]
    /// Records in text, the first the header: a pattern of hidden cells for another program to judge.
    package var tables: [(name: String, records: [[String]])] = []

    package init(rows: [ResultRow]) { self.rows = rows }
}
