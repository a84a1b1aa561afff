// SPDX-License-Identifier: EUPL-1.2

/// What became of the rows of one file: `rows == kept + setAside`, always.
package struct FileTally: Sendable {
    /// Path as the project file's glob gave it, relative to the project folder.
    package var file: String
    /// The workbook that it is a sheet of; nil of a file that is a table itself.
    package var book: String?
    package var kind: SourceKind
    package var rows: Int
    package var kept: Int
    package var setAside: Int
    /// Number of remarks; a kept row may have several.
    package var remarks: Int
    /// Records that are no rows of data, by what they are: they are counted, and are no part of `rows`.
    package var passedOver: [PassedOver: Int]

    package init(
        file: String, book: String? = nil, kind: SourceKind, rows: Int, kept: Int, setAside: Int, remarks: Int,
        passedOver: [PassedOver: Int] = [:]
    ) {
        precondition(rows == kept + setAside, "a row was lost or counted twice")
        self.file = file
        self.book = book
        self.kind = kind
        self.rows = rows
        self.kept = kept
        self.setAside = setAside
        self.remarks = remarks
        self.passedOver = passedOver
    }
}

/// A record of a table file that is no case (*rad som inte är ett ärende*). The raw value is its name in machine output.
package enum PassedOver: String, CaseIterable, Sendable {
    /// Rows above the header: titles, the period, who made the export.
    case title = "titles"
    /// The header once more, as at the top of a printed page.
    case header = "headers"
    /// Nothing in any cell.
    case blank
    /// A sum or a sum of a part (*Summa*, *Delsumma*).
    case sum = "sums"
    /// Text alone: a page number, a footnote, when the export was made.
    case text = "texts"
    /// Deleted in the system (*borttagen*, *makulerad*).
    case deleted
    /// An answer given to try a form (*provsvar*).
    case trial = "trials"
}
