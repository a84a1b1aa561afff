// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `interval.*`.
enum IntervalMethods {
    static let all = [
        ConformanceMethod("interval.binomial", binomial),
        ConformanceMethod("interval.binomial_difference", difference),
        ConformanceMethod("interval.hypergeometric", hypergeometric),
        ConformanceMethod("interval.poisson", poisson),
        ConformanceMethod("interval.rate_ratio", rateRatio),
    ]

    private static func binomial(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let kinds = try reference.parameters.texts("ci_methods")
        var rows: [ResultRow] = []
        for (x, n) in zip(try table.counts("x"), try table.counts("n")) {
            for name in kinds {
                guard let kind = BinomialInterval(rawValue: name) else { throw CaseError.unknownChoice(name) }
                let limits = kind.limits(x, of: n, level: reference.parameters.level)
                rows.append([
                    "x": CaseValue(x), "n": CaseValue(n), "ci_method": CaseValue(name),
                    "estimate": CaseValue(n == 0 ? nil : Double(x) / Double(n)),
                    "ci_low": CaseValue(limits?.lower), "ci_high": CaseValue(limits?.upper),
                ])
            }
        }
        return rows
    }

    private static func difference(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let kinds = try reference.parameters.texts("ci_methods")
        let labels = try table.texts("row")
        let (x1, n1) = (try table.counts("x1"), try table.counts("n1"))
        let (x2, n2) = (try table.counts("x2"), try table.counts("n2"))
        var rows: [ResultRow] = []
        for (place, label) in labels.enumerated() {
            for name in kinds {
                guard let kind = DifferenceInterval(rawValue: name) else { throw CaseError.unknownChoice(name) }
                let result = kind.result(
                    (x1[place], n1[place]), (x2[place], n2[place]), level: reference.parameters.level)
                rows.append([
                    "row": CaseValue(cell: label), "ci_method": CaseValue(name),
                    "estimate": CaseValue(result?.estimate), "ci_low": CaseValue(result?.limits.lower),
                    "ci_high": CaseValue(result?.limits.upper), "chisq": CaseValue(result?.chiSquare),
                    "p_value": CaseValue(result?.pValue),
                ])
            }
        }
        return rows
    }

    private static func hypergeometric(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let (xs, ns, populations) = (try table.counts("x"), try table.counts("n"), try table.counts("N"))
        let level = reference.parameters.level
        return xs.indices.map { place in
            let (x, n, population) = (xs[place], ns[place], populations[place])
            let exact = HypergeometricInterval(x, of: n, population: population, level: level)
            let wilson = HypergeometricInterval.wilson(x, of: n, population: population, level: level)
            return [
                "x": CaseValue(x), "n": CaseValue(n), "N": CaseValue(population),
                "estimate": CaseValue(n == 0 ? nil : Double(x) / Double(n)),
                "total_low": CaseValue((exact?.lowerTotal).map(Double.init)),
                "total_high": CaseValue((exact?.upperTotal).map(Double.init)),
                "ci_low": CaseValue(exact?.limits.lower), "ci_high": CaseValue(exact?.limits.upper),
                "wilson_fpc_low": CaseValue(wilson?.lower), "wilson_fpc_high": CaseValue(wilson?.upper),
            ]
        }
    }

    private static func poisson(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let kinds = try reference.parameters.texts("ci_methods")
        var rows: [ResultRow] = []
        for (x, time) in zip(try table.counts("x"), try table.numbers("t")) {
            for name in kinds {
                guard let kind = PoissonInterval(rawValue: name) else { throw CaseError.unknownChoice(name) }
                let limits = kind.limits(x, level: reference.parameters.level)
                rows.append([
                    "x": CaseValue(x), "t": CaseValue(time), "ci_method": CaseValue(name),
                    "estimate": CaseValue(Double(x) / time), "ci_low": CaseValue(limits.lower / time),
                    "ci_high": CaseValue(limits.upper / time),
                ])
            }
        }
        return rows
    }

    private static func rateRatio(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let (x1, t1) = (try table.counts("x1"), try table.numbers("t1"))
        let (x2, t2) = (try table.counts("x2"), try table.numbers("t2"))
        return try table.texts("row").enumerated().map { place, label in
            let ratio = RateRatio((x1[place], t1[place]), (x2[place], t2[place]), level: reference.parameters.level)
            return [
                "row": CaseValue(cell: label), "ratio": CaseValue(ratio.estimate),
                "ci_low": CaseValue(ratio.limits.lower), "ci_high": CaseValue(ratio.limits.upper),
                "p_value": CaseValue(ratio.pValue),
            ]
        }
    }
}
