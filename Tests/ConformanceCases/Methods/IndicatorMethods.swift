// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics

/// `indicator.*`.
enum IndicatorMethods {
    static let all = [
        ConformanceMethod("indicator.rate", rate),
        ConformanceMethod("indicator.dsr", direct),
        ConformanceMethod("indicator.isr", indirect),
    ]

    private static func multiplier(_ reference: ConformanceCase) -> Double {
        reference.parameters["multiplier"]?.double ?? 1
    }

    private static func rate(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let (events, populations) = (try table.counts("x"), try table.numbers("n"))
        return try table.texts("area").enumerated().map { place, area in
            let kind = PoissonInterval.conventional(events[place])
            let limits = kind.limits(events[place], level: reference.parameters.level)
            let scale = populations[place] > 0 ? multiplier(reference) / populations[place] : .nan
            return [
                "area": CaseValue(area), "estimate": CaseValue(Double(events[place]) * scale),
                "ci_low": CaseValue(limits.lower * scale), "ci_high": CaseValue(limits.upper * scale),
                "ci_method": CaseValue(kind.rawValue),
            ]
        }
    }

    /// The rows of another input, by their label.
    private static func lookup(_ table: CaseTable, _ label: String, _ column: String) throws -> [String: Double] {
        Dictionary(zip(try table.texts(label), try table.numbers(column)), uniquingKeysWith: { first, _ in first })
    }

    private static func direct(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let weights = try lookup(reference.table("standard"), "age_group", "stdpop")
        let (areas, groups) = (try table.texts("area"), try table.texts("age_group"))
        let (events, populations) = (try table.counts("x"), try table.numbers("n"))
        let scale = multiplier(reference)
        let minimum = reference.parameters["minimum_events"]?.double ?? 10
        return try LabelledCounts.distinct(areas).map { area in
            let strata = try areas.indices.filter { areas[$0] == area }.map { place in
                guard let weight = weights[groups[place]] else {
                    throw CaseError.outsideMethod("the standard has no group \(groups[place])")
                }
                return DirectStandardisation.Stratum(
                    events: events[place], population: populations[place], weight: weight)
            }
            let result = DirectStandardisation(
                strata, minimumEvents: Int(minimum), level: reference.parameters.level)
            return [
                "area": CaseValue(area), "events": CaseValue(result.events),
                "population": CaseValue(result.population), "estimate": CaseValue(result.rate.map { $0 * scale }),
                "ci_low": CaseValue((result.limits?.lower).map { $0 * scale }),
                "ci_high": CaseValue((result.limits?.upper).map { $0 * scale }),
            ]
        }
    }

    private static func indirect(_ reference: ConformanceCase) throws -> [ResultRow] {
        let table = try reference.table()
        let standard = try reference.table("reference")
        let events = try lookup(standard, "stratum", "x_ref")
        let populations = try lookup(standard, "stratum", "n_ref")
        let overall =
            ExactSum.sum(of: try standard.numbers("x_ref"))
            / ExactSum.sum(of: try standard.numbers("n_ref")) * multiplier(reference)
        let (areas, groups) = (try table.texts("area"), try table.texts("stratum"))
        let (counts, sizes) = (try table.counts("x"), try table.numbers("n"))
        return try LabelledCounts.distinct(areas).map { area in
            let strata = try areas.indices.filter { areas[$0] == area }.map { place in
                guard let x = events[groups[place]], let n = populations[groups[place]] else {
                    throw CaseError.outsideMethod("the reference has no stratum \(groups[place])")
                }
                return (events: counts[place], population: sizes[place], referenceRate: n > 0 ? x / n : 0)
            }
            let result = IndirectStandardisation(strata, level: reference.parameters.level)
            return [
                "area": CaseValue(area), "observed": CaseValue(result.observed),
                "expected": CaseValue(result.expected), "ratio": CaseValue(result.ratio),
                "ratio_low": CaseValue(result.limits?.lower), "ratio_high": CaseValue(result.limits?.upper),
                "rate": CaseValue(result.ratio.map { $0 * overall }),
                "rate_low": CaseValue((result.limits?.lower).map { $0 * overall }),
                "rate_high": CaseValue((result.limits?.upper).map { $0 * overall }),
            ]
        }
    }
}
