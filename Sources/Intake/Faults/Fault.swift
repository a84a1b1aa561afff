// SPDX-License-Identifier: EUPL-1.2

/// Where in the exports something was found.
package struct Location: Sendable, Hashable {
    /// Path as the project file's glob gave it, relative to the project folder.
    package var file: String
    /// Physical line in the file, from 1; of a record over several lines, the one it begins on.
    package var line: Int
    /// The header as written; nil when the whole row is meant.
    package var column: String?
    /// Row of data in the file, from 1: the header is not counted.
    package var row: Int
    /// In a sheet the cell (`C17`), or the row's number when the whole row is meant; nil in delimited text.
    package var cell: String?

    package init(file: String, line: Int, column: String?, row: Int, cell: String? = nil) {
        self.cell = cell
        self.file = file
        self.line = line
        self.column = column
        self.row = row
    }
}

/// A row set aside: where, by which rule, and the shape of what was found. A row has one fault, its first.
package struct Fault: Sendable, Hashable {
    package var location: Location
    package var rule: FaultRule
    package var found: ValueShape

    package init(location: Location, rule: FaultRule, found: ValueShape) {
        self.location = location
        self.rule = rule
        self.found = found
    }
}

/// Something worth knowing of a row that was kept. A row may have several.
package struct Remark: Sendable, Hashable {
    package var location: Location
    package var rule: RemarkRule
    package var found: ValueShape

    package init(location: Location, rule: RemarkRule, found: ValueShape) {
        self.location = location
        self.rule = rule
        self.found = found
    }
}
