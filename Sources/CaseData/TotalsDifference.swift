// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// An official total that is another number than the rows about persons make up.
package struct TotalsDifference: Sendable, Hashable {
    /// What the total is of. Of a board only that its total differs is known: its number of persons may be small.
    package enum Place: Sendable, Hashable {
        case municipality(official: Double, rows: Double)
        case board(String)
    }

    package let year: Int
    package let measure: MeasureName
    package let place: Place
    /// Whether it is more than rounding and small corrections make: then a report says so.
    package let isLarge: Bool

    package init(year: Int, measure: MeasureName, place: Place, isLarge: Bool) {
        self.year = year
        self.measure = measure
        self.place = place
        self.isLarge = isLarge
    }
}
