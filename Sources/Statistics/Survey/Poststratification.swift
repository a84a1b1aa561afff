// SPDX-License-Identifier: EUPL-1.2

extension SurveyDesign {
    /// Post-stratification (efterstratifiering): w' = w·N_g ÷ N̂_g, so that each group weighs what the register says.
    /// Holt & Smith (1979), JRSS A 142:33. The design's error follows (see `WeightFit`).
    ///
    /// - Parameters:
    ///   - groups: the group of each row.
    ///   - totals: the population of each group; every group with rows needs one and the other way round.
    package func poststratified(
        by groups: [String], to totals: [String: Double]
    ) throws(WeightFitError) -> SurveyDesign {
        let classes = Classes(groups)
        let factors = try factors(classes, totals)
        let after = weights.indices.map { weights[$0] * factors[classes.place[$0]] }
        return fitted(to: classes.indicators, weights: after)
    }

    /// What each class's weights must be multiplied by to add to its total.
    func factors(_ classes: Classes, _ totals: [String: Double]) throws(WeightFitError) -> [Double] {
        let known = Set(classes.names)
        if let name = totals.keys.filter({ !known.contains($0) }).min() { throw .noRows(name) }
        let sums = sums(of: weights, classes)
        var factors: [Double] = []
        for (name, sum) in zip(classes.names, sums) {
            guard let total = totals[name] else { throw .noTotal(name) }
            guard total >= 0, total.isFinite else { throw .badTotal(name) }
            guard sum > 0 else { throw .noRows(name) }
            factors.append(total / sum)
        }
        return factors
    }

    /// The sum of the weights in each class.
    func sums(of weights: [Double], _ classes: Classes) -> [Double] {
        var members = classes.names.map { _ in [Double]() }
        for (row, weight) in weights.enumerated() { members[classes.place[row]].append(weight) }
        return members.map { ExactSum.sum(of: $0) }
    }
}

extension Classes {
    /// One column a class: 1 for its rows.
    var indicators: [[Double]] {
        names.indices.map { number in place.map { $0 == number ? 1 : 0 } }
    }
}
