// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `between.*`.
enum BetweenMethods {
    static let all = [
        ConformanceMethod("between.random_effects", randomEffects),
        ConformanceMethod("between.shrinkage_normal", shrinkage),
        ConformanceMethod("between.shrinkage_counts", rates),
        ConformanceMethod("between.logistic", logistic),
        ConformanceMethod("between.icc", icc),
        ConformanceMethod("between.fay_herriot", fayHerriot),
    ]

    private static func method(_ name: String) throws(CaseError) -> BetweenVariance {
        let known = ["EE": "FE", "CE": "FE", "FH": "PM"][name] ?? name
        guard let method = BetweenVariance(rawValue: known) else { throw .unknownChoice(name) }
        return method
    }

    private static func estimates(_ table: CaseTable) throws -> (values: [Double], variances: [Double]) {
        (try table.numbers("estimate"), try table.numbers("se").map { $0 * $0 })
    }

    private static func randomEffects(_ reference: ConformanceCase) throws -> [ResultRow] {
        let data = try estimates(reference.table())
        return try reference.parameters.texts("methods").map { name in
            guard
                let found = RandomEffects(
                    estimates: data.values, variances: data.variances, method: try method(name),
                    level: reference.parameters.level)
            else { return ["method": CaseValue(name)] }
            return [
                "method": CaseValue(name), "mu": CaseValue(found.mean), "se": CaseValue(found.standardError),
                "ci_low": CaseValue(found.limits.lower), "ci_high": CaseValue(found.limits.upper),
                "tau2": CaseValue(found.tauSquared), "I2": CaseValue(100 * found.iSquared),
                "H2": CaseValue(found.hSquared), "Q": CaseValue(found.heterogeneity),
                "Q_df": CaseValue(found.degreesOfFreedom), "Q_p": CaseValue(found.pValue),
                "pi_low": CaseValue(found.predictionLimits?.lower),
                "pi_high": CaseValue(found.predictionLimits?.upper),
            ]
        }
    }

    private static func shrinkage(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let data = try estimates(table)
        let name = reference.parameters["tau2_method"]?.text ?? "DL"
        guard
            let found = AreaEstimates(
                estimates: data.values, variances: data.variances, method: try method(name),
                level: reference.parameters.level)
        else { throw CaseError.outsideMethod("the variance between areas does not settle") }
        return zip(try table.texts("district"), zip(data.values, found.areas)).map { district, area in
            [
                "district": CaseValue(district), "raw": CaseValue(area.0), "estimate": CaseValue(area.1.value),
                "se": CaseValue(area.1.standardError), "ci_low": CaseValue(area.1.limits.lower),
                "ci_high": CaseValue(area.1.limits.upper), "weight": CaseValue(area.1.weight),
            ]
        }
    }

    private static func rates(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let counts = zip(try table.numbers("x"), try table.numbers("n")).map { (x: $0, n: $1) }
        let districts = try table.texts("district")
        return try reference.parameters.texts("families").flatMap { name -> [ResultRow] in
            guard let family = ShrunkenRates.Family(rawValue: name) else { throw CaseError.unknownChoice(name) }
            guard let found = ShrunkenRates(counts, family: family) else {
                throw CaseError.outsideMethod("an area has nobody in it")
            }
            return zip(districts, zip(counts, found.estimates)).map { district, area in
                [
                    "family": CaseValue(name), "district": CaseValue(district),
                    "raw": CaseValue(area.0.x / area.0.n), "estimate": CaseValue(area.1),
                    "prior_mean": CaseValue(found.commonRate), "prior_var": CaseValue(found.variance),
                ]
            }
        }
    }

    private static func logistic(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let counts = zip(try table.counts("x"), try table.counts("n")).map { (x: $0, n: $1) }
        let points = Int(reference.parameters["quadrature"]?.double ?? 15)
        guard let found = LogisticBetween(counts, points: points) else {
            throw CaseError.outsideMethod("the likelihood has no highest point")
        }
        let quantities = [
            ("intercept", found.intercept), ("sigma2", found.variance), ("icc_latent", found.latentCorrelation),
            ("median_odds_ratio", found.medianOddsRatio),
        ]
        return quantities.map { quantity("\($0)", "", $1) }
            + zip(try table.texts("district"), found.predicted).map { quantity("predicted", $0, $1) }
    }

    private static func icc(_ reference: ConformanceCase) throws -> [ResultRow] {
        let groups = try GroupedValues(
            reference.table(), values: reference.parameters.text("response"),
            groups: reference.parameters.text("group")
        ).samples
        let found = [
            ("anova", IntraclassCorrelation.analysisOfVariance(groups)),
            ("reml", IntraclassCorrelation.restrictedLikelihood(groups)),
        ]
        return found.map { name, found in
            [
                "method": CaseValue(name), "between": CaseValue(found?.between), "within": CaseValue(found?.within),
                "icc": CaseValue(found?.correlation), "mean": CaseValue(found?.mean),
                "mean_se": CaseValue(found?.meanStandardError),
            ]
        }
    }

    private static func fayHerriot(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let data = try estimates(table)
        let covariates = try reference.parameters.texts("covariates").map { try table.numbers($0) }
        let name = reference.parameters["method"]?.text ?? "REML"
        guard
            let found = AreaEstimates(
                estimates: data.values, variances: data.variances, covariates: covariates, method: try method(name))
        else { throw CaseError.outsideMethod("the covariates do not determine the model") }
        return found.coefficients.enumerated().map { quantity("beta\($0)", "", $1) }
            + [quantity("sigma2_u", "", found.tauSquared)]
            + zip(try table.texts("district"), found.areas).map { quantity("eblup", $0, $1.value) }
    }

    private static func quantity(_ name: String, _ district: String, _ value: Double) -> ResultRow {
        ["quantity": CaseValue(name), "district": CaseValue(district), "value": CaseValue(value)]
    }
}
