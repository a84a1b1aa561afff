// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Terms

/// `survey.poststratify`, `rake`, `calibrate`, `nonresponse`, `standardise`.
enum SurveyWeightMethods {
    static let all = [
        ConformanceMethod("survey.poststratify", poststratification), ConformanceMethod("survey.rake", raking),
        ConformanceMethod("survey.calibrate", calibration), ConformanceMethod("survey.nonresponse", nonresponse),
        ConformanceMethod("survey.standardise", standardisation),
    ]

    private static let separator = " \u{1F} "

    private static func poststratification(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let names = survey.names("poststrata")
        func groups(_ table: CaseTable) throws -> [String] {
            let columns = try names.map { name in try table.texts(name) }
            return table.records.indices.map { row in columns.map { $0[row] }.joined(separator: separator) }
        }
        let population = try reference.table("population")
        let size = population.has("Freq") ? "Freq" : population.columns.last ?? "Freq"
        let totals = try Dictionary(
            zip(groups(population), population.numbers(size)), uniquingKeysWith: { $0 + $1 })
        return try rows(survey, survey.design.poststratified(by: groups(survey.table), to: totals))
    }

    private static func raking(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let table = try reference.table("margins")
        let (names, levels, totals) = (
            try table.texts("margin"), try table.texts("level"), try table.numbers("total")
        )
        let margins = try survey.names("margins").map { name in
            let rows = names.indices.filter { names[$0] == name }
            return SurveyDesign.Margin(
                classes: try survey.table.texts(name),
                totals: Dictionary(rows.map { (levels[$0], totals[$0]) }, uniquingKeysWith: { $0 + $1 }))
        }
        let epsilon = survey.parameters["epsilon"]?.double ?? 1e-12
        return try rows(survey, survey.design.raked(to: margins, epsilon: min(epsilon, 1e-10)))
    }

    private static func calibration(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let distance: SurveyDesign.CalibrationDistance
        switch survey.parameters["calfun"]?.text ?? "linear" {
        case "linear": distance = .linear
        case "raking": distance = .raking
        case "logit":
            let bounds = survey.parameters["bounds"]?.elements?.compactMap(\.double) ?? []
            guard bounds.count == 2 else { throw CaseError.missingMember("parameters.bounds") }
            distance = .logit(lower: bounds[0], upper: bounds[1])
        case let name: throw CaseError.unknownChoice(name)
        }
        let population = try reference.table("population")
        let totals = try Dictionary(
            zip(population.texts("term"), population.numbers("total")), uniquingKeysWith: { first, _ in first })
        let matrix = try ModelMatrix(formula: survey.parameters.text("formula"), survey.table)
        let goals = try matrix.columns.map { column in
            guard let total = totals[column.name] else { throw CaseError.missingColumn(column.name) }
            return total
        }
        return try rows(
            survey, survey.design.calibrated(to: matrix.columns.map(\.values), totals: goals, distance: distance))
    }

    /// Means, totals, the ratio where one is asked for, and what became of the weights.
    private static func rows(_ survey: SurveyCase, _ design: SurveyDesign) throws -> [ResultRow] {
        var rows: [ResultRow] = []
        for variable in survey.names("variables") {
            let values = try survey.table.optionalNumbers(variable)
            let known = Domain.answered(values)
            for (name, estimate) in [
                ("mean", design.mean(values, in: known)), ("total", design.total(values, in: known)),
            ] {
                rows.append(
                    try survey.row(estimate, in: known, design: design)
                        .with([("statistic", CaseValue(name)), ("variable", CaseValue(variable))]))
            }
        }
        if survey.parameters["numerator"] != nil {
            let (numerator, denominator) = (try survey.numbers("numerator"), try survey.numbers("denominator"))
            let known = Domain.answered(numerator, denominator)
            let name = try survey.parameters.text("numerator") + "/" + survey.parameters.text("denominator")
            rows.append(
                try survey.row(design.ratio(numerator, denominator, in: known), in: known, design: design)
                    .with([("statistic", "ratio"), ("variable", CaseValue(name))]))
        }
        let weights = design.weights
        for (name, value) in [
            ("min", weights.min()), ("max", weights.max()), ("sum", ExactSum.sum(of: weights)),
            ("sum_sq", ExactSum.sum(of: weights.map { $0 * $0 })),
        ] {
            rows.append(["statistic": "weights", "variable": CaseValue(name), "estimate": CaseValue(value)])
        }
        return rows
    }

    private static func nonresponse(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let responded = try survey.equals(survey.parameters.text("respondent"), .bool(true)).map { $0 == true }
        let columns = try survey.names("classes").map { name in try survey.table.texts(name) }
        let classes = responded.indices.map { row in columns.map { $0[row] }.joined(separator: separator) }
        guard
            let adjusted = try NonresponseClasses(
                weights: survey.design.weights, responded: responded, classes: classes)
        else { throw CaseError.outsideMethod("nobody was asked") }
        // The respondents as they came: what was drawn of them is not known, so no finite population.
        let respondents = responded.indices.filter { responded[$0] }
        let design = try SurveyColumns(reference, survey.table)
            .design(rows: respondents, adjusted: adjusted.weights, isFinite: false)
        func values(_ column: String) throws -> [Double?] {
            let all = try survey.table.optionalNumbers(column)
            return respondents.map { all[$0] }
        }
        func row(_ name: String, _ estimate: Linearised?) throws -> ResultRow {
            guard let estimate else { return ["statistic": CaseValue(name)] }
            let result = try design.inference(estimate, level: survey.level)
            return [
                "statistic": CaseValue(name), "estimate": CaseValue(result.value),
                "se": CaseValue(result.standardError), "df": CaseValue(result.degreesOfFreedom),
                "ci_low": CaseValue(result.lower), "ci_high": CaseValue(result.upper),
            ]
        }
        var rows: [ResultRow] = []
        if let name = survey.parameters["proportion"]?.text {
            rows.append(try row("mean_\(name)", design.mean(values(name))))
        }
        if survey.parameters["numerator"] != nil {
            let numerator = try values(survey.parameters.text("numerator"))
            let denominator = try values(survey.parameters.text("denominator"))
            rows.append(try row("ratio", design.ratio(numerator, denominator)))
        }
        for (name, value) in [
            ("response_rate_unweighted", adjusted.responseRate),
            ("response_rate_weighted", adjusted.weightedResponseRate),
            ("sum_weights", ExactSum.sum(of: design.weights)),
            ("max_adjustment", adjusted.classes.map(\.factor).max()),
            ("kish_deff", DesignEffect.kish(design.weights)),
        ] {
            rows.append(["statistic": CaseValue(name), "estimate": CaseValue(value)])
        }
        return rows
    }

    private static func standardisation(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let column = try survey.parameters.text("standardise_by")
        let cells = try survey.table.texts(column)
        let table = try reference.table("standard")
        let standard = try zip(table.texts(column), table.numbers("share")).map { (cell: $0, share: $1) }
        return try survey.names("variables").flatMap { variable in
            let values = try survey.table.optionalNumbers(variable)
            return try survey.domains(by: survey.names("by")).map { labels, domain in
                let known = domain.intersection(Domain.answered(values))
                let result = survey.design.standardisedMean(values, cells: cells, standard: standard, in: known)
                return try survey.row(result?.mean, in: known).with([
                    ("domain", CaseValue(cell: labels.joined(separator: "."))), ("variable", CaseValue(variable)),
                ])
            }
        }
    }
}
