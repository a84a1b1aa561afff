// SPDX-License-Identifier: EUPL-1.2

/// A treated area's series less that of its comparison areas, month by month (*differensserie*): what happens everywhere
/// falls away, and what is left is one interrupted series.
package struct ComparedSeries: Sendable {
    package let difference: InterruptedSeries

    /// `treated` and `comparison`: an area's values by month, with the area's weight, above 0 (persons, say). In each month
    /// the difference is the weighted mean of the treated areas that have a value less that of the comparison areas that have
    /// one. A month without one or the other is a gap. nil without any month that has both.
    package init?(treated: [AreaSeries], comparison: [AreaSeries], firstAfter: Int) {
        let (inside, outside) = (Self.means(treated), Self.means(comparison))
        let points = inside.keys.sorted().compactMap { time in
            outside[time].flatMap { other in inside[time].map { (time: time, value: $0 - other) } }
        }
        guard !points.isEmpty else { return nil }
        difference = InterruptedSeries(points, firstAfter: firstAfter)
    }

    /// An area's values by month.
    package struct AreaSeries: Sendable {
        package var weight: Double
        package var values: [(time: Int, value: Double)]

        package init(weight: Double, values: [(time: Int, value: Double)]) {
            precondition(weight > 0, "an area that counts has a weight above 0")
            self.weight = weight
            self.values = values
        }
    }

    private static func means(_ areas: [AreaSeries]) -> [Int: Double] {
        var sums: [Int: (values: ExactSum, weights: ExactSum)] = [:]
        for area in areas {
            for point in area.values {
                sums[point.time, default: (ExactSum(), ExactSum())].values.add(area.weight * point.value)
                sums[point.time, default: (ExactSum(), ExactSum())].weights.add(area.weight)
            }
        }
        return sums.mapValues { $0.values.value / $0.weights.value }
    }
}

extension InterruptedSeries {
    /// The mean after less the mean before; nil where either has no value.
    package var differenceOfMeans: Double? {
        let after = ExactSum.mean(of: values.indices.filter { times[$0] >= firstAfter }.map { values[$0] })
        let before = ExactSum.mean(of: values.indices.filter { times[$0] < firstAfter }.map { values[$0] })
        return after.flatMap { after in before.map { after - $0 } }
    }
}
