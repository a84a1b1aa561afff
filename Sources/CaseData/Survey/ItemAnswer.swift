// SPDX-License-Identifier: EUPL-1.2

/// Why an item has no answer: four things that are never put together.
package enum MissingAnswer: UInt8, Sendable, CaseIterable {
    /// The respondent was not to answer the item (a filter question, or another edition of the form).
    case notAsked
    /// Asked, left empty.
    case noAnswer
    /// *Vet ej*.
    case doNotKnow
    /// *Vill inte svara*.
    case declines
}

/// What one respondent answered to one item.
package enum ItemAnswer: Sendable, Hashable {
    /// A place in the item's categories.
    case category(Int)
    /// Places in the item's categories as a set of bits; at least one is set.
    case categories(UInt64)
    case number(Double)
    /// Something was written. What it was stays in the file.
    case text
    case missing(MissingAnswer)
}
