// SPDX-License-Identifier: EUPL-1.2

/// Estimates y of areas (districts) with known sampling variances v and a between-area variance τ² on top:
/// y = Xβ + u + e, var(u) = τ², var(e) = v (Fay & Herriot 1979; with X = 1 the random-effects model of DerSimonian &
/// Laird 1986).
struct AreaModel: Sendable {
    let estimates: [Double]
    let variances: [Double]
    /// The columns of X, the first all ones.
    let columns: [[Double]]

    /// What generalised least squares gives at one τ².
    struct Fit: Sendable {
        let coefficients: [Double]
        /// (X′WX)⁻¹.
        let covariance: [[Double]]
        /// 1 ÷ (v + τ²).
        let weights: [Double]
        let fitted: [Double]
        let residuals: [Double]

        /// Σ w·r².
        var weightedSquares: Double {
            ExactSum.sum(of: zip(weights, residuals).map { $0 * $1 * $1 })
        }

        /// Σ (w·r)².
        var squaredScores: Double {
            ExactSum.sum(of: zip(weights, residuals).map { $0 * $1 * $0 * $1 })
        }
    }

    var degreesOfFreedom: Int { estimates.count - columns.count }

    /// nil when the columns do not determine β.
    func fit(tauSquared: Double) -> Fit? {
        let weights = variances.map { 1 / ($0 + tauSquared) }
        let matrix = products(weights)
        let right = columns.map { column in
            ExactSum.sum(of: estimates.indices.map { weights[$0] * column[$0] * estimates[$0] })
        }
        guard let coefficients = LinearSystem.solve(matrix, right) else { return nil }
        var covariance: [[Double]] = []
        for place in columns.indices {
            let unit = columns.indices.map { $0 == place ? 1.0 : 0 }
            guard let row = LinearSystem.solve(matrix, unit) else { return nil }
            covariance.append(row)
        }
        let fitted = estimates.indices.map { row in
            ExactSum.sum(of: zip(columns, coefficients).map { $0[row] * $1 })
        }
        return Fit(
            coefficients: coefficients, covariance: covariance, weights: weights, fitted: fitted,
            residuals: zip(estimates, fitted).map { $0 - $1 })
    }

    /// X′ diag(w) X.
    private func products(_ weights: [Double]) -> [[Double]] {
        columns.map { first in
            columns.map { second in
                ExactSum.sum(of: weights.indices.map { weights[$0] * first[$0] * second[$0] })
            }
        }
    }

    /// tr P and tr P² of P = W − WX(X′WX)⁻¹X′W.
    func traces(_ fit: Fit) -> (first: Double, second: Double) {
        let squares = Self.product(fit.covariance, products(fit.weights.map { $0 * $0 }))
        let cubes = Self.product(fit.covariance, products(fit.weights.map { $0 * $0 * $0 }))
        let first = ExactSum.sum(of: fit.weights) - Self.trace(squares)
        let second =
            ExactSum.sum(of: fit.weights.map { $0 * $0 }) - 2 * Self.trace(cubes)
            + Self.trace(Self.product(squares, squares))
        return (first, second)
    }

    private static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
        a.map { row in
            b.indices.map { column in ExactSum.sum(of: zip(row, b).map { $0 * $1[column] }) }
        }
    }

    private static func trace(_ matrix: [[Double]]) -> Double {
        ExactSum.sum(of: matrix.indices.map { matrix[$0][$0] })
    }
}
