// SPDX-License-Identifier: EUPL-1.2

/// Sample quantiles of type 7 (Hyndman & Fan 1996): the default of R, NumPy and Excel's PERCENTILE.INC.
package enum Quantile {
    /// The quantile at `p` (0–1) of the values, in any order: linear interpolation at h = (n − 1)·p between order
    /// statistics. nil for no values; the value itself for one.
    package static func type7(_ values: [Double], at p: Double) -> Double? {
        precondition((0...1).contains(p), "a quantile is asked for at 0–1")
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let place = Double(sorted.count - 1) * p
        let below = Int(place)
        guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
        return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }

    /// The median: the middle value, or half the sum of the two in the middle. nil for no values. Equals type 7 at ½
    /// but for the last bit, which decides whether distances to it are tied.
    package static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
