// SPDX-License-Identifier: EUPL-1.2

extension SurveyDesign {
    /// The total of a value over the population part, Σ w·y in the domain (Horvitz & Thompson 1952); nil values are
    /// outside. Scores w·y.
    package func total(_ values: [Double?], in domain: Domain? = nil) -> Linearised {
        let scores = values.indices.map { row in
            domain?.contains[row] == false ? 0 : weights[row] * (values[row] ?? 0)
        }
        return Linearised(value: ExactSum.sum(of: scores), scores: scores)
    }

    /// The ratio of two totals over the rows that have both values, R = Σwy ÷ Σwx: scores w(y − R·x) ÷ Σwx.
    /// Särndal, Swensson & Wretman (1992) 5.6. nil when the denominator is 0.
    package func ratio(_ numerator: [Double?], _ denominator: [Double?], in domain: Domain? = nil) -> Linearised? {
        let both = Self.answered(Domain.answered(numerator, denominator), domain)
        return Linearised.ratio(
            numerator.indices.map { row in
                guard both.contains[row], let y = numerator[row], let x = denominator[row] else { return .none }
                return RatioContribution(numerator: y, denominator: x)
            }, weights: weights)
    }

    /// The mean of a value over the rows that have it: the ratio of its total to the domain's size. nil for an empty
    /// domain.
    package func mean(_ values: [Double?], in domain: Domain? = nil) -> Linearised? {
        ratio(values, values.map { $0.map { _ in 1 } }, in: domain)
    }

    /// The share of the domain for which something holds, among the rows where it is known.
    package func share(_ holds: [Bool?], in domain: Domain? = nil) -> Linearised? {
        mean(holds.map { $0.map { $0 ? 1 : 0 } }, in: domain)
    }

    private static func answered(_ answered: Domain, _ domain: Domain?) -> Domain {
        domain.map(answered.intersection) ?? answered
    }
}
