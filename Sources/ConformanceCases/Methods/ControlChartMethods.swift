// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// `spc.*`.
enum ControlChartMethods {
    static let all = [
        ConformanceMethod("spc.p") { try attributes($0, .p) },
        ConformanceMethod("spc.u") { try attributes($0, .u) },
        ConformanceMethod("spc.run", run),
    ]

    private static func attributes(_ reference: ConformanceCase, _ kind: AttributeChart.Kind) throws -> [ResultRow] {
        let table = try reference.table()
        let counts = zip(try table.numbers("x"), try table.numbers("n")).map { (x: $0, n: $1) }
        let chart = AttributeChart(kind, counts, sigma: reference.parameters["sigma"]?.double ?? 3)
        return zip(try table.texts("t"), chart.points).map { time, point in
            [
                "t": CaseValue(cell: time), "value": CaseValue(point.value), "centre": CaseValue(chart.centre),
                "lower": CaseValue(point.limits?.lower), "upper": CaseValue(point.limits?.upper),
                "laney_sigma": CaseValue(chart.laneySigma), "laney_lower": CaseValue(point.laneyLimits?.lower),
                "laney_upper": CaseValue(point.laneyLimits?.upper),
            ]
        }
    }

    private static func run(_ reference: ConformanceCase) throws -> [ResultRow] {
        guard let chart = RunChart(try reference.table().optionalNumbers("y").compactMap(\.self)) else {
            throw CaseError.outsideMethod("no value is off the median")
        }
        let quantities: [(String, Double)] = [
            ("median", chart.median), ("n_useful", Double(chart.usefulCount)),
            ("longest_run", Double(chart.longestRun)), ("longest_run_max", Double(chart.longestRunLimit)),
            ("crossings", Double(chart.crossings)), ("crossings_min", Double(chart.crossingsLimit)),
            ("signal", chart.hasSignal ? 1 : 0),
        ]
        return quantities.map { ["quantity": CaseValue($0), "value": CaseValue($1)] }
    }
}
