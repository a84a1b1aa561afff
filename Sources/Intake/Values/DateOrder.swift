// SPDX-License-Identifier: EUPL-1.2

/// The order in which day, month and year stand in dates such as `1/3/2019` or `19-03-01`.
package enum DateOrder: String, Sendable, Hashable, CaseIterable {
    /// Day, month, year, as Swedes write them.
    case dayFirst = "day-first"
    /// Month, day, year, as Excel writes them with American settings.
    case monthFirst = "month-first"
    /// Year, month, day.
    case yearFirst = "year-first"
}

/// A date of three numbers whose order is not told by how it is written.
///
/// `1/3/2019` has day or month first; with two digits of year (`19-03-01`) the year may come first too.
struct NumericDate: Equatable {
    /// The three numbers as they stand.
    let first: Int
    let middle: Int
    let last: Int
    /// Whether the last number is a year of four digits.
    let endsWithYear: Bool
    /// Whether points part them; then the month is never first.
    let hasPoints: Bool

    /// The orders the writing leaves open.
    var possibleOrders: [DateOrder] {
        if endsWithYear { return [.dayFirst, .monthFirst] }
        return hasPoints ? [.dayFirst, .yearFirst] : DateOrder.allCases
    }

    /// Year, month and day in an order; two digits of year are those of 1980–2079.
    func parts(_ order: DateOrder) -> (year: Int, month: Int, day: Int) {
        switch order {
        case .dayFirst: (year(last), middle, first)
        case .monthFirst: (year(last), first, middle)
        case .yearFirst: (year(first), middle, last)
        }
    }

    private func year(_ number: Int) -> Int { endsWithYear ? number : Self.year(ofTwoDigits: number) }

    /// The year of two digits: 1980–2079, since exports hold decisions and visits and no births.
    static func year(ofTwoDigits number: Int) -> Int { number < 80 ? 2000 + number : 1900 + number }
}
