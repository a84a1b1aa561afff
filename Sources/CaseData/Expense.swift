// SPDX-License-Identifier: EUPL-1.2

/// A companion's outlay that the person asks the municipality to pay back (*omkostnad*).
package struct Expense: Hashable, Sendable {
    package var person: PersonIndex
    package var date: CivilDate
    /// In öre, so that sums are exact.
    package var amount: Int64
    /// What it was for, as written; nil when the file does not say.
    package var purpose: String?
    /// Nil when the file does not say.
    package var isGranted: Bool?
    package var hasReceipt: Bool?

    package init(
        person: PersonIndex, date: CivilDate, amount: Int64, purpose: String? = nil, isGranted: Bool? = nil,
        hasReceipt: Bool? = nil
    ) {
        self.person = person
        self.date = date
        self.amount = amount
        self.purpose = purpose
        self.isGranted = isGranted
        self.hasReceipt = hasReceipt
    }
}
