// SPDX-License-Identifier: EUPL-1.2
import Glibc

extension SurveyDesign {
    /// How the weights may move: w' = w·F(x'λ). Deville & Särndal (1992), JASA 87:376.
    package enum CalibrationDistance: Sendable {
        /// F = 1 + u: the generalised regression estimator. Weights can become negative.
        case linear
        /// F = exp u: weights stay positive.
        case raking
        /// w' ÷ w stays between the bounds, lower < 1 < upper (ibid. case 6).
        case logit(lower: Double, upper: Double)

        func factor(_ u: Double) -> (value: Double, slope: Double) {
            switch self {
            case .linear: return (1 + u, 1)
            case .raking: return (exp(u), exp(u))
            case .logit(let lower, let upper):
                let a = (upper - lower) / ((1 - lower) * (upper - 1))
                // Divided through by the larger power, so that neither end overflows.
                let grown = exp(-abs(a * u))
                let (low, high) = u > 0 ? (grown, 1) : (1, grown)
                let base = (upper - 1) * low + (1 - lower) * high
                let value = (lower * (upper - 1) * low + upper * (1 - lower) * high) / base
                return (value, a * (value - lower) * (upper - value) / (upper - lower))
            }
        }
    }

    /// Calibration (kalibrering): the weights nearest the design's that make the auxiliaries' totals come out right,
    /// Σw'x = T, by Newton's method. The error is that of the residuals on the auxiliaries (see `WeightFit`).
    ///
    /// - Parameters:
    ///   - auxiliaries: one column a variable (a column of 1 for the population's size), one place a row.
    ///   - totals: their population totals.
    package func calibrated(
        to auxiliaries: [[Double]], totals: [Double], distance: CalibrationDistance
    ) throws(WeightFitError) -> SurveyDesign {
        precondition(auxiliaries.count == totals.count, "each auxiliary has a total")
        // In units of the totals, so that counts and sums weigh alike in what is solved.
        let sizes = zip(auxiliaries, totals).map { column, total in
            max(abs(total), ExactSum.sum(of: zip(column, weights).map { abs($0 * $1) }))
        }
        guard sizes.allSatisfy({ $0 > 0 }) else { throw .dependentAuxiliaries }
        let columns = zip(auxiliaries, sizes).map { column, size in column.map { $0 / size } }
        let goals = zip(totals, sizes).map { $0 / $1 }
        var multipliers = goals.map { _ in 0.0 }
        var current = fit(columns, goals, multipliers, distance)
        for _ in 0..<200 {
            if current.distance < 1e-13 { break }
            let jacobian = columns.map { a in
                columns.map { b in
                    ExactSum.sum(of: a.indices.map { a[$0] * b[$0] * weights[$0] * current.slopes[$0] })
                }
            }
            guard let step = LinearSystem.solve(jacobian, current.gaps) else { throw .dependentAuxiliaries }
            var share = 1.0
            var next = current
            repeat {
                next = fit(columns, goals, zip(multipliers, step).map { $0 + share * $1 }, distance)
                if next.distance < current.distance { break }
                share /= 2
            } while share > 1e-6
            guard next.distance < current.distance else { break }
            multipliers = zip(multipliers, step).map { $0 + share * $1 }
            current = next
        }
        guard current.distance < 1e-9 else { throw .notConverged }
        return fitted(to: auxiliaries, weights: zip(weights, current.factors).map { $0 * $1 })
    }

    private struct Fit {
        var factors: [Double]
        var slopes: [Double]
        /// What is missing to each total.
        var gaps: [Double]
        var distance: Double
    }

    private func fit(
        _ columns: [[Double]], _ goals: [Double], _ multipliers: [Double], _ distance: CalibrationDistance
    ) -> Fit {
        let moved = weights.indices.map { row in
            distance.factor(columns.indices.reduce(0.0) { $0 + columns[$1][row] * multipliers[$1] })
        }
        let gaps = zip(columns, goals).map { column, goal in
            goal - ExactSum.sum(of: column.indices.map { column[$0] * weights[$0] * moved[$0].value })
        }
        let largest = gaps.map(abs).max() ?? 0
        return Fit(
            factors: moved.map(\.value), slopes: moved.map(\.slope), gaps: gaps,
            distance: largest.isNaN ? .infinity : largest)
    }
}
