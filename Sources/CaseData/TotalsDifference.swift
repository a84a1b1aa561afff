// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What official totals count (*sammanställd statistik*).
package enum OfficialTotal: String, Sendable, CaseIterable {
    case persons
    case grantedHours = "granted-hours"
    case performedHours = "performed-hours"

    /// The measure that is made of the rows about persons.
    package var measure: MeasureName {
        switch self {
        case .persons: .persons
        case .grantedHours: .grantedHours
        case .performedHours: .performedHours
        }
    }
}

/// An official total that is another number than the rows about persons make up.
package struct TotalsDifference: Sendable, Hashable {
    /// What the total is of. Of a board only that its total differs is known: its number of persons may be small.
    package enum Place: Sendable, Hashable {
        case municipality(official: Double, rows: Double)
        case board(String)
    }

    package let year: Int
    package let total: OfficialTotal
    package let place: Place
    /// Whether it is more than rounding and small corrections make: then a report says so.
    package let isLarge: Bool

    package init(year: Int, total: OfficialTotal, place: Place, isLarge: Bool) {
        self.year = year
        self.total = total
        self.place = place
        self.isLarge = isLarge
    }
}

/// Official totals of a year that are what the rows about persons make up, of every board.
package struct TotalsAgreement: Sendable, Hashable {
    package let year: Int
    package let total: OfficialTotal

    package init(year: Int, total: OfficialTotal) {
        self.year = year
        self.total = total
    }
}
