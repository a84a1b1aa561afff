// SPDX-License-Identifier: EUPL-1.2
package import CaseData

/// One line of `rattelser.csv`: what a cell of an export is to be read as.
///
/// Its value may be an identity number, so nothing of it goes into a message but where the cell is, who, and when.
struct Correction: Sendable {
    /// Which row of the file.
    enum Place: Sendable, Hashable {
        /// The line, in a sheet the row, as messages show it.
        case line(Int)
        /// The row whose `beslut_id` this is.
        case decision(String)
    }

    /// Its own line in `rattelser.csv`.
    let line: Int
    let place: Place
    /// The header as written in the file, or the column's canonical name.
    let column: String
    let value: String
    /// What the cell holds before, or its shape in words; nil when that is not checked.
    let before: String?
    let who: String
    let when: CivilDate
}

/// A correction that was made, as it may be told.
package struct AppliedCorrection: Sendable, Hashable {
    /// The file, as messages call it.
    package let file: String
    /// The line of the row, in a sheet the row's number.
    package let line: Int
    /// The header as it may be shown.
    package let column: String
    /// The right value, where the column is of a closed form and the value has that form; nil elsewhere.
    package let value: String?
    /// Whether its column is read at all: else it changes nothing.
    package var isRead = true
    package let who: String
    package let when: CivilDate
}
