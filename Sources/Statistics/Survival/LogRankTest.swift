// SPDX-License-Identifier: EUPL-1.2

/// Whether groups wait equally long: the log-rank test (Peto & Peto 1972) and its kin with weights (Harrington & Fleming
/// 1982), as R's `survival::survdiff`.
///
/// At each time with an event a group is expected to have d·Y_g ÷ Y of the events. The weighted differences O − E have the
/// hypergeometric variance w²·d·(Y − d) ÷ (Y − 1) · Y_g ÷ Y · (δ_gh − Y_h ÷ Y); their quadratic form is held against
/// chi-square. A group that is expected nothing is left out. Subjects with a later entry are at risk from it on.
package struct LogRankTest: Sendable {
    /// By group: the weighted number of events.
    package let observed: [Double]
    package let expected: [Double]
    package let statistic: Double
    /// Groups that are expected something, less one.
    package let degreesOfFreedom: Int
    /// nil without two groups to compare.
    package var p: Double? {
        degreesOfFreedom > 0
            ? ChiSquared.upperTail(statistic, degreesOfFreedom: Double(degreesOfFreedom)) : nil
    }

    /// - Parameters:
    ///   - groups: the subjects of each group; all events count alike.
    ///   - rho: weights are S(t−)^ρ of all groups together: 0 counts all times alike, 1 the early ones more.
    package init(_ groups: [[SurvivalTime]], rho: Double = 0) {
        let groups = groups.map { group in
            group.map { SurvivalTime(entry: $0.entry, time: $0.time, event: $0.event.map { _ in 0 }) }
        }
        let pooled = RiskSets(groups.flatMap { $0 }, kinds: 1)
        let sets = groups.map { RiskSets($0, kinds: 1) }
        let events = sets.map { set in
            Dictionary(uniqueKeysWithValues: set.moments.map { ($0.time, Double($0.allEvents)) })
        }
        let count = groups.count
        var observed = [Double](repeating: 0, count: count)
        var expected = observed
        var variance = [[Double]](repeating: observed, count: count)
        var survival = 1.0
        for moment in pooled.moments {
            let (all, happened) = (Double(moment.atRisk), Double(moment.allEvents))
            let weight = rho == 0 ? 1 : Double.exponential(rho * Double.logarithm(survival))
            let shares = sets.map { Double($0.atRisk(moment.time)) / all }
            for group in 0..<count {
                observed[group] += weight * (events[group][moment.time] ?? 0)
                expected[group] += weight * happened * shares[group]
                guard all > 1 else { continue }
                let factor = weight * weight * happened * (all - happened) / (all - 1) * shares[group]
                for other in 0..<count {
                    variance[group][other] += factor * ((group == other ? 1 : 0) - shares[other])
                }
            }
            survival *= (all - happened) / all
        }
        self.observed = observed
        self.expected = expected
        let used = (0..<count).filter { expected[$0] > 0 }
        guard used.count > 1 else {
            (statistic, degreesOfFreedom) = (0, 0)
            return
        }
        // The differences add to 0, so one group says nothing that the others do not.
        let told = used.dropFirst()
        let differences = told.map { observed[$0] - expected[$0] }
        let matrix = told.map { row in told.map { variance[row][$0] } }
        guard let solved = LinearSystem.solve(matrix, differences) else {
            (statistic, degreesOfFreedom) = (0, 0)
            return
        }
        statistic = zip(solved, differences).reduce(0) { $0 + $1.0 * $1.1 }
        degreesOfFreedom = used.count - 1
    }
}
