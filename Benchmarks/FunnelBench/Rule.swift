// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// A rule that says which boards of a city stand out.
enum Rule: String, CaseIterable {
    case plainLimit = "Utan justering: utanför 99,8 %-gränsen"
    case plain = "Utan justering: utanför 99,8 %-gränsen eller Holm högst 0,05"
    case published = "Publicerad justering (winsoriserad), 99,8 %"
    case publishedT = "Publicerad justering med t-kvantil (13 frihetsgrader)"
    case leaveOneOut = "Utan nämnden själv, ett τ², normalkvantil, Bonferroni"
    case leaveOneOutT = "Utan nämnden själv, ett τ², t-kvantil (12), Bonferroni"
    case adjusted = "**Ledsagas justering: prediktionsgränser ur de övriga**"
    case named = "**Ledsagas regel för att nämna en nämnd**"

    /// Whether each board stands out.
    func marks(_ city: City, _ funnel: Funnel) -> [Bool] {
        switch self {
        case .plainLimit: funnel.results.map { $0.plain?.position == .outside998 }
        case .plain: funnel.results.map { $0.plain?.standsOut ?? false }
        case .published: published(city, quantile: Normal.twoSided(level: 0.998))
        case .publishedT: published(city, quantile: StudentT.twoSided(level: 0.998, degreesOfFreedom: 13))
        case .leaveOneOut: leaveOneOut(city) { Normal.twoSidedTail($0) }
        case .leaveOneOutT: leaveOneOut(city) { StudentT.twoSidedTail($0, degreesOfFreedom: 12) }
        case .adjusted: funnel.results.map { $0.adjusted?.standsOut ?? false }
        case .named: funnel.results.map(\.isNamed)
        }
    }

    private func scaled(_ city: City) -> (values: [Double], errors: [Double]) {
        let scale = FunnelScale.arcsine
        return (
            city.counts.map { scale.forward(Double($0.x) / Double($0.n)) },
            city.counts.map { scale.error(size: Double($0.n)) }
        )
    }

    private func published(_ city: City, quantile: Double) -> [Bool] {
        let (values, errors) = scaled(city)
        let centre = FunnelScale.arcsine.forward(city.target)
        let scores = zip(values, errors).map { ($0 - centre) / $1 }
        let spread = Overdispersion(Overdispersion.winsorised(scores, share: 0.1), errors: errors)
        return zip(values, errors).map { value, error in
            abs(value - centre) > quantile * (error * error + spread.tauSquared).squareRoot()
        }
    }

    private func leaveOneOut(_ city: City, _ tail: (Double) -> Double) -> [Bool] {
        let (values, errors) = scaled(city)
        return values.indices.map { place in
            let others = values.indices.filter { $0 != place }
            guard
                let found = RandomEffects(
                    estimates: others.map { values[$0] }, variances: others.map { errors[$0] * errors[$0] })
            else { return false }
            let error = errors[place] * errors[place] + found.tauSquared + found.standardError * found.standardError
            return tail((values[place] - found.mean) / error.squareRoot()) < 0.05 / Double(values.count)
        }
    }
}
