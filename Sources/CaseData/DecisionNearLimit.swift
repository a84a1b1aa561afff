// SPDX-License-Identifier: EUPL-1.2

/// A decision in force that has not begun, and whose three months to be carried out end soon: a reminder, internal.
package struct DecisionNearLimit: Sendable {
    /// As a place in `Dataset.decisions`.
    package let decision: Int
    /// What the municipality's own system calls it; nil where that is not told.
    package let localID: String?
    /// The day it was made, else its first day.
    package let from: CivilDate
    /// The last day in time.
    package let limit: CivilDate

    package init(decision: Int, localID: String?, from: CivilDate, limit: CivilDate) {
        self.decision = decision
        self.localID = localID
        self.from = from
        self.limit = limit
    }
}
