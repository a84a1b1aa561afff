// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// `funnel.*`.
enum FunnelMethods {
    static let all = [
        ConformanceMethod("funnel.proportion", proportion),
        ConformanceMethod("funnel.ratio", ratio),
        ConformanceMethod("funnel.ratio_log", ratioLog),
    ]

    private static func levels(_ reference: ConformanceCase) -> [Double] {
        reference.parameters["levels"]?.elements?.compactMap(\.double) ?? [0.95, 0.998]
    }

    private static func trim(_ reference: ConformanceCase) -> Double {
        reference.parameters["trim"]?.double ?? 0.1
    }

    private static func set(_ row: inout ResultRow, _ name: String, _ place: Int, _ limits: ConfidenceInterval) {
        row["\(name)_low_\(place + 1)"] = CaseValue(limits.lower)
        row["\(name)_high_\(place + 1)"] = CaseValue(limits.upper)
    }

    /// z, winsorised and adjusted z, φ, τ² and the overdispersed limits of each unit.
    private static func rows(
        _ reference: ConformanceCase, scale: FunnelScale, target: Double, values: [Double], sizes: [Double]
    ) throws -> [ResultRow] {
        let errors = sizes.map { scale.error(size: $0) }
        let distances = values.map { scale.forward($0) - scale.forward(target) }
        let scores = zip(distances, errors).map { $0 / $1 }
        let winsorised = Overdispersion.winsorised(scores, share: trim(reference))
        let spread = Overdispersion(winsorised, errors: errors)
        return try reference.table().texts("area").enumerated().map { place, area in
            let adjusted = (errors[place] * errors[place] + spread.tauSquared).squareRoot()
            var row: ResultRow = [
                "area": CaseValue(area), "value": CaseValue(values[place]), "z": CaseValue(scores[place]),
                "z_winsorised": CaseValue(winsorised[place]), "z_adjusted": CaseValue(distances[place] / adjusted),
                "phi": CaseValue(spread.phi), "tau2": CaseValue(spread.tauSquared),
            ]
            for (number, level) in levels(reference).enumerated() {
                let limits = scale.limits(
                    target: target, size: sizes[place], tauSquared: spread.tauSquared, level: level)
                set(&row, "od", number, limits)
            }
            return row
        }
    }

    private static func proportion(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let (x, n) = (try table.counts("x"), try table.counts("n"))
        guard zip(x, n).allSatisfy({ $0 >= 0 && $0 <= $1 && $1 > 0 }) else {
            throw CaseError.outsideMethod("a share has 0 to n among n, and n above 0")
        }
        let pooled = Double(x.reduce(0, +)) / Double(n.reduce(0, +))
        let target = reference.parameters["target"]?.double ?? pooled
        var rows = try rows(
            reference, scale: .arcsine, target: target, values: zip(x, n).map { Double($0) / Double($1) },
            sizes: n.map(Double.init))
        for place in rows.indices {
            rows[place]["n"] = CaseValue(n[place])
            rows[place]["target"] = CaseValue(target)
            for (number, level) in levels(reference).enumerated() {
                let exact = FunnelLimits.binomial(target: target, n: n[place], level: level)
                set(&rows[place], "exact", number, exact)
                set(&rows[place], "wilson", number, FunnelLimits.score(target: target, n: n[place], level: level))
            }
        }
        return rows
    }

    /// 1 where the case is silent; `pooled` is Σx ÷ Σe.
    private static func target(_ reference: ConformanceCase, _ x: [Double], _ e: [Double]) throws -> Double {
        guard reference.parameters["target"]?.text == "pooled" else {
            return reference.parameters["target"]?.double ?? 1
        }
        return ExactSum.sum(of: x) / ExactSum.sum(of: e)
    }

    private static func ratio(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let (x, e) = (try table.numbers("x"), try table.numbers("e"))
        let target = try target(reference, x, e)
        var rows = try rows(
            reference, scale: .squareRoot, target: target, values: zip(x, e).map { $0 / $1 }, sizes: e)
        for place in rows.indices {
            rows[place]["expected"] = CaseValue(e[place])
            for (number, level) in levels(reference).enumerated() {
                let exact = FunnelLimits.poisson(target: target, expected: e[place], level: level)
                set(&rows[place], "exact", number, exact)
            }
        }
        return rows
    }

    private static func ratioLog(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let (x, e) = (try table.numbers("x"), try table.numbers("e"))
        let target = try target(reference, x, e)
        let scale = FunnelScale.logarithm
        let errors = e.map { scale.error(size: $0) }
        let values = zip(x, e).map { $0 / $1 }
        let scores = zip(values, errors).map { (scale.forward($0) - scale.forward(target)) / $1 }
        let kept = Overdispersion.kept(scores, groups: 1 / trim(reference))
        let places = kept.indices.filter { kept[$0] }
        let spread = Overdispersion(places.map { scores[$0] }, errors: places.map { errors[$0] })
        return try table.texts("area").enumerated().map { place, area in
            var row: ResultRow = [
                "area": CaseValue(area), "expected": CaseValue(e[place]), "value": CaseValue(values[place]),
                "z": CaseValue(scores[place]), "kept": CaseValue(kept[place] ? 1 : 0), "phi": CaseValue(spread.phi),
                "tau2": CaseValue(spread.tauSquared),
            ]
            for (number, level) in levels(reference).enumerated() {
                let limits = scale.limits(target: target, size: e[place], tauSquared: spread.tauSquared, level: level)
                set(&row, "od", number, limits)
            }
            return row
        }
    }
}
