// SPDX-License-Identifier: EUPL-1.2

/// A control chart (styrdiagram) of shares or rates over time: limits at the centre ± σ times the error each point would
/// have from chance alone (Montgomery 2012, ch. 7), and wider or narrower ones by how much the points vary beside that
/// (Laney 2002). Limits are cut to the values that are possible.
package struct AttributeChart: Sendable {
    package enum Kind: String, Sendable {
        /// Shares, x among n, with the error √(p(1 − p)/n).
        case p
        /// Rates, x over an exposure n, with the error √(u/n).
        case u
    }

    package struct Point: Sendable {
        /// x ÷ n; nil where n is 0.
        package let value: Double?
        package let limits: ConfidenceInterval?
        /// nil with fewer than two points.
        package let laneyLimits: ConfidenceInterval?
    }

    /// Σ x ÷ Σ n; nil when nothing is counted.
    package let centre: Double?
    /// Mean moving range of the points in errors, ÷ 1.128; 1 when only chance is at work, nil with fewer than two points.
    package let laneySigma: Double?
    package let points: [Point]

    package init(_ kind: Kind, _ counts: [(x: Double, n: Double)], sigma: Double = 3) {
        let total = ExactSum.sum(of: counts.map(\.n))
        guard total > 0 else {
            centre = nil
            laneySigma = nil
            points = counts.map { _ in Point(value: nil, limits: nil, laneyLimits: nil) }
            return
        }
        let centre = ExactSum.sum(of: counts.map(\.x)) / total
        let errors = counts.map { count in
            ((kind == .p ? centre * (1 - centre) : centre) / count.n).squareRoot()
        }
        let scores: [Double?] = zip(counts, errors).map { count, error in
            count.n > 0 && error > 0 ? (count.x / count.n - centre) / error : nil
        }
        // A point without anyone leaves a gap: no range across it.
        let ranges = zip(scores, scores.dropFirst()).compactMap { before, after in
            before.flatMap { before in after.map { abs($0 - before) } }
        }
        let laney = ExactSum.mean(of: ranges).map { $0 / 1.128 }
        self.centre = centre
        self.laneySigma = laney
        self.points = zip(counts, errors).map { count, error in
            guard count.n > 0 else { return Point(value: nil, limits: nil, laneyLimits: nil) }
            func around(_ half: Double) -> ConfidenceInterval {
                ConfidenceInterval(lower: centre - half, upper: centre + half)
                    .clipped(to: 0...(kind == .p ? 1 : .infinity))
            }
            return Point(
                value: count.x / count.n, limits: around(sigma * error),
                laneyLimits: laney.map { around(sigma * error * $0) })
        }
    }
}
