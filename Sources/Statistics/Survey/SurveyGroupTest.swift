// SPDX-License-Identifier: EUPL-1.2

/// Whether two groups differ, under a design.
package struct SurveyGroupTest: Sendable, Hashable {
    /// What is compared between the groups.
    package enum Score: String, Sendable, CaseIterable {
        /// The value itself: the design-based t test.
        case ttest
        /// The value's rank in the population as a share of it: Wilcoxon's test. Lumley & Scott (2013), Biometrika
        /// 100:831.
        case wilcoxon
        /// The normal quantile of that share: van der Waerden's test.
        case vanDerWaerden = "vanderWaerden"
        /// Whether the rank lies above the middle.
        case median
    }

    /// The rank that rows with equal values share. It matters only where they weigh differently.
    package enum TieRule: Sendable {
        /// The weight below the value plus half the weight at it: the same in any order of rows.
        case middle
        /// The mean of the ranks the rows would have one after the other, as R's `svyranktest` (≤ 4.5) has it. Depends
        /// on the order of rows; for comparison with R.
        case successive
    }

    /// The mean of the second group minus that of the first, groups in byte order of their names.
    package let difference: Estimate
    package let statistic: Double?
    package let p: Double?

    /// The difference between two means is the slope of a regression on the group, so t has the design's degrees of
    /// freedom less one. nil unless exactly two groups have the value.
    package init?(
        _ values: [Double?], groups: [String?], _ design: SurveyDesign, score: Score, ties: TieRule = .middle,
        level: Double = 0.95
    ) throws(SurveyDesignError) {
        let known = Domain(values.indices.map { values[$0] != nil && groups[$0] != nil })
        let names = Classes(groups.indices.compactMap { known.contains[$0] ? groups[$0] : nil }).names
        guard names.count == 2 else { return nil }
        let scores = score == .ttest ? values : Self.scores(values, known, design, score, ties)
        func mean(_ name: String) -> Linearised? {
            design.mean(scores, in: known.intersection(Domain(groups.map { $0 == name })))
        }
        guard let first = mean(names[0]), let second = mean(names[1]) else { return nil }
        let difference = second - first
        let df = design.degreesOfFreedom(in: known) - 1
        self.difference = try design.inference(difference, in: known, degreesOfFreedom: df, level: level)
        let test = try design.twoSidedTest(difference, degreesOfFreedom: df)
        self.statistic = test?.statistic
        self.p = test?.p
    }

    /// Ranks estimated for the population, as shares of it.
    private static func scores(
        _ values: [Double?], _ known: Domain, _ design: SurveyDesign, _ score: Score, _ ties: TieRule
    ) -> [Double?] {
        let rows = values.indices.filter { known.contains[$0] }
            .sorted { (values[$0] ?? 0, $0) < (values[$1] ?? 0, $1) }
        let whole = ExactSum.sum(of: rows.map { design.weights[$0] })
        var result = [Double?](repeating: nil, count: values.count)
        var below = ExactSum()
        var start = 0
        while start < rows.count {
            let end = rows[start...].firstIndex { values[$0] != values[rows[start]] } ?? rows.count
            let weights = rows[start..<end].map { design.weights[$0] }
            let tied = ExactSum.sum(of: weights)
            let rank = (below.value + (ties == .middle ? tied / 2 : successive(weights))) / whole
            for row in rows[start..<end] {
                result[row] =
                    switch score {
                    case .ttest, .wilcoxon: rank
                    case .vanDerWaerden: Normal.quantile(rank)
                    case .median: rank > 0.5 ? 1 : 0
                    }
            }
            below.add(tied)
            start = end
        }
        return result
    }

    /// The mean of the middles of weights laid one after the other.
    private static func successive(_ weights: [Double]) -> Double {
        var before = 0.0
        var sum = 0.0
        for weight in weights {
            sum += before + weight / 2
            before += weight
        }
        return sum / Double(weights.count)
    }
}
