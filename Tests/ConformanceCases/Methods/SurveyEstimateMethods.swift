// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics
import Terms

/// `survey.mean`, `total`, `ratio` and the same by domain, `categories`, `quantile`, `ciprop`, `likert`.
enum SurveyEstimateMethods {
    static let all = [
        ConformanceMethod("survey.mean", means), ConformanceMethod("survey.mean_by", means),
        ConformanceMethod("survey.total", totals), ConformanceMethod("survey.total_by", totals),
        ConformanceMethod("survey.ratio", ratio), ConformanceMethod("survey.ratio_by", ratio),
        ConformanceMethod("survey.categories", categories), ConformanceMethod("survey.quantile", quantile),
        ConformanceMethod("survey.ciprop", proportionIntervals), ConformanceMethod("survey.likert", likert),
    ]

    /// Names of the `by` columns with a domain's labels.
    private static func key(_ columns: [String], _ labels: [String]) -> [(String, CaseValue)] {
        zip(columns, labels).map { ($0, CaseValue(cell: $1)) }
    }

    private static func means(_ reference: ConformanceCase) throws -> [ResultRow] {
        try byDomain(reference) { survey, values, domain in
            (
                survey.design.mean(values, in: domain),
                try survey.comparison.flatMap { comparison in
                    try DesignEffect.ofMean(values, survey.design, in: domain, comparedWith: comparison)
                }
            )
        }
    }

    private static func totals(_ reference: ConformanceCase) throws -> [ResultRow] {
        try byDomain(reference) { survey, values, domain in
            (
                survey.design.total(values, in: domain),
                try survey.comparison.flatMap { comparison in
                    try DesignEffect.ofTotal(values, survey.design, in: domain, comparedWith: comparison)
                }
            )
        }
    }

    private static func byDomain(
        _ reference: ConformanceCase,
        _ estimate: (SurveyCase, [Double?], Domain) throws -> (estimate: Linearised?, effect: Double?)
    ) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let columns = survey.names("by")
        var rows: [ResultRow] = []
        for variable in survey.names("variables") {
            let values = try survey.table.optionalNumbers(variable)
            for (labels, domain) in try survey.domains(by: columns) {
                let known = domain.intersection(Domain.answered(values))
                let (estimate, effect) = try estimate(survey, values, known)
                var row = try survey.row(estimate, in: known)
                    .with([("variable", CaseValue(variable))] + key(columns, labels))
                row["deff"] = CaseValue(effect)
                if let estimate, estimate.value != 0 {
                    row["cv"] = CaseValue(try survey.design.variance(estimate).squareRoot() / abs(estimate.value))
                }
                rows.append(row)
            }
        }
        return rows
    }

    private static func ratio(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let numerator = try survey.numbers("numerator")
        let denominator = try survey.numbers("denominator")
        let known = Domain.answered(numerator, denominator)
        let columns = survey.names("by")
        return try survey.domains(by: columns).map { labels, domain in
            let rows = domain.intersection(known)
            return try survey.row(survey.design.ratio(numerator, denominator, in: rows), in: rows).with(
                [
                    ("numerator", CaseValue(try survey.parameters.text("numerator"))),
                    ("denominator", CaseValue(try survey.parameters.text("denominator"))),
                ] + key(columns, labels))
        }
    }

    private static func categories(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let columns = survey.names("by")
        var rows: [ResultRow] = []
        for variable in survey.names("variables") {
            let labels = try survey.labels(variable)
            let known = Domain(labels.map { $0 != nil })
            let names = Classes(labels.compactMap { $0 }).names
            for (key, domain) in try survey.domains(by: columns) {
                let answered = domain.intersection(known)
                for name in names {
                    let holds = labels.map { $0.map { $0 == name } }
                    let share = survey.design.share(holds, in: answered)
                    let limits = try share.flatMap { share in
                        SurveyProportionInterval.xlogit.limits(
                            share.value, variance: try survey.design.variance(share), rows: answered.count,
                            degreesOfFreedom: survey.degreesOfFreedom(answered), level: survey.level)
                    }
                    let members = holds.indices.count { answered.contains[$0] && holds[$0] == true }
                    rows.append(
                        try survey.row(share, in: answered).with(
                            self.key(columns, key) + [
                                ("variable", CaseValue(variable)), ("category", CaseValue(cell: name)),
                                ("n", CaseValue(members)), ("xlogit_low", CaseValue(limits?.lower)),
                                ("xlogit_high", CaseValue(limits?.upper)),
                            ]))
                }
            }
        }
        return rows
    }

    private static func quantile(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let name = (survey.parameters["interval"]?.text ?? "woodruff-mean").split(separator: "-").last ?? "mean"
        guard let interval = SurveyProportionInterval(rawValue: String(name)) else {
            throw CaseError.unknownChoice(String(name))
        }
        let columns = survey.names("by")
        var rows: [ResultRow] = []
        for variable in survey.names("variables") {
            let values = try survey.table.optionalNumbers(variable)
            for (labels, domain) in try survey.domains(by: columns) {
                let known = domain.intersection(Domain.answered(values))
                for ruleName in survey.names("qrules") {
                    guard let rule = WeightedQuantile(rawValue: ruleName) else {
                        throw CaseError.unknownChoice(ruleName)
                    }
                    for prob in survey.parameters["probs"]?.elements?.compactMap(\.double) ?? [] {
                        let result = try SurveyQuantile(
                            values, survey.design, at: prob, rule: rule, interval: interval, in: known,
                            degreesOfFreedom: survey.degreesOfFreedom(known), level: survey.level)
                        let row: ResultRow = [
                            "variable": CaseValue(variable), "qrule": CaseValue(ruleName), "prob": CaseValue(prob),
                            "estimate": CaseValue(result?.value), "ci_low": CaseValue(result?.lower),
                            "ci_high": CaseValue(result?.upper), "se": CaseValue(result?.standardError),
                        ]
                        rows.append(row.with(key(columns, labels)))
                    }
                }
            }
        }
        return rows
    }

    private static func proportionIntervals(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let columns = survey.names("by")
        var rows: [ResultRow] = []
        for variable in survey.names("variables") {
            let holds = try survey.equals(variable, survey.parameters["value"] ?? .integer(1))
            for (labels, domain) in try survey.domains(by: columns) {
                let known = domain.intersection(Domain(holds.map { $0 != nil }))
                let share = survey.design.share(holds, in: known)
                let variance = try share.map { try survey.design.variance($0) }
                for name in survey.names("ci_methods") {
                    guard let method = SurveyProportionInterval(rawValue: name) else {
                        throw CaseError.unknownChoice(name)
                    }
                    let df = survey.degreesOfFreedom(known)
                    let limits = share.flatMap { share in
                        variance.flatMap {
                            method.limits(
                                share.value, variance: $0, rows: known.count, degreesOfFreedom: df,
                                level: survey.level)
                        }
                    }
                    let row: ResultRow = [
                        "variable": CaseValue(variable), "ci_method": CaseValue(name), "n": CaseValue(known.count),
                        "estimate": CaseValue(share?.value), "se": CaseValue(variance?.squareRoot()),
                        "df": CaseValue(df), "ci_low": CaseValue(limits?.lower), "ci_high": CaseValue(limits?.upper),
                    ]
                    rows.append(row.with(key(columns, labels)))
                }
            }
        }
        return rows
    }

    private static func likert(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let top = Set(survey.parameters["top"]?.elements?.compactMap(\.double) ?? [])
        let bottom = Set(survey.parameters["bottom"]?.elements?.compactMap(\.double) ?? [])
        let columns = survey.names("by")
        var rows: [ResultRow] = []
        for name in survey.names("items") {
            let answers = try survey.table.optionalNumbers(name)
            for (labels, domain) in try survey.domains(by: columns) {
                guard let item = LikertItem(answers, top: top, bottom: bottom, survey.design, in: domain) else {
                    let row: ResultRow = ["item": CaseValue(name), "n": CaseValue(0)]
                    rows.append(row.with(key(columns, labels)))
                    continue
                }
                let df = survey.degreesOfFreedom(item.answered)
                let net = try survey.design.inference(
                    item.netBalance, in: item.answered, degreesOfFreedom: df, level: survey.level)
                let row: ResultRow = [
                    "item": CaseValue(name), "n": CaseValue(item.answered.count),
                    "n_missing": CaseValue(item.missing), "item_response_rate": CaseValue(item.itemResponseRate),
                    "mean": CaseValue(item.mean?.value),
                    "mean_se": CaseValue(try item.mean.map { try survey.design.variance($0).squareRoot() }),
                    "top": CaseValue(item.top.value), "bottom": CaseValue(item.bottom.value),
                    "net_balance": CaseValue(net.value), "net_se": CaseValue(net.standardError),
                    "net_low": CaseValue(net.lower), "net_high": CaseValue(net.upper), "df": CaseValue(df),
                ]
                rows.append(row.with(key(columns, labels)))
            }
        }
        return rows
    }
}

extension SurveyCase {
    /// Which simple random sample a design effect is asked against.
    fileprivate var comparison: DesignEffect.Comparison? {
        switch parameters["deff"] {
        case .string(let name): DesignEffect.Comparison(rawValue: name.lowercased())
        case .bool(true): .withoutReplacement
        default: nil
        }
    }
}
