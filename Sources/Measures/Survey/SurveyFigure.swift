// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// One estimate for one group of respondents, with what is needed to set it against another.
struct SurveyFigure {
    let estimate: Linearised
    let side: SurveyDifference.Side
    let degreesOfFreedom: Int
    /// As it is printed.
    var measurement: Measurement
    /// What each respondent brings to it, as it was counted.
    var contributions: [Contribution]
    /// The unit of a difference of two such figures.
    let differenceUnit: Unit
    /// As one group among others: what chance does to it.
    let unit: FunnelUnit
    /// The persons its answers stand for.
    let size: Double

    var counted: CountedNumber { CountedNumber(measurement, of: contributions) }
}

extension SurveySample {
    /// The share for which something holds, of the rows known to belong to what it is about.
    func share(_ holds: [Bool?], of members: [Bool], level: Double) -> SurveyFigure? {
        guard let share = try? design.surveyShare(holds, in: Domain(members), level: level) else { return nil }
        let isPoint = share.method == .census
        // At 0 and 100 per cent the linearised error is 0 and says nothing.
        let hasError = isPoint || share.standardError > 0
        var measurement = Measurement(
            kind: .share, unit: .share, value: share.estimate.value, lower: share.limits?.lower,
            upper: share.limits?.upper, standardError: hasError ? share.standardError : nil,
            degreesOfFreedom: share.method == .wilson ? Double(share.degreesOfFreedom) : nil, persons: share.count,
            numerator: Double(share.holding), denominator: Double(share.count))
        measurement.isWeighted = share.isWeighted
        let rows = members.indices.filter { members[$0] && holds[$0] != nil && design.weights[$0] > 0 }
        measurement.unanswered = design.unansweredInStratum(rows)
        let sampled = design.sampled(share, holds, in: Domain(members))
        return SurveyFigure(
            estimate: share.estimate, side: SurveyDifference.Side(share), degreesOfFreedom: share.degreesOfFreedom,
            measurement: measurement,
            contributions: rows.map { contribution(of: $0, holds[$0] == true ? 1 : 0, 1) },
            differenceUnit: .shareDifference, unit: .sample(sampled), size: sampled.size)
    }

    /// Right answers of answers, over several items: a ratio whose error counts that the answers of one respondent go
    /// together.
    func share(right: [Int], answers: [Int], of members: [Bool], level: Double) -> SurveyFigure? {
        let rows = members.indices.filter { members[$0] && answers[$0] > 0 && design.weights[$0] > 0 }
        let answered = Domain(members.indices.map { members[$0] && answers[$0] > 0 && design.weights[$0] > 0 })
        guard
            let ratio = design.ratio(
                right.map { Double($0) }, answers.map { Double($0) }, in: answered),
            let variance = try? design.variance(ratio)
        else { return nil }
        let df = design.degreesOfFreedom(in: answered)
        let interval = design.shareLimits(
            ratio.value, variance: max(0, variance), rows: rows, degreesOfFreedom: df, level: level)
        let error = max(0, variance).squareRoot()
        var measurement = Measurement(
            kind: .share, unit: .share, value: ratio.value, lower: interval?.lower, upper: interval?.upper,
            standardError: error, degreesOfFreedom: Double(df), persons: rows.count,
            numerator: Double(rows.reduce(0) { $0 + right[$1] }),
            denominator: Double(rows.reduce(0) { $0 + answers[$1] }))
        measurement.isWeighted = rows.contains { abs(design.weights[$0] - design.weights[rows[0]]) > 1e-9 }
        measurement.unanswered = design.unansweredInStratum(rows)
        let sampled = design.sampled(ratio: ratio.value, variance: variance, rows: rows, degreesOfFreedom: df)
        return SurveyFigure(
            estimate: ratio,
            side: SurveyDifference.Side(value: ratio.value, limits: interval, standardError: error),
            degreesOfFreedom: df, measurement: measurement,
            contributions: rows.map { contribution(of: $0, Double(right[$0]), Double(answers[$0])) },
            differenceUnit: .shareDifference, unit: .sample(sampled), size: sampled.size)
    }

    /// The mean of scores or numbers.
    func mean(_ values: [Double?], of members: [Bool], unit: Unit, level: Double) -> SurveyFigure? {
        let answered = Domain(values.indices.map { members[$0] && values[$0] != nil && design.weights[$0] > 0 })
        guard let mean = design.mean(values, in: answered),
            let estimate = try? design.inference(mean, in: answered, level: level)
        else { return nil }
        let rows = values.indices.filter { answered.contains[$0] }
        var measurement = Measurement(kind: .mean, unit: unit, value: nil, persons: rows.count)
        measurement.take(estimate)
        measurement.isWeighted = rows.contains { abs(design.weights[$0] - design.weights[rows[0]]) > 1e-9 }
        measurement.unanswered = design.unansweredInStratum(rows)
        let limits = estimate.lower.flatMap { lower in
            estimate.upper.map { ConfidenceInterval(lower: lower, upper: $0) }
        }
        return SurveyFigure(
            estimate: mean,
            side: SurveyDifference.Side(
                value: mean.value, limits: limits, standardError: estimate.standardError ?? 0),
            degreesOfFreedom: Int(estimate.degreesOfFreedom ?? 0), measurement: measurement,
            contributions: rows.map { contribution(of: $0, values[$0] ?? 0, 1) }, differenceUnit: unit,
            unit: Self.unit(estimate, degreesOfFreedom: Int(estimate.degreesOfFreedom ?? 0)),
            size: design.size(of: rows))
    }

    /// A number with its own linearised error among others; its t has the design's degrees of freedom, one less than n.
    private static func unit(_ estimate: Estimate, degreesOfFreedom df: Int) -> FunnelUnit {
        .estimate(value: estimate.value, standardError: estimate.standardError ?? 0, n: df + 1, rest: (0, 0))
    }

    /// The share at the top less the share at the bottom (`LikertItem`). Its error is that of the one number; its
    /// limits are joined from those of the two shares, which hold where few have answered.
    func balance(_ first: [Bool?], _ second: [Bool?], of members: [Bool], level: Double) -> SurveyFigure? {
        let weighed = Domain(members.indices.map { members[$0] && design.weights[$0] > 0 })
        guard let item = LikertItem(isTop: first, isBottom: second, design, in: weighed),
            let variance = try? design.variance(item.netBalance),
            let top = share(first, of: members, level: level), let bottom = share(second, of: members, level: level)
        else { return nil }
        let covariance = (try? design.covariance(item.top, item.bottom)) ?? 0
        var estimate = SurveyDifference.estimate(
            top.side, bottom.side, covariance: covariance, count: item.answered.count)
        // Everybody asked and answered: no error, and the two shares have none either.
        if top.side.standardError > 0 || bottom.side.standardError > 0 {
            estimate.standardError = max(0, variance).squareRoot()
        }
        var measurement = Measurement(
            kind: .difference, unit: .shareDifference, value: nil, persons: top.measurement.persons,
            numerator: (top.measurement.numerator ?? 0) - (bottom.measurement.numerator ?? 0),
            compared: [top.measurement, bottom.measurement])
        measurement.take(estimate)
        measurement.isWeighted = top.measurement.isWeighted
        measurement.unanswered = top.measurement.unanswered
        let limits = estimate.lower.flatMap { lower in
            estimate.upper.map { ConfidenceInterval(lower: lower, upper: $0) }
        }
        return SurveyFigure(
            estimate: item.netBalance,
            side: SurveyDifference.Side(
                value: estimate.value, limits: limits, standardError: estimate.standardError ?? 0),
            degreesOfFreedom: top.degreesOfFreedom, measurement: measurement,
            contributions: zip(top.contributions, bottom.contributions).map { top, bottom in
                Contribution(unit: top.unit, numerator: top.numerator - bottom.numerator, denominator: 1)
            }, differenceUnit: .shareDifference,
            unit: Self.unit(estimate, degreesOfFreedom: top.degreesOfFreedom), size: top.size)
    }
}
