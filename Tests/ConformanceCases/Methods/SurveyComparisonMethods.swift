// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Terms

/// `survey.difference`, `ratio_difference`, `change`, `chisq`, `ttest`.
enum SurveyComparisonMethods {
    static let all = [
        ConformanceMethod("survey.difference", differences),
        ConformanceMethod("survey.ratio_difference", differences),
        ConformanceMethod("survey.change", change), ConformanceMethod("survey.chisq", independence),
        ConformanceMethod("survey.ttest", groups),
    ]

    private static func differences(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let column = try survey.parameters.text("by")
        let labels = try survey.labels(column)
        let pairs = (survey.parameters["pairs"]?.elements ?? []).compactMap(\.elements).filter { $0.count == 2 }
        guard survey.parameters["numerator"] == nil else {
            let (numerator, denominator) = (try survey.numbers("numerator"), try survey.numbers("denominator"))
            return try differences(survey, pairs, labels, Domain.answered(numerator, denominator)) {
                survey.design.ratio(numerator, denominator, in: $0)
            }
        }
        return try survey.names("variables").flatMap { variable in
            let values = try survey.table.optionalNumbers(variable)
            return try differences(survey, pairs, labels, Domain.answered(values)) {
                survey.design.mean(values, in: $0)
            }.map { $0.with([("variable", CaseValue(variable))]) }
        }
    }

    private static func differences(
        _ survey: SurveyCase, _ pairs: [[JSON]], _ labels: [String?], _ known: Domain,
        _ estimate: (Domain) -> Linearised?
    ) throws -> [ResultRow] {
        func domain(_ name: JSON) -> Domain {
            known.intersection(Domain(labels.map { $0.map(name.matches) ?? false }))
        }
        var rows: [ResultRow] = []
        var tails: [Double?] = []
        for pair in pairs {
            let (first, second) = (domain(pair[0]), domain(pair[1]))
            let both = Domain(zip(first.contains, second.contains).map { $0 || $1 })
            var row: ResultRow = [:]
            var tail: Double?
            if let a = estimate(first), let b = estimate(second) {
                let test = try survey.design.twoSidedTest(a - b, degreesOfFreedom: survey.degreesOfFreedom(both))
                tail = test?.p
                row = try survey.row(a - b, in: both).with([
                    ("statistic", CaseValue(test?.statistic)), ("p_value", CaseValue(tail)),
                ])
            }
            tails.append(tail)
            rows.append(row.with(zip(["a", "b"], pair).map { ($0, $1.cell) }))
        }
        let holm = PAdjustment.holm.adjusted(tails)
        let discovery = PAdjustment.benjaminiHochberg.adjusted(tails)
        return rows.indices.map {
            rows[$0].with([("p_holm", CaseValue(holm[$0])), ("p_bh", CaseValue(discovery[$0]))])
        }
    }

    private static func change(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let times = try survey.labels(survey.parameters.text("time"))
        func period(_ name: String) throws -> Domain {
            guard let value = survey.parameters[name] else { throw CaseError.missingMember("parameters.\(name)") }
            return Domain(times.map { $0.map(value.matches) ?? false })
        }
        let (before, after) = (try period("from"), try period("to"))
        let all = Domain(zip(before.contains, after.contains).map { $0 || $1 })
        func row(_ quantity: String, _ estimate: (Domain) -> Linearised?) throws -> ResultRow {
            guard let old = estimate(before), let new = estimate(after) else {
                return ["quantity": CaseValue(quantity)]
            }
            let df = survey.degreesOfFreedom(all)
            let test = try survey.design.twoSidedTest(new - old, degreesOfFreedom: df)
            return try survey.row(new - old, in: all).with([
                ("quantity", CaseValue(quantity)), ("year1", CaseValue(old.value)), ("year2", CaseValue(new.value)),
                ("correlation", CaseValue(try survey.design.correlation(old, new))),
                ("statistic", CaseValue(test?.statistic)), ("p_value", CaseValue(test?.p)),
            ])
        }
        var rows: [ResultRow] = []
        if survey.parameters["numerator"] != nil {
            let (numerator, denominator) = (try survey.numbers("numerator"), try survey.numbers("denominator"))
            rows.append(try row("ratio") { survey.design.ratio(numerator, denominator, in: $0) })
        }
        if survey.parameters["proportion"] != nil {
            let values = try survey.numbers("proportion")
            rows.append(try row("proportion") { survey.design.mean(values, in: $0) })
        }
        for variable in survey.names("variables") {
            let values = try survey.table.optionalNumbers(variable)
            rows.append(try row(variable) { survey.design.mean(values, in: $0) })
        }
        return rows
    }

    private static func independence(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let rows = try survey.labels(survey.parameters.text("row"))
        let columns = try survey.labels(survey.parameters.text("column"))
        let test = try RaoScottTest(rows: rows, columns: columns, survey.design)
        return try survey.names("statistics").map { name in
            let result: RaoScottTest.Result? =
                switch name {
                case "F": test?.secondOrder
                case "Chisq": test?.firstOrder
                case "Wald": try test?.wald(adjusted: false)
                case "adjWald": try test?.wald(adjusted: true)
                default: throw CaseError.unknownChoice(name)
                }
            return [
                "statistic": CaseValue(name), "value": CaseValue(result?.value),
                "df1": CaseValue(result?.numeratorDegrees), "df2": CaseValue(result?.denominatorDegrees),
                "p_value": CaseValue(result?.p),
            ]
        }
    }

    private static func groups(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let values = try survey.numbers("response")
        let groups = try survey.labels(survey.parameters.text("group"))
        return try survey.names("tests").map { name in
            guard let score = SurveyGroupTest.Score(rawValue: name) else { throw CaseError.unknownChoice(name) }
            let test = try SurveyGroupTest(
                values, groups: groups, survey.design, score: score, ties: .successive, level: survey.level)
            let difference = test?.difference
            return [
                "test": CaseValue(name), "estimate": CaseValue(difference?.value),
                "se": CaseValue(difference?.standardError), "statistic": CaseValue(test?.statistic),
                "df": CaseValue(difference?.degreesOfFreedom), "p_value": CaseValue(test?.p),
                "ci_low": CaseValue(score == .ttest ? difference?.lower : nil),
                "ci_high": CaseValue(score == .ttest ? difference?.upper : nil),
            ]
        }
    }
}

extension JSON {
    /// A number or a word as it stands in a key.
    fileprivate var cell: CaseValue {
        if let text { return CaseValue(text) }
        return CaseValue(double)
    }
}
