// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// What an amount of time is counted in.
package enum TimeMeasure: String, Sendable, Hashable, CaseIterable {
    /// Decimal hours.
    case hours
    case minutes
    /// Hours and minutes with a colon (`12:30`).
    case clock
    /// Hours and minutes with a point or a comma (`12.30`, `12,3` once a spreadsheet has dropped the last zero).
    case dottedClock = "dotted-clock"
    case seconds
    /// Parts of a day, as Excel keeps durations.
    case days
}

/// What granted time is time per, as exports write it.
package enum GrantPer: String, Sendable, Hashable, CaseIterable {
    case day, week
    case twoWeeks = "two-weeks"
    case month, quarter, year
    /// All of the decision.
    case period

    /// The same time per a unit that decisions are kept in.
    ///
    /// A day's hours are a seventh of a week's, and a quarter's a fourth of a year's: both exact. Those of two weeks
    /// are halved, which is exact for whole minutes and for hours with at most three decimals. More than a hundred
    /// billion hours count as so many: no grant has them.
    package func converted(_ hours: Hours) -> (hours: Hours, unit: HoursUnit) {
        let hours = min(max(hours, Hours.zero - Self.most), Self.most)
        return switch self {
        case .day: (hours.scaled(by: 7, over: 1), .week)
        case .week: (hours, .week)
        case .twoWeeks: (hours.scaled(by: 1, over: 2), .week)
        case .month: (hours, .month)
        case .quarter: (hours.scaled(by: 4, over: 1), .year)
        case .year: (hours, .year)
        case .period: (hours, .period)
        }
    }

    private static let most = Hours(milliseconds: 100_000_000_000 * 3_600_000)
}
