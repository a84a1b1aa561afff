// SPDX-License-Identifier: EUPL-1.2

/// The SplitMix64 generator (Steele, Lea & Flood 2014): whole-number arithmetic only, so that a seed gives
/// the same exports on every machine. Draws that speak of one person and month have a generator of their own,
/// keyed by both: what is drawn for one never moves what is drawn for another.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, _ keys: Int...) {
        state = seed
        for key in keys {
            state = next() ^ UInt64(bitPattern: Int64(key))
        }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to, not including, the bound. The bias of a 64-bit product is below 10⁻¹⁵.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A whole number in the range, both ends included.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True this many times in a thousand.
    mutating func chance(_ permille: Int) -> Bool {
        below(1000) < permille
    }

    /// One of the values, each as likely; a value that stands twice is twice as likely.
    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[below(values.count)]
    }

    /// An index, each as likely as its weight.
    mutating func index(weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return weights.count - 1
    }
}
