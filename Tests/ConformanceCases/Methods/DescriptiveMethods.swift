// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `nist.*`, `reliability.*` and `admin.usage`.
enum DescriptiveMethods {
    static let all = [
        ConformanceMethod("nist.univariate", univariate),
        ConformanceMethod("nist.anova", analysisOfVariance),
        ConformanceMethod("reliability.alpha", alpha),
        ConformanceMethod("admin.usage", usage),
    ]

    private static func univariate(_ reference: ConformanceCase) throws -> [ResultRow] {
        let values = try reference.table().optionalNumbers("y").compactMap(\.self)
        let moments = Moments(values)
        return [
            ["quantity": "mean", "value": CaseValue(moments?.mean)],
            ["quantity": "sd", "value": CaseValue(moments?.standardDeviation)],
            ["quantity": "autocorrelation", "value": CaseValue(Autocorrelation.lagOne(values))],
        ]
    }

    private static func analysisOfVariance(_ reference: ConformanceCase) throws -> [ResultRow] {
        let values = try GroupedValues(
            reference.table(), values: reference.parameters.text("response"),
            groups: reference.parameters.text("group"))
        guard let table = GroupTests(values.samples)?.analysisOfVariance else {
            throw CaseError.outsideMethod("there is only one group")
        }
        let quantities: [(String, Double?)] = [
            ("df_between", table.betweenDegrees), ("ss_between", table.betweenSquares),
            ("ms_between", table.betweenMeanSquare), ("f", table.test.statistic), ("df_within", table.withinDegrees),
            ("ss_within", table.withinSquares), ("ms_within", table.withinMeanSquare),
            ("r_squared", table.rSquared), ("residual_sd", table.withinMeanSquare?.squareRoot()),
        ]
        return quantities.map { ["quantity": CaseValue($0), "value": CaseValue($1)] }
    }

    private static func alpha(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let names = try reference.parameters.texts("items")
        var items = try names.map { try table.optionalNumbers($0) }
        if reference.parameters["missing"]?.text == "complete" {
            let whole = table.records.indices.filter { person in items.allSatisfy { $0[person] != nil } }
            items = items.map { item in whole.map { item[$0] } }
        }
        let alpha = CronbachAlpha(items)
        let wholes: [(String, Double?)] = [
            ("raw_alpha", alpha?.raw), ("std_alpha", alpha?.standardised), ("guttman6", alpha?.guttman6),
            ("average_r", alpha?.averageCorrelation), ("scale_mean", alpha?.scaleMean),
            ("scale_sd", alpha?.scaleStandardDeviation),
        ]
        var rows: [ResultRow] = wholes.map { ["quantity": CaseValue($0), "item": "", "value": CaseValue($1)] }
        for (place, name) in names.enumerated() {
            rows.append([
                "quantity": "r_drop", "item": CaseValue(name), "value": CaseValue(alpha?.itemRestCorrelations[place]),
            ])
            rows.append([
                "quantity": "alpha_if_dropped", "item": CaseValue(name),
                "value": CaseValue(alpha?.alphaIfDropped[place]),
            ])
        }
        return rows
    }

    private static func usage(_ reference: ConformanceCase) throws -> [ResultRow] {
        let years = ["from", "to"].compactMap { name in
            reference.parameters[name].flatMap { $0.text ?? $0.double.map { "\(Int($0))" } }
        }
        guard years.count == 2 else { throw CaseError.missingMember("parameters.from or parameters.to") }
        let table = try reference.table()
        let people = try table.texts(reference.parameters.text("person"))
        let times = try table.texts(reference.parameters.text("time"))
        let numerators = try table.optionalNumbers(reference.parameters.text("numerator"))
        let denominators = try table.optionalNumbers(reference.parameters.text("denominator"))
        let order = LabelledCounts.distinct(
            zip(people, times).map { years.contains($1) ? $0 : "" })
        let place = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
        var sums = years.map { _ in [RatioContribution](repeating: .none, count: order.count) }
        var isIn = years.map { _ in [Bool](repeating: false, count: order.count) }
        for record in people.indices {
            guard let year = years.firstIndex(of: times[record]), let person = place[people[record]] else { continue }
            sums[year][person].numerator += numerators[record] ?? 0
            sums[year][person].denominator += denominators[record] ?? 0
            isIn[year][person] = true
        }
        return UsageRows.rows(years, before: sums[0], after: sums[1], isIn: isIn, level: reference.parameters.level)
    }
}
