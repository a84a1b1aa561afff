// SPDX-License-Identifier: EUPL-1.2

extension SurveyDesign {
    /// The variance of an estimate under the design,
    /// V = Σ_h (1 − f_h)·n_h ÷ (n_h − 1) · Σ_i (z_hi − z̄_h)², z_hi the sum of scores in the primary unit, and for
    /// each further stage f_h times the same within the unit. Särndal, Swensson & Wretman (1992) 2.8, 4.3, 5.5.
    ///
    /// When the weights have been fitted, the scores' residuals take their place (see `WeightFit`). A stratum drawn
    /// whole brings exactly 0. The order of rows does not change a bit.
    package func variance(_ estimate: Linearised) throws(SurveyDesignError) -> Double {
        if isOfRows {
            let residuals = residuals(of: estimate)
            return try rowCovariance(residuals, residuals)
        }
        return try covariance([estimate, estimate])[0][1]
    }

    /// The covariance of two estimates from the same design.
    package func covariance(_ a: Linearised, _ b: Linearised) throws(SurveyDesignError) -> Double {
        if isOfRows { return try rowCovariance(residuals(of: a), residuals(of: b)) }
        return try covariance([a, b])[0][1]
    }

    /// Whether rows were drawn, each by itself, in one stage: most surveys.
    private var isOfRows: Bool { stages.count == 1 && stages[0].drawsRows }

    private func residuals(of estimate: Linearised) -> [Double] {
        fits.reversed().reduce(estimate.scores) { $1.residuals(of: $0) }
    }

    /// The covariance where rows were drawn: the general one without its groups of rows.
    private func rowCovariance(_ a: [Double], _ b: [Double]) throws(SurveyDesignError) -> Double {
        let stage = stages[0]
        let strata = stage.rows.indices.filter { !stage.rows[$0].isEmpty }
        let lonely = strata.filter { stage.drawn[$0] == 1 && stage.remaining(in: $0) > 0 }
        if lonelyRule == .fail, !lonely.isEmpty { throw .lonelyStrata(lonely.map { stage.names[$0] }) }
        let inflation = lonelyRule == .average ? Double(strata.count) / Double(max(1, strata.count - lonely.count)) : 1
        var sum = ExactSum()
        for stratum in strata {
            let remaining = stage.remaining(in: stratum)
            let isLonely = stage.drawn[stratum] == 1
            guard remaining > 0, !isLonely || lonelyRule == .adjust else { continue }
            let (drawn, rows) = (Double(stage.drawn[stratum]), stage.rows[stratum])
            // A lonely unit lies around the mean of all.
            let means =
                isLonely
                ? (ExactSum.mean(of: a) ?? 0, ExactSum.mean(of: b) ?? 0)
                : (Self.mean(of: a, rows), Self.mean(of: b, rows))
            var products = ExactSum()
            for row in rows { products.add((a[row] - means.0) * (b[row] - means.1)) }
            sum.add(remaining * (isLonely ? 1 : drawn / (drawn - 1)) * inflation * products.value)
        }
        return sum.value
    }

    private static func mean(of scores: [Double], _ rows: [Int]) -> Double {
        var sum = ExactSum()
        for row in rows { sum.add(scores[row]) }
        return sum.value / Double(rows.count)
    }

    /// The covariances of several estimates from the same design, as a symmetric matrix.
    package func covariance(_ estimates: [Linearised]) throws(SurveyDesignError) -> [[Double]] {
        try stageCovariance(estimates.map(residuals), rows: Array(0..<count), stage: 0)
    }

    private func stageCovariance(
        _ scores: [[Double]], rows: [Int], stage number: Int
    ) throws(SurveyDesignError) -> [[Double]] {
        let stage = stages[number]
        let strata = Self.grouped(rows, by: stage.stratum)
        let units = strata.map { Self.grouped($0, by: stage.unit) }
        // Sums of scores: [stratum][unit][estimate].
        let totals = units.map { units in
            units.map { rows in scores.map { scores in ExactSum.sum(of: rows.map { scores[$0] }) } }
        }
        let centre = scores.indices.map { estimate in
            ExactSum.mean(of: totals.joined().map { $0[estimate] }) ?? 0
        }
        let isLonely = strata.map { rows in
            let stratum = stage.stratum[rows[0]]
            return stage.drawn[stratum] == 1 && stage.remaining(in: stratum) > 0
        }
        if lonelyRule == .fail, isLonely.contains(true) {
            throw .lonelyStrata(
                zip(strata, isLonely).filter(\.1).map { stage.names[stage.stratum[$0.0[0]]] })
        }
        let inflation =
            lonelyRule == .average ? Double(strata.count) / Double(max(1, isLonely.count { !$0 })) : 1
        var terms = scores.map { _ in scores.map { _ in [Double]() } }
        for (place, rows) in strata.enumerated() {
            let stratum = stage.stratum[rows[0]]
            let remaining = stage.remaining(in: stratum)
            if remaining > 0, !isLonely[place] || lonelyRule == .adjust {
                let drawn = Double(stage.drawn[stratum])
                let factor = remaining * (isLonely[place] ? 1 : drawn / (drawn - 1)) * inflation
                Self.addProducts(
                    of: totals[place], around: isLonely[place] ? centre : Self.means(of: totals[place]),
                    times: factor, to: &terms)
            }
            guard number + 1 < stages.count else { continue }
            let fraction = 1 - remaining
            guard fraction > 0 else { continue }
            for rows in units[place] {
                let within = try stageCovariance(scores, rows: rows, stage: number + 1)
                for a in scores.indices {
                    for b in scores.indices { terms[a][b].append(fraction * within[a][b]) }
                }
            }
        }
        return terms.map { $0.map { ExactSum.sum(of: $0) } }
    }

    /// Appends factor · Σ (z_a − z̄_a)(z_b − z̄_b) over the units to the terms of each pair of estimates.
    private static func addProducts(
        of totals: [[Double]], around centre: [Double], times factor: Double, to terms: inout [[[Double]]]
    ) {
        for a in centre.indices {
            for b in a..<centre.count {
                let products = totals.map { ($0[a] - centre[a]) * ($0[b] - centre[b]) }
                let term = factor * ExactSum.sum(of: products)
                terms[a][b].append(term)
                if a != b { terms[b][a].append(term) }
            }
        }
    }

    private static func means(of totals: [[Double]]) -> [Double] {
        (totals.first ?? []).indices.map { estimate in
            ExactSum.mean(of: totals.map { $0[estimate] }) ?? 0
        }
    }

    /// The rows of each class, the classes in order of their numbers.
    package static func grouped(_ rows: [Int], by place: [Int]) -> [[Int]] {
        let sorted = rows.sorted { (place[$0], $0) < (place[$1], $1) }
        var groups: [[Int]] = []
        for row in sorted {
            if let last = groups.last?.last, place[last] == place[row] {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups
    }
}
