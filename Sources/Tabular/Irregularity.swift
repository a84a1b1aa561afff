// SPDX-License-Identifier: EUPL-1.2

/// What is wrong with a record as text, before anyone asks what it means. Columns are counted from 0.
@usableFromInline package enum Irregularity: Sendable, Equatable {
    /// A quote stands inside a field that is not quoted. The field is read as it stands; the record is whole.
    case strayQuote(column: Int)
    /// Something other than a delimiter follows a closing quote. The record holds the fields before it;
    /// the rest of that physical line is passed over.
    case junkAfterQuote(column: Int)
    /// A quote opens and never closes as a field must. The record holds the fields before it, its line is the one
    /// where the quote opened, and reading goes on at the very next physical line.
    case unclosedQuote
    /// The field holds bytes that are not text in the file's encoding. The record is whole.
    case invalidEncoding(column: Int)

    /// Whether every field of the record was read, so that it can be used (with a remark).
    package var recordIsWhole: Bool {
        switch self {
        case .strayQuote, .invalidEncoding: true
        case .junkAfterQuote, .unclosedQuote: false
        }
    }
}
