// SPDX-License-Identifier: EUPL-1.2

/// A running sum without any rounding until it is read: the same to the last bit in whatever order the terms stand, and
/// the nearest number there is to their true sum. Neal (2015), arXiv:1505.05571, the small superaccumulator.
///
/// The sum is kept as a whole number of 2⁻¹⁰⁷⁵ in chunks of 32 bits; each term is added to the two chunks that its bits lie
/// in. With a term that is no finite number there is no sum: it is not a number.
package struct ExactSum: Sendable {
    private static let chunkCount = 67
    /// As many terms as chunks can take before their carries must be passed on.
    private static let termsBetweenCarries = 1 << 10

    private var chunks = InlineArray<67, Int64>(repeating: 0)
    private var termsSinceCarry = 0
    private var isUndefined = false

    package init() {}

    package mutating func add(_ term: Double) {
        let bits = term.bitPattern
        let exponent = Int(bits >> 52) & 0x7ff
        guard exponent != 0x7ff else {
            isUndefined = true
            return
        }
        let fraction = bits & 0xf_ffff_ffff_ffff
        // Numbers below the smallest normal one have its exponent and no leading bit.
        let mantissa = exponent == 0 ? fraction : fraction | 0x10_0000_0000_0000
        let place = max(exponent, 1)
        let (chunk, shift) = (place >> 5, UInt64(place & 31))
        let low = Int64(bitPattern: (mantissa << shift) & 0xffff_ffff)
        let high = Int64(bitPattern: mantissa >> (32 - shift))
        if term.sign == .minus {
            chunks[chunk] -= low
            chunks[chunk + 1] -= high
        } else {
            chunks[chunk] += low
            chunks[chunk + 1] += high
        }
        termsSinceCarry += 1
        if termsSinceCarry == Self.termsBetweenCarries { carry() }
    }

    /// Leaves 0–2³² − 1 in each chunk but the last, whose sign is that of the sum.
    private mutating func carry() {
        for place in 0..<Self.chunkCount - 1 {
            let carried = chunks[place] >> 32
            chunks[place] &= 0xffff_ffff
            chunks[place + 1] += carried
        }
        termsSinceCarry = 0
    }

    /// The sum, rounded once to the nearest number, halves to the even one. 0 for none.
    package var value: Double {
        if isUndefined { return .nan }
        var sum = self
        sum.carry()
        let isNegative = sum.chunks[Self.chunkCount - 1] < 0
        if isNegative {
            for place in 0..<Self.chunkCount { sum.chunks[place] = -sum.chunks[place] }
            sum.carry()
        }
        guard let top = (0..<Self.chunkCount).last(where: { sum.chunks[$0] != 0 }) else { return 0 }
        func chunk(_ place: Int) -> UInt64 { place < 0 ? 0 : UInt64(bitPattern: sum.chunks[place]) }
        // The highest 64 bits, the lowest of them set where any below is: Double rounds them as it would the whole.
        let shift = UInt64(chunk(top).leadingZeroBitCount) - 32
        var bits = chunk(top) << (32 + shift) | chunk(top - 1) << shift | chunk(top - 2) >> (32 - shift)
        let rest = chunk(top - 2) & ((1 << (32 - shift)) - 1)
        if rest != 0 || (0..<max(0, top - 2)).contains(where: { sum.chunks[$0] != 0 }) { bits |= 1 }
        let exponent = 32 * top - 1075 - 32 - Int(shift)
        return Double(sign: isNegative ? .minus : .plus, exponent: exponent, significand: Double(bits))
    }

    /// The sum of the terms; 0 for none.
    package static func sum(of terms: some Sequence<Double>) -> Double {
        var sum = ExactSum()
        for term in terms { sum.add(term) }
        return sum.value
    }

    /// The mean of the terms, nil for none.
    package static func mean(of terms: some Collection<Double>) -> Double? {
        terms.isEmpty ? nil : sum(of: terms) / Double(terms.count)
    }
}
