// SPDX-License-Identifier: EUPL-1.2

/// Estimates of areas drawn towards what the model expects of them, the more the less they say themselves (krympta
/// skattningar): l·y + (1 − l)·xβ with l = τ² ÷ (τ² + v) (Morris 1983; Raudenbush & Bryk 1985). With covariates it is the
/// empirical best linear unbiased predictor of Fay & Herriot (1979).
package struct AreaEstimates: Sendable {
    package struct Area: Sendable {
        package let value: Double
        /// √(l·v + (1 − l)²·x(X′WX)⁻¹x′): the uncertainty of τ² itself is not in it.
        package let standardError: Double
        package let limits: ConfidenceInterval
        /// l: 1 keeps the area's own estimate, 0 replaces it.
        package let weight: Double
    }

    /// β, the intercept first.
    package let coefficients: [Double]
    package let tauSquared: Double
    /// In the order of the estimates.
    package let areas: [Area]

    /// Covariates are columns, one value an area. nil without areas, with a variance that is not above 0, with covariates
    /// that do not determine β, or when τ² does not settle.
    package init?(
        estimates: [Double], variances: [Double], covariates: [[Double]] = [],
        method: BetweenVariance = .derSimonianLaird, level: Double = 0.95
    ) {
        precondition(covariates.allSatisfy { $0.count == estimates.count }, "a covariate has a value for each area")
        guard !estimates.isEmpty, variances.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        let model = AreaModel(
            estimates: estimates, variances: variances, columns: [estimates.map { _ in 1 }] + covariates)
        guard let tauSquared = method.tauSquared(of: model), let fit = model.fit(tauSquared: tauSquared) else {
            return nil
        }
        let z = Normal.twoSided(level: level)
        self.tauSquared = tauSquared
        self.coefficients = fit.coefficients
        self.areas = estimates.indices.map { place in
            let weight = tauSquared / (tauSquared + variances[place])
            let row = model.columns.map { $0[place] }
            let spread = ExactSum.sum(
                of: row.indices.map { first in
                    row[first] * ExactSum.sum(of: zip(fit.covariance[first], row).map { $0 * $1 })
                })
            let value = weight * estimates[place] + (1 - weight) * fit.fitted[place]
            let error = (weight * variances[place] + (1 - weight) * (1 - weight) * spread).squareRoot()
            return Area(value: value, standardError: error, limits: .about(value, z * error), weight: weight)
        }
    }
}
