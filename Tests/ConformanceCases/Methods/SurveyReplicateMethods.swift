// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `survey.jackknife`, `lonely_psu`.
enum SurveyReplicateMethods {
    static let all = [
        ConformanceMethod("survey.jackknife", jackknife), ConformanceMethod("survey.lonely_psu", lonelyStrata),
    ]

    private static func jackknife(_ reference: ConformanceCase) throws -> [ResultRow] {
        let survey = try SurveyCase(reference)
        let type = survey.parameters["type"]?.text ?? "JKn"
        guard type == "JKn" || type == "JK1" else { throw CaseError.unknownChoice(type) }
        func sum(_ values: [Double?], _ weights: [Double]) -> Double {
            ExactSum.sum(of: zip(values, weights).map { ($0 ?? 0) * $1 })
        }
        func ratio(_ a: [Double?], _ b: [Double?], _ weights: [Double]) -> Double? {
            let base = sum(b, weights)
            return base == 0 ? nil : sum(a, weights) / base
        }
        func row(_ name: String, _ statistic: ([Double]) -> Double?) throws -> ResultRow {
            let result = try Jackknife(survey.design, statistic: statistic)
            return [
                "statistic": CaseValue(name), "estimate": CaseValue(result?.estimate),
                "se": CaseValue(result?.standardError), "df": CaseValue(survey.design.degreesOfFreedom()),
                "replicates": result.map { CaseValue($0.replicates) } ?? .undefined,
            ]
        }
        var rows: [ResultRow] = []
        if survey.parameters["numerator"] != nil {
            let numerator = try survey.numbers("numerator")
            let denominator = try survey.numbers("denominator")
            let known = Domain.answered(numerator, denominator).contains
            let (y, x) = (
                numerator.indices.map { known[$0] ? numerator[$0] : nil },
                denominator.indices.map { known[$0] ? denominator[$0] : nil }
            )
            rows.append(try row("ratio") { ratio(y, x, $0) })
            rows.append(try row("total") { sum(numerator, $0) })
        }
        for name in survey.names("proportion") + survey.names("variables") {
            let values = try survey.table.optionalNumbers(name)
            let ones = values.map { $0.map { _ in 1.0 } }
            rows.append(try row("mean_\(name)") { ratio(values, ones, $0) })
        }
        return rows
    }

    private static func lonelyStrata(_ reference: ConformanceCase) throws -> [ResultRow] {
        try reference.parameters.texts("options").flatMap { option in
            guard let rule = LonelyStratumRule(rawValue: option) else { throw CaseError.unknownChoice(option) }
            let survey = try SurveyCase(reference, lonelyRule: rule)
            var rows: [ResultRow] = []
            for variable in survey.names("variables") {
                let values = try survey.table.optionalNumbers(variable)
                let known = Domain.answered(values)
                var estimates = [
                    ("mean", survey.design.mean(values)), ("total", survey.design.total(values)),
                ]
                if survey.parameters["denominator"] != nil {
                    estimates.append(("ratio", survey.design.ratio(values, try survey.numbers("denominator"))))
                }
                for (name, estimate) in estimates {
                    rows.append(
                        try survey.row(estimate, in: known).with([
                            ("lonely_psu", CaseValue(option)), ("statistic", CaseValue(name)),
                            ("variable", CaseValue(variable)),
                        ]))
                }
            }
            return rows
        }
    }
}
