// SPDX-License-Identifier: EUPL-1.2

/// Ways to estimate τ², the variance between areas beside their sampling errors (mellanområdesvarians); Viechtbauer
/// (2005) compares them. None goes below 0. With few areas all are unsteady: see `BetweenVarianceInterval`.
package enum BetweenVariance: String, Sendable, CaseIterable {
    /// No variance between areas at all: τ² = 0.
    case fixed = "FE"
    /// From Cochran's Q with the sampling weights: (Q − (k − p)) ÷ tr P (DerSimonian & Laird 1986).
    case derSimonianLaird = "DL"
    /// The τ² at which Σ (y − ŷ)² ÷ (v + τ²) is k − p (Paule & Mandel 1982).
    case pauleMandel = "PM"
    /// Restricted maximum likelihood, by Fisher scoring from Hedges' estimate.
    case restrictedLikelihood = "REML"
    /// Maximum likelihood, the same way.
    case likelihood = "ML"
    /// Morris' (1983) empirical Bayes; its fixed point is Paule and Mandel's.
    case empiricalBayes = "EB"
    /// The spread of the unweighted estimates less the mean sampling variance (Hedges & Olkin 1985).
    case hedges = "HE"
    /// (Q − k) ÷ Σ 1/v (Hunter & Schmidt 2004).
    case hunterSchmidt = "HS"
    /// Sidik & Jonkman (2005), never 0 unless the estimates are equal.
    case sidikJonkman = "SJ"

    /// τ² of the model; nil when the iteration does not settle or X does not determine β. 0 without degrees of freedom.
    func tauSquared(of model: AreaModel) -> Double? {
        guard let fixed = model.fit(tauSquared: 0) else { return nil }
        let degrees = Double(model.degreesOfFreedom)
        guard degrees > 0, self != .fixed else { return 0 }
        let areas = Double(model.estimates.count)
        switch self {
        case .fixed: return 0
        case .derSimonianLaird:
            return max(0, (fixed.weightedSquares - degrees) / model.traces(fixed).first)
        case .pauleMandel, .empiricalBayes:
            return Self.tauSquared(of: model, whereSquaresAre: degrees)
        case .hedges: return Self.hedges(model)
        case .hunterSchmidt:
            return max(0, (fixed.weightedSquares - areas) / ExactSum.sum(of: fixed.weights))
        case .sidikJonkman:
            guard let moments = Moments(model.estimates), moments.sumOfSquares > 0 else { return 0 }
            let start = moments.sumOfSquares / areas
            return model.fit(tauSquared: start).map { start * $0.weightedSquares / degrees }
        case .restrictedLikelihood, .likelihood: return scored(model)
        }
    }

    /// The τ² at which Σ (y − ŷ)² ÷ (v + τ²), which falls with τ², is `target`; 0 where it is less at once.
    static func tauSquared(of model: AreaModel, whereSquaresAre target: Double) -> Double? {
        func excess(_ tauSquared: Double) -> Double {
            (model.fit(tauSquared: tauSquared)?.weightedSquares ?? .nan) - target
        }
        guard excess(0) > 0 else { return 0 }
        var upper = max(ExactSum.mean(of: model.variances) ?? 1, Double.leastNormalMagnitude)
        for _ in 0..<200 where excess(upper) > 0 { upper *= 4 }
        return Root.brent(in: 0...upper, tolerance: 1e-16 * upper, excess)
    }

    /// The unweighted moment estimate: residual mean square of y less tr(Mv) ÷ (k − p).
    private static func hedges(_ model: AreaModel) -> Double? {
        let flat = AreaModel(
            estimates: model.estimates, variances: model.estimates.map { _ in 1 }, columns: model.columns)
        guard let fit = flat.fit(tauSquared: 0) else { return nil }
        let degrees = Double(model.degreesOfFreedom)
        let kept = model.variances.indices.map { row in
            let leverage = ExactSum.sum(
                of: fit.covariance.indices.map { first in
                    model.columns[first][row]
                        * ExactSum.sum(of: zip(fit.covariance[first], model.columns).map { $0 * $1[row] })
                })
            return (1 - leverage) * model.variances[row]
        }
        return max(0, (fit.weightedSquares - ExactSum.sum(of: kept)) / degrees)
    }

    /// Fisher scoring, a step that would pass 0 halved until it does not.
    private func scored(_ model: AreaModel) -> Double? {
        let scale = ExactSum.mean(of: model.variances) ?? 0
        guard var tauSquared = Self.hedges(model) else { return nil }
        for _ in 0..<2000 {
            guard let fit = model.fit(tauSquared: tauSquared) else { return nil }
            var step: Double
            if self == .likelihood {
                let squares = ExactSum.sum(of: fit.weights.map { $0 * $0 })
                step = (fit.squaredScores - ExactSum.sum(of: fit.weights)) / squares
            } else {
                let traces = model.traces(fit)
                step = (fit.squaredScores - traces.first) / traces.second
            }
            while tauSquared + step < 0 { step /= 2 }
            tauSquared += step
            if tauSquared < 1e-12 * scale { return 0 }
            if abs(step) <= 1e-12 * (tauSquared + scale) { return tauSquared }
        }
        return nil
    }
}
