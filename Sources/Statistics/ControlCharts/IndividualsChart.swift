// SPDX-License-Identifier: EUPL-1.2

/// A control chart of single values (XmR): mean ± 2.66 mean moving ranges (Wheeler 2003), with the four rules of NHS
/// England's Making Data Count, in the conventions of the R package NHSRplotthedots.
package struct IndividualsChart: Sendable {
    package struct Point: Sendable {
        package let value: Double
        /// Beyond a limit.
        package let isOutside: Bool
        /// One of seven or more in a row on one side of the centre.
        package let isShift: Bool
        /// One of seven or more in a row that rise, or that fall.
        package let isTrend: Bool
        /// One of two, of three in a row on one side, between two thirds of the way to a limit and the limit.
        package let isTwoOfThree: Bool
    }

    package let centre: Double
    /// nil with fewer than two points to take a range from.
    package let limits: ConfidenceInterval?
    package let points: [Point]

    /// Centre and ranges come from the first `baseline` values, nil for all. With `screensRanges`, ranges of 3.267 times
    /// their mean or more are left out, once (Nelson 1982). nil for no values.
    package init?(
        _ values: [Double], baseline: Int? = nil, screensRanges: Bool = true, constant: Double = 2.66
    ) {
        let base = Array(values.prefix(baseline ?? values.count))
        guard let centre = ExactSum.mean(of: base) else { return nil }
        let ranges = zip(base, base.dropFirst()).map { abs($1 - $0) }
        var typical = ExactSum.mean(of: ranges)
        if screensRanges, let mean = typical, mean > 0 {
            typical = ExactSum.mean(of: ranges.filter { $0 < 3.267 * mean })
        }
        let half = typical.map { constant * $0 } ?? .infinity
        self.centre = centre
        limits = typical == nil ? nil : .about(centre, half)
        let sides = values.map { $0 > centre ? 1 : $0 < centre ? -1 : 0 }
        let isOutside = values.map { $0 > centre + half || $0 < centre - half }
        let near = half * 2 / 3
        let isNear = zip(values, isOutside).map { value, isOutside in
            !isOutside && half < .infinity && (value < centre - near || value > centre + near)
        }
        let steps = zip(values, values.dropFirst()).map { $1 > $0 ? 1 : $1 < $0 ? -1 : 0 }
        let isShift = Self.runs(in: sides, length: 7, spanning: 7)
        let isTrend = Self.runs(in: steps, length: 6, spanning: 7)
        var isTwoOfThree = values.map { _ in false }
        for start in 0..<max(0, values.count - 2) {
            let window = start..<(start + 3)
            guard window.filter({ isNear[$0] }).count >= 2, abs(sides[window].reduce(0, +)) == 3 else { continue }
            for place in window where isNear[place] { isTwoOfThree[place] = true }
        }
        points = values.indices.map { place in
            Point(
                value: values[place], isOutside: isOutside[place], isShift: isShift[place],
                isTrend: isTrend[place], isTwoOfThree: isTwoOfThree[place])
        }
    }

    /// Which points belong to a stretch of `length` equal signs that are not 0; a stretch marks `points` from its start.
    private static func runs(in signs: [Int], length: Int, spanning points: Int) -> [Bool] {
        var marked = Array(repeating: false, count: signs.count + points - length)
        for start in 0..<max(0, signs.count - length + 1) {
            let window = signs[start..<(start + length)]
            guard signs[start] != 0, window.allSatisfy({ $0 == signs[start] }) else { continue }
            for place in start..<(start + points) { marked[place] = true }
        }
        return marked
    }
}
