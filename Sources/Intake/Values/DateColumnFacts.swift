// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// What the cells of a column tell of the order of its dates.
///
/// The order of day and month is settled by the column, never by the row. Facts are gathered chunk by chunk and put
/// together in any order.
package struct DateColumnFacts: Sendable, Equatable {
    /// What the cells say together.
    package enum Answer: Sendable, Equatable {
        /// No cell is written in a form that leaves the order open.
        case selfEvident
        /// Every cell of such a form fits this order, and only this.
        case settled(DateOrder)
        /// More than one order fits every cell; with at most three shapes of them (`0/0/0000`), digits as `0`.
        case undecided(shapes: [String])
        /// No order fits every cell.
        case contradictory
    }

    /// Cells with two digits of year must have this many values in one place, and no more than `few` in the other, to
    /// tell days from years.
    private static let many = 20
    private static let few = 10

    /// The orders that fit every cell so far; nil before the first cell of the form.
    private var ordersWithLongYear: Set<DateOrder>?
    private var ordersWithShortYear: Set<DateOrder>?
    /// The numbers seen in each place of cells with two digits of year, as bits.
    private var firsts: UInt128 = 0
    private var middles: UInt128 = 0
    private var lasts: UInt128 = 0
    /// The same of cells of six digits.
    private var sixFirsts: UInt128 = 0
    private var sixLasts: UInt128 = 0
    private var shapes: Set<String> = []

    /// Facts of no cells.
    package init() {}

    /// Adds a cell without surrounding blanks. Cells that are no dates in any order add nothing: each is a fault of
    /// its own.
    package mutating func add(_ bytes: Span<UInt8>) {
        // The form of nearly all.
        if bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D { return }
        if DateField.isSixDigits(bytes) { return addSixDigits(bytes) }
        guard let date = DateField.numericDate(bytes) else { return }
        let fitting = date.possibleOrders.filter { order in
            let (year, month, day) = date.parts(order)
            return CivilDate(year: year, month: month, day: day) != nil
        }
        guard !fitting.isEmpty else { return }
        if date.endsWithYear {
            ordersWithLongYear = ordersWithLongYear?.intersection(fitting) ?? Set(fitting)
        } else {
            ordersWithShortYear = ordersWithShortYear?.intersection(fitting) ?? Set(fitting)
            firsts |= 1 << UInt128(date.first)
            middles |= 1 << UInt128(date.middle)
            lasts |= 1 << UInt128(date.last)
        }
        if fitting.count > 1 { add(shape: Self.shape(bytes)) }
    }

    /// `190301` has the year first, unless all its cells are likelier with the day first.
    private mutating func addSixDigits(_ bytes: Span<UInt8>) {
        guard let first = Digits.two(bytes, at: 0), let month = Digits.two(bytes, at: 2),
            let last = Digits.two(bytes, at: 4), (1...12).contains(month)
        else { return }
        sixFirsts |= 1 << UInt128(first)
        sixLasts |= 1 << UInt128(last)
    }

    /// Whether cells of six digits may have the day first: their last two digits are all years of our time, and the
    /// first two are twice as many or more; or there is one of each, and the first is no year so near.
    private var mayHaveDayFirst: Bool {
        guard sixFirsts != 0, sixLasts & ~Self.years == 0, sixFirsts & ~Self.days == 0 else { return false }
        let (firsts, lasts) = (sixFirsts.nonzeroBitCount, sixLasts.nonzeroBitCount)
        return firsts > 1 ? firsts >= 2 * lasts : lasts == 1 && sixFirsts & ~Self.nearYears != 0
    }

    /// The years 2005–2045, those until 2027, and the days of a month, as bits.
    private static let years: UInt128 = ((1 << 46) - 1) & ~((1 << 5) - 1)
    private static let nearYears: UInt128 = ((1 << 28) - 1) & ~1
    private static let days: UInt128 = ((1 << 32) - 1) & ~1

    /// Adds the facts of other cells of the same column.
    package mutating func formUnion(_ other: DateColumnFacts) {
        ordersWithLongYear = Self.intersection(ordersWithLongYear, other.ordersWithLongYear)
        ordersWithShortYear = Self.intersection(ordersWithShortYear, other.ordersWithShortYear)
        firsts |= other.firsts
        middles |= other.middles
        lasts |= other.lasts
        sixFirsts |= other.sixFirsts
        sixLasts |= other.sixLasts
        for shape in other.shapes { add(shape: shape) }
    }

    /// The first three in order are kept, so that it does not matter in which order cells come.
    private mutating func add(shape: String) {
        guard shapes.insert(shape).inserted, shapes.count > 3, let last = shapes.max() else { return }
        shapes.remove(last)
    }

    /// What the cells so far say.
    package var answer: Answer {
        guard let orders = Self.intersection(ordersWithLongYear, ordersWithShortYear) else {
            return mayHaveDayFirst ? .undecided(shapes: ["000000"]) : .selfEvident
        }
        if orders.isEmpty { return .contradictory }
        let left = orders.count > 1 ? orders.intersection(ordersBySpread) : orders
        if left.count == 1, let order = left.first { return .settled(order) }
        return .undecided(shapes: shapes.sorted())
    }

    /// The orders that leave the years few: a column with all days of the month in one place and a handful of numbers
    /// in the other has the years there.
    private var ordersBySpread: Set<DateOrder> {
        let (first, middle, last) = (firsts.nonzeroBitCount, middles.nonzeroBitCount, lasts.nonzeroBitCount)
        if last >= Self.many, first <= Self.few { return [.yearFirst] }
        if last <= Self.few, max(first, middle) >= Self.many { return [.dayFirst, .monthFirst] }
        return Set(DateOrder.allCases)
    }

    private static func intersection(_ left: Set<DateOrder>?, _ right: Set<DateOrder>?) -> Set<DateOrder>? {
        guard let left else { return right }
        guard let right else { return left }
        return left.intersection(right)
    }

    /// The cell with every digit as `0`: enough to show the form, and no value of the file. Only ASCII is kept.
    private static func shape(_ bytes: Span<UInt8>) -> String {
        var shape = ""
        for index in bytes.indices where bytes[index] < 0x80 && shape.utf8.count < 24 {
            shape.unicodeScalars.append(
                bytes[index] &- 0x30 < 10 ? "0" : Unicode.Scalar(bytes[index]))
        }
        return shape
    }
}
