// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// An amount of time as a cell writes it, with what the cell itself says of its unit (`10 tim/mån`, `90 min`).
package struct WrittenAmount: Sendable, Hashable {
    /// The time, exact to the millisecond. The sign is kept.
    package var hours: Hours
    /// What the cell says it counts; nil of a bare number, which was read as the column's unit.
    package var measure: TimeMeasure?
    /// What the cell says the time is per; nil when it does not say.
    package var per: GrantPer?

    /// An amount of so many hours.
    package init(hours: Hours, measure: TimeMeasure? = nil, per: GrantPer? = nil) {
        self.hours = hours
        self.measure = measure
        self.per = per
    }
}
