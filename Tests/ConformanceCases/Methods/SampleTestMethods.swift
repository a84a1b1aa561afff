// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `test.*` of measured values.
enum SampleTestMethods {
    static let all = [
        ConformanceMethod("test.two_sample", twoSample),
        ConformanceMethod("test.paired", paired),
        ConformanceMethod("test.groups", groups),
        ConformanceMethod("test.correlation", correlation),
        ConformanceMethod("test.trend", trend),
        ConformanceMethod("test.friedman", friedman),
    ]

    private static func isExact(_ reference: ConformanceCase) -> Bool {
        reference.parameters["exact_rank"]?.boolean ?? false
    }

    private static func row(_ test: String, _ result: TestResult?) -> ResultRow {
        [
            "test": CaseValue(test), "statistic": CaseValue(result?.statistic),
            "df": CaseValue(result?.degreesOfFreedom), "p_value": CaseValue(result?.pValue),
            "estimate": CaseValue(result?.estimate), "ci_low": CaseValue(result?.limits?.lower),
            "ci_high": CaseValue(result?.limits?.upper),
        ]
    }

    private static func twoSample(_ reference: ConformanceCase) throws -> [ResultRow] {
        let samples = try GroupedValues(reference.table(), values: "value", groups: "group").samples
        guard samples.count == 2 else { throw CaseError.outsideMethod("there are \(samples.count) groups, not two") }
        let (x, y, level) = (samples[0], samples[1], reference.parameters.level)
        return [
            row("welch-t", TwoSampleTests.welch(x, y, level: level)),
            row("student-t", TwoSampleTests.student(x, y, level: level)),
            row("rank-sum", TwoSampleTests.rankSum(x, y, exact: isExact(reference), level: level)),
        ]
    }

    /// Records where both columns have a value.
    private static func pairs(
        _ reference: ConformanceCase, _ first: String, _ second: String
    ) throws -> (x: [Double], y: [Double]) {
        let table = try reference.table()
        let both = zip(try table.optionalNumbers(first), try table.optionalNumbers(second)).compactMap { x, y in
            x.flatMap { x in y.map { (x, $0) } }
        }
        return (both.map(\.0), both.map(\.1))
    }

    private static func paired(_ reference: ConformanceCase) throws -> [ResultRow] {
        let (x, y) = try pairs(reference, "x", "y")
        let differences = zip(x, y).map { $0 - $1 }
        let level = reference.parameters.level
        return [
            row("paired-t", TwoSampleTests.pairedT(differences, level: level)),
            row("signed-rank", TwoSampleTests.signedRank(differences, exact: isExact(reference), level: level)),
        ]
    }

    private static func groups(_ reference: ConformanceCase) throws -> [ResultRow] {
        let values = try GroupedValues(
            reference.table(), values: reference.parameters.text("response"),
            groups: reference.parameters.text("group"))
        guard let tests = GroupTests(values.samples) else { throw CaseError.outsideMethod("there is only one group") }
        let results = [
            ("kruskal", tests.kruskalWallis), ("anova", tests.analysisOfVariance.test), ("welch-anova", tests.welch),
            ("bartlett", tests.bartlett), ("fligner", tests.flignerKilleen),
        ]
        return results.map { name, result in
            [
                "test": CaseValue(name), "statistic": CaseValue(result.statistic),
                "df1": CaseValue(result.degreesOfFreedom), "df2": CaseValue(result.denominatorDegrees),
                "p_value": CaseValue(result.pValue), "effect": CaseValue(result.estimate),
            ]
        }
    }

    private static func correlation(_ reference: ConformanceCase) throws -> [ResultRow] {
        let (x, y) = try pairs(reference, "x", "y")
        var spearman = CorrelationTests.spearman(x, y)
        spearman?.statistic = nil
        let isExact = reference.parameters["exact"]?.boolean ?? false
        let kendall = (isExact ? CorrelationTests.kendallExact(x, y) : nil) ?? CorrelationTests.kendall(x, y)
        return [
            row("pearson", CorrelationTests.pearson(x, y, level: reference.parameters.level)),
            row("spearman", spearman), row("kendall", kendall),
        ]
    }

    private static func trend(_ reference: ConformanceCase) throws -> [ResultRow] {
        let (times, values) = try pairs(reference, "t", "y")
        let monotone = TrendTests.MannKendall(times, values)
        let linear = TrendTests.linear(times, values)
        return [
            [
                "test": "mann-kendall", "statistic": CaseValue(monotone?.statistic),
                "p_value": CaseValue(monotone?.pValue), "slope": CaseValue(monotone?.slope),
                "tau": CaseValue(monotone?.score.tau), "S": CaseValue(monotone?.score.score),
                "var_S": CaseValue(monotone?.score.variance),
            ],
            [
                "test": "linear", "statistic": CaseValue(linear?.statistic), "p_value": CaseValue(linear?.pValue),
                "slope": CaseValue(linear?.estimate), "tau": .undefined, "S": .undefined, "var_S": .undefined,
            ],
        ]
    }

    private static func friedman(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let blocks = try table.texts(reference.parameters.text("block"))
        let treatments = try table.texts(reference.parameters.text("treatment"))
        let values = try table.numbers(reference.parameters.text("response"))
        let names = LabelledCounts.distinct(treatments)
        let cells = try LabelledCounts.distinct(blocks).map { block in
            try names.map { name in
                let found = values.indices.filter { blocks[$0] == block && treatments[$0] == name }
                guard found.count == 1 else {
                    throw CaseError.outsideMethod("block \(block) has not one value of \(name)")
                }
                return values[found[0]]
            }
        }
        guard let tests = BlockTests(cells) else { throw CaseError.outsideMethod("there is nothing to compare") }
        return [("friedman", tests.friedman), ("quade", tests.quade)].map { name, result in
            [
                "test": CaseValue(name), "statistic": CaseValue(result.statistic),
                "df1": CaseValue(result.degreesOfFreedom), "df2": CaseValue(result.denominatorDegrees),
                "p_value": CaseValue(result.pValue),
            ]
        }
    }
}
