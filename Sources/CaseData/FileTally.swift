// SPDX-License-Identifier: EUPL-1.2

/// Kinds of file a project reads.
package enum SourceKind: String, Sendable, CaseIterable {
    case decisions, visits, statistics, survey, districts, population, rates
}

/// What became of the rows of one file: `rows == kept + setAside`, always.
package struct FileTally: Sendable {
    /// Path as the project file's glob gave it, relative to the project folder.
    package var file: String
    package var kind: SourceKind
    package var rows: Int
    package var kept: Int
    package var setAside: Int
    /// Number of remarks; a kept row may have several.
    package var remarks: Int

    package init(file: String, kind: SourceKind, rows: Int, kept: Int, setAside: Int, remarks: Int) {
        precondition(rows == kept + setAside, "a row was lost or counted twice")
        self.file = file
        self.kind = kind
        self.rows = rows
        self.kept = kept
        self.setAside = setAside
        self.remarks = remarks
    }
}
