// SPDX-License-Identifier: EUPL-1.2

/// Random numbers from a seed, the same on every machine: SplitMix64 (Steele, Lea & Flood 2014). What is drawn from it is
/// reproducible, so the seed stands in the output of whatever uses it.
package struct SeededDraws: RandomNumberGenerator, Sendable {
    /// Of rank intervals and bootstraps, where nothing else is asked for.
    package static let standardSeed: UInt64 = 20_190_401

    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Goes on as if so many numbers had been drawn.
    package mutating func skip(_ count: Int) { state &+= UInt64(count) &* 0x9e37_79b9_7f4a_7c15 }

    /// Between 0 and 1, neither included.
    package mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

    /// From the standard normal distribution, by its quantile.
    package mutating func normal() -> Double { Normal.quantile(uniform()) }

    /// A whole number from 0 up to, not including, the bound.
    package mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}
