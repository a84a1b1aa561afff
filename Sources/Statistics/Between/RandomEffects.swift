// SPDX-License-Identifier: EUPL-1.2

/// How much areas differ beyond their sampling errors, and their common mean (slumpeffektmodell): Cochran's Q, I², H² and
/// τ² (DerSimonian & Laird 1986; Higgins & Thompson 2002), in the conventions of the R package metafor.
package struct RandomEffects: Sendable {
    /// The mean of the areas, weighted by 1 ÷ (v + τ²), and its interval with a normal quantile.
    package let mean: Double
    package let standardError: Double
    package let limits: ConfidenceInterval
    package let tauSquared: Double
    /// Cochran's Q: Σ (y − μ)² ÷ v about the fixed-effect mean.
    package let heterogeneity: Double
    package let degreesOfFreedom: Int
    /// P(χ² > Q); 1 for one area.
    package let pValue: Double
    /// The share of the variation that is not sampling error, 0–1: τ² ÷ (τ² + the typical v), for the fixed effect
    /// (Q − df) ÷ Q.
    package let iSquared: Double
    /// 1 when there is no more variation than sampling errors give.
    package let hSquared: Double
    /// Where the true value of a new area would lie: μ ± z·√(τ² + se²); nil for the fixed effect.
    package let predictionLimits: ConfidenceInterval?

    /// nil without areas, with a variance that is not above 0, or when the estimate of τ² does not settle.
    package init?(
        estimates: [Double], variances: [Double], method: BetweenVariance = .derSimonianLaird, level: Double = 0.95
    ) {
        precondition(estimates.count == variances.count, "every estimate has its variance")
        guard !estimates.isEmpty, variances.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        let model = AreaModel(estimates: estimates, variances: variances, columns: [estimates.map { _ in 1 }])
        guard let fixed = model.fit(tauSquared: 0), let tauSquared = method.tauSquared(of: model),
            let fit = model.fit(tauSquared: tauSquared)
        else { return nil }
        let z = Normal.twoSided(level: level)
        let squares = fixed.weightedSquares
        let degrees = model.degreesOfFreedom
        self.tauSquared = tauSquared
        mean = fit.coefficients[0]
        standardError = fit.covariance[0][0].squareRoot()
        limits = .about(mean, z * standardError)
        heterogeneity = squares
        degreesOfFreedom = degrees
        pValue = degrees > 0 ? ChiSquared.upperTail(squares, degreesOfFreedom: Double(degrees)) : 1
        predictionLimits =
            method == .fixed
            ? nil : .about(mean, z * (tauSquared + standardError * standardError).squareRoot())
        guard degrees > 0 else {
            iSquared = 0
            hSquared = 1
            return
        }
        if method == .fixed {
            iSquared = squares > 0 ? max(0, (squares - Double(degrees)) / squares) : 0
            hSquared = squares / Double(degrees)
        } else {
            let typical = Double(degrees) / model.traces(fixed).first
            iSquared = tauSquared / (tauSquared + typical)
            hSquared = tauSquared / typical + 1
        }
    }
}

extension ConfidenceInterval {
    /// centre ± half.
    static func about(_ centre: Double, _ half: Double) -> ConfidenceInterval {
        ConfidenceInterval(lower: centre - half, upper: centre + half)
    }
}

/// The interval of τ² by the Q-profile method (Viechtbauer 2007): the values at which Σ (y − μ)² ÷ (v + τ²) reaches the
/// upper and the lower quantile of χ² with k − 1 degrees of freedom. Exact for normal estimates with known variances.
package enum BetweenVarianceInterval {
    /// nil with fewer than two areas. The whole interval may be 0, when the areas differ less than errors would make them.
    package static func limits(
        estimates: [Double], variances: [Double], level: Double = 0.95
    ) -> ConfidenceInterval? {
        let model = AreaModel(estimates: estimates, variances: variances, columns: [estimates.map { _ in 1 }])
        let degrees = Double(model.degreesOfFreedom)
        guard degrees > 0, variances.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        let tail = (1 - level) / 2
        let quantiles = (
            upper: ChiSquared.quantile(1 - tail, degreesOfFreedom: degrees),
            lower: ChiSquared.quantile(tail, degreesOfFreedom: degrees)
        )
        guard let lower = BetweenVariance.tauSquared(of: model, whereSquaresAre: quantiles.upper),
            let upper = BetweenVariance.tauSquared(of: model, whereSquaresAre: quantiles.lower)
        else { return nil }
        return ConfidenceInterval(lower: lower, upper: upper)
    }
}
