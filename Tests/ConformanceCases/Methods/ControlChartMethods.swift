// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `spc.*`.
enum ControlChartMethods {
    static let all = [
        ConformanceMethod("spc.p") { try attributes($0, .p) },
        ConformanceMethod("spc.u") { try attributes($0, .u) },
        ConformanceMethod("spc.run", run),
        ConformanceMethod("spc.xmr", individuals),
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
        let values = try reference.table().optionalNumbers("y").compactMap(\.self)
        let chart = RunChart(values)
        let quantities: [(String, Double?)] = [
            ("median", Quantile.median(values)), ("n_useful", Double(chart?.usefulCount ?? 0)),
            ("longest_run", (chart?.longestRun).map(Double.init)),
            ("longest_run_max", (chart?.longestRunLimit).map(Double.init)),
            ("crossings", (chart?.crossings).map(Double.init)),
            ("crossings_min", (chart?.crossingsLimit).map(Double.init)),
            ("signal", chart?.hasSignal == true ? 1 : 0),
        ]
        return quantities.map { ["quantity": CaseValue($0), "value": CaseValue($1)] }
    }

    private static func individuals(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let parameters = reference.parameters
        let chart = IndividualsChart(
            try table.numbers("y"), baseline: (parameters["baseline_points"]?.double).map { Int($0) },
            screensRanges: parameters["screen_moving_ranges"]?.boolean ?? true,
            constant: parameters["constant"]?.double ?? 2.66)
        guard let chart else { return [] }
        return zip(try table.texts("t"), chart.points).map { time, point in
            [
                "t": CaseValue(cell: time), "value": CaseValue(point.value), "centre": CaseValue(chart.centre),
                "lower": CaseValue(chart.limits?.lower), "upper": CaseValue(chart.limits?.upper),
                "outside": CaseValue(point.isOutside ? 1 : 0), "shift": CaseValue(point.isShift ? 1 : 0),
                "trend": CaseValue(point.isTrend ? 1 : 0), "two_of_three": CaseValue(point.isTwoOfThree ? 1 : 0),
            ]
        }
    }
}
