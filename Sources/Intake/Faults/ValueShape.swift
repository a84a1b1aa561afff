// SPDX-License-Identifier: EUPL-1.2

/// What may be told of a value that could not be read: its shape, never a person key.
package enum ValueShape: Sendable, Hashable {
    case empty
    /// So many digits and nothing else.
    case digits(Int)
    /// A number in a readable form, of so many digits.
    case number(digits: Int)
    /// Any other text of so many characters.
    case text(characters: Int)
    /// The word itself, from a column of words (status, service, district …), so that the right one can be
    /// suggested. Only `wordShape` makes one, and only of text that can hold no identity number.
    case word(String)
    /// A record of so many fields.
    case fields(Int)
    /// The fault is of the row, not of a value in it.
    case row
}
