// SPDX-License-Identifier: EUPL-1.2

/// What of a file may be shown to someone who asks what the file is: never a person.
///
/// Person columns are masked whole, and so is any cell that holds an identity number, wherever it stands: in a free
/// text, in a file without header, in a row whose fields have slipped sideways.
package enum PersonMask {
    /// What is shown in place of a person.
    package static let mask = "‹person›"

    /// Whether an identity number, or a pseudonym, stands anywhere in the text: `IdentitySearch` finds it.
    package static func holdsPersonKey(_ text: String) -> Bool { IdentitySearch.finds(in: text) }

    /// The name of a file or folder as it may be shown: a mask in place of each number in it.
    package static func shown(path: String) -> String { IdentitySearch.masked(path, sparingTimes: true) }
}
