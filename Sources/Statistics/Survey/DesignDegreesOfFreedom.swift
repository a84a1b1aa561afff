// SPDX-License-Identifier: EUPL-1.2

extension SurveyDesign {
    /// Primary units minus strata, counted among the rows of the domain with a weight above 0: the degrees of freedom
    /// of the t quantile in an interval (Korn & Graubard 1999, 5.2). 0 means that there is no interval.
    package func degreesOfFreedom(in domain: Domain? = nil) -> Int {
        var units: Set<Int> = []
        var strata: Set<Int> = []
        for row in 0..<count where weights[row] > 0 && domain?.contains[row] != false {
            units.insert(stages[0].unit[row])
            strata.insert(stages[0].stratum[row])
        }
        return units.count - strata.count
    }
}
