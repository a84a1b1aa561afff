// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// The rows of `admin.usage`: the share of granted hours performed in two years, and what the persons' own shares say.
enum UsageRows {
    /// The arrays are parallel, one place a person.
    static func rows(
        _ years: [String], before: [RatioContribution], after: [RatioContribution], isIn: [[Bool]], level: Double
    ) -> [ResultRow] {
        let sums = [before, after]
        var rows: [ResultRow] = []
        for (year, sums) in zip(years, sums) {
            rows.append(row("ratio_of_sums", year, RatioOfSums.estimate(sums, level: level)))
        }
        rows.append(row("change_ratio", "", RatioOfSums.change(before: before, after: after, level: level)))
        let own = sums.map { sums in sums.map { $0.denominator > 0 ? $0.numerator / $0.denominator : nil } }
        for (place, year) in years.enumerated() {
            let ratios = own[place].compactMap(\.self)
            rows.append(row("mean_of_person_ratios", year, ExactSum.mean(of: ratios)))
            rows.append(row("median_person_ratio", year, Quantile.type7(ratios, at: 0.5)))
            rows.append(row("persons", year, Double(isIn[place].filter(\.self).count)))
        }
        let changes = zip(own[0], own[1]).compactMap { before, after in
            before.flatMap { before in after.map { $0 - before } }
        }
        rows.append(row("mean_person_change", "", meanChange(changes, level)))
        return rows
    }

    private static func meanChange(_ changes: [Double], _ level: Double) -> Estimate? {
        guard let moments = Moments(changes) else { return nil }
        var estimate = Estimate(value: moments.mean, count: moments.count)
        if let variance = moments.variance {
            let error = (variance / Double(moments.count)).squareRoot()
            let half = StudentT.twoSided(level: level, degreesOfFreedom: Double(moments.count - 1)) * error
            estimate.standardError = error
            estimate.lower = moments.mean - half
            estimate.upper = moments.mean + half
        }
        return estimate
    }

    private static func row(_ quantity: String, _ period: String, _ value: Double?) -> ResultRow {
        row(quantity, period, value.map { Estimate(value: $0, count: 0) })
    }

    private static func row(_ quantity: String, _ period: String, _ estimate: Estimate?) -> ResultRow {
        [
            "quantity": CaseValue(quantity), "period": CaseValue(period), "estimate": CaseValue(estimate?.value),
            "se": CaseValue(estimate?.standardError), "ci_low": CaseValue(estimate?.lower),
            "ci_high": CaseValue(estimate?.upper),
        ]
    }
}
