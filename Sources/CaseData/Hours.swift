// SPDX-License-Identifier: EUPL-1.2

/// An amount of time in whole milliseconds, so that a sum is the same in any order, on any number of
/// tasks, and both `2,33` h and `02:20:00` are exact.
package struct Hours: Hashable, Comparable, AdditiveArithmetic, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The nearest whole millisecond; ties go away from zero.
    package init(_ hours: Double) {
        self.milliseconds = Int64((hours * 3_600_000).rounded(.toNearestOrAwayFromZero))
    }

    /// In hours, for ratios and printing.
    package var value: Double { Double(milliseconds) / 3_600_000 }

    package static let zero = Hours(milliseconds: 0)

    package static func + (left: Hours, right: Hours) -> Hours {
        Hours(milliseconds: left.milliseconds + right.milliseconds)
    }
    package static func - (left: Hours, right: Hours) -> Hours {
        Hours(milliseconds: left.milliseconds - right.milliseconds)
    }
    package static func < (left: Hours, right: Hours) -> Bool { left.milliseconds < right.milliseconds }

    /// This amount times a fraction, rounded once to the millisecond (ties away from zero) in exact
    /// integer arithmetic. The denominator is positive.
    package func scaled(by numerator: Int, over denominator: Int) -> Hours {
        precondition(denominator > 0, "a fraction of time has a positive denominator")
        let product = milliseconds.multipliedFullWidth(by: Int64(numerator))
        let (quotient, remainder) = Int64(denominator).dividingFullWidth(product)
        let away: Int64 = (product.high < 0) ? -1 : 1
        return Hours(milliseconds: 2 * remainder.magnitude >= UInt64(denominator) ? quotient + away : quotient)
    }
}
