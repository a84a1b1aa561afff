// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// An interrupted series by ordinary least squares, with errors as if months did not remember each other or by Newey & West
/// (1987). Here to compare with: with 12 + 24 months and ρ = 0.6 their 95 % intervals cover 58–74 %.
package struct SegmentedLeastSquares: Sendable {
    package let terms: [SegmentedModel.Term]
    private let times: [Int]
    private let columns: [[Double]]
    private let residuals: [Double]
    private let squares: LeastSquares

    private var degreesOfFreedom: Int { residuals.count - terms.count }

    /// nil where the terms cannot be told apart or leave no degree of freedom.
    package init?(_ series: InterruptedSeries, _ model: SegmentedModel) {
        let columns = series.columns(model)
        guard series.count > columns.count, let squares = LeastSquares(columns, series.values) else { return nil }
        self.columns = columns
        self.squares = squares
        terms = model.terms
        times = series.times
        residuals = series.values.indices.map { row in
            series.values[row]
                - ExactSum.sum(of: columns.indices.map { columns[$0][row] * squares.coefficients[$0] })
        }
    }

    /// A term, on t with n − p degrees of freedom; nil where nothing is left of the errors.
    package func effect(_ place: Int, level: Double) -> SeriesEffect? {
        let variance = squares.residualSquares / Double(degreesOfFreedom)
        return effect(place, variance: variance * squares.inverse[place][place], level: level)
    }

    /// The same with Bartlett's weights 1 − l/(lag + 1) up to a lag, without prewhitening, times n/(n − p).
    package func neweyWest(_ place: Int, lag: Int, level: Double) -> SeriesEffect? {
        // What each month adds to the term's estimate: e·(XᵀX)⁻¹x.
        let scores = residuals.indices.map { row in
            residuals[row] * ExactSum.sum(of: columns.indices.map { squares.inverse[place][$0] * columns[$0][row] })
        }
        let rows = Dictionary(uniqueKeysWithValues: zip(times, times.indices))
        var sum = ExactSum()
        for row in scores.indices {
            sum.add(scores[row] * scores[row])
            for distance in stride(from: 1, through: lag, by: 1) {
                guard let before = rows[times[row] - distance] else { continue }
                sum.add(2 * (1 - Double(distance) / Double(lag + 1)) * scores[row] * scores[before])
            }
        }
        let correction = Double(residuals.count) / Double(degreesOfFreedom)
        return effect(place, variance: correction * sum.value, level: level)
    }

    private func effect(_ place: Int, variance: Double, level: Double) -> SeriesEffect? {
        guard variance > 0 else { return nil }
        return SeriesEffect(
            estimate: squares.coefficients[place], error: variance.squareRoot(),
            degreesOfFreedom: Double(degreesOfFreedom), level: level)
    }
}
