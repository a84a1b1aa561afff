// SPDX-License-Identifier: EUPL-1.2

/// Whole numbers modulo the prime 2⁶¹ − 1: exact arithmetic in one machine word.
///
/// Rank and span come out as among rational numbers unless the prime divides a minor of the matrix. The relations of
/// tables have coefficients 0, 1 and −1 and minors that are tiny beside 2⁶¹; the tests repeat the question in
/// rational numbers.
package enum PrimeField {
    static let prime: UInt64 = (1 << 61) - 1

    static func element(_ value: Int) -> UInt64 {
        let magnitude = UInt64(value.magnitude) % prime
        return value < 0 && magnitude > 0 ? prime - magnitude : magnitude
    }

    /// Whether an element stands for a number above zero, as long as that is a small one.
    static func isPositive(_ value: UInt64) -> Bool { value <= prime / 2 }

    static func add(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let sum = a + b
        return sum >= prime ? sum - prime : sum
    }

    static func negate(_ a: UInt64) -> UInt64 { a == 0 ? 0 : prime - a }

    static func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        // 2⁶⁴ ≡ 8, so high · 2⁶⁴ + low ≡ high · 8 + low; both are folded at bit 61.
        let folded = (product.low & prime) + (product.low >> 61) + (product.high << 3)
        let once = (folded & prime) + (folded >> 61)
        return once >= prime ? once - prime : once
    }

    /// By Fermat: a^(p − 2). `a` is not 0.
    static func inverse(_ a: UInt64) -> UInt64 {
        var result: UInt64 = 1
        var base = a
        var exponent = prime - 2
        while exponent > 0 {
            if exponent & 1 == 1 { result = multiply(result, base) }
            base = multiply(base, base)
            exponent >>= 1
        }
        return result
    }
}
