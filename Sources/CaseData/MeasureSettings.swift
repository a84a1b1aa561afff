// SPDX-License-Identifier: EUPL-1.2

/// How a decision that covers part of a month counts in it (`pro_rating`).
package enum ProRating: String, Sendable, CaseIterable {
    /// By the share of the month's days inside the decision (default).
    case days
    /// A month touched counts whole.
    case whole
    /// Only months wholly inside the decision count.
    case none
}

/// The settings the measures depend on. Each is printed beside the numbers it bears on.
package struct MeasureSettings: Sendable, Hashable {
    package enum Definition: String, Sendable, CaseIterable {
        /// F1
        case movedHours = "moved-hours"
        /// F1o
        case movedHoursOrOverrun = "moved-hours-or-overrun"
    }
    package enum Denominator: String, Sendable, CaseIterable {
        /// D1: persons with a granted decision on at least one day of the year.
        case granted
        /// D2: of those, persons with performed hours in the year.
        case performed
        /// D3: of D1, persons with at least one complete period that has a month in the year.
        case completePeriod = "complete-period"
    }
    package enum Anchor: String, Sendable, CaseIterable {
        /// Blocks counted from the spell's first month.
        case spell
        /// Calendar quarters (blocks of `periodMonths` from January).
        case calendar
    }

    package var definition: Definition = .movedHours
    package var denominator: Denominator = .granted
    package var anchor: Anchor = .spell
    /// Months in a period: 1, 2, 3, 4, 6 or 12.
    package var periodMonths: Int = 3
    /// Tolerance τ.
    package var tolerance: Hours = Hours(0.5)
    package var proRating: ProRating = .days
    /// Lower limits of the classes of granted hours per month, ascending; the first is above 0.
    package var hourClasses: [Int] = [1, 10, 20, 40]
    /// Lower limits of the age groups, ascending from 0.
    package var ageGroups: [Int] = [0, 23, 65, 80]

    package init() {}
}
