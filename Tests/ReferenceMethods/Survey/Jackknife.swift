// SPDX-License-Identifier: EUPL-1.2
package import Statistics

/// The stratified delete-one jackknife (JKn): the statistic is computed anew without each primary unit, the others in
/// its stratum weighing n_h ÷ (n_h − 1) as much. Rust & Rao (1996), Stat. Meth. Med. Res. 5:283.
///
/// v = Σ_h (1 − f_h)(n_h − 1) ÷ n_h · Σ_i (θ_hi − θ̄)², θ̄ the mean of all replicates. A stratum drawn whole needs none.
/// For smooth statistics only: not for quantiles.
package struct Jackknife: Sendable {
    package let estimate: Double
    package let standardError: Double
    package let replicates: Int

    /// nil when the statistic has no value with all rows or without one of the units.
    /// - Parameter statistic: a function of the weights, one place a row.
    package init?(
        _ design: SurveyDesign, statistic: ([Double]) -> Double?
    ) throws(SurveyDesignError) {
        guard let estimate = statistic(design.weights) else { return nil }
        let stage = design.stages[0]
        var replicates: [(value: Double, scale: Double)] = []
        var lonely: [String] = []
        for rows in SurveyDesign.grouped(Array(0..<design.count), by: stage.stratum) {
            let stratum = stage.stratum[rows[0]]
            let drawn = Double(stage.drawn[stratum])
            let remaining = stage.remaining(in: stratum)
            guard remaining > 0 else { continue }
            guard drawn > 1 else {
                lonely.append(stage.names[stratum])
                continue
            }
            let scale = remaining * (drawn - 1) / drawn
            for unit in SurveyDesign.grouped(rows, by: stage.unit) {
                var weights = design.weights
                for row in rows { weights[row] *= drawn / (drawn - 1) }
                for row in unit { weights[row] = 0 }
                guard let value = statistic(weights) else { return nil }
                replicates.append((value, scale))
            }
        }
        if design.lonelyRule == .fail, !lonely.isEmpty { throw .lonelyStrata(lonely) }
        let centre = ExactSum.mean(of: replicates.map(\.value)) ?? estimate
        let squares = replicates.map { $0.scale * ($0.value - centre) * ($0.value - centre) }
        self.estimate = estimate
        self.standardError = ExactSum.sum(of: squares).squareRoot()
        self.replicates = replicates.count
    }
}
