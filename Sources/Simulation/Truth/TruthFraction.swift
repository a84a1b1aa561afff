// SPDX-License-Identifier: EUPL-1.2

/// An exact fraction, so that a month of several decisions is rounded once, at its end.
struct TruthFraction {
    var numerator: Int128 = 0
    var denominator: Int128 = 1

    mutating func add(_ value: Int128, over divisor: Int128) {
        numerator = numerator * divisor + value * denominator
        denominator *= divisor
        var left = numerator
        var right = denominator
        while right != 0 { (left, right) = (right, left % right) }
        if left > 1 {
            numerator /= left
            denominator /= left
        }
    }

    /// The nearest whole number, half away from zero; the fraction is not negative.
    var rounded: Int64 {
        Int64((2 * numerator + denominator) / (2 * denominator))
    }
}
