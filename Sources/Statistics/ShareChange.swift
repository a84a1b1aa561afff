// SPDX-License-Identifier: EUPL-1.2

/// The difference between a share in two years among partly the same persons.
///
/// The standard error is that of a difference of ratios over persons (`RatioOfSums.change`). The interval is
/// built from the two Wilson intervals, with the correlation of the years' errors over the persons in both:
/// d − √((p′−l′)² − 2r(p′−l′)(u−p) + (u−p)²) and d + √((u′−p′)² − 2r(u′−p′)(p−l) + (p−l)²). Newcombe (1998),
/// Stat. Med. 17:2635 method 10; Zou & Donner (2008), Stat. Med. 27:1693 for the general form. Unlike d ± t·se it is
/// not a point where both shares are 0 or 1, and stays within −1–1.
package enum ShareChange {
    /// One person's part: whether they belong to the base, and if so whether they count.
    package struct Membership: Sendable, Hashable {
        package var inBase: Bool
        package var counts: Bool

        package init(inBase: Bool, counts: Bool) {
            precondition(inBase || !counts, "who counts belongs to the base")
            self.inBase = inBase
            self.counts = counts
        }

        var contribution: RatioContribution {
            RatioContribution(numerator: counts ? 1 : 0, denominator: inBase ? 1 : 0)
        }
    }

    /// The arrays are parallel, one place a person in either year. nil when either base is empty.
    package static func estimate(before: [Membership], after: [Membership], level: Double = 0.95) -> Estimate? {
        let old = before.map(\.contribution)
        let new = after.map(\.contribution)
        guard var change = RatioOfSums.change(before: old, after: new, level: level),
            let oldInterval = interval(before, level), let newInterval = interval(after, level)
        else { return nil }
        let r = RatioOfSums.correlation(before: old, after: new)
        func reach(_ a: Double, _ b: Double) -> Double {
            max(0, a * a - 2 * r * a * b + b * b).squareRoot()
        }
        change.lower = change.value - reach(newInterval.below, oldInterval.above)
        change.upper = change.value + reach(newInterval.above, oldInterval.below)
        change.degreesOfFreedom = nil
        return change
    }

    /// How far the Wilson interval reaches to each side of the share.
    private static func interval(_ persons: [Membership], _ level: Double) -> (below: Double, above: Double)? {
        let x = persons.count { $0.counts }
        let n = persons.count { $0.inBase }
        guard let wilson = WilsonInterval(x, of: n, level: level) else { return nil }
        let share = Double(x) / Double(n)
        return (share - wilson.lower, wilson.upper - share)
    }
}
