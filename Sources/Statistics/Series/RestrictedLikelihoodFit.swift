// SPDX-License-Identifier: EUPL-1.2

/// An interrupted series with AR(1) errors, by restricted maximum likelihood (REML).
///
/// The whole of −1 < ρ < 1 is searched, since the likelihood may have more than one top; the best one is found as the root of
/// its derivative. In short series the likelihood may rise all the way to 1: then ρ is at the edge, and degrees of freedom
/// by Satterthwaite are not defined. `CorrelationMixture` has an answer there too.
package struct RestrictedLikelihoodFit: Sendable {
    package let terms: [SegmentedModel.Term]
    package let fit: AutoregressiveErrors.Fit
    /// n − p.
    package let degreesOfFreedom: Int
    /// Whether the likelihood is highest at the edge of the search, so that ρ is not determined.
    package let isAtEdge: Bool
    private let slopes: AutoregressiveErrors.Slopes

    /// How near to −1 and 1 the search goes.
    private static let edge = 0.9999

    /// nil where the fit breaks down at every ρ.
    package init?(_ errors: AutoregressiveErrors) {
        var grid = stride(from: -98, through: 98, by: 2).map { Double($0) / 100 }
        grid = [-Self.edge, -0.999, -0.99] + grid + [0.99, 0.995, 0.999, Self.edge]
        let likelihoods = grid.map { errors.fit(rho: $0)?.restrictedLogLikelihood ?? -.infinity }
        guard let best = likelihoods.indices.max(by: { likelihoods[$0] < likelihoods[$1] }),
            likelihoods[best] > -.infinity
        else { return nil }
        let interval = grid[max(0, best - 1)]...grid[min(grid.count - 1, best + 1)]
        let root = Root.brent(in: interval) { rho in
            errors.fit(rho: rho).map { Self.score(errors, $0) } ?? .nan
        }
        let isInside = root.map { abs($0) < Self.edge } ?? false
        guard let fit = errors.fit(rho: isInside ? root ?? grid[best] : grid[best]) else { return nil }
        terms = errors.terms
        degreesOfFreedom = errors.degreesOfFreedom
        self.fit = fit
        isAtEdge = !isInside
        slopes = errors.slopes(fit)
    }

    /// dl/dρ.
    private static func score(_ errors: AutoregressiveErrors, _ fit: AutoregressiveErrors.Fit) -> Double {
        let slopes = errors.slopes(fit)
        return -0.5 * (slopes.logDeterminant.first + trace(fit.inverse, slopes.matrix.first))
            - 0.5 * slopes.residualSquares.first / fit.variance
    }

    /// The degrees of freedom of a term's t by Satterthwaite (1946), as Fai & Cornelius (1996) have it for mixed models:
    /// 2v²/(gᵀHg), v the term's variance, g its gradient in (ln σ², ρ), H the inverse of minus the second derivatives of the
    /// restricted likelihood. Not capped at n − p. nil at the edge, and where the likelihood is not curved downward.
    package func satterthwaite(_ place: Int) -> Double? {
        guard !isAtEdge else { return nil }
        let inverse = fit.inverse
        let variance = fit.variance * inverse[place][place]
        // (XᵀR⁻¹X)⁻¹ changes at −C·(XᵀR⁻¹X)′·C.
        let slope = Self.product(Self.product(inverse, slopes.matrix.first), inverse)[place][place]
        let gradient = (variance, -fit.variance * slope)
        let changed = Self.product(inverse, slopes.matrix.first)
        let curvature =
            0.5
            * (slopes.logDeterminant.second + Self.trace(inverse, slopes.matrix.second) - Self.trace(changed, changed))
            + slopes.residualSquares.second / (2 * fit.variance)
        let scale = Double(degreesOfFreedom) / 2
        let cross = -slopes.residualSquares.first / (2 * fit.variance)
        let determinant = scale * curvature - cross * cross
        guard curvature > 0, determinant > 0 else { return nil }
        let spread =
            (gradient.0 * gradient.0 * curvature - 2 * gradient.0 * gradient.1 * cross + gradient.1 * gradient.1 * scale)
            / determinant
        return spread > 0 ? 2 * variance * variance / spread : nil
    }

    /// A term with t on n − p degrees of freedom, or on Satterthwaite's.
    package func effect(
        _ place: Int, level: Double = 0.95, degreesOfFreedom: Double? = nil
    ) -> SeriesEffect {
        SeriesEffect(
            estimate: fit.coefficients[place], error: fit.error(of: place),
            degreesOfFreedom: degreesOfFreedom ?? Double(self.degreesOfFreedom), level: level)
    }

    /// tr(A·B).
    private static func trace(_ a: [[Double]], _ b: [[Double]]) -> Double {
        ExactSum.sum(of: a.indices.flatMap { row in b.indices.map { a[row][$0] * b[$0][row] } })
    }

    private static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
        a.map { row in b.indices.map { column in row.indices.reduce(0.0) { $0 + row[$1] * b[$1][column] } } }
    }
}

/// A term of a series' model, with what its t distribution tells.
package struct SeriesEffect: Sendable, Hashable {
    package let estimate: Double
    /// Standard error.
    package let error: Double
    package let degreesOfFreedom: Double
    package let statistic: Double
    /// Two-sided.
    package let pValue: Double
    package let interval: ConfidenceInterval

    /// `error` and `degreesOfFreedom` are above 0.
    package init(estimate: Double, error: Double, degreesOfFreedom: Double, level: Double) {
        self.estimate = estimate
        self.error = error
        self.degreesOfFreedom = degreesOfFreedom
        statistic = estimate / error
        pValue = 2 * StudentT.cdf(-abs(estimate / error), degreesOfFreedom: degreesOfFreedom)
        let half = StudentT.twoSided(level: level, degreesOfFreedom: degreesOfFreedom) * error
        interval = ConfidenceInterval(lower: estimate - half, upper: estimate + half)
    }
}
