// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
import Documents
import Tabular
package import Terms

/// A released table as open data: a CSV of codes, values and status, and what a data package says of it.
package struct OpenTable: Sendable {
    /// Short and stable, lower-case ASCII: also the file's name without `.csv`.
    package let name: String
    package let title: Phrase
    package let table: ReleasedTable

    /// An internal result is not open data.
    package init(name: String, title: Phrase, table: ReleasedTable) {
        precondition(!table.isInternal, "an internal result cannot be published")
        precondition(
            !name.isEmpty
                && name.unicodeScalars.allSatisfy {
                    "abcdefghijklmnopqrstuvwxyz0123456789-_.".unicodeScalars.contains($0)
                },
            "a data package's resource has a plain name, not '\(name)'")
        self.name = name
        self.title = title
        self.table = table
    }

    /// Named after the question: `utilisation`, with the measure's title.
    package init(name: String, table: ReleasedTable) {
        self.init(
            name: name,
            title: QuestionWords.title(table.question, table.definition.words),
            table: table)
    }

    /// Path inside the package.
    package var path: String { name + ".csv" }

    /// UTF-8, comma, decimal point, header first. Hidden and undefined numbers are empty, and `status` says which.
    package var csv: String { records.delimited(.csv) }

    var records: ResultRecords { ResultRecords(QueryResult(table), namesYear: true) }
}
