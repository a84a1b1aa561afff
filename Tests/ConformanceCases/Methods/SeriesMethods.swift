// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `its.*`: interrupted time series, of one series and against comparison areas.
enum SeriesMethods {
    static let all = [
        ConformanceMethod("its.segmented", segmented),
        ConformanceMethod("its.difference", difference),
    ]

    private static func row(_ model: String, _ method: String, _ term: String) -> ResultRow {
        ["model": CaseValue(model), "method": CaseValue(method), "term": CaseValue(term)]
    }

    private static func row(_ model: String, _ method: String, _ term: String, _ effect: SeriesEffect?) -> ResultRow {
        var row = row(model, method, term)
        row["estimate"] = CaseValue(effect?.estimate)
        row["se"] = CaseValue(effect?.error)
        row["df"] = CaseValue(effect?.degreesOfFreedom)
        row["statistic"] = CaseValue(effect?.statistic)
        row["p_value"] = CaseValue(effect?.pValue)
        row["ci_low"] = CaseValue(effect?.interval.lower)
        row["ci_high"] = CaseValue(effect?.interval.upper)
        return row
    }

    private static func row(_ model: String, _ method: String, _ term: String, estimate: Double?) -> ResultRow {
        var row = row(model, method, term)
        row["estimate"] = CaseValue(estimate)
        return row
    }

    /// `trend+step+slope`: the parts beside the intercept, in any order.
    private static func model(_ name: String) throws(CaseError) -> SegmentedModel {
        var model = SegmentedModel()
        var hasStep = false
        for part in name.split(separator: "+") {
            switch part {
            case "step": hasStep = true
            case "trend": model.hasTrend = true
            case "slope": model.hasSlope = true
            case "harmonic": model.hasHarmonic = true
            default: throw .unknownChoice(name)
            }
        }
        guard hasStep else { throw .unknownChoice(name) }
        return model
    }

    /// The first ρ, the step and how many.
    private static func grid(_ parameters: CaseParameters) throws(CaseError) -> [Double] {
        guard let elements = parameters["grid"]?.elements else { return CorrelationMixture.standardGrid }
        let numbers = elements.compactMap(\.double)
        guard numbers.count == 3, let count = Int(exactly: numbers[2]), count > 0 else {
            throw .missingMember("parameters.grid")
        }
        return (0..<count).map { numbers[0] + numbers[1] * Double($0) }
    }

    private static func segmented(_ reference: ConformanceCase) throws -> [ResultRow] {
        let parameters = reference.parameters
        let values = try reference.table().optionalNumbers("y")
        let points = values.enumerated().compactMap { place, value in value.map { (time: place, value: $0) } }
        let first = Int(try parameters.number("k0"))
        let series = InterruptedSeries(points, firstAfter: first)
        let lags = (parameters["lags"]?.elements ?? []).compactMap(\.double).map { Int($0) }
        let grid = try grid(parameters)
        return try parameters.texts("models").flatMap { name in
            let model = try model(name)
            return leastSquares(name, series, model, lags, parameters.level)
                + restricted(name, series, model, parameters.level)
                + mixture(name, series, model, grid, parameters.level)
        }
    }

    private static func leastSquares(
        _ name: String, _ series: InterruptedSeries, _ model: SegmentedModel, _ lags: [Int], _ level: Double
    ) -> [ResultRow] {
        let fit = SegmentedLeastSquares(series, model)
        let plain = model.terms.enumerated().map { place, term in
            row(name, "ols", term.rawValue, fit?.effect(place, level: level))
        }
        return plain
            + lags.flatMap { lag in
                model.terms.enumerated().map { place, term in
                    row(name, "newey-west-\(lag)", term.rawValue, fit?.neweyWest(place, lag: lag, level: level))
                }
            }
    }

    private static func restricted(
        _ name: String, _ series: InterruptedSeries, _ model: SegmentedModel, _ level: Double
    ) -> [ResultRow] {
        let fit = (try? AutoregressiveErrors(series, model)).flatMap { RestrictedLikelihoodFit($0) }
        let rows = model.terms.enumerated().map { place, term in
            row(name, "reml", term.rawValue, fit?.effect(place, level: level))
        }
        let effects = model.terms.enumerated().filter { model.effects.contains($0.element) }.map { place, term in
            let degrees = fit?.satterthwaite(place)
            return row(
                name, "reml-satterthwaite", term.rawValue,
                degrees.flatMap { fit?.effect(place, level: level, degreesOfFreedom: $0) })
        }
        return rows + [
            row(name, "reml", "phi", estimate: fit?.fit.rho),
            row(name, "reml", "sigma", estimate: fit?.fit.variance.squareRoot()),
            row(name, "reml", "loglik", estimate: fit?.fit.restrictedLogLikelihood),
        ] + effects
    }

    private static func mixture(
        _ name: String, _ series: InterruptedSeries, _ model: SegmentedModel, _ grid: [Double], _ level: Double
    ) -> [ResultRow] {
        let mixture = (try? AutoregressiveErrors(series, model)).flatMap { CorrelationMixture($0, grid: grid) }
        return model.terms.enumerated().filter { model.effects.contains($0.element) }.map { place, term in
            let effect = mixture?.effect(place, level: level)
            var row = row(name, "t-mixture", term.rawValue, estimate: effect?.estimate)
            row["p_value"] = CaseValue(effect?.pValue)
            row["ci_low"] = CaseValue(effect?.interval.lower)
            row["ci_high"] = CaseValue(effect?.interval.upper)
            return row
        } + [row(name, "t-mixture", "rho", estimate: mixture?.meanRho)]
    }

    private static func difference(_ reference: ConformanceCase) throws -> [ResultRow] {
        let parameters = reference.parameters
        let (data, units) = (try reference.table(), try reference.table("units"))
        let months = try data.texts("month").map { text throws(CaseError) in try YearMonthText.index(text) }
        let origin = months.min() ?? 0
        let (names, values) = (try data.texts("unit"), try data.optionalNumbers("y"))
        var areas: (treated: [ComparedSeries.AreaSeries], comparison: [ComparedSeries.AreaSeries]) = ([], [])
        let (treated, weights) = (try units.numbers("treated"), try units.numbers("weight"))
        for (place, unit) in try units.texts("unit").enumerated() {
            let points = names.indices.filter { names[$0] == unit }.compactMap { row in
                values[row].map { (time: months[row] - origin, value: $0) }
            }
            guard weights[place] > 0 else { continue }
            let area = ComparedSeries.AreaSeries(weight: weights[place], values: points)
            if treated[place] == 1 { areas.treated.append(area) } else { areas.comparison.append(area) }
        }
        let first = try YearMonthText.index(parameters.text("first_month")) - origin
        let compared = ComparedSeries(treated: areas.treated, comparison: areas.comparison, firstAfter: first)
        guard let series = compared?.difference else {
            throw CaseError.outsideMethod("no month has both a treated and a comparison area")
        }
        let grid = try grid(parameters)
        var rows = try parameters.texts("models").flatMap { name in
            mixture(name, series, try model(name), grid, parameters.level)
        }
        rows.append(row("", "did", "step", estimate: series.differenceOfMeans))
        for (name, statistic) in [("conformal-mean", CyclicShiftTest.Statistic.mean), ("conformal-abs", .absolute)] {
            let test = CyclicShiftTest(series, statistic)
            var row = row("", name, "step", estimate: test?.statistic)
            row["p_value"] = CaseValue(test?.pValue)
            rows.append(row)
        }
        return rows
            + zip(series.times, series.values).map { row("", "series", "\($0)", estimate: $1) }
    }
}

/// `2023-01` as months since January of year 0.
private enum YearMonthText {
    static func index(_ text: String) throws(CaseError) -> Int {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count >= 2, (1...12).contains(parts[1]) else { throw .notANumber(text, column: "month") }
        return parts[0] * 12 + parts[1] - 1
    }
}
