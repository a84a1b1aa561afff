// SPDX-License-Identifier: EUPL-1.2

/// A calendar month, as whole months since January of year 0, so that months can be counted and ranged over.
package struct YearMonth: Hashable, Comparable, Strideable, Sendable {
    package let index: Int32

    package init(index: Int32) {
        self.index = index
    }

    /// Month is 1–12.
    package init(year: Int, month: Int) {
        precondition((1...12).contains(month), "a month is 1–12")
        self.index = Int32(year * 12 + month - 1)
    }

    package var year: Int { Int(index) / 12 }
    package var month: Int { Int(index) % 12 + 1 }
    /// 1–4.
    package var quarter: Int { (month - 1) / 3 + 1 }

    /// Number of days in the month, 28–31.
    package var days: Int {
        switch month {
        case 2: isLeapYear ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private var isLeapYear: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    package var firstDay: CivilDate { CivilDate(year: year, month: month, day: 1)! }
    package var lastDay: CivilDate { CivilDate(year: year, month: month, day: days)! }

    package func distance(to other: YearMonth) -> Int { Int(other.index) - Int(index) }
    package func advanced(by months: Int) -> YearMonth { YearMonth(index: index + Int32(months)) }

    /// January to December of a year.
    package static func months(of year: Int) -> ClosedRange<YearMonth> {
        YearMonth(year: year, month: 1)...YearMonth(year: year, month: 12)
    }
}

extension YearMonth: CustomStringConvertible {
    /// `2019-03`.
    package var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
