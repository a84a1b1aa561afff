// SPDX-License-Identifier: EUPL-1.2

/// Whether deviations that each unit has to one side or the other balance (*teckenbytestest*, sign-flip test).
///
/// If no side is the likelier, the sum S = Σ d is as likely with any other signs before the units' deviations. p is the share
/// of all ways to set the signs whose |Σ ±d| is at least |S|: Fisher (1935, section 21); Hemerik & Goeman (2018) for
/// drawing them. Up to `exactUnits` units that have a deviation all ways are tried. Of more, `draws` are drawn, and the
/// signs as they are count among them: p = (1 + number at least as large) ÷ (1 + draws).
///
/// Deviations are whole numbers, so that sums are exact, and the order of the units does not change p.
package enum SignFlipTest {
    /// Units whose signs are all tried.
    package static let exactUnits = 12
    package static let draws = 1999

    /// p, two-sided; nil when nobody deviates.
    package static func p(_ deviations: [Int64], seed: UInt64 = SeededDraws.standardSeed) -> Double? {
        // A unit's own sign does not matter, nor that of one which does not deviate.
        let sizes = deviations.map { Int64($0.magnitude) }.filter { $0 != 0 }.sorted()
        guard !sizes.isEmpty else { return nil }
        let observed = deviations.reduce(0, +).magnitude
        func sum(_ signs: (Int) -> Bool) -> UInt64 {
            var sum: Int64 = 0
            for place in sizes.indices { sum += signs(place) ? sizes[place] : -sizes[place] }
            return sum.magnitude
        }
        if sizes.count <= exactUnits {
            let ways = 1 << sizes.count
            let extreme = (0..<ways).count { way in sum { way >> $0 & 1 == 1 } >= observed }
            return Double(extreme) / Double(ways)
        }
        var random = SeededDraws(seed: seed)
        var extreme = 0
        var bits = [UInt64](repeating: 0, count: (sizes.count + 63) / 64)
        for _ in 0..<draws {
            for place in bits.indices { bits[place] = random.next() }
            if sum({ bits[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }) >= observed { extreme += 1 }
        }
        return Double(1 + extreme) / Double(1 + draws)
    }
}
