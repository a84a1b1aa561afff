// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `test.*` of tables of counts, and of p-values.
enum TableTestMethods {
    static let all = [
        ConformanceMethod("test.contingency", contingency),
        ConformanceMethod("test.mcnemar", mcNemar),
        ConformanceMethod("test.mantel_haenszel", mantelHaenszel),
        ConformanceMethod("test.prop_trend", proportionTrend),
        ConformanceMethod("test.p_adjust", pAdjust),
    ]

    private static func contingency(_ reference: ConformanceCase) throws -> [ResultRow] {
        let cells = try LabelledCounts(reference, "row", "column")
        let table = cells.table()
        let cross =
            table.isTwoByTwo
            ? FisherTwoByTwo(
                table.counts[0][0], table.counts[0][1], table.counts[1][0], table.counts[1][1],
                level: reference.parameters.level) : nil
        let pearson = table.pearson
        var first = row("chisq", pearson)
        first["min_expected"] = CaseValue(table.smallestExpected)
        return [
            first, row("chisq-yates", table.yates ?? TestResult()), row("g", table.likelihoodRatio),
            [
                "test": "fisher", "statistic": .undefined, "df": .undefined,
                "p_value": CaseValue(cross?.pValue ?? FisherExact(table).pValue), "min_expected": .undefined,
                "odds_ratio": CaseValue(cross?.oddsRatio), "ci_low": CaseValue(cross?.limits.lower),
                "ci_high": CaseValue(cross?.limits.upper),
            ],
            row("cramers-v", TestResult(statistic: table.cramersV)),
        ]
    }

    private static func row(_ test: String, _ result: TestResult) -> ResultRow {
        [
            "test": CaseValue(test), "statistic": CaseValue(result.statistic),
            "df": CaseValue(result.degreesOfFreedom), "p_value": CaseValue(result.pValue),
        ]
    }

    private static func mcNemar(_ reference: ConformanceCase) throws -> [ResultRow] {
        let cells = try LabelledCounts(reference, "first", "second")
        let positive = try reference.parameters.text("positive")
        let test = McNemarTest(
            firstOnly: cells.sum { $0 == positive && $1 != positive },
            secondOnly: cells.sum { $0 != positive && $1 == positive }, total: cells.sum { _, _ in true },
            level: reference.parameters.level)
        let results = [
            ("mcnemar", test.chiSquare), ("mcnemar-cc", test.corrected),
            ("mcnemar-exact", TestResult(pValue: test.exactPValue)),
        ]
        return results.map { name, result in
            var row = row(name, result)
            row["difference"] = CaseValue(test.difference)
            row["ci_low"] = CaseValue(test.limits?.lower)
            row["ci_high"] = CaseValue(test.limits?.upper)
            return row
        }
    }

    private static func mantelHaenszel(_ reference: ConformanceCase) throws -> [ResultRow] {
        let strata = try reference.table().texts(reference.parameters.text("stratum"))
        let cells = try LabelledCounts(reference, "row", "column")
        let tables = LabelledCounts.distinct(strata).map { stratum in cells.table { strata[$0] == stratum } }
        guard tables.allSatisfy(\.isTwoByTwo) else {
            throw CaseError.outsideMethod("the tables of the strata are not 2 × 2")
        }
        return [("mantel-haenszel", false), ("mantel-haenszel-cc", true)].map { name, corrected in
            let test = MantelHaenszelTest(tables, corrected: corrected, level: reference.parameters.level)
            var row = row(name, test.test)
            row["common_odds_ratio"] = CaseValue(test.oddsRatio)
            row["ci_low"] = CaseValue(test.limits?.lower)
            row["ci_high"] = CaseValue(test.limits?.upper)
            return row
        }
    }

    private static func proportionTrend(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let (x, n) = (try table.counts("x"), try table.counts("n"))
        let scores = table.has("score") ? try table.numbers("score") : x.indices.map { Double($0 + 1) }
        let groups = x.indices.map { (x: x[$0], n: n[$0], score: scores[$0]) }
        return [
            row("cochran-armitage", ProportionTrend.cochranArmitage(groups)),
            row("homogeneity", ProportionTrend.homogeneity(groups)),
        ]
    }

    private static func pAdjust(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let values = try table.optionalNumbers("p")
        let labels = try table.texts("index")
        return try reference.parameters.texts("adjustments").flatMap { name -> [ResultRow] in
            guard let adjustment = PAdjustment(rawValue: name) else { throw CaseError.unknownChoice(name) }
            return zip(labels, zip(values, adjustment.adjusted(values))).map { label, pair in
                [
                    "index": CaseValue(cell: label), "adjust": CaseValue(name), "p": CaseValue(pair.0),
                    "p_adjusted": CaseValue(pair.1),
                ]
            }
        }
    }
}
